using System.Text.Json.Serialization;
using Relight.Register;

namespace Relight.Deliveries;

/// <summary>A step on the way from the lorry to the lamp.</summary>
public enum InstallationStep
{
    /// <summary>Design of the connection: drawings, settings, approval.</summary>
    Design,

    /// <summary>Foundation, oil pit, supports.</summary>
    Foundation,

    /// <summary>Taken off the lorry and put in its place.</summary>
    Placing,

    /// <summary>Put together: bushings, coolers, conservator, poles.</summary>
    Assembly,

    /// <summary>Filled: oil, gas or fuel.</summary>
    Filling,

    /// <summary>Connected: conductors, cables, earthing.</summary>
    Connection,

    /// <summary>Protection and control wired and set.</summary>
    Protection,

    /// <summary>Tested on site.</summary>
    Tests,

    /// <summary>Commissioned: accepted by the operator, ready to be energised.</summary>
    Commissioning,

    /// <summary>Given to those who use it.</summary>
    HandingOut,
}

/// <summary>Why an installation stands still.</summary>
public enum HoldReason
{
    /// <summary>There is no design.</summary>
    NoDesign,

    /// <summary>There is nobody to install it.</summary>
    NoInstaller,

    /// <summary>A part is missing.</summary>
    MissingPart,

    /// <summary>There is no crane or other machine.</summary>
    NoMachine,

    /// <summary>The network cannot be switched off for the work.</summary>
    NoOutage,

    /// <summary>It is too dangerous.</summary>
    Danger,

    /// <summary>The weather does not allow it.</summary>
    Weather,

    /// <summary>Another reason, which the words tell.</summary>
    Other,
}

/// <summary>A step that was done.</summary>
/// <param name="Step">The step.</param>
/// <param name="At">When it was done, UTC.</param>
/// <param name="By">Who says so.</param>
/// <param name="Note">What is worth knowing; null for nothing.</param>
public sealed record StepDone(InstallationStep Step, DateTimeOffset At, string By, string? Note);

/// <summary>Why an installation stands still, and since when.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Part">The need for the part that is missing; null where none is.</param>
public sealed record Hold(HoldReason Reason, string Why, DateTimeOffset Since, Id<Need>? Part);

/// <summary>Received units on their way into service.</summary>
public sealed record Installation
{
    /// <summary>Id of the installation.</summary>
    public required Id<Installation> Id { get; init; }

    /// <summary>Counts its changes from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The consignment that the units came in.</summary>
    public required Id<Consignment> Consignment { get; init; }

    /// <summary>Its line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The offer that the units are of.</summary>
    public required Id<Offer> Offer { get; init; }

    /// <summary>The need that they are for.</summary>
    public required Id<Need> Need { get; init; }

    /// <summary>How many whole units; 1 or more, or 0 where it is of an amount.</summary>
    public required int Units { get; init; }

    /// <summary>The exact amount of goods, in the unit of its line, where it is of no whole units; else null.</summary>
    public Quantity? Amount { get; init; }

    /// <summary>The steps that it takes, in order.</summary>
    public required IReadOnlyList<InstallationStep> Steps { get; init; }

    /// <summary>When it was begun, UTC.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>The steps that were done.</summary>
    public IReadOnlyList<StepDone> Done { get; init; } = [];

    /// <summary>Why it stands still; null where it does not.</summary>
    public Hold? Hold { get; init; }

    /// <summary>The hour in which the units were energised, or the goods handed over, UTC; null where they are not yet.</summary>
    public DateTimeOffset? InServiceAt { get; init; }

    /// <summary>The step that comes next; null where all are done.</summary>
    [JsonIgnore]
    public InstallationStep? Next => Steps.Select(step => (InstallationStep?)step).FirstOrDefault(step => !Done.Any(done => done.Step == step));

    /// <summary>When something last came further, UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset LastMoved => Done.Select(done => done.At).Append(BegunAt).Max();

    /// <summary>The steps that equipment of a kind takes until it is in service; practice, not traced to a text.</summary>
    public static IReadOnlyList<InstallationStep> StepsOf(ItemKind kind) => kind switch
    {
        ItemKind.PowerTransformer or ItemKind.DistributionTransformer or ItemKind.TransformerOfUnknownKind =>
        [
            InstallationStep.Design, InstallationStep.Foundation, InstallationStep.Placing, InstallationStep.Assembly, InstallationStep.Filling,
            InstallationStep.Connection, InstallationStep.Protection, InstallationStep.Tests, InstallationStep.Commissioning,
        ],
        ItemKind.CircuitBreaker =>
        [
            InstallationStep.Design, InstallationStep.Foundation, InstallationStep.Assembly, InstallationStep.Filling,
            InstallationStep.Connection, InstallationStep.Protection, InstallationStep.Tests, InstallationStep.Commissioning,
        ],
        ItemKind.Disconnector or ItemKind.InstrumentTransformer or ItemKind.SurgeArrester or ItemKind.Switchgear =>
        [
            InstallationStep.Design, InstallationStep.Foundation, InstallationStep.Assembly, InstallationStep.Connection,
            InstallationStep.Protection, InstallationStep.Tests, InstallationStep.Commissioning,
        ],
        ItemKind.MobileSubstation =>
            [InstallationStep.Design, InstallationStep.Placing, InstallationStep.Connection, InstallationStep.Protection, InstallationStep.Tests, InstallationStep.Commissioning],
        ItemKind.GasTurbine =>
        [
            InstallationStep.Design, InstallationStep.Foundation, InstallationStep.Placing, InstallationStep.Assembly, InstallationStep.Filling,
            InstallationStep.Connection, InstallationStep.Protection, InstallationStep.Tests, InstallationStep.Commissioning,
        ],
        ItemKind.GeneratingSet =>
            [InstallationStep.Placing, InstallationStep.Filling, InstallationStep.Connection, InstallationStep.Tests, InstallationStep.Commissioning],
        ItemKind.Battery or ItemKind.WaterEquipment or ItemKind.HeatingEquipment =>
            [InstallationStep.Placing, InstallationStep.Connection, InstallationStep.Tests, InstallationStep.Commissioning],
        ItemKind.Conductor or ItemKind.Insulator =>
            [InstallationStep.Design, InstallationStep.Assembly, InstallationStep.Connection, InstallationStep.Tests, InstallationStep.Commissioning],
        _ => [InstallationStep.HandingOut],
    };
}

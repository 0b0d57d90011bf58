using Relight.Register;

namespace Relight.Facilities;

/// <summary>
/// A hospital, water works, heat plant, shelter or telecom site that people depend on: what it takes to run it while the
/// grid is away. A value that is null, or people that are unspecified, are not known; none of them is ever taken for 0.
/// </summary>
public sealed record Facility
{
    /// <summary>Id of the facility.</summary>
    public required Id<Facility> Id { get; init; }

    /// <summary>Counts its changes from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Short name that gives no site away, e.g. <c>Hospital, 240 kW</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What it does.</summary>
    public required FacilityKind Kind { get; init; }

    /// <summary>Who runs it.</summary>
    public required Id<Organisation> Organisation { get; init; }

    /// <summary>P-code of its oblast.</summary>
    public AreaCode? Oblast { get; init; }

    /// <summary>Its name and the bus of the network model that feeds it; shown to operators alone.</summary>
    public ExactPlace? Exact { get; init; }

    /// <summary>Load on an ordinary day, in kW.</summary>
    public decimal? TypicalKilowatts { get; init; }

    /// <summary>Load that must be carried for people not to be harmed, in kW; not above the typical one.</summary>
    public decimal? EssentialKilowatts { get; init; }

    /// <summary>Whether it needs three phases.</summary>
    public bool? ThreePhase { get; init; }

    /// <summary>Voltage between phases, or of the one phase, in V.</summary>
    public decimal? Volts { get; init; }

    /// <summary>How many people depend on it.</summary>
    public Bounds People { get; init; }

    /// <summary>Hours that it can stand without power, by batteries, tanks or heat in its walls.</summary>
    public decimal? ToleranceHours { get; init; }

    /// <summary>Fuels that can be had and stored there, e.g. <c>diesel</c>; empty where that is not known.</summary>
    public IReadOnlyList<string> Fuels { get; init; } = [];

    /// <summary>Fuel that its tank holds, in litres.</summary>
    public decimal? TankLitres { get; init; }

    /// <summary>
    /// The need for power at the same place; null where none is entered. A set that this need holds, or that was sent to it, is
    /// the facility's set, and there is no other way for a facility to hold one: so none is counted twice.
    /// </summary>
    public Id<Need>? Need { get; init; }

    /// <summary>
    /// Needs for power that it named before and that were withdrawn; null where there are none. What came to it through them is its
    /// set still. The register keeps them: what an author says of them has no effect.
    /// </summary>
    public IReadOnlyList<Id<Need>>? FormerNeeds { get; init; }

    /// <summary>The same facility as a change of what stood leaves it: a withdrawn need that it names no longer is one of its former needs.</summary>
    /// <param name="standing">The facility as it stood.</param>
    /// <param name="needWithdrawn">Whether the need that it named was withdrawn.</param>
    internal Facility After(Facility standing, bool needWithdrawn) => this with
    {
        FormerNeeds = needWithdrawn && standing.Need is { } old && old != Need ? [.. standing.FormerNeeds ?? [], old] : standing.FormerNeeds,
    };
}

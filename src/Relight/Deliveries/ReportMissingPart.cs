using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Says that a part is missing, which becomes a need of its own at the same place; the installation waits for it.</summary>
/// <param name="Installation">The installation.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Need">Id of the new need.</param>
/// <param name="Part">What is missing, e.g. <c>control cubicle of the tap changer</c>.</param>
/// <param name="Kind">What kind of item it is.</param>
/// <param name="Pieces">How many.</param>
public sealed record ReportMissingPart(Id<Installation> Installation, int ExpectedVersion, Id<Need> Need, string Part, ItemKind Kind, int Pieces) : ICommand
{
    /// <summary>Held to all that holds of a need that is entered otherwise; it takes organisation, place and priority of the need that the units are for.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, ReportMissingPart command, Moment moment)
    {
        var checks = new Checks().Text("part", command.Part)
            .Require(!state.NeedIdTaken, "need", command.Need, "is the id of another need")
            .Require(command.Pieces is >= 1 and <= 100_000, "pieces", command.Pieces, "must be from 1 to 100000")
            .Require(command.Kind != ItemKind.Money, "kind", command.Kind, "must not be money");
        InstallationChange.Check(checks, state.Installation, command.Installation, command.ExpectedVersion);
        checks.Require(state.Installation is null || state.Served is not null, "installation", command.Installation, "is for a need that was withdrawn");
        if (!checks.Clean)
            return checks.Refused();
        var need = new Need
        {
            Id = command.Need,
            Version = 1,
            Title = command.Part,
            Organisation = state.Served!.Organisation,
            Site = state.Served.Site,
            Priority = state.Served.Priority,
            Requirement = new GoodsRequirement(new Item(command.Kind, command.Part), Quantity.Pieces(command.Pieces)),
            Units = 1,
        };
        return RecordNeed.Decide(new RecordNeed.State(null, false, true), new RecordNeed(need), moment) switch
        {
            Decision.Refused refused => refused with { Refusals = [.. refused.Refusals.Select(refusal => refusal with { Field = "part" })] },
            Decision.Accepted accepted => accepted with { Events = [.. accepted.Events, new InstallationHeld(command.Installation, HoldReason.MissingPart, command.Part, moment.At, command.Need)] },
            var other => other,
        };
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var installation = await InstallationChange.Load(db, Installation, moment, cancel);
        var served = installation is null ? null : await db.Needs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == installation.Need, cancel);
        return Decide(new State(installation, served?.Read(), await db.Needs.AnyAsync(row => row.Id == Need, cancel)), this, moment);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Installation">The installation as it stands; null where it is not known.</param>
    /// <param name="Served">The need that its units are for; null where it was withdrawn.</param>
    /// <param name="NeedIdTaken">Whether a need of the new id is there already.</param>
    public sealed record State(Installation? Installation, Need? Served, bool NeedIdTaken);
}

using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;

namespace Relight.Facilities;

/// <summary>
/// Assigns a set to a facility: holds one unit for the need for power at its place, as any allocation is held. Where no such
/// need is entered yet, or the one that it names was withdrawn, it is made of what is known of the facility.
/// </summary>
/// <param name="Facility">The facility.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Offer">The offer of which it gets one unit.</param>
/// <param name="Allocation">Id of the allocation.</param>
/// <param name="Need">Id of the need where one is made; has no effect where the facility names one that was not withdrawn.</param>
/// <param name="Why">The reason, where rules cannot tell yet whether it fits; else null, or a note.</param>
public sealed record AssignSet(
    Id<Facility> Facility, int ExpectedVersion, Id<Offer> Offer, Id<Allocation> Allocation, Id<Need> Need, string? Why = null) : ICommand
{
    private const string WhyMade = "its need was made when a set was assigned to it";

    /// <summary>Held to all that holds of a need that is entered, and of units that are held, otherwise.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, AssignSet command, Moment moment)
    {
        var checks = new Checks().Require(state.Facility is not null, "facility", command.Facility, "must be a facility of this operation");
        if (state.Facility is not { } facility)
            return checks.OptionalText("why", command.Why, Checks.Paragraphs).Refused();
        if (facility.Version != command.ExpectedVersion)
            checks.Add(new Conflict("expectedVersion", $"{command.ExpectedVersion}", $"{facility.Version}", "the facility has changed since you read it"));
        var made = state.Need is null ? Made(checks, state, facility, command, moment) : [];
        var need = made.OfType<NeedRecorded>().FirstOrDefault()?.Need ?? state.Need;
        if (need is null)
            return checks.OptionalText("why", command.Why, Checks.Paragraphs).Refused();
        if (state.Offer is { } offer && string.IsNullOrWhiteSpace(command.Why)
            && FacilityFit.OwnVerdicts(facility, offer).FirstOrDefault(own => own.Verdict == Verdict.CannotTellYet) is { } open)
            checks.Add(Unfit.Of("why", null, open));
        var held = HoldUnits.Decide(
            new HoldState(state.AllocationIdTaken, need, state.Offer, state.Country, state.Allocations),
            new HoldUnits(command.Allocation, need.Id, command.Offer, 1, command.Why), moment);
        if (held is Decision.Refused refused)
            foreach (var refusal in refused.Refusals)
                checks.Add(refusal);
        return checks.OrAll(() => [.. made, .. ((Decision.Accepted)held).Events]);
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var facility = (await db.Facilities.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Facility && row.Operation == moment.Operation, cancel))?.Read();
        var offer = (await db.Offers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Offer && row.Operation == moment.Operation, cancel))?.Read();
        var by = facility is null ? null : (await db.Organisations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == facility.Organisation, cancel))?.Read();
        var need = facility?.Need is { } id ? (await db.Needs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == moment.Operation, cancel))?.Read() : null;
        return Decide(
            new State(
                facility, need, offer, by?.Country,
                await AllocationsAtMoment.Load(db, need?.Id ?? Need, Offer, moment, cancel),
                need is null && await db.Needs.AnyAsync(row => row.Id == Need, cancel),
                await db.Allocations.AnyAsync(row => row.Id == Allocation, cancel)),
            this, moment);
    }

    // The need asks for the load that the set is to carry there: the typical one where it can.
    private static IReadOnlyList<IEvent> Made(Checks checks, State state, Facility facility, AssignSet command, Moment moment)
    {
        checks.Require(!state.NeedIdTaken, "need", command.Need, "is the id of another need");
        if (state.Offer is not { } offer)
        {
            checks.Refuse("offer", command.Offer, "must be an offer of this operation that was not withdrawn");
            return [];
        }
        if ((FacilityFit.Weigh(facility, offer, null, Practice.Default).Kilowatts ?? FacilityFit.LoadsOf(facility).Cast<decimal?>().FirstOrDefault()) is not { } load)
        {
            checks.Refuse("facility", facility.Title, "must have a known load before a set can be assigned to it");
            return [];
        }
        var need = FacilityFit.NeedOf(facility, load, null, offer) with
        {
            Id = command.Need,
            Version = 1,
            Site = facility is { Oblast: { } oblast, Exact: { } exact } ? new Site(oblast, exact) : null,
        };
        var entered = RecordNeed.Decide(new RecordNeed.State(null, false, true), new RecordNeed(need), moment);
        if (entered is Decision.Refused refused)
            foreach (var refusal in refused.Refusals)
                checks.Refuse("facility", null, refusal.Rule);
        return entered is not Decision.Accepted accepted ? []
            : [.. accepted.Events, new FacilityCorrected((facility with { Need = need.Id, Version = facility.Version + 1 }).After(facility, needWithdrawn: true), WhyMade)];
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Facility">The facility as it stands; null where it is not known.</param>
    /// <param name="Need">The need that it names; null where it names none, or that was withdrawn.</param>
    /// <param name="Offer">The offer; null where it is not known, or withdrawn.</param>
    /// <param name="Country">Country of who runs the facility; null where it has none.</param>
    /// <param name="Allocations">What is allocated to the need, and of the offer.</param>
    /// <param name="NeedIdTaken">Whether a need of the new id is there already.</param>
    /// <param name="AllocationIdTaken">Whether an allocation of this id was made already.</param>
    public sealed record State(
        Facility? Facility, Need? Need, Offer? Offer, Country? Country, AllocationsAtMoment Allocations, bool NeedIdTaken, bool AllocationIdTaken);
}

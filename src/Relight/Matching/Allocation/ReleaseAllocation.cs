using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>Gives units that are held for a need, confirmed or not, back to their offer.</summary>
/// <param name="Allocation">The allocation.</param>
/// <param name="Why">The reason.</param>
public sealed record ReleaseAllocation(Id<Allocation> Allocation, string Why) : ICommand
{
    /// <summary>The allocation must still hold units, and some of them, or lost ones, be in no consignment: what is sent is released by nobody.</summary>
    /// <param name="state">What is known; null where the allocation is not.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(AllocationWithPair? state, ReleaseAllocation command, Moment moment)
    {
        var checks = new Checks()
            .Require(state is not null, "allocation", command.Allocation, "must be an allocation of this operation")
            .Text("why", command.Why, Checks.Paragraphs);
        if (state?.Allocation is not { } allocation)
            return checks.Refused();
        var holds = allocation.State is AllocationState.Held or AllocationState.Confirmed;
        checks
            .Require(!allocation.HasLapsed(moment.At), "allocation", command.Allocation, "has lapsed, and the offer has the units again")
            .Require(holds, "allocation", command.Allocation, $"is {allocation.State.ToString().ToLowerInvariant()} and holds nothing")
            .Require(!holds || !state.IsInConsignments, "allocation", command.Allocation, "all of it is in consignments, so that its offer would get nothing back: call off those that have not left");
        var followed = allocation.State == AllocationState.Confirmed
            ? AllocatedStage.After(state, state.ConfirmedUnits - allocation.Units, moment, checks)
            : [];
        return checks.OrAll(() => [new AllocationReleased(command.Allocation, command.Why), .. followed]);
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await AllocationWithPair.Load(db, Allocation, moment, cancel), this, moment);
}

/// <summary>Units that were held for a need went back to their offer.</summary>
/// <param name="Allocation">The allocation.</param>
/// <param name="Why">The reason.</param>
public sealed record AllocationReleased(Id<Allocation> Allocation, string Why) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) =>
        AllocationChange.Change(db, Allocation, allocation => allocation with { State = AllocationState.Released }, cancel);
}

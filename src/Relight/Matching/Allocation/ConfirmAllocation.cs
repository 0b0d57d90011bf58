using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>Makes units that are held for a need stand until they are released.</summary>
/// <param name="Allocation">The allocation.</param>
/// <param name="Why">The reason, where rules cannot tell yet whether it fits; else null, or a note.</param>
public sealed record ConfirmAllocation(Id<Allocation> Allocation, string? Why = null) : ICommand
{
    /// <summary>
    /// It must be held and not have lapsed, and need and offer must still fit each other: either may have changed. Others
    /// rely on what is confirmed, so that where rules cannot tell yet, a reason is asked for again.
    /// </summary>
    /// <param name="state">What is known; null where the allocation is not.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(AllocationWithPair? state, ConfirmAllocation command, Moment moment)
    {
        var checks = new Checks()
            .Require(state is not null, "allocation", command.Allocation, "must be an allocation of this operation")
            .OptionalText("why", command.Why, Checks.Paragraphs);
        if (state?.Allocation is not { } allocation)
            return checks.Refused();
        checks
            .Require(!allocation.HasLapsed(moment.At), "allocation", command.Allocation, $"lapsed on {allocation.LapsesAt:yyyy-MM-dd HH:mm} UTC: hold the units again")
            .Require(allocation.State == AllocationState.Held, "allocation", command.Allocation, $"is {allocation.State.ToString().ToLowerInvariant()}, only what is held can be confirmed")
            .Require(allocation.Usable > 0, "allocation", command.Allocation, "all of it is lost: nothing is left to confirm");
        if (checks.Clean)
        {
            if (state.Offer.Earmark?.WhyNot(state.Need, state.Country) is { } bound)
                checks.Refuse("allocation", command.Allocation, bound);
            Fit.Check(checks, "allocation", state.Need, state.Offer, command.Why);
        }
        var followed = AllocatedStage.After(state, state.ConfirmedUnits + allocation.Units, moment, checks);
        return checks.OrAll(() => [new AllocationConfirmed(command.Allocation, command.Why), .. followed]);
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await AllocationWithPair.Load(db, Allocation, moment, cancel), this, moment);
}

/// <summary>An allocation was confirmed.</summary>
/// <param name="Allocation">The allocation.</param>
/// <param name="Why">The reason; null where none was needed.</param>
public sealed record AllocationConfirmed(Id<Allocation> Allocation, string? Why) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => AllocationChange.Change(
        db, Allocation, allocation => allocation with { State = AllocationState.Confirmed, Why = Why ?? allocation.Why }, cancel);
}

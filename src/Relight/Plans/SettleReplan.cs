using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>Ends a proposal: its plan was adopted, or the plan stays as it is.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Adopted">The plan that was kept for it; null where it was left.</param>
public sealed record SettleReplan(Id<ReplanProposal> Proposal, Id<StoredPlan>? Adopted) : ICommand
{
    /// <summary>It must be what is proposed, and the plan be one of the operation.</summary>
    /// <param name="state">What is kept.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, SettleReplan command) => new Checks()
        .Require(state.IsProposed, "proposal", command.Proposal, "is not proposed any more")
        .Require(command.Adopted is null || state.PlanKept, "adopted", command.Adopted, "must be a plan of this operation")
        .Or(() => new ReplanSettled(command.Proposal, command.Adopted));

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var adopted = Adopted.GetValueOrDefault();
        return Decide(
            new State(
                await db.ReplanProposals.AnyAsync(row => row.Id == Proposal && row.Operation == moment.Operation, cancel),
                Adopted is not null && await db.Plans.AnyAsync(row => row.Id == adopted && row.Operation == moment.Operation, cancel)),
            this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IsProposed">Whether it is what is proposed.</param>
    /// <param name="PlanKept">Whether the plan is kept.</param>
    public sealed record State(bool IsProposed, bool PlanKept);
}

/// <summary>A proposal was adopted or left.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Adopted">The plan that was kept for it; null where it was left.</param>
public sealed record ReplanSettled(Id<ReplanProposal> Proposal, Id<StoredPlan>? Adopted) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        if (await db.ReplanProposals.FindAsync([Proposal], cancel) is { } row)
            db.ReplanProposals.Remove(row);
    }
}

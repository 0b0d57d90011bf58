using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>Keeps a plan that was made anew until somebody adopts it or leaves it; it takes the place of what was proposed before.</summary>
/// <param name="Proposal">The proposal.</param>
public sealed record ProposeReplan(ReplanProposal Proposal) : ICommand
{
    /// <summary>The id must be new, the plan that it began with be the latest, and both plans be readable.</summary>
    /// <param name="state">What is kept already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, ProposeReplan command)
    {
        var proposal = command.Proposal;
        var checks = new Checks()
            .Require(!state.IdTaken, "proposal.id", proposal.Id, "is the id of another proposal")
            .Require(state.IsLatest, "proposal.plan", proposal.Plan, "must be the latest plan of this operation")
            .Require(proposal.NowHours >= 0 && double.IsFinite(proposal.NowHours), "proposal.nowHours", proposal.NowHours, "must be 0 or more")
            .Require(proposal.Changes.Count > 0, "proposal.changes", 0, "must be one at least");
        foreach (var (field, json) in new[] { ("proposal.made", proposal.Made), ("proposal.carriedOn", proposal.CarriedOn) })
            foreach (var error in PlanFile.Parse(json, field).Errors)
                checks.Add(new Refusal(error.Place, error.Value, error.Rule));
        return checks.Or(() => new ReplanWasProposed(proposal));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        new State(
            await db.ReplanProposals.AnyAsync(row => row.Id == Proposal.Id, cancel),
            await ReadPlan.LatestId(db, moment.Operation, cancel) == Proposal.Plan),
        this);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether a proposal of this id is kept already.</param>
    /// <param name="IsLatest">Whether the plan that it began with is the latest.</param>
    public sealed record State(bool IdTaken, bool IsLatest);
}

/// <summary>A plan that was made anew was proposed.</summary>
/// <param name="Proposal">The proposal.</param>
public sealed record ReplanWasProposed(ReplanProposal Proposal) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.ReplanProposals.RemoveRange(await db.ReplanProposals.Where(row => row.Operation == moment.Operation).ToListAsync(cancel));
        db.ReplanProposals.Add(new ReplanProposalRow { Id = Proposal.Id, Operation = moment.Operation, At = moment.At }.With(Proposal));
    }
}

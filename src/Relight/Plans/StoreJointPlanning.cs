using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>Keeps what planning and allocating together gave.</summary>
/// <param name="Joint">What it gave.</param>
public sealed record StoreJointPlanning(JointPlanning Joint) : ICommand
{
    /// <summary>The id must be new, the plan be kept, and there be one round at least.</summary>
    /// <param name="state">What is kept already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, StoreJointPlanning command) => new Checks()
        .Require(!state.IdTaken, "joint.id", command.Joint.Id, "is the id of another")
        .Require(state.PlanKept, "joint.plan", command.Joint.Plan, "must be a plan of this operation")
        .Require(command.Joint.Rounds.Count > 0, "joint.rounds", 0, "must be one at least")
        .Or(() => new JointPlanningStored(command.Joint));

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        new State(
            await db.JointPlannings.AnyAsync(row => row.Id == Joint.Id, cancel),
            await db.Plans.AnyAsync(row => row.Id == Joint.Plan && row.Operation == moment.Operation, cancel)),
        this);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether one of this id is kept already.</param>
    /// <param name="PlanKept">Whether its plan is kept.</param>
    public sealed record State(bool IdTaken, bool PlanKept);
}

/// <summary>What planning and allocating together gave was kept.</summary>
/// <param name="Joint">What it gave.</param>
public sealed record JointPlanningStored(JointPlanning Joint) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.JointPlannings.Add(new JointPlanningRow { Id = Joint.Id, Operation = moment.Operation, At = moment.At }.With(Joint));
        return Task.CompletedTask;
    }
}

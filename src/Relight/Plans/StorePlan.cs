using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>Keeps a plan, with what its check found.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="CheckPassed">Whether <see cref="PlanCheck"/> passed it; a plan that it did not pass is not kept.</param>
public sealed record StorePlan(StoredPlan Plan, bool CheckPassed) : ICommand
{
    /// <summary>The plan must be readable and checked, its scenario kept, and the id new.</summary>
    /// <param name="state">What is kept already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, StorePlan command)
    {
        var plan = command.Plan;
        var checks = new Checks()
            .Require(!state.IdTaken, "plan.id", plan.Id, "is the id of another plan")
            .Require(state.ScenarioKept, "plan.scenario", plan.Scenario, "must be a scenario of this operation")
            .Require(command.CheckPassed, "checkPassed", command.CheckPassed, "the plan must have passed its check")
            .Text("plan.name", plan.Name);
        foreach (var error in PlanFile.Parse(plan.Json, "plan.json").Errors)
            checks.Add(new Refusal(error.Place, error.Value, error.Rule));
        return checks.Or(() => new PlanStored(plan));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        new State(
            await db.Plans.AnyAsync(row => row.Id == Plan.Id, cancel),
            await db.Scenarios.AnyAsync(row => row.Id == Plan.Scenario && row.Operation == moment.Operation, cancel)),
        this);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether a plan of this id is kept already.</param>
    /// <param name="ScenarioKept">Whether the scenario that it names is kept.</param>
    public sealed record State(bool IdTaken, bool ScenarioKept);
}

/// <summary>A plan was kept.</summary>
/// <param name="Plan">The plan.</param>
public sealed record PlanStored(StoredPlan Plan) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.Plans.Add(new PlanRow { Id = Plan.Id, Operation = moment.Operation, At = moment.At }.With(Plan));
        return Task.CompletedTask;
    }
}

using Microsoft.EntityFrameworkCore;
using Relight.Grid.Import;
using Relight.Ledger;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>Keeps a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
public sealed record StoreScenario(Scenario Scenario) : ICommand
{
    /// <summary>The scenario must be readable on its model, and the id new.</summary>
    /// <param name="state">What is kept already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, StoreScenario command)
    {
        var scenario = command.Scenario;
        var checks = new Checks()
            .Require(!state.IdTaken, "scenario.id", scenario.Id, "is the id of another scenario")
            .Require(state.Model is not null, "scenario.model", scenario.Model, "must be a network model of this operation")
            .Text("scenario.name", scenario.Name);
        if (state.Model is { } model)
        {
            var read = ScenarioReader.Parse(
                scenario.Json, "scenario.json", _ => MatpowerReader.Parse(model.Case, "model.case"));
            foreach (var error in read.Errors)
                checks.Add(new Refusal(error.Place, error.Value, error.Rule));
        }
        return checks.Or(() => new ScenarioStored(scenario));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var taken = await db.Scenarios.AnyAsync(row => row.Id == Scenario.Id, cancel);
        var model = await db.GridModels.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Scenario.Model && row.Operation == moment.Operation, cancel);
        return Decide(new State(taken, model?.Read()), this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether a scenario of this id is kept already.</param>
    /// <param name="Model">The model that it names; null where there is none.</param>
    public sealed record State(bool IdTaken, GridModel? Model);
}

/// <summary>A scenario was kept.</summary>
/// <param name="Scenario">The scenario.</param>
public sealed record ScenarioStored(Scenario Scenario) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.Scenarios.Add(new ScenarioRow { Id = Scenario.Id, Operation = moment.Operation }.With(Scenario));
        return Task.CompletedTask;
    }
}

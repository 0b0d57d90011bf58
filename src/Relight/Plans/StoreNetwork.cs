using Microsoft.EntityFrameworkCore;
using Relight.Grid.Import;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>Keeps a network model.</summary>
/// <param name="Model">The model.</param>
public sealed record StoreNetwork(GridModel Model) : ICommand
{
    /// <summary>The case must be readable, its places and names must be of it, and the id new.</summary>
    /// <param name="idTaken">Whether a model of this id is kept already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(bool idTaken, StoreNetwork command)
    {
        var model = command.Model;
        var checks = new Checks()
            .Require(!idTaken, "model.id", model.Id, "is the id of another model")
            .Text("model.name", model.Name)
            .OptionalText("model.label", model.Label);
        var read = MatpowerReader.Parse(model.Case, "model.case");
        foreach (var error in read.Errors)
            checks.Add(new Refusal(error.Place, error.Value, error.Rule));
        if (read.Value is { } network)
        {
            var buses = network.Buses.Select(bus => bus.Id).ToHashSet();
            foreach (var (i, place) in model.Places.Index().Where(p => !buses.Contains(p.Item.Bus)))
                checks.Refuse($"model.places[{i}].bus", place.Bus, "must be a bus of the case");
            foreach (var (i, place) in Again(model.Places))
                checks.Refuse($"model.places[{i}].bus", place.Bus, "must have one place");
        }
        return checks.Or(() => new NetworkStored(model));
    }

    private static IEnumerable<(int Index, BusPlace Item)> Again(IReadOnlyList<BusPlace> places)
    {
        var buses = new HashSet<int>();
        return places.Index().Where(place => !buses.Add(place.Item.Bus));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await db.GridModels.AnyAsync(row => row.Id == Model.Id, cancel), this);
}

/// <summary>A network model was kept.</summary>
/// <param name="Model">The model.</param>
public sealed record NetworkStored(GridModel Model) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.GridModels.Add(new GridModelRow { Id = Model.Id, Operation = moment.Operation }.With(Model));
        return Task.CompletedTask;
    }
}

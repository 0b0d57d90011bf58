using Microsoft.EntityFrameworkCore;
using Relight.Grid;
using Relight.Grid.Import;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>A scenario that the register keeps, read, with its network model.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Model">The model, with places and names.</param>
/// <param name="Problem">The problem.</param>
public sealed record OpenScenario(Scenario Scenario, GridModel Model, RestorationProblem Problem)
{
    private readonly Dictionary<ElementId, string> _names = Model.Names.ToDictionary(named => named.Element, named => named.Name);
    private readonly Dictionary<int, string?> _oblasts = Model.Places.ToDictionary(place => place.Bus, place => place.Oblast?.Code);

    /// <summary>What people call an element; its id where it has no name.</summary>
    public string NameOf(ElementId element) => _names.GetValueOrDefault(element) ?? element.ToString();

    /// <summary>P-code of the area of an element, that of its bus, or of the bus at its from end; null where it is not known.</summary>
    public string? OblastOf(ElementId element)
    {
        var bus = element.Kind switch
        {
            ElementKind.Bus => element.Number,
            ElementKind.Branch => Problem.Network.Branches[element.Number - 1].From,
            _ => Problem.Network.Generators[element.Number - 1].Bus,
        };
        return _oblasts.GetValueOrDefault(bus);
    }

    /// <summary>The instant of an hour.</summary>
    public DateTimeOffset At(double hour) => Scenario.HourZero.AddHours(hour);

    /// <summary>The hour of an instant; below 0 before hour zero.</summary>
    public double HourOf(DateTimeOffset instant) => (instant - Scenario.HourZero).TotalHours;
}

/// <summary>Reads scenarios that the register keeps. What was readable when it was stored is readable now.</summary>
public static class ReadScenario
{
    /// <summary>A scenario of an operation; null where it has none of this id.</summary>
    public static async Task<OpenScenario?> Run(
        RelightContext db, Id<Operation> operation, Id<Scenario> id, CancellationToken cancel = default)
    {
        var row = await db.Scenarios.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.Operation == operation, cancel);
        if (row is null)
            return null;
        var model = await db.GridModels.AsNoTracking().FirstAsync(r => r.Id == row.Model, cancel);
        return Open(row.Read(), model.Read());
    }

    private static OpenScenario Open(Scenario scenario, GridModel model)
    {
        var read = ScenarioReader.Parse(scenario.Json, "scenario.json", name => MatpowerReader.Parse(model.Case, name));
        return read.Value is { } problem
            ? new OpenScenario(scenario, model, problem)
            : throw new InvalidDataException($"the stored scenario {scenario.Id} is damaged: {string.Join("; ", read.Errors)}");
    }
}

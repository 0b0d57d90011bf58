using Relight.Grid;
using Relight.Restoration;

namespace Relight.Plans;

/// <summary>How a damaged element stands at an hour.</summary>
public enum ElementCondition
{
    /// <summary>Out of service, nobody works on it.</summary>
    Damaged,

    /// <summary>Out of service, a crew works on it.</summary>
    UnderRepair,

    /// <summary>Back in service.</summary>
    Repaired,

    /// <summary>Repaired, but left open because closing it would serve less.</summary>
    RepairedOpen,
}

/// <summary>A damaged element at an hour.</summary>
/// <param name="Condition">How it stands.</param>
/// <param name="Repair">Its repair in the plan.</param>
/// <param name="EquipmentFrom">Hour from which its equipment is there.</param>
public sealed record ElementAtHour(ElementCondition Condition, PlannedRepair Repair, double EquipmentFrom)
{
    /// <summary>The element.</summary>
    public ElementId Element => Repair.Element;
}

/// <summary>What the grid delivers at an hour of a plan, what is being done and what comes next.</summary>
public sealed record Situation
{
    /// <summary>The hour, from the scenario's hour zero.</summary>
    public required double Hour { get; init; }

    /// <summary>Demand before the damage in MW.</summary>
    public required double DemandMegawatts { get; init; }

    /// <summary>Load that is served in MW.</summary>
    public required double ServedMegawatts { get; init; }

    /// <summary>Load that is not served in MW.</summary>
    public double UnservedMegawatts => DemandMegawatts - ServedMegawatts;

    /// <summary>People whose share of demand is not served.</summary>
    public required double PeopleWithoutPower { get; init; }

    /// <summary>Every damaged element, in the order of the damage list.</summary>
    public required IReadOnlyList<ElementAtHour> Elements { get; init; }

    /// <summary>Undamaged elements that are out because they hang on a damaged bus.</summary>
    public required IReadOnlyList<ElementId> TakenAlong { get; init; }

    /// <summary>What a crew works on, the one that ends first at the front.</summary>
    public IEnumerable<ElementAtHour> Underway =>
        Elements.Where(e => e.Condition == ElementCondition.UnderRepair).OrderBy(e => e.Repair.End).ThenBy(e => e.Element);

    /// <summary>Repairs that have not begun, the next first.</summary>
    public IEnumerable<ElementAtHour> Next =>
        Elements.Where(e => e.Condition == ElementCondition.Damaged).OrderBy(e => e.Repair.Start).ThenBy(e => e.Element);

    /// <summary>Elements whose equipment is not there yet, the next arrival first.</summary>
    public IEnumerable<ElementAtHour> Arrivals =>
        Elements.Where(e => e.EquipmentFrom > Hour).OrderBy(e => e.EquipmentFrom).ThenBy(e => e.Element);

    /// <summary>The situation at an hour of a plan. Before hour 0 it is that of hour 0, after the end that of the end.</summary>
    /// <param name="problem">The problem that the plan solves.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="hour">The hour; at the very end of a repair its element is back.</param>
    public static Situation At(RestorationProblem problem, Plan plan, double hour)
    {
        var stage = plan.Curve.LastOrDefault(s => s.FromHours <= Math.Max(0, hour));
        var open = stage?.Open.ToHashSet() ?? [];
        var planned = plan.Repairs.ToDictionary(repair => repair.Element);
        var elements = problem.Repairs
            .Select(repair => new ElementAtHour(Condition(planned[repair.Element], open, hour), planned[repair.Element], repair.AvailableFrom))
            .ToList();
        var demand = problem.Network.Buses.Where(bus => bus.Type != BusType.Isolated).Sum(bus => Math.Max(0, bus.DemandMegawatts));
        return new Situation
        {
            Hour = hour,
            DemandMegawatts = stage?.DemandMegawatts ?? demand,
            ServedMegawatts = stage?.ServedMegawatts ?? demand,
            PeopleWithoutPower = stage?.PeopleWithoutPower ?? 0,
            Elements = elements,
            TakenAlong = [.. AtDamagedBuses(problem.Network, elements)],
        };
    }

    private static ElementCondition Condition(PlannedRepair repair, HashSet<ElementId> open, double hour) =>
        hour >= repair.End ? open.Contains(repair.Element) ? ElementCondition.RepairedOpen : ElementCondition.Repaired
        : hour >= repair.Start ? ElementCondition.UnderRepair
        : ElementCondition.Damaged;

    private static IEnumerable<ElementId> AtDamagedBuses(Network network, List<ElementAtHour> elements)
    {
        var damaged = elements.Select(e => e.Element).ToHashSet();
        var dead = elements
            .Where(e => e.Element.Kind == ElementKind.Bus && e.Condition is ElementCondition.Damaged or ElementCondition.UnderRepair)
            .Select(e => e.Element.Number)
            .ToHashSet();
        var branches = network.Branches.Where(b => dead.Contains(b.From) || dead.Contains(b.To))
            .Select(b => new ElementId(ElementKind.Branch, b.Row));
        var generators = network.Generators.Where(g => dead.Contains(g.Bus))
            .Select(g => new ElementId(ElementKind.Generator, g.Row));
        return branches.Concat(generators).Where(element => network.IsInService(element) && !damaged.Contains(element));
    }
}

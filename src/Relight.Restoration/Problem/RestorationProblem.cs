using System.Collections.Frozen;
using Relight.Grid;

namespace Relight.Restoration;

/// <summary>
/// Given a network, the damaged elements with the work each needs, crews, and the hour from which the equipment for
/// each repair is there: which crew repairs what, when, so that the least weighted energy goes unserved until all is
/// repaired or the horizon ends? The rules that tie the parts together are those that the scenario reader checks.
/// </summary>
public sealed class RestorationProblem
{
    private readonly FrozenDictionary<(ElementId, ElementId), double> _travel;

    /// <summary>Makes a problem of parts that have been checked against one another.</summary>
    public RestorationProblem(
        string name,
        Network network,
        IReadOnlyList<Repair> repairs,
        IReadOnlyList<Crew> crews,
        IReadOnlyList<Travel>? travel = null,
        IReadOnlyList<WeightedLoad>? weights = null,
        IReadOnlyList<BusPeople>? people = null,
        double? horizonHours = null,
        IReadOnlyList<ElementId>? repaired = null)
    {
        Name = name;
        Network = network;
        Repairs = repairs;
        Crews = crews;
        Travel = travel ?? [];
        Weights = weights ?? [];
        People = people ?? [];
        HorizonHours = horizonHours;
        Repaired = repaired ?? [];
        var hours = new Dictionary<(ElementId, ElementId), double>();
        foreach (var leg in Travel)
            hours[(leg.From, leg.To)] = leg.Hours;
        foreach (var leg in Travel)
            hours.TryAdd((leg.To, leg.From), leg.Hours);
        _travel = hours.ToFrozenDictionary();
    }

    /// <summary>Name of the scenario.</summary>
    public string Name { get; }

    /// <summary>The network as it was before the damage.</summary>
    public Network Network { get; }

    /// <summary>One repair for each damaged element, in the order of the damage list.</summary>
    public IReadOnlyList<Repair> Repairs { get; }

    /// <summary>The crews.</summary>
    public IReadOnlyList<Crew> Crews { get; }

    /// <summary>Ways between sites that take time, as given.</summary>
    public IReadOnlyList<Travel> Travel { get; }

    /// <summary>Parts of demand with a weight of their own.</summary>
    public IReadOnlyList<WeightedLoad> Weights { get; }

    /// <summary>People by bus, where known.</summary>
    public IReadOnlyList<BusPeople> People { get; }

    /// <summary>Hour at which counting ends; null for the end of the last repair.</summary>
    public double? HorizonHours { get; }

    /// <summary>
    /// Branches that were damaged and are back by hour 0, each once: as every repaired branch they may stay open.
    /// </summary>
    public IReadOnlyList<ElementId> Repaired { get; }

    /// <summary>Hours that a crew needs from one site to another; 0 where nothing is given.</summary>
    public double TravelHours(ElementId from, ElementId to) => _travel.GetValueOrDefault((from, to));
}

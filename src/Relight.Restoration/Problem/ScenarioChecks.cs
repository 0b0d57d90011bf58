using System.Globalization;
using Relight.Grid;

namespace Relight.Restoration;

/// <summary>The rules that tie the parts of a scenario together: to the network, to the crews, to one another.</summary>
internal static class ScenarioChecks
{
    // Parts of a demand are decimal fractions: their sum may be off by rounding.
    private const double DemandTolerance = 1e-9;

    /// <summary>Notes every rule that the draft breaks.</summary>
    public static void Run(JsonPart root, ScenarioDraft draft)
    {
        CheckElements(draft);
        CheckRepaired(draft);
        CheckCrews(root, draft);
        UnderWayChecks.Run(draft);
        PrecedenceChecks.Run(draft);
        CheckHorizon(draft);
        CheckTravel(draft);
        if (draft.Network is { } network)
        {
            CheckWeights(network, draft.Weights);
            CheckPeople(network, draft.People);
        }
    }

    private static void CheckElements(ScenarioDraft draft)
    {
        var seen = new HashSet<ElementId>();
        foreach (var (repair, part) in draft.Repairs)
        {
            var place = part.Required("element")!;
            if (!seen.Add(repair.Element))
                place.Error("is in the damage list already; an element is damaged once");
            if (draft.Network is not { } network)
                continue;
            if (!network.Contains(repair.Element))
                place.Error($"is not an element of the network {network.Name}");
            else if (!network.IsInService(repair.Element))
                place.Warning("is out of service in the network file and stays out: its repair brings nothing back");
        }
    }

    private static void CheckRepaired(ScenarioDraft draft)
    {
        var damaged = draft.Repairs.Select(p => p.Value.Element).ToHashSet();
        var seen = new HashSet<ElementId>();
        foreach (var (element, place) in draft.Repaired)
        {
            if (element.Kind != ElementKind.Branch)
                place.Error("is not a branch; only branches may stay open once they are back");
            else if (damaged.Contains(element))
                place.Error("is in the damage list; it is not back yet");
            else if (!seen.Add(element))
                place.Error("is listed already");
            else if (draft.Network is { } network && !network.Contains(element))
                place.Error($"is not an element of the network {network.Name}");
        }
    }

    private static void CheckCrews(JsonPart root, ScenarioDraft draft)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (crew, part) in draft.Crews)
        {
            if (!names.Add(crew.Name))
                part.Required("name")!.Error("is the name of another crew too; names are unique");
            if (crew.AvailableFrom >= draft.HorizonHours)
                part.Optional("availableFrom")!.Warning("is not before the horizon: the crew changes nothing that is counted");
        }
        if (draft.Repairs.Count > 0 && draft.Crews.Count == 0)
        {
            if (root.Required("crews") is { } crews && !crews.ItemsIfList().Any())
                crews.Error("must list at least one crew, since something is damaged");
            return;
        }
        foreach (var (repair, part) in draft.Repairs)
            if (repair.Skill is not null && !draft.Crews.Any(c => c.Value.CanDo(repair with { UnderWay = null })))
                part.Required("skill")!.Error("is a skill that no crew has");
    }

    private static void CheckHorizon(ScenarioDraft draft)
    {
        foreach (var (repair, part) in draft.Repairs)
            if (repair.AvailableFrom >= draft.HorizonHours)
                part.Optional("availableFrom")!.Error(string.Create(
                    CultureInfo.InvariantCulture,
                    $"must be before the horizon of {draft.HorizonHours} hours: the equipment arrives too late to count"));
    }

    private static void CheckTravel(ScenarioDraft draft)
    {
        var damaged = draft.Repairs.Select(p => p.Value.Element).ToHashSet();
        var seen = new HashSet<(ElementId, ElementId)>();
        foreach (var (travel, part) in draft.Travel)
        {
            if (!damaged.Contains(travel.From))
                part.Required("from")!.Error("is not in the damage list; crews travel between repairs");
            if (!damaged.Contains(travel.To))
                part.Required("to")!.Error("is not in the damage list; crews travel between repairs");
            if (travel.From == travel.To)
                part.Required("to")!.Error("must differ from the element that the crew leaves");
            else if (!seen.Add((travel.From, travel.To)))
                part.Error("gives the hours of a way that is listed already");
        }
    }

    private static void CheckWeights(Network network, IReadOnlyList<Placed<WeightedLoad>> weights)
    {
        var total = new Dictionary<int, double>();
        foreach (var (weight, part) in weights)
        {
            if (!network.HasBus(weight.Bus))
            {
                part.Required("bus")!.Error($"is not a bus of the network {network.Name}");
                continue;
            }
            var sum = total[weight.Bus] = total.GetValueOrDefault(weight.Bus) + weight.Megawatts;
            var demand = Demand(network, weight.Bus);
            if (sum > demand + (DemandTolerance * Math.Max(1, demand)))
                part.Required("megawatts")!.Error(string.Create(
                    CultureInfo.InvariantCulture,
                    $"makes {sum} MW of weighted load at bus {weight.Bus}, whose demand is {demand} MW"));
        }
    }

    private static void CheckPeople(Network network, IReadOnlyList<Placed<BusPeople>> people)
    {
        var seen = new HashSet<int>();
        foreach (var (entry, part) in people)
        {
            var place = part.Required("bus")!;
            if (!network.HasBus(entry.Bus))
                place.Error($"is not a bus of the network {network.Name}");
            else if (!seen.Add(entry.Bus))
                place.Error("is listed already; give the people of a bus in one entry");
            else if (Demand(network, entry.Bus) == 0)
                place.Warning("is a bus without demand in service: its people are not counted");
        }
    }

    private static double Demand(Network network, int bus)
    {
        var row = network.Buses[network.IndexOf(bus)];
        return row.Type == BusType.Isolated ? 0 : Math.Max(0, row.DemandMegawatts);
    }
}

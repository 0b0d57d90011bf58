using System.Globalization;
using Relight.Grid;

namespace Relight.Restoration;

/// <summary>The rules of <see cref="Repair.After"/>: damaged elements only, and no cycle; and what an order leaves possible before the horizon.</summary>
internal static class PrecedenceChecks
{
    private const int LongestCycleShown = 12;

    /// <summary>Notes every rule that the draft breaks.</summary>
    public static void Run(ScenarioDraft draft)
    {
        var repairs = new Dictionary<ElementId, Placed<Repair>>();
        foreach (var placed in draft.Repairs)
            repairs.TryAdd(placed.Value.Element, placed);
        foreach (var part in repairs.Values)
            foreach (var (text, element) in After(part))
                if (!repairs.ContainsKey(element))
                    text.Error("is not in the damage list, so no repair of it can come before");

        var order = Sort(repairs);
        NameCycles(repairs, order);
        WarnOfLateStarts(draft, repairs, order);
    }

    /// <summary>Notes every cycle among repairs; what they wait for outside of these is left out of account.</summary>
    public static void NameCycles(IEnumerable<Placed<Repair>> placed)
    {
        var repairs = placed.DistinctBy(p => p.Value.Element).ToDictionary(p => p.Value.Element);
        NameCycles(repairs, Sort(repairs));
    }

    private static IEnumerable<(JsonPart Part, ElementId Element)> After(Placed<Repair> placed) =>
        (placed.Part.Optional("after")?.ItemsIfList() ?? [])
            .Select(part => (part, ok: part.IsElement(out var element), element))
            .Where(p => p.ok)
            .Select(p => (p.part, p.element));

    /// <summary>The repairs in an order that keeps precedence; those on a cycle, or behind one, are left out.</summary>
    private static List<ElementId> Sort(Dictionary<ElementId, Placed<Repair>> repairs)
    {
        var waits = repairs.ToDictionary(p => p.Key, p => p.Value.Value.After.Distinct().Count(repairs.ContainsKey));
        var followers = repairs.Values
            .SelectMany(p => p.Value.After.Distinct().Select(before => (before, p.Value.Element)))
            .ToLookup(p => p.before, p => p.Element);
        var order = repairs.Keys.Where(element => waits[element] == 0).ToList();
        for (var i = 0; i < order.Count; i++)
            order.AddRange(followers[order[i]].Where(follower => --waits[follower] == 0));
        return order;
    }

    private static void NameCycles(Dictionary<ElementId, Placed<Repair>> repairs, List<ElementId> sorted)
    {
        var acyclic = sorted.ToHashSet();
        var done = sorted.ToHashSet();
        foreach (var start in repairs.Keys.Where(element => !done.Contains(element)))
        {
            var walk = new List<ElementId>();
            var element = start;
            while (done.Add(element))
            {
                walk.Add(element);
                element = repairs[element].Value.After.First(before => repairs.ContainsKey(before) && !acyclic.Contains(before));
            }
            if (walk.IndexOf(element) is >= 0 and var first)
                NameCycle(repairs, walk[first..]);
        }
    }

    private static void NameCycle(Dictionary<ElementId, Placed<Repair>> repairs, List<ElementId> cycle)
    {
        var shown = cycle.Count <= LongestCycleShown
            ? string.Join(" after ", cycle.Append(cycle[0]))
            : $"{string.Join(" after ", cycle.Take(LongestCycleShown))} … ({cycle.Count} elements)";
        repairs[cycle[0]].Part.Required("after")!.Error($"makes a cycle that no order can keep: {shown}");
    }

    private static void WarnOfLateStarts(
        ScenarioDraft draft, Dictionary<ElementId, Placed<Repair>> repairs, List<ElementId> sorted)
    {
        if (draft.HorizonHours is not { } horizon)
            return;
        var ends = new Dictionary<ElementId, double>();
        foreach (var element in sorted)
        {
            var (repair, part) = repairs[element];
            var crews = draft.Crews.Where(c => c.Value.CanDo(repair)).Select(c => c.Value.AvailableFrom);
            var start = repair.UnderWay is not null ? 0 : repair.After.Select(before => ends.GetValueOrDefault(before))
                .Append(crews.DefaultIfEmpty(0).Min()).Append(repair.AvailableFrom).Max();
            ends[element] = start + repair.Hours;
            if (start >= horizon && repair.AvailableFrom < horizon)
                part.Required("element")!.Warning(string.Create(
                    CultureInfo.InvariantCulture,
                    $"cannot be started before hour {start}, after the horizon of {horizon} hours: its repair is not counted"));
        }
    }
}

using Relight.Grid;

namespace Relight.Restoration;

/// <summary>The rules of <see cref="Repair.UnderWay"/> and of the ways of crews to their first repairs.</summary>
internal static class UnderWayChecks
{
    /// <summary>Notes every rule that the draft breaks.</summary>
    public static void Run(ScenarioDraft draft)
    {
        var at = new Dictionary<string, ElementId>(StringComparer.Ordinal);
        foreach (var (repair, part) in draft.Repairs.Where(p => p.Value.UnderWay is not null))
            CheckRepair(draft, repair, part, at);
        var damaged = draft.Repairs.Select(p => p.Value.Element).ToHashSet();
        foreach (var (crew, part) in draft.Crews)
            CheckWays(crew, part, damaged, at);
    }

    private static void CheckRepair(ScenarioDraft draft, Repair repair, JsonPart part, Dictionary<string, ElementId> at)
    {
        var place = part.Required("underWay")!;
        var name = repair.UnderWay!;
        if (draft.Crews.FirstOrDefault(c => c.Value.Name == name)?.Value is not { } crew)
            place.Error("is not the name of a crew");
        else if (!crew.CanDo(repair))
            place.Error($"lacks the skill {repair.Skill} that this repair needs");
        if (!at.TryAdd(name, repair.Element))
            place.Error($"has {at[name]} under way already; a crew does one job at a time");
        if (repair.AvailableFrom > 0)
            part.Required("availableFrom")!.Error("must be 0 or absent, since the repair is under way at hour 0");
        if (repair.After.Count > 0)
            part.Required("after")!.Error("must be empty or absent, since the repair is under way at hour 0");
    }

    private static void CheckWays(Crew crew, JsonPart part, HashSet<ElementId> damaged, Dictionary<string, ElementId> at)
    {
        if (crew.Ways.Count > 0 && at.TryGetValue(crew.Name, out var element))
            part.Required("travelHours")!.Error($"must be empty or absent, since the crew is at work on {element} at hour 0");
        var seen = new HashSet<ElementId>();
        foreach (var way in part.Optional("travelHours")?.ItemsIfList() ?? [])
        {
            if (way.OptionalIfObject("to") is not { } to || !to.IsElement(out var target))
                continue;
            if (!damaged.Contains(target))
                to.Error("is not in the damage list; crews travel to repairs");
            else if (!seen.Add(target))
                to.Error("is the end of a way that is listed already");
        }
    }
}

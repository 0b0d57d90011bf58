using Relight.Grid.Import;

namespace Relight.Restoration;

/// <summary>The parts of a file of changes as read, before the rules that tie them to scenario and plan are checked.</summary>
internal sealed record ChangesDraft
{
    public required JsonPart? Now { get; init; }

    public required double? NowHours { get; init; }

    public required IReadOnlyList<Placed<Repair>> Damage { get; init; }

    public required IReadOnlyList<Placed<RepairChange>> Repairs { get; init; }

    public required IReadOnlyList<Placed<CrewChange>> Crews { get; init; }

    public required IReadOnlyList<Placed<Crew>> CrewsAdded { get; init; }

    public required IReadOnlyList<Placed<Travel>> Travel { get; init; }

    /// <summary>The changes, once no rule is broken.</summary>
    public Changes ToChanges() => new()
    {
        NowHours = NowHours ?? 0,
        Damage = [.. Damage.Select(p => p.Value)],
        Repairs = [.. Repairs.Select(p => p.Value)],
        Crews = [.. Crews.Select(p => p.Value)],
        CrewsAdded = [.. CrewsAdded.Select(p => p.Value)],
        Travel = [.. Travel.Select(p => p.Value)],
    };
}

/// <summary>
/// Reads what has changed since a plan was made, in JSON. Everything that is wrong is reported at once: a syntax error
/// with line and column, a broken rule with its JSON path.
/// </summary>
public static class ChangesReader
{
    /// <summary>Reads a file of changes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">The problem that the plan solves.</param>
    /// <param name="plan">The plan up to now; its schedule must hold.</param>
    public static Imported<Changes> Read(string path, RestorationProblem problem, Plan plan) =>
        SourceFile.Read(path, source => Parse(source.Text, source.FileName, problem, plan));

    /// <summary>Reads the text of changes.</summary>
    /// <param name="json">The text.</param>
    /// <param name="fileName">Name of the file, for the findings.</param>
    /// <param name="problem">The problem that the plan solves.</param>
    /// <param name="plan">The plan up to now; its schedule must hold.</param>
    public static Imported<Changes> Parse(string json, string fileName, RestorationProblem problem, Plan plan)
    {
        var findings = new List<Finding>();
        if (JsonPart.Parse(json, fileName, findings) is not { } root)
            return new Imported<Changes>(null, findings);
        root.KnowsOnly("nowHours", "damage", "repairs", "crews", "crewsAdded", "travelHours");
        var now = root.Required("nowHours");
        var draft = new ChangesDraft
        {
            Now = now,
            NowHours = now?.Number(0, ScenarioReader.MostHours),
            Damage = ScenarioReader.Read(root.Optional("damage"), ScenarioReader.ReadRepair),
            Repairs = ScenarioReader.Read(root.Optional("repairs"), ReadRepair),
            Crews = ScenarioReader.Read(root.Optional("crews"), ReadCrew),
            CrewsAdded = ScenarioReader.Read(root.Optional("crewsAdded"), ScenarioReader.ReadCrew),
            Travel = ScenarioReader.Read(root.Optional("travelHours"), ScenarioReader.ReadTravel),
        };
        ChangeChecks.Run(draft, problem, plan);
        var refused = findings.Any(f => f.Severity == Severity.Error);
        return new Imported<Changes>(refused ? null : draft.ToChanges(), findings);
    }

    private static RepairChange? ReadRepair(JsonPart part)
    {
        part.KnowsOnly("element", "hours", "availableFrom", "done", "notBegun");
        var element = part.Required("element")?.Element();
        var hours = part.Optional("hours")?.Number(0, ScenarioReader.MostHours);
        var from = part.Optional("availableFrom")?.Number(0, ScenarioReader.MostHours);
        var done = part.Optional("done")?.Flag();
        var notBegun = part.Optional("notBegun")?.Flag();
        return element is null
            ? null
            : new RepairChange(element.Value) { Hours = hours, AvailableFrom = from, Done = done ?? false, NotBegun = notBegun ?? false };
    }

    private static CrewChange? ReadCrew(JsonPart part)
    {
        part.KnowsOnly("name", "lost", "availableFrom");
        var name = part.Required("name")?.Text();
        var lost = part.Optional("lost")?.Flag();
        var from = part.Optional("availableFrom")?.Number(0, ScenarioReader.MostHours);
        return name is null ? null : new CrewChange(name) { Lost = lost ?? false, AvailableFrom = from };
    }
}

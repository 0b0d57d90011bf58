using Relight.Grid;
using Relight.Grid.Import;

namespace Relight.Restoration;

/// <summary>
/// Reads a restoration scenario in JSON. Everything that is wrong is reported at once: a syntax error with line and
/// column, a broken rule with its JSON path, and what the reader of the network found with its own place.
/// </summary>
public static class ScenarioReader
{
    /// <summary>More than this many hours (114 years) is taken for a slip.</summary>
    public const double MostHours = 1_000_000;

    /// <summary>Reads a scenario file; the network that it names is sought from the scenario's own folder.</summary>
    /// <param name="path">The scenario.</param>
    /// <param name="networkPath">Is told the path of the network's file, where the scenario names one.</param>
    public static Imported<RestorationProblem> Read(string path, Action<string>? networkPath = null)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        return SourceFile.Read(path, source => Parse(source.Text, source.FileName, network =>
        {
            var file = Path.Combine(folder, network);
            networkPath?.Invoke(file);
            return NetworkReader.Read(file);
        }));
    }

    /// <summary>Reads the text of a scenario.</summary>
    /// <param name="json">The text.</param>
    /// <param name="fileName">Name of the file, for the findings.</param>
    /// <param name="network">Reads the network that the scenario names.</param>
    public static Imported<RestorationProblem> Parse(string json, string fileName, Func<string, Imported<Network>> network)
    {
        var findings = new List<Finding>();
        if (JsonPart.Parse(json, fileName, findings) is not { } root)
            return new Imported<RestorationProblem>(null, findings);

        root.KnowsOnly("name", "network", "horizonHours", "damage", "repaired", "crews", "travelHours", "weights", "people");
        var draft = new ScenarioDraft
        {
            Name = root.Optional("name")?.Text() ?? Path.GetFileNameWithoutExtension(fileName),
            Network = ReadNetwork(root.Required("network"), network, findings),
            HorizonHours = ReadHorizon(root.Optional("horizonHours")),
            Repairs = Read(root.Required("damage"), ReadRepair),
            Repaired = [.. (root.Optional("repaired")?.Items() ?? []).SelectMany(ReadElement)],
            Crews = Read(root.Optional("crews"), ReadCrew),
            Travel = Read(root.Optional("travelHours"), ReadTravel),
            Weights = Read(root.Optional("weights"), ReadWeight),
            People = Read(root.Optional("people"), ReadPeople),
        };
        ScenarioChecks.Run(root, draft);
        var refused = findings.Any(f => f.Severity == Severity.Error);
        return new Imported<RestorationProblem>(refused ? null : draft.ToProblem(), findings);
    }

    private static Network? ReadNetwork(JsonPart? part, Func<string, Imported<Network>> read, List<Finding> findings)
    {
        if (part?.Text() is not { } name)
            return null;
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            part.Error("must be the name of a file");
            return null;
        }
        var imported = read(name);
        findings.AddRange(imported.Findings);
        return imported.Value;
    }

    private static double? ReadHorizon(JsonPart? part)
    {
        var hours = part?.Number(0, MostHours);
        if (hours != 0)
            return hours;
        part!.Error("must be more than 0; leave it out to count until the last repair ends");
        return null;
    }

    /// <summary>The objects of a list, each with its place; what cannot be read is noted and left out.</summary>
    internal static List<Placed<T>> Read<T>(JsonPart? list, Func<JsonPart, T?> read)
        where T : class =>
        [.. (list?.Objects() ?? []).Select(part => (part, value: read(part))).Where(p => p.value is not null)
            .Select(p => new Placed<T>(p.value!, p.part))];

    private static IEnumerable<Placed<ElementId>> ReadElement(JsonPart part) =>
        part.Element() is { } element ? [new Placed<ElementId>(element, part)] : [];

    /// <summary>A damaged element with its repair.</summary>
    internal static Repair? ReadRepair(JsonPart part)
    {
        part.KnowsOnly("element", "hours", "skill", "availableFrom", "after", "underWay");
        var element = part.Required("element")?.Element();
        var hours = part.Required("hours")?.Number(0, MostHours);
        var skill = part.Optional("skill")?.Text();
        var from = part.Optional("availableFrom")?.Number(0, MostHours);
        var after = part.Optional("after")?.Items().Select(item => item.Element()).OfType<ElementId>().ToList();
        var underWay = part.Optional("underWay")?.Text();
        return element is null
            ? null
            : new Repair
            {
                Element = element.Value,
                Hours = hours ?? 0,
                Skill = skill,
                AvailableFrom = from ?? 0,
                After = after ?? [],
                UnderWay = underWay,
            };
    }

    /// <summary>A crew.</summary>
    internal static Crew? ReadCrew(JsonPart part)
    {
        part.KnowsOnly("name", "skills", "availableFrom", "travelHours");
        var name = part.Required("name")?.Text();
        var skills = part.Optional("skills")?.Items().Select(skill => skill.Text()).OfType<string>().ToList();
        var from = part.Optional("availableFrom")?.Number(0, MostHours);
        var ways = (part.Optional("travelHours")?.Objects() ?? []).Select(ReadWay).OfType<CrewWay>().ToList();
        return name is null ? null : new Crew { Name = name, Skills = skills ?? [], AvailableFrom = from ?? 0, Ways = ways };
    }

    private static CrewWay? ReadWay(JsonPart part)
    {
        part.KnowsOnly("to", "hours");
        var to = part.Required("to")?.Element();
        var hours = part.Required("hours")?.Number(0, MostHours);
        return to is null ? null : new CrewWay(to.Value, hours ?? 0);
    }

    /// <summary>A way between two sites.</summary>
    internal static Travel? ReadTravel(JsonPart part)
    {
        part.KnowsOnly("from", "to", "hours");
        var from = part.Required("from")?.Element();
        var to = part.Required("to")?.Element();
        var hours = part.Required("hours")?.Number(0, MostHours);
        return from is null || to is null ? null : new Travel(from.Value, to.Value, hours ?? 0);
    }

    private static WeightedLoad? ReadWeight(JsonPart part)
    {
        part.KnowsOnly("bus", "megawatts", "weight");
        var bus = part.Required("bus")?.Whole();
        var megawatts = part.Required("megawatts")?.Number(0);
        var weight = part.Required("weight")?.Number(0, 1e6);
        return bus is null ? null : new WeightedLoad(bus.Value, megawatts ?? 0, weight ?? 0);
    }

    private static BusPeople? ReadPeople(JsonPart part)
    {
        part.KnowsOnly("bus", "people");
        var bus = part.Required("bus")?.Whole();
        var people = part.Required("people")?.Number(0, 1e10);
        return bus is null ? null : new BusPeople(bus.Value, people ?? 0);
    }
}

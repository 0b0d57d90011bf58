using System.Globalization;
using Relight.Grid;
using Relight.Grid.Import;

namespace Relight.Restoration;

/// <summary>
/// Reads the order of somebody's own repairs: a text with one element a line and, after a comma, its crew, if it has one;
/// a table (CSV) with a column <c>element</c> and, where wanted, <c>crew</c>; or a JSON list of elements, or of objects
/// with <c>element</c> and <c>crew</c>. Lines that are empty or begin with # are passed over. Everything that is wrong is
/// reported at once.
/// </summary>
public static class OrderReader
{
    private const int ElementsNamed = 10;

    /// <summary>Reads an order from a file.</summary>
    public static Imported<RepairOrder> Read(string path, RestorationProblem problem) =>
        SourceFile.Read(path, source => Parse(source.Text, source.FileName, problem));

    /// <summary>Reads the text of an order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">Name of the file, for the findings.</param>
    /// <param name="problem">The problem whose repairs it orders.</param>
    public static Imported<RepairOrder> Parse(string text, string fileName, RestorationProblem problem)
    {
        var findings = new List<Finding>();
        var read = text.TrimStart() is ['[', ..] ? ReadJson(text, fileName, findings) : ReadLines(text, fileName, findings);
        var steps = Check(read, fileName, problem, findings);
        var refused = findings.Any(f => f.Severity == Severity.Error);
        return new Imported<RepairOrder>(refused ? null : new RepairOrder(steps), findings);
    }

    private static List<Line> ReadJson(string text, string fileName, List<Finding> findings)
    {
        var lines = new List<Line>();
        if (JsonPart.ParseList(text, fileName, findings) is not { } list)
            return lines;
        foreach (var item in list)
        {
            if (item.OptionalIfObject("element") is null && !item.IsText())
            {
                item.Error("must be an element, or an object with an element and a crew");
                continue;
            }
            var element = item.IsText() ? item.Element() : item.Required("element")!.Element();
            var crew = item.OptionalIfObject("crew")?.Text();
            if (!item.IsText())
                item.KnowsOnly("element", "crew");
            if (element is not null)
                lines.Add(new Line(item.Place, element.Value, crew));
        }
        return lines;
    }

    private static List<Line> ReadLines(string text, string fileName, List<Finding> findings)
    {
        var lines = new List<Line>();
        (int Element, int Crew)? columns = null;
        var rows = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i].Trim().TrimStart('\uFEFF');
            if (row.Length == 0 || row[0] == '#')
                continue;
            var place = string.Create(CultureInfo.InvariantCulture, $"{fileName}:{i + 1}");
            string[] cells = [.. row.Split(row.Contains(';', StringComparison.Ordinal) ? ';' : ',').Select(c => c.Trim().Trim('"').Trim())];
            if (columns is null && Header(cells) is { } header)
            {
                columns = header;
                foreach (var cell in cells.Where((_, c) => c != header.Element && c != header.Crew))
                    findings.Add(Finding.Warning(place, SourceText.Excerpt(cell), "is a column that is not used; known are element, crew"));
                continue;
            }
            columns ??= (0, 1);
            var element = cells.ElementAtOrDefault(columns.Value.Element) ?? "";
            if (!ElementId.TryParse(element, out var id))
            {
                findings.Add(Finding.Error(place, SourceText.Excerpt(element), "must name an element as bus:ID, branch:ROW or gen:ROW"));
                continue;
            }
            lines.Add(new Line(place, id, columns.Value.Crew >= 0 && cells.ElementAtOrDefault(columns.Value.Crew) is { Length: > 0 } crew ? crew : null));
        }
        return lines;
    }

    /// <summary>Columns of a header row; null where this row is none.</summary>
    private static (int Element, int Crew)? Header(string[] cells)
    {
        int Column(string name) => Array.FindIndex(cells, c => string.Equals(c, name, StringComparison.OrdinalIgnoreCase));
        return Column("element") is >= 0 and var element ? (element, Column("crew")) : null;
    }

    private static List<OrderStep> Check(List<Line> lines, string fileName, RestorationProblem problem, List<Finding> findings)
    {
        var repairs = problem.Repairs.ToDictionary(r => r.Element);
        var crews = problem.Crews.ToDictionary(c => c.Name, StringComparer.Ordinal);
        var steps = new Dictionary<ElementId, OrderStep>();
        foreach (var line in lines)
        {
            if (!repairs.TryGetValue(line.Element, out var repair))
                findings.Add(Finding.Error(line.Place, line.Element.ToString(), "is not in the damage list of the scenario"));
            else if (steps.ContainsKey(line.Element))
                findings.Add(Finding.Error(line.Place, line.Element.ToString(), "is in the order already"));
            else if (line.Crew is { } name && !crews.ContainsKey(name))
                findings.Add(Finding.Error(line.Place, SourceText.Excerpt(name), "is no crew of the scenario"));
            else if (line.Crew is { } doer && !crews[doer].CanDo(repair))
                findings.Add(Finding.Error(line.Place, SourceText.Excerpt(doer), CannotDo(repair)));
            else
            {
                foreach (var before in repair.After.Where(e => !steps.ContainsKey(e)))
                    findings.Add(Finding.Warning(line.Place, line.Element.ToString(), $"comes before {before}, which must come first and is done before it"));
                steps[line.Element] = new OrderStep(line.Element, line.Crew);
            }
        }
        var missing = problem.Repairs.Select(r => r.Element).Where(e => !steps.ContainsKey(e)).ToList();
        if (lines.Count == 0 && missing.Count > 0 && findings.All(f => f.Severity != Severity.Error))
            findings.Add(Finding.Error(fileName, null, "names no element; one a line is needed"));
        if (missing.Count > 0 && findings.All(f => f.Severity != Severity.Error))
            findings.Add(Finding.Warning(
                fileName,
                string.Join(", ", missing.Take(ElementsNamed)) + (missing.Count > ElementsNamed ? ", …" : ""),
                string.Create(CultureInfo.InvariantCulture, $"not in the order ({missing.Count} of {problem.Repairs.Count}): come last, in the order of the damage list")));
        return [.. steps.Values];
    }

    private static string CannotDo(Repair repair) => repair.UnderWay is { } crew
        ? $"cannot do {repair.Element}, which {SourceText.Excerpt(crew)} has under way"
        : $"lacks the skill {repair.Skill} that {repair.Element} needs";

    private sealed record Line(string Place, ElementId Element, string? Crew);
}

using Relight.Ledger;

namespace Relight.Intake;

/// <summary>What an author says of the columns of a table.</summary>
/// <param name="Map">Heading → name of the column that it is.</param>
/// <param name="Ignore">Headings of columns that are to be left out.</param>
/// <param name="Set">Name of a column → what stands in it in every row, for columns that the table does not have.</param>
public sealed record ColumnChoice(
    IReadOnlyDictionary<string, string> Map, IReadOnlyList<string> Ignore, IReadOnlyDictionary<string, string> Set)
{
    /// <summary>Nothing said: headings speak for themselves.</summary>
    public static ColumnChoice None { get; } = new(new Dictionary<string, string>(), [], new Dictionary<string, string>());

    /// <summary>Reads what is said in words, such as <c>Geber=donors</c>.</summary>
    /// <param name="map">A heading and the name of the column that it is, with = between them. A heading may hold that sign, a name does not.</param>
    /// <param name="ignore">Headings of columns that are to be left out.</param>
    /// <param name="set">The name of a column and what stands in it, with = between them.</param>
    /// <param name="wrong">Is told which of the three, what stands there, and the rule that it breaks.</param>
    public static ColumnChoice Read(IEnumerable<string> map, IEnumerable<string> ignore, IEnumerable<string> set, Action<string, string, string> wrong)
    {
        Dictionary<string, string> Pairs(string name, IEnumerable<string> texts, Func<string, int> signOf)
        {
            var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var text in texts)
                if (signOf(text) is not (> 0 and var sign))
                    wrong(name, text, "must be two parts with = between them");
                else if (!pairs.TryAdd(text[..sign], text[(sign + 1)..]))
                    wrong(name, text, "must be said once");
            return pairs;
        }
        return new(Pairs("map", map, text => text.LastIndexOf('=')), [.. ignore], Pairs("set", set, text => text.IndexOf('=', StringComparison.Ordinal)));
    }
}

/// <summary>What a column of a table was taken for.</summary>
/// <param name="Heading">Its heading in the file.</param>
/// <param name="Column">The column that it is; null where it is left out.</param>
/// <param name="Remembered">Whether that was said at an earlier import.</param>
public sealed record ColumnUse(string Heading, string? Column, bool Remembered);

/// <summary>Which cell of a row is which column. No column of a table is left out without its author having said so.</summary>
public sealed class ColumnMapping
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _set = new(StringComparer.Ordinal);

    private ColumnMapping(IReadOnlyList<ImportColumn> columns, IReadOnlyList<string> headings) => (Columns, Headings) = (columns, headings);

    /// <summary>The columns that this kind of table knows.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>The headings of the file.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>What each heading was taken for.</summary>
    public List<ColumnUse> Uses { get; } = [];

    /// <summary>What stands in a column of a row; empty where nothing does.</summary>
    public string Cell(IReadOnlyList<string> cells, string column) =>
        _places.TryGetValue(column, out var place) ? (place < cells.Count ? cells[place].Trim() : "") : _set.GetValueOrDefault(column, "");

    /// <summary>How the file calls a column.</summary>
    public string HeadingOf(string column) => _places.TryGetValue(column, out var place) ? Headings[place] : column;

    /// <summary>Columns that the file has, in its order.</summary>
    public IEnumerable<string> Given => _places.OrderBy(pair => pair.Value).Select(pair => pair.Key);

    /// <summary>Finds out what each heading means; notes everything that is wrong.</summary>
    /// <param name="headings">The headings.</param>
    /// <param name="columns">The columns that are known.</param>
    /// <param name="choice">What the author says now.</param>
    /// <param name="remembered">What was said at earlier imports.</param>
    /// <param name="faults">Where to note.</param>
    public static ColumnMapping Of(
        IReadOnlyList<string> headings, IReadOnlyList<ImportColumn> columns, ColumnChoice choice, ColumnChoice remembered, ICollection<ImportFault> faults)
    {
        var mapping = new ColumnMapping(columns, headings);
        mapping.CheckChoice(choice, faults);
        foreach (var (place, heading) in headings.Index())
        {
            if (string.IsNullOrWhiteSpace(heading))
                continue;
            if (WhyNot(heading) is { } rule)
            {
                faults.Add(new ImportFault(null, heading, null, rule));
                continue;
            }
            var (column, ignored, before) = mapping.Meaning(heading, choice, remembered);
            if (column is null && !ignored)
                faults.Add(new ImportFault(null, heading, null,
                    $"is no column that is known: say with a mapping which it is, or that it is to be left out; known are {string.Join(", ", columns.Select(c => c.Name))}"));
            else if (column is not null && !mapping._places.TryAdd(column, place))
                faults.Add(new ImportFault(null, heading, null, $"means {column}, as '{headings[mapping._places[column]]}' does: one of the two must be left out"));
            else
                mapping.Uses.Add(new ColumnUse(heading, column, before));
        }
        foreach (var (column, value) in remembered.Set.Concat(choice.Set))
            if (!mapping._places.ContainsKey(column))
                mapping._set[column] = value;
        foreach (var column in columns.Where(column => column.Required && !mapping._places.ContainsKey(column.Name) && !mapping._set.ContainsKey(column.Name)))
            faults.Add(new ImportFault(null, column.Name, null, $"is missing: {column.Says}"));
        return mapping;
    }

    // A heading is kept where it is remembered, and told with each fault under it. It may have several lines, as in a spreadsheet.
    private static string? WhyNot(string heading) =>
        new Checks().Text("", heading.ReplaceLineEndings(" ").Replace('\t', ' ')).Refused() is Decision.Refused { Refusals: [var refusal, ..] }
            ? $"is no heading: it {refusal.Rule}"
            : null;

    private (string? Column, bool Ignored, bool Remembered) Meaning(string heading, ColumnChoice choice, ColumnChoice remembered)
    {
        var plain = ImportColumn.Plain(heading);
        foreach (var (said, before) in new[] { (choice, false), (remembered, true) })
        {
            if (said.Map.FirstOrDefault(pair => ImportColumn.Plain(pair.Key) == plain) is { Value: { } column } && Columns.Any(c => c.Name == column))
                return (column, false, before);
            if (said.Ignore.Any(ignored => ImportColumn.Plain(ignored) == plain))
                return (null, true, before);
        }
        return (Columns.FirstOrDefault(column => column.IsMeantBy(heading))?.Name, false, false);
    }

    private void CheckChoice(ColumnChoice choice, ICollection<ImportFault> faults)
    {
        foreach (var heading in choice.Map.Keys.Concat(choice.Ignore))
            if (!Headings.Any(known => ImportColumn.Plain(known) == ImportColumn.Plain(heading)))
                faults.Add(new ImportFault(null, heading, null, $"is no heading of the file; its headings are {string.Join(", ", Headings.Where(h => h.Length > 0))}"));
        foreach (var twice in choice.Map.Keys.Concat(choice.Ignore.Distinct()).GroupBy(ImportColumn.Plain).Where(same => same.Count() > 1))
            faults.Add(new ImportFault(null, twice.First(), null, "is said to mean several things: say one"));
        foreach (var column in choice.Map.Values.Concat(choice.Set.Keys))
            if (!Columns.Any(known => known.Name == column))
                faults.Add(new ImportFault(null, column, null, $"is no column that is known; known are {string.Join(", ", Columns.Select(c => c.Name))}"));
        foreach (var column in choice.Set.Keys.Where(column => Headings.Any(heading => Columns.FirstOrDefault(c => c.Name == column)?.IsMeantBy(heading) == true)))
            faults.Add(new ImportFault(null, column, null, "stands in the file: what is in its rows counts, and one value for all of them cannot"));
    }
}

using System.Globalization;
using System.Text.Json;

namespace Relight.Grid.Import;

/// <summary>
/// One table of a pandapower net, as pandas writes it with <c>orient="split"</c>, or by column or by row. Values are read by row and column; a
/// column that is absent and a value that is null have a default. What is no value of the right kind goes to the
/// findings, placed by table, index and column, and is read as NaN or as <see cref="NetworkRules.Unread"/>.
/// </summary>
internal sealed class PandapowerTable
{
    private readonly FindingList _findings;
    private readonly string _fileName;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<JsonElement[]> _rows = [];
    private readonly List<int> _index = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>An empty table, or what a data frame holds.</summary>
    public PandapowerTable(string name, JsonElement? frame, string fileName, FindingList findings)
    {
        Name = name;
        (_fileName, _findings) = (fileName, findings);
        if (frame is { } given)
            Load(given);
    }

    /// <summary>Name of the table.</summary>
    public string Name { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Count;

    /// <summary>The pandas index of a row, by which switches and other tables name it.</summary>
    public int Index(int row) => _index[row];

    /// <summary>Values of the types that rows name in <c>std_type</c>, for columns in which they have none.</summary>
    public JsonElement? Types { get; init; }

    /// <summary>How many values came from there.</summary>
    public int TypesUsed { get; private set; }

    /// <summary>True where the table has a column.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>Says which columns have values that nobody has asked for.</summary>
    public void ReportUnusedColumns()
    {
        var unused = _columns.Keys.Where(column => !_asked.Contains(column) && Enumerable.Range(0, Count).Any(row => SaysSomething(Cell(row, column)))).ToList();
        if (unused.Count > 0)
            Report(Severity.Notice, -1, "", null, "not used of this table: " + string.Join(", ", unused.Select(column => SourceText.Excerpt(column))));
    }

    private static bool SaysSomething(JsonElement? cell) => cell is { } value && value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Number => !value.TryGetDouble(out var number) || number != 0,
        JsonValueKind.False => false,
        _ => true,
    };

    /// <summary>A finite number.</summary>
    public double Number(int row, string column, double absent = 0)
    {
        if (Asked(row, column) is not { } cell)
            return absent;
        if (cell.ValueKind == JsonValueKind.Number && cell.TryGetDouble(out var value) && double.IsFinite(value))
            return value;
        Error(row, column, cell.GetRawText(), "must be a finite number");
        return double.NaN;
    }

    /// <summary>An integer.</summary>
    public int Integer(int row, string column, int absent = 0)
    {
        var value = Number(row, column, absent);
        if (value == Math.Truncate(value) && Math.Abs(value) < int.MaxValue)
            return (int)value;
        if (!double.IsNaN(value))
            Error(row, column, SourceText.Excerpt(Cell(row, column)?.GetRawText()), "must be an integer");
        return NetworkRules.Unread;
    }

    /// <summary>True or false; also 1 or 0.</summary>
    public bool Flag(int row, string column, bool absent)
    {
        if (Asked(row, column) is not { } cell)
            return absent;
        if (cell.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return cell.GetBoolean();
        return Integer(row, column) != 0;
    }

    /// <summary>A text; null where there is none.</summary>
    public string? Text(int row, string column) => Asked(row, column) is not { } cell ? null
        : cell.ValueKind == JsonValueKind.String ? cell.GetString() is { Length: > 0 } text ? text : null
        : SourceText.Excerpt(cell.GetRawText());

    /// <summary>The first of these columns that has a value other than 0 in some row.</summary>
    public string? FirstUsed(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
            for (var row = 0; row < Count; row++)
                if (Cell(row, column) is { } cell && cell.ValueKind == JsonValueKind.Number && cell.TryGetDouble(out var value) && value != 0)
                    return column;
        return null;
    }

    /// <summary>Notes what is wrong with a value.</summary>
    public void Error(int row, string column, string? value, string rule) => Report(Severity.Error, row, column, value, rule);

    /// <summary>Notes a finding about a value, a row (no column), or the table (no row).</summary>
    public void Report(Severity severity, int row, string column, string? value, string rule) =>
        _findings.Add(severity, 0, () => Place(row, column), value is null ? null : SourceText.Excerpt(value), rule);

    private string Place(int row, string column) =>
        $"{_fileName} $.{Name}" + (row >= 0 && row < Count ? $"[{_index[row]}]" : "") + (column.Length > 0 ? "." + column : "");

    private JsonElement? Asked(int row, string column)
    {
        _asked.Add(column);
        return Cell(row, column) ?? OfType(row, column);
    }

    private JsonElement? OfType(int row, string column)
    {
        if (Types is not { ValueKind: JsonValueKind.Object } types || Cell(row, "std_type") is not { ValueKind: JsonValueKind.String } name
            || !types.TryGetProperty(name.GetString()!, out var type) || type.ValueKind != JsonValueKind.Object
            || !type.TryGetProperty(column, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        TypesUsed++;
        return value;
    }

    private JsonElement? Cell(int row, string column) =>
        _columns.TryGetValue(column, out var at) && at < _rows[row].Length && _rows[row][at].ValueKind != JsonValueKind.Null ? _rows[row][at] : null;

    private void Load(JsonElement frame)
    {
        if (!TryMember(frame, "columns", out var columns) || !TryMember(frame, "index", out var index) || !TryMember(frame, "data", out var data))
        {
            LoadNested(frame);
            return;
        }
        foreach (var column in columns.EnumerateArray())
            _columns.TryAdd(column.ToString(), _columns.Count);
        var indices = index.EnumerateArray().ToArray();
        foreach (var row in data.EnumerateArray())
        {
            var number = _rows.Count;
            if (row.ValueKind != JsonValueKind.Array || number >= indices.Length || !TryLabel(indices[number].ToString(), out var label))
            {
                Report(Severity.Error, -1, "", null, $"row {number} must be a list, with an index that is an integer of 0 or more");
                return;
            }
            _rows.Add([.. row.EnumerateArray()]);
            _index.Add(label);
        }
    }

    /// <summary>
    /// A frame by column, { column: { index: value } }, or by row, { index: { column: value } }: pandas' orients
    /// <c>columns</c> and <c>index</c>. Told apart by which of the names are integers.
    /// </summary>
    private void LoadNested(JsonElement frame)
    {
        if (frame.ValueKind != JsonValueKind.Object || frame.EnumerateObject().Any(outer => outer.Value.ValueKind != JsonValueKind.Object))
        {
            Report(Severity.Error, -1, "", null, "a table must have the lists columns, index and data, or be written by column or by row");
            return;
        }
        var byRow = frame.EnumerateObject().Any() && frame.EnumerateObject().All(outer => TryLabel(outer.Name, out _));
        var rows = new SortedDictionary<int, List<(int Column, JsonElement Value)>>();
        foreach (var outer in frame.EnumerateObject())
            foreach (var inner in outer.Value.EnumerateObject())
            {
                var (column, row) = byRow ? (inner.Name, outer.Name) : (outer.Name, inner.Name);
                if (!TryLabel(row, out var label))
                {
                    Report(Severity.Error, -1, column, SourceText.Excerpt(row), "an index must be an integer of 0 or more");
                    return;
                }
                _columns.TryAdd(column, _columns.Count);
                if (!rows.TryGetValue(label, out var cells))
                    rows[label] = cells = [];
                cells.Add((_columns[column], inner.Value));
            }
        foreach (var (label, cells) in rows)
        {
            var row = new JsonElement[_columns.Count];
            Array.Fill(row, JsonElement.Parse("null"));
            foreach (var (column, value) in cells)
                row[column] = value;
            _rows.Add(row);
            _index.Add(label);
        }
    }

    private static bool TryLabel(string text, out int label) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out label);

    private static bool TryMember(JsonElement frame, string name, out JsonElement list)
    {
        list = default;
        return frame.ValueKind == JsonValueKind.Object && frame.TryGetProperty(name, out list) && list.ValueKind == JsonValueKind.Array;
    }
}

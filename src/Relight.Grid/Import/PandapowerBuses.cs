namespace Relight.Grid.Import;

/// <summary>
/// The buses of a pandapower net. Number of a bus is its pandas index plus 1. Buses that closed bus-bus switches join
/// are one bus, under the number of the first.
/// </summary>
internal sealed class PandapowerBuses
{
    private readonly Dictionary<int, int> _rowOf = [];
    private readonly int[] _first;
    private readonly PandapowerTable _table;

    public PandapowerBuses(PandapowerTable table, PandapowerTable switches)
    {
        _table = table;
        for (var row = 0; row < table.Count; row++)
            if (!_rowOf.TryAdd(table.Index(row), row))
                table.Error(row, "", null, "an index may stand only once");
        _first = [.. Enumerable.Range(0, table.Count)];
        var joined = 0;
        for (var row = 0; row < switches.Count; row++)
            if (switches.Text(row, "et") == "b" && switches.Flag(row, "closed", absent: true)
                && RowOf(switches, row, "bus") is { } one && RowOf(switches, row, "element") is { } two && Root(one) != Root(two))
            {
                _first[Math.Max(Root(one), Root(two))] = Math.Min(Root(one), Root(two));
                joined++;
            }
        if (joined > 0)
            switches.Report(Severity.Notice, -1, "", joined.ToString(System.Globalization.CultureInfo.InvariantCulture), "buses joined by closed switches are read as one");
        Rows = [.. Enumerable.Range(0, table.Count).Where(row => Root(row) == row)];
    }

    /// <summary>Rows of the table that are a bus each.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>Number of the bus that a row stands for.</summary>
    public int Number(int row) => _table.Index(Root(row)) + 1;

    /// <summary>Number of the bus named in a column; an error and no number where there is no such bus.</summary>
    public int NumberOf(PandapowerTable table, int row, string column) =>
        RowOf(table, row, column) is { } found ? Number(found) : NetworkRules.Unread;

    /// <summary>Nominal voltage of the bus named in a column, in kV.</summary>
    public double KilovoltsOf(PandapowerTable table, int row, string column) =>
        _rowOf.TryGetValue(table.Integer(row, column, -1), out var found) ? _table.Number(found, "vn_kv") : double.NaN;

    private int? RowOf(PandapowerTable table, int row, string column)
    {
        var index = table.Integer(row, column, -1);
        if (_rowOf.TryGetValue(index, out var found))
            return found;
        if (index != NetworkRules.Unread)
            table.Error(row, column, index.ToString(System.Globalization.CultureInfo.InvariantCulture), "this bus does not exist");
        return null;
    }

    private int Root(int row)
    {
        while (_first[row] != row)
            row = _first[row];
        return row;
    }
}

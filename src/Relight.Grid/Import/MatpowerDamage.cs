using System.Globalization;

namespace Relight.Grid.Import;

/// <summary>
/// Reads the damage tables with which PowerModelsRestoration extends a case: <c>mpc.bus_damage</c>,
/// <c>mpc.branch_damage</c> and <c>mpc.gen_damage</c>, one row for each row of the table they extend, their columns named
/// by a <c>%column_names%</c> comment before them. Used are <c>damaged</c> (0 or 1) and the hours of repair.
/// </summary>
internal sealed class MatpowerDamage(MatpowerCase source, TextFindings findings)
{
    public const string Buses = "bus_damage";
    public const string Branches = "branch_damage";
    public const string Generators = "gen_damage";

    private const string Damaged = "damaged";

    private static readonly string[] s_hours = ["repair_time", "repair_hours", "hours"];

    /// <summary>Says of each damage table that it is not used; for readers that want the network alone.</summary>
    public void WarnUnused()
    {
        foreach (var name in new[] { Buses, Branches, Generators })
            if (source.Fields.TryGetValue(name, out var field))
                findings.Notice(field.Position, "mpc." + name, "the damage in this table is not used here");
    }

    /// <summary>Reads all three tables.</summary>
    public IReadOnlyList<DamagedElement> Read(IReadOnlyList<Bus> buses, int branches, int generators) =>
    [
        .. ReadTable(Buses, buses.Count, row => new ElementId(ElementKind.Bus, buses[row].Id)),
        .. ReadTable(Branches, branches, row => new ElementId(ElementKind.Branch, row + 1)),
        .. ReadTable(Generators, generators, row => new ElementId(ElementKind.Generator, row + 1)),
    ];

    private IEnumerable<DamagedElement> ReadTable(string name, int rows, Func<int, ElementId> element)
    {
        if (!source.Fields.TryGetValue(name, out var field))
            return [];
        if (field.Table is not { } table)
        {
            findings.Error(field.Position, field.Text, $"mpc.{name} must be a matrix");
            return [];
        }
        var damaged = Array.IndexOf(table.ColumnNames, Damaged);
        if (damaged < 0)
        {
            findings.Error(field.Position, null, $"a comment %column_names% before mpc.{name} must name the column {Damaged}");
            return [];
        }
        if (table.RowCount != rows)
        {
            findings.Error(field.Position, $"{table.RowCount} rows", $"mpc.{name} must have as many rows as the table it extends, {rows}");
            return [];
        }
        var hours = Array.FindIndex(table.ColumnNames, column => s_hours.Contains(column));
        WarnOfUnusedColumns(name, table, damaged, hours);
        return ReadRows(name, table, damaged, hours, element);
    }

    private List<DamagedElement> ReadRows(string name, MatpowerTable table, int damaged, int hours, Func<int, ElementId> element)
    {
        var found = new List<DamagedElement>();
        for (var row = 0; row < table.RowCount; row++)
        {
            if (table.Width(row) != table.ColumnNames.Length)
            {
                findings.Error(table.PositionOf(row, 0), $"{table.Width(row)} columns", $"a row of mpc.{name} must have the columns named before it, {table.ColumnNames.Length}");
                continue;
            }
            var isDamaged = Value(table, row, damaged, static v => v is 0 or 1, Damaged + " must be 0 or 1");
            double? work = hours < 0 ? null : Value(table, row, hours, static v => v >= 0 && double.IsFinite(v), "the hours of repair must be a number, 0 or more");
            if (isDamaged == 1)
                found.Add(new DamagedElement(element(row), work));
        }
        return found;
    }

    private double Value(MatpowerTable table, int row, int column, Func<double, bool> holds, string rule)
    {
        var value = table.Value(row, column);
        if (!holds(value) && !table.IsUnreadable(row, column))
            findings.Error(table.PositionOf(row, column), value.ToString(CultureInfo.InvariantCulture), rule);
        return value;
    }

    private void WarnOfUnusedColumns(string name, MatpowerTable table, int damaged, int hours)
    {
        var unused = table.ColumnNames.Where((_, i) => i != damaged && i != hours).ToList();
        if (unused.Count > 0)
            findings.Notice(table.Position, SourceText.Excerpt(string.Join(' ', unused)), $"these columns of mpc.{name} are not used");
    }
}

using System.Globalization;

namespace Relight.Grid.Import;

/// <summary>A column of a table: its name in MATPOWER's manual, and the property of the model that takes it.</summary>
internal readonly record struct MatpowerColumn(string Name, string Field);

/// <summary>
/// One row of a table, read value by value. What is no number of the right kind goes to the findings and is read as
/// NaN, or as <see cref="NetworkRules.Unread"/>, about which the rules keep quiet.
/// </summary>
internal readonly struct MatpowerRow(MatpowerTable table, int row, MatpowerColumn[] columns, TextFindings findings)
{
    /// <summary>Row number from 1.</summary>
    public int Number => row + 1;

    /// <summary>A finite number.</summary>
    public double Finite(int column) => Read(column, double.IsFinite, "a finite number");

    /// <summary>A number, or no limit.</summary>
    public double Limit(int column) => Read(column, static value => !double.IsNaN(value), "a number or Inf");

    /// <summary>A number, or no limit; this one where the table has no such column.</summary>
    public double Limit(int column, double absent) => column < table.Width(row) ? Limit(column) : absent;

    /// <summary>A rating; Inf says the same as 0, no limit.</summary>
    public double Rating(int column) => Limit(column) is var rating && double.IsPositiveInfinity(rating) ? 0 : rating;

    /// <summary>An integer.</summary>
    public int Integer(int column)
    {
        var value = Read(column, static v => v == Math.Truncate(v) && Math.Abs(v) < int.MaxValue, "an integer");
        return double.IsNaN(value) ? NetworkRules.Unread : (int)value;
    }

    /// <summary>A bus type, 1 to 4.</summary>
    public BusType BusType(int column) =>
        (BusType)(int)Read(column, static v => v is 1 or 2 or 3 or 4, "1 (load), 2 (generator), 3 (reference) or 4 (isolated)");

    /// <summary>A status: above 0 is in service.</summary>
    public bool Status(int column)
    {
        var value = Finite(column);
        if (!double.IsNaN(value) && value is not (0 or 1))
            findings.Warning(table.PositionOf(row, column), Text(value), $"{columns[column].Name} should be 0 or 1; above 0 is taken as in service");
        return value > 0;
    }

    private double Read(int column, Func<double, bool> holds, string what)
    {
        if (column >= table.Width(row) || table.IsUnreadable(row, column))
            return double.NaN;
        var value = table.Value(row, column);
        if (holds(value))
            return value;
        findings.Error(table.PositionOf(row, column), Text(value), $"{columns[column].Name} must be {what}");
        return double.NaN;
    }

    private static string Text(double value) => double.IsInfinity(value)
        ? value > 0 ? "Inf" : "-Inf"
        : value.ToString(CultureInfo.InvariantCulture);
}

namespace Relight.Grid.Import;

/// <summary>What the statements of a case file know by name: their own variables, and the fields of the case read so far.</summary>
internal sealed class MatpowerVariables(MatpowerCase source)
{
    private readonly Dictionary<string, MatpowerValue> _values = new(StringComparer.Ordinal);

    /// <summary>Name of the variable that holds the case.</summary>
    public string Case { get; set; } = "mpc";

    /// <summary>Sets a variable.</summary>
    public void Set(string name, MatpowerValue value) => _values[name] = value;

    /// <summary>Forgets a variable whose new value could not be computed.</summary>
    public void Forget(string name) => _values.Remove(name);

    /// <summary>A variable, a field of the case, or a constant; null where there is none of this name.</summary>
    public MatpowerValue? Find(string name)
    {
        if (_values.TryGetValue(name, out var value))
            return value;
        if (name.StartsWith(Case + ".", StringComparison.Ordinal))
            return source.Fields.TryGetValue(name[(Case.Length + 1)..], out var field) ? Of(field) : null;
        return name switch
        {
            "pi" => new MatpowerValue(Math.PI),
            "Inf" or "inf" => new MatpowerValue(double.PositiveInfinity),
            "true" => new MatpowerValue(1),
            "false" => new MatpowerValue(0),
            _ => null,
        };
    }

    private static MatpowerValue? Of(MatpowerField field)
    {
        if (field.Number is { } number)
            return new MatpowerValue(number);
        if (field.Table is not { } table || !table.IsRectangular)
            return null;
        var value = new MatpowerValue(table.RowCount, table.RowCount == 0 ? 0 : table.Width(0));
        for (var row = 0; row < value.Rows; row++)
            for (var column = 0; column < value.Columns; column++)
                value[row, column] = table.Value(row, column);
        return value;
    }
}

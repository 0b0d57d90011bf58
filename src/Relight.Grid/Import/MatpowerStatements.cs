namespace Relight.Grid.Import;

/// <summary>
/// Runs the statements by which case files compute: <c>x = expression</c>, names of columns (<c>[PQ, PV, …] = idx_bus</c>,
/// <c>define_constants</c>), and changes of parts of a table (<c>mpc.bus(:, [PD QD]) = mpc.bus(:, [PD QD]) / 1e3</c>).
/// </summary>
internal sealed class MatpowerStatements(MatpowerCase source, MatpowerVariables variables)
{
    /// <summary>Runs a statement that does not touch the case; false where it is not understood.</summary>
    public bool TryRun(ReadOnlySpan<char> statement)
    {
        var text = statement.Trim();
        if (text is "define_constants" or "define_constants()")
        {
            foreach (var (name, number) in MatpowerNames.All)
                variables.Set(name, new MatpowerValue(number));
            return true;
        }
        var equals = EqualsSign(text);
        if (equals < 0)
            return false;
        var left = text[..equals].Trim();
        var right = text[(equals + 1)..];
        return left is ['[', .., ']'] ? TrySetNames(left[1..^1], right) : TrySet(left, right);
    }

    /// <summary>
    /// Changes a part of a field, as in <c>(:, 3) = 0</c>; null where that is done, else what stood in the way.
    /// </summary>
    public string? Change(string field, ReadOnlySpan<char> statement)
    {
        var equals = EqualsSign(statement);
        if (equals < 0 || statement[0] != '(')
            return "only parts of tables, given by rows and columns, can be changed";
        if (!source.Fields.TryGetValue(field, out var target) || target.Table is not { IsRectangular: true } table)
            return "the table must stand before, with rows of the same length";
        var size = (table.RowCount, table.RowCount == 0 ? 0 : table.Width(0));
        if (MatpowerExpression.Indices(statement[..equals], variables, size, out var problem) is not var (rows, columns))
            return problem;
        if (MatpowerExpression.Compute(statement[(equals + 1)..], variables, out problem) is not { } value)
            return problem;
        if (!value.IsNumber && (value.Rows != rows.Length || value.Columns != columns.Length))
            return "the value must have as many rows and columns as the part that takes it";
        for (var row = 0; row < rows.Length; row++)
            for (var column = 0; column < columns.Length; column++)
                table.Set(rows[row], columns[column], value.IsNumber ? value[0, 0] : value[row, column]);
        return null;
    }

    private bool TrySet(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var name = left.ToString();
        var scanner = new MatpowerScanner(left);
        if (scanner.ReadName().Length != left.Length || left.Length == 0)
            return false;
        if (MatpowerExpression.Compute(right, variables, out _) is { } value)
        {
            variables.Set(name, value);
            return true;
        }
        variables.Forget(name);
        return false;
    }

    private bool TrySetNames(ReadOnlySpan<char> names, ReadOnlySpan<char> right)
    {
        var scanner = new MatpowerScanner(right);
        scanner.SkipBlanks();
        if (MatpowerNames.Outputs(scanner.ReadName().ToString()) is not { } numbers)
            return false;
        scanner = new MatpowerScanner(names);
        for (var next = 0; ; next++)
        {
            scanner.SkipSeparators();
            if (scanner.AtEnd)
                return true;
            var name = scanner.ReadName().ToString();
            if (name.Length == 0 || next == numbers.Count)
                return false;
            variables.Set(name, new MatpowerValue(numbers[next]));
        }
    }

    /// <summary>Place of the equals sign that assigns; −1 where there is none.</summary>
    private static int EqualsSign(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth != 0 || text[i] != '=')
                continue;
            return i > 0 && i + 1 < text.Length && text[i + 1] != '=' && text[i - 1] is not ('=' or '~' or '!' or '<' or '>') ? i : -1;
        }
        return -1;
    }
}

using System.Globalization;

namespace Relight.Grid.Import;

/// <summary>
/// Computes an expression of a case file: numbers, names, elements of matrices and fields, arithmetic, comparison, and
/// functions of one number. Each step gives null where it cannot be done, and the reason to <see cref="Problem"/>.
/// </summary>
internal ref struct MatpowerExpression(ReadOnlySpan<char> text, MatpowerVariables variables)
{
    private const int MostDepth = 100;

    private MatpowerScanner _scanner = new(text);
    private int _depth;

    /// <summary>Why it could not be computed; null as long as it could.</summary>
    public string? Problem { get; private set; }

    /// <summary>Computes the whole text.</summary>
    public static MatpowerValue? Compute(ReadOnlySpan<char> text, MatpowerVariables variables, out string? problem)
    {
        var expression = new MatpowerExpression(text, variables);
        var value = expression.Comparison();
        expression._scanner.SkipBlanks();
        if (value is not null && !expression._scanner.AtEnd)
            value = expression.Fail("what follows the value is not understood");
        problem = expression.Problem;
        return value;
    }

    /// <summary>Computes indices in parentheses, <c>(rows, columns)</c>, of a matrix of a size; null where they cannot be.</summary>
    public static (int[] Rows, int[] Columns)? Indices(ReadOnlySpan<char> text, MatpowerVariables variables, (int Rows, int Columns) size, out string? problem)
    {
        var expression = new MatpowerExpression(text, variables);
        var indices = expression.ReadIndices(size);
        expression._scanner.SkipBlanks();
        if (indices is not null && !expression._scanner.AtEnd)
            _ = expression.Fail("what follows the indices is not understood");
        problem = expression.Problem;
        return problem is null ? indices : null;
    }

    private MatpowerValue? Comparison()
    {
        var left = Sum();
        _scanner.SkipBlanks();
        Func<double, double, double>? of = (_scanner.Current, _scanner.Next) switch
        {
            ('=', '=') => static (a, b) => a == b ? 1 : 0,
            ('~' or '!', '=') => static (a, b) => a != b ? 1 : 0,
            ('<', '=') => static (a, b) => a <= b ? 1 : 0,
            ('>', '=') => static (a, b) => a >= b ? 1 : 0,
            ('<', _) => static (a, b) => a < b ? 1 : 0,
            ('>', _) => static (a, b) => a > b ? 1 : 0,
            _ => null,
        };
        if (of is null)
            return left;
        _scanner.Position += _scanner.Next == '=' ? 2 : 1;
        return Pairs(left, Sum(), of);
    }

    private MatpowerValue? Sum()
    {
        var value = Product();
        for (_scanner.SkipBlanks(); value is not null && _scanner.Current is '+' or '-'; _scanner.SkipBlanks())
        {
            var minus = _scanner.Current == '-';
            _scanner.Position++;
            value = Pairs(value, Product(), minus ? static (a, b) => a - b : static (a, b) => a + b);
        }
        return value;
    }

    private MatpowerValue? Product()
    {
        var value = Signed();
        for (_scanner.SkipBlanks(); value is not null; _scanner.SkipBlanks())
        {
            var byElement = _scanner.Current == '.' && _scanner.Next is '*' or '/';
            var sign = byElement ? _scanner.Next : _scanner.Current;
            if (sign is not ('*' or '/'))
                break;
            _scanner.Position += byElement ? 2 : 1;
            var other = Signed();
            if (!byElement && other is { IsNumber: false } && (sign == '/' || !value.IsNumber))
                return Fail("products and quotients of matrices are not computed");
            value = Pairs(value, other, sign == '/' ? static (a, b) => a / b : static (a, b) => a * b);
        }
        return value;
    }

    private MatpowerValue? Signed()
    {
        _scanner.SkipBlanks();
        if (_scanner.Current is not ('+' or '-'))
            return Power();
        var minus = _scanner.Current == '-';
        _scanner.Position++;
        var value = Enter() ? Signed() : null;
        _depth--;
        return minus ? value?.Each(static number => -number) : value;
    }

    private MatpowerValue? Power()
    {
        var value = Primary();
        for (_scanner.SkipBlanks(); value is not null && (_scanner.Current == '^' || _scanner is { Current: '.', Next: '^' }); _scanner.SkipBlanks())
        {
            var byElement = _scanner.Current == '.';
            _scanner.Position += byElement ? 2 : 1;
            _scanner.SkipBlanks();
            var power = _scanner.Current is '+' or '-' ? Signed() : Primary();
            if (!byElement && (!value.IsNumber || power is { IsNumber: false }))
                return Fail("powers of matrices are not computed");
            value = Pairs(value, power, Math.Pow);
        }
        return value;
    }

    private MatpowerValue? Primary()
    {
        _scanner.SkipBlanks();
        if (!Enter())
            return null;
        var value = _scanner.Current switch
        {
            '(' => Parenthesis(),
            '[' => Row(),
            >= '0' and <= '9' or '.' => Number(),
            _ => Named(),
        };
        _depth--;
        return value;
    }

    private MatpowerValue? Parenthesis()
    {
        _scanner.Position++;
        var value = Comparison();
        _scanner.SkipBlanks();
        if (_scanner.Current != ')')
            return value is null ? null : Fail("a parenthesis must be closed");
        _scanner.Position++;
        return value;
    }

    /// <summary>A row of numbers and names in brackets.</summary>
    private MatpowerValue? Row()
    {
        _scanner.Position++;
        var numbers = new List<double>();
        for (_scanner.SkipBlanks(); _scanner.Current != ']'; _scanner.SkipBlanks())
        {
            if (_scanner.AtEnd || _scanner.Current == ';')
                return Fail("only a row of numbers and names is read in brackets");
            if (_scanner.Current == ',')
            {
                _scanner.Position++;
                continue;
            }
            if ((_scanner.Current is '+' or '-' ? Signed() : Primary()) is not { } part)
                return null;
            numbers.AddRange(part.Cells);
        }
        _scanner.Position++;
        return MatpowerValue.RowOf(numbers);
    }

    private MatpowerValue? Number()
    {
        var start = _scanner.Position;
        while (char.IsAsciiDigit(_scanner.Current) || (_scanner.Current == '.' && _scanner.Next is not ('*' or '/' or '^')))
            _scanner.Position++;
        if (_scanner.Current is 'e' or 'E' or 'd' or 'D' && (char.IsAsciiDigit(_scanner.Next) || _scanner.Next is '+' or '-'))
            for (_scanner.Position += 2; char.IsAsciiDigit(_scanner.Current);)
                _scanner.Position++;
        return MatpowerScanner.TryParseNumber(_scanner.From(start), out var number)
            ? new MatpowerValue(number)
            : Fail($"{SourceText.Excerpt(_scanner.From(start))} is not a number");
    }

    private MatpowerValue? Named()
    {
        var name = _scanner.ReadName().ToString();
        if (name.Length == 0)
            return Fail(_scanner.AtEnd ? "a value is missing at its end" : string.Create(CultureInfo.InvariantCulture, $"{SourceText.Excerpt([_scanner.Current])} is not understood here"));
        _scanner.SkipBlanks();
        if (variables.Find(name) is { } value)
            return _scanner.Current == '(' ? Part(value) : value;
        if (_scanner.Current == '(' && MatpowerFunctions.Find(name) is { } function)
            return Parenthesis()?.Each(function);
        return Fail($"{SourceText.Excerpt(name)} is not known");
    }

    private MatpowerValue? Part(MatpowerValue whole)
    {
        if (ReadIndices((whole.Rows, whole.Columns)) is not var (rows, columns))
            return null;
        var part = new MatpowerValue(rows.Length, columns.Length);
        for (var row = 0; row < rows.Length; row++)
            for (var column = 0; column < columns.Length; column++)
                part[row, column] = whole[rows[row], columns[column]];
        return part;
    }

    private (int[] Rows, int[] Columns)? ReadIndices((int Rows, int Columns) size)
    {
        _scanner.Position++;
        if (ReadIndex(size.Rows) is not { } rows)
            return null;
        _scanner.SkipBlanks();
        if (_scanner.Current != ',')
        {
            _ = Fail("a part of a matrix must be given by its rows and its columns");
            return null;
        }
        _scanner.Position++;
        if (ReadIndex(size.Columns) is not { } columns)
            return null;
        _scanner.SkipBlanks();
        if (_scanner.Current != ')')
        {
            _ = Fail("a parenthesis must be closed");
            return null;
        }
        _scanner.Position++;
        return (rows, columns);
    }

    /// <summary>An index: <c>:</c> for all, one number, a row of numbers, or a range <c>a:b</c>.</summary>
    private int[]? ReadIndex(int size)
    {
        _scanner.SkipBlanks();
        if (_scanner.Current == ':')
        {
            _scanner.Position++;
            return [.. Enumerable.Range(0, size)];
        }
        var numbers = (MatpowerFunctions.IsLast(ref _scanner) ? new MatpowerValue(size) : Sum())?.Cells;
        _scanner.SkipBlanks();
        if (numbers is [var first] && _scanner.Current == ':')
        {
            _scanner.Position++;
            _scanner.SkipBlanks();
            var last = MatpowerFunctions.IsLast(ref _scanner) ? new MatpowerValue(size) : Sum();
            numbers = last is not { IsNumber: true } || !(last[0, 0] <= size) || !(first >= 1)
                ? last is null ? null : [0]
                : [.. Enumerable.Range(0, Math.Max(0, (int)(last[0, 0] - first) + 1)).Select(i => first + i)];
        }
        if (numbers is null)
            return null;
        if (numbers.All(number => number >= 1 && number <= size && number == Math.Truncate(number)))
            return [.. numbers.Select(number => (int)number - 1)];
        _ = Fail($"an index must be from 1 to {size}");
        return null;
    }

    private MatpowerValue? Pairs(MatpowerValue? a, MatpowerValue? b, Func<double, double, double> of)
    {
        if (a is null || b is null)
            return null;
        return MatpowerValue.Pairs(a, b, of) ?? Fail("two matrices of different size are not computed with");
    }

    private bool Enter()
    {
        if (_depth++ < MostDepth)
            return true;
        _ = Fail("it is nested too deeply");
        return false;
    }

    private MatpowerValue? Fail(string problem)
    {
        Problem ??= problem;
        return null;
    }
}

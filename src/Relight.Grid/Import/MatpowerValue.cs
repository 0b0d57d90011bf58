namespace Relight.Grid.Import;

/// <summary>A value that a case file computes with: a matrix of real numbers; a number is one of one row and one column.</summary>
internal sealed class MatpowerValue(int rows, int columns)
{
    private readonly double[] _cells = new double[rows * columns];

    /// <summary>A single number.</summary>
    public MatpowerValue(double number)
        : this(1, 1) => _cells[0] = number;

    /// <summary>Number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>Number of columns.</summary>
    public int Columns { get; } = columns;

    /// <summary>True for a single number.</summary>
    public bool IsNumber => Rows == 1 && Columns == 1;

    /// <summary>One of its numbers.</summary>
    public double this[int row, int column]
    {
        get => _cells[row * Columns + column];
        set => _cells[row * Columns + column] = value;
    }

    /// <summary>The numbers row by row.</summary>
    public IReadOnlyList<double> Cells => _cells;

    /// <summary>A row of numbers.</summary>
    public static MatpowerValue RowOf(IReadOnlyList<double> numbers)
    {
        var row = new MatpowerValue(1, numbers.Count);
        for (var i = 0; i < numbers.Count; i++)
            row[0, i] = numbers[i];
        return row;
    }

    /// <summary>Each number through a function.</summary>
    public MatpowerValue Each(Func<double, double> of)
    {
        var result = new MatpowerValue(Rows, Columns);
        for (var i = 0; i < _cells.Length; i++)
            result._cells[i] = of(_cells[i]);
        return result;
    }

    /// <summary>Two values number by number, a single number standing for as many as the other has; null where their sizes differ.</summary>
    public static MatpowerValue? Pairs(MatpowerValue a, MatpowerValue b, Func<double, double, double> of)
    {
        if (a.IsNumber)
            return b.Each(number => of(a[0, 0], number));
        if (b.IsNumber)
            return a.Each(number => of(number, b[0, 0]));
        if (a.Rows != b.Rows || a.Columns != b.Columns)
            return null;
        var result = new MatpowerValue(a.Rows, a.Columns);
        for (var i = 0; i < a._cells.Length; i++)
            result._cells[i] = of(a._cells[i], b._cells[i]);
        return result;
    }
}

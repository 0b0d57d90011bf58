namespace Relight.Grid.Import;

/// <summary>A matrix as it stands in a case file: its numbers, and where in the text each of them stands.</summary>
internal sealed class MatpowerTable(int position)
{
    private readonly List<double> _values = [];
    private readonly List<int> _positions = [];
    private readonly List<int> _rowStarts = [];

    /// <summary>Where the matrix opens.</summary>
    public int Position { get; } = position;

    public int RowCount => _rowStarts.Count;

    /// <summary>Names from a <c>%column_names%</c> comment before the matrix.</summary>
    public string[] ColumnNames { get; init; } = [];

    public void Add(double value, int position, bool startsRow)
    {
        if (startsRow)
            _rowStarts.Add(_values.Count);
        _values.Add(value);
        _positions.Add(position);
    }

    /// <summary>Adds the place of something that is no number and has been reported.</summary>
    public void AddUnreadable(int position, bool startsRow) => Add(double.NaN, ~position, startsRow);

    /// <summary>True where something stood that is no number.</summary>
    public bool IsUnreadable(int row, int column) => _positions[_rowStarts[row] + column] < 0;

    /// <summary>Number of values in a row.</summary>
    public int Width(int row) => (row + 1 < RowCount ? _rowStarts[row + 1] : _values.Count) - _rowStarts[row];

    /// <summary>True where all rows have the same number of values.</summary>
    public bool IsRectangular => RowCount == 0 || Enumerable.Range(1, RowCount - 1).All(row => Width(row) == Width(0));

    public double Value(int row, int column) => _values[_rowStarts[row] + column];

    /// <summary>Puts a computed value in the place of what stands there.</summary>
    public void Set(int row, int column, double value) => _values[_rowStarts[row] + column] = value;

    /// <summary>Where a value stands; where the row starts, if it has no such column.</summary>
    public int PositionOf(int row, int column)
    {
        if (row >= RowCount)
            return Position;
        var position = _positions[_rowStarts[row] + (column >= 0 && column < Width(row) ? column : 0)];
        return position < 0 ? ~position : position;
    }

    /// <summary>The same with rows and columns exchanged; null where the rows differ in length.</summary>
    public MatpowerTable? Transposed()
    {
        var width = RowCount == 0 ? 0 : Width(0);
        var turned = new MatpowerTable(Position);
        for (var column = 0; column < width; column++)
            for (var row = 0; row < RowCount; row++)
            {
                if (Width(row) != width)
                    return null;
                turned.Add(Value(row, column), _positions[_rowStarts[row] + column], startsRow: row == 0);
            }
        return turned;
    }
}

namespace Relight.Grid.Flow;

/// <summary>
/// Where a square sparse matrix of symmetric structure has entries, by rows: the diagonal first, then the neighbours in
/// rising order.
/// </summary>
internal sealed class SparsePattern
{
    private readonly int[] _starts;
    private readonly int[] _columns;

    /// <summary>The pattern of a graph with this many nodes; edges may repeat and are taken both ways.</summary>
    public SparsePattern(int size, IEnumerable<(int From, int To)> edges)
    {
        var neighbours = new SortedSet<int>[size];
        for (var i = 0; i < size; i++)
            neighbours[i] = [];
        foreach (var (from, to) in edges)
        {
            neighbours[from].Add(to);
            neighbours[to].Add(from);
        }
        _starts = new int[size + 1];
        for (var i = 0; i < size; i++)
            _starts[i + 1] = _starts[i] + 1 + neighbours[i].Count;
        _columns = [.. neighbours.SelectMany((row, i) => row.Prepend(i))];
    }

    /// <summary>Number of rows.</summary>
    public int Size => _starts.Length - 1;

    /// <summary>Number of entries.</summary>
    public int EntryCount => _columns.Length;

    /// <summary>Place of the diagonal entry of a row; the others follow it.</summary>
    public int Start(int row) => _starts[row];

    /// <summary>Place after the last entry of a row.</summary>
    public int End(int row) => _starts[row + 1];

    /// <summary>Column of an entry.</summary>
    public int Column(int entry) => _columns[entry];

    /// <summary>Columns beside the diagonal of a row, rising.</summary>
    public ReadOnlySpan<int> Neighbours(int row) => _columns.AsSpan(_starts[row] + 1, _starts[row + 1] - _starts[row] - 1);

    /// <summary>Place of the entry of two neighbours.</summary>
    public int EntryOf(int row, int column) =>
        row == column ? _starts[row] : _starts[row] + 1 + Neighbours(row).BinarySearch(column);
}

namespace Relight.Grid.Flow;

/// <summary>
/// The order in which the nodes of a symmetric pattern are eliminated, and the pattern of the factors that follows. Each
/// step takes a node with the fewest neighbours among those that remain (minimum degree; Tinney's second scheme) and
/// joins these neighbours, which are then exactly the row of the node in U. One elimination serves every matrix of
/// the pattern.
/// </summary>
internal sealed class SparseElimination
{
    private readonly int[] _upperStarts;
    private readonly int[] _upper;
    private readonly int[] _lowerStarts;
    private readonly int[] _lower;

    /// <summary>Orders a pattern; of nodes with equally many neighbours the first in the pattern goes first.</summary>
    public SparseElimination(SparsePattern pattern)
    {
        var size = pattern.Size;
        NodeAt = new int[size];
        PlaceOf = new int[size];
        var rows = Eliminate(pattern);
        _upperStarts = new int[size + 1];
        for (var place = 0; place < size; place++)
            _upperStarts[place + 1] = _upperStarts[place] + rows[place].Length;
        _upper = new int[_upperStarts[size]];
        _lowerStarts = new int[size + 1];
        for (var place = 0; place < size; place++)
        {
            var row = _upper.AsSpan(_upperStarts[place], rows[place].Length);
            for (var i = 0; i < row.Length; i++)
                row[i] = PlaceOf[rows[place][i]];
            row.Sort();
            foreach (var column in row)
                _lowerStarts[column + 1]++;
        }
        for (var place = 0; place < size; place++)
            _lowerStarts[place + 1] += _lowerStarts[place];
        _lower = new int[_upper.Length];
        var next = _lowerStarts[..size];
        for (var place = 0; place < size; place++)
            foreach (var column in Upper(place))
                _lower[next[column]++] = place;
    }

    /// <summary>Node that is eliminated at each place.</summary>
    public int[] NodeAt { get; }

    /// <summary>Place at which each node is eliminated.</summary>
    public int[] PlaceOf { get; }

    /// <summary>Number of entries beside the diagonal in each of L and U.</summary>
    public int FactorEntryCount => _upper.Length;

    /// <summary>Places right of the diagonal in a row of U, rising.</summary>
    public ReadOnlySpan<int> Upper(int place) => _upper.AsSpan(_upperStarts[place].._upperStarts[place + 1]);

    /// <summary>Where the row of U starts among all its entries.</summary>
    public int UpperStart(int place) => _upperStarts[place];

    /// <summary>Places left of the diagonal in a row of L, rising.</summary>
    public ReadOnlySpan<int> Lower(int place) => _lower.AsSpan(_lowerStarts[place].._lowerStarts[place + 1]);

    /// <summary>Where the row of L starts among all its entries.</summary>
    public int LowerStart(int place) => _lowerStarts[place];

    /// <summary>Eliminates node by node; gives for each place the nodes that were still its neighbours.</summary>
    private int[][] Eliminate(SparsePattern pattern)
    {
        var neighbours = new HashSet<int>[pattern.Size];
        var byDegree = new SortedSet<(int Degree, int Node)>();
        for (var node = 0; node < pattern.Size; node++)
        {
            neighbours[node] = [.. pattern.Neighbours(node)];
            byDegree.Add((neighbours[node].Count, node));
        }
        var rows = new int[pattern.Size][];
        for (var place = 0; place < rows.Length; place++)
        {
            var first = byDegree.Min;
            byDegree.Remove(first);
            int[] row = [.. neighbours[first.Node]];
            rows[place] = row;
            NodeAt[place] = first.Node;
            PlaceOf[first.Node] = place;
            foreach (var node in row)
            {
                byDegree.Remove((neighbours[node].Count, node));
                neighbours[node].Remove(first.Node);
                foreach (var other in row)
                    if (other != node)
                        neighbours[node].Add(other);
                byDegree.Add((neighbours[node].Count, node));
            }
        }
        return rows;
    }
}

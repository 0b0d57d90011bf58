using System.Runtime.Intrinsics;

namespace Relight.Grid.Flow;

/// <summary>
/// Factors a sparse matrix of 2×2 blocks into L (unit diagonal) and U along an elimination order, row by row, without
/// pivoting between blocks, and solves with the factors.
/// </summary>
internal sealed class SparseBlockLu(SparsePattern pattern, SparseElimination elimination)
{
    /// <summary>What <see cref="Factor"/> gives where every block could be inverted.</summary>
    public const int Regular = -1;

    private readonly SparseBlock[] _lower = new SparseBlock[elimination.FactorEntryCount];
    private readonly SparseBlock[] _upper = new SparseBlock[elimination.FactorEntryCount];
    private readonly SparseBlock[] _inverse = new SparseBlock[pattern.Size];
    private readonly SparseBlock[] _row = new SparseBlock[pattern.Size];
    private readonly (double, double)[] _solution = new (double, double)[pattern.Size];

    /// <summary>
    /// Factors the matrix with these entries, in the order of the pattern. Gives <see cref="Regular"/>, or the node at
    /// which a singular block was met, after which the factors are of no use.
    /// </summary>
    public int Factor(SparseBlock[] entries)
    {
        for (var place = 0; place < pattern.Size; place++)
        {
            var node = elimination.NodeAt[place];
            var lower = elimination.Lower(place);
            var upper = elimination.Upper(place);
            LoadRow(node, entries, lower, upper);
            for (var i = 0; i < lower.Length; i++)
                _lower[elimination.LowerStart(place) + i] = EliminateFromRow(lower[i]);
            if (!_row[place].TryInvert(out _inverse[place]))
                return node;
            for (var i = 0; i < upper.Length; i++)
                _upper[elimination.UpperStart(place) + i] = _row[upper[i]];
        }
        return Regular;
    }

    /// <summary>Replaces a right-hand side, by node, with the solution.</summary>
    public void Solve((double X, double Y)[] values)
    {
        for (var place = 0; place < pattern.Size; place++)
        {
            var (x, y) = values[elimination.NodeAt[place]];
            var entry = elimination.LowerStart(place);
            foreach (var column in elimination.Lower(place))
            {
                var (dx, dy) = _lower[entry++] * _solution[column];
                (x, y) = (x - dx, y - dy);
            }
            _solution[place] = (x, y);
        }
        for (var place = pattern.Size - 1; place >= 0; place--)
        {
            var (x, y) = _solution[place];
            var entry = elimination.UpperStart(place);
            foreach (var column in elimination.Upper(place))
            {
                var (dx, dy) = _upper[entry++] * _solution[column];
                (x, y) = (x - dx, y - dy);
            }
            values[elimination.NodeAt[place]] = _solution[place] = _inverse[place] * (x, y);
        }
    }

    /// <summary>Replaces eight right-hand sides of the transposed system, by node and one in each lane, with their solutions.</summary>
    public void SolveTransposed(Vector512<double>[] x, Vector512<double>[] y)
    {
        var solution = new (Vector512<double> X, Vector512<double> Y)[pattern.Size];
        for (var place = 0; place < pattern.Size; place++)
            solution[place] = (x[elimination.NodeAt[place]], y[elimination.NodeAt[place]]);
        for (var place = 0; place < pattern.Size; place++)
        {
            ref var at = ref solution[place];
            // A quantity depends on few buses at first, so that most rows have nothing to hand on.
            if (at.X == Vector512<double>.Zero && at.Y == Vector512<double>.Zero)
                continue;
            at = _inverse[place].TransposedTimes(at);
            Subtract(solution, _upper, elimination.UpperStart(place), elimination.Upper(place), at);
        }
        for (var place = pattern.Size - 1; place >= 0; place--)
        {
            var at = solution[place];
            Subtract(solution, _lower, elimination.LowerStart(place), elimination.Lower(place), at);
            (x[elimination.NodeAt[place]], y[elimination.NodeAt[place]]) = at;
        }
    }

    private static void Subtract(
        (Vector512<double> X, Vector512<double> Y)[] solution, SparseBlock[] row, int entry, ReadOnlySpan<int> columns, (Vector512<double> X, Vector512<double> Y) value)
    {
        foreach (var column in columns)
        {
            var (dx, dy) = row[entry++].TransposedTimes(value);
            ref var at = ref solution[column];
            at = (at.X - dx, at.Y - dy);
        }
    }

    private void LoadRow(int node, SparseBlock[] entries, ReadOnlySpan<int> lower, ReadOnlySpan<int> upper)
    {
        foreach (var column in lower)
            _row[column] = default;
        foreach (var column in upper)
            _row[column] = default;
        for (var entry = pattern.Start(node); entry < pattern.End(node); entry++)
            _row[elimination.PlaceOf[pattern.Column(entry)]] = entries[entry];
    }

    /// <summary>Subtracts a finished row of U from the current row, so that its block in that column vanishes; gives the factor.</summary>
    private SparseBlock EliminateFromRow(int column)
    {
        var factor = _row[column] * _inverse[column];
        var entry = elimination.UpperStart(column);
        foreach (var target in elimination.Upper(column))
            _row[target] -= factor * _upper[entry++];
        return factor;
    }
}

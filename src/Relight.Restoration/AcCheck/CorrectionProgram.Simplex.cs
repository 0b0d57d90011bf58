using System.Runtime.Intrinsics;

namespace Relight.Restoration;

/// <content>
/// The dual simplex. Behind the columns each row has three more: its change, between its bounds, and what brings it back
/// from below and from above at its price. Σ coefficient · column + from below − from above − change = 0.
/// </content>
internal sealed partial class CorrectionProgram
{
    private const sbyte AtLow = 0, AtHigh = 1, Basic = 2;
    private const double PrimalTolerance = 1e-7;
    private const double DualTolerance = 1e-9;
    private const double LeastPivot = 1e-11;
    private const int PivotsBetweenInversions = 60;
    private const int MostPivots = 3000;

    // By slot of the basis: its column, the value of that, its row of the inverse; by row: the dual.
    private int[] _basic = [];
    private sbyte[] _status = [];
    private double[] _value = [], _basicValue = [], _direction = [];
    private Vector512<double>[] _inverse = [], _dual = [], _change = [];
    private int _pivots;

    private double Dual(int row) => At(_dual, row);

    private Span<Vector512<double>> Line(int slot) => _inverse.AsSpan(slot * _stride, Blocks);

    private ReadOnlySpan<Vector512<double>> Coefficients(int place) => _coefficient.AsSpan(place * _stride, Blocks);

    private bool IsOfRow(int column) => column >= _columns.Length;

    private (int Row, int Kind) RowOf(int column) => Math.DivRem(column - _columns.Length, 3);

    private int ColumnOf(int row, int kind) => _columns.Length + (3 * row) + kind;

    private (double Low, double High) Bounds(int column)
    {
        if (!IsOfRow(column))
            return (0, _columns[column].Most);
        var (row, kind) = RowOf(column);
        var of = _row[row];
        return kind switch
        {
            0 => (Math.Max(-Unlimited, of.Low * of.Scale), Math.Min(Unlimited, of.High * of.Scale)),
            1 => (0, of.HasLow ? Unlimited : 0),
            _ => (0, Unlimited),
        };
    }

    private double CostOf(int column) => !IsOfRow(column) ? _cost[column] : RowOf(column) is { Kind: > 0 } of ? _row[of.Row].Price / _row[of.Row].Scale : 0;

    /// <summary>Coefficient of the columns of a row in it.</summary>
    private static int Sign(int kind) => kind == 1 ? 1 : -1;

    private double ReducedCost(int column)
    {
        if (!IsOfRow(column))
            return _reduced[_placeOf[column]];
        var (row, kind) = RowOf(column);
        return CostOf(column) - (Sign(kind) * Dual(row));
    }

    /// <summary>Takes the rows from the first new one on into the basis by their changes.</summary>
    private void ExtendBasis(int first)
    {
        for (var row = first; row < Rows; row++)
        {
            var line = Line(row);
            line.Clear();
            for (var slot = 0; slot < first; slot++)
                if (!IsOfRow(_basic[slot]) && At(Coefficients(_placeOf[_basic[slot]]), row) is var coefficient and not 0)
                    AddScaled(line, coefficient, Line(slot));
            Add(line, row, -1);
            _basic[row] = ColumnOf(row, 0);
            _status[_basic[row]] = Basic;
        }
    }

    private bool RunSimplex()
    {
        for (var pivot = 0; pivot < MostPivots; pivot++)
        {
            var leaving = ChooseLeaving();
            if (leaving >= 0)
            {
                if (!Pivot(leaving) || (_pivots > PivotsBetweenInversions && !Invert()))
                    return false;
                continue;
            }
            // An answer counts where the inverse is fresh.
            if (_pivots == 0)
            {
                for (var slot = 0; slot < Rows; slot++)
                    _basicValue[_basic[slot]] = _value[slot];
                return true;
            }
            if (!Invert())
                return false;
        }
        return false;
    }

    /// <summary>The slot whose value lies furthest outside its bounds, measured along the edge; −1 where all are inside.</summary>
    private int ChooseLeaving()
    {
        var (best, bestScore) = (-1, 0.0);
        for (var slot = 0; slot < Rows; slot++)
        {
            var (low, high) = Bounds(_basic[slot]);
            var outside = Math.Max(low - _value[slot], _value[slot] - high);
            if (outside <= PrimalTolerance * (1 + Math.Abs(_value[slot])))
                continue;
            var line = Line(slot);
            var score = outside * outside / Dot(line, line);
            if (score > bestScore)
                (best, bestScore) = (slot, score);
        }
        return best;
    }

    /// <summary>One dual step: the slot's column goes to the bound that it violates, another takes its place.</summary>
    private bool Pivot(int slot)
    {
        var leaving = _basic[slot];
        var (low, high) = Bounds(leaving);
        var rising = _value[slot] < low;
        var (entering, passed) = LongestStep(Candidates(slot, rising ? -1 : 1), rising ? low - _value[slot] : _value[slot] - high);
        if (entering < 0)
            return false;
        var (column, ratio, _) = _candidates[entering];
        var step = ratio * (rising ? -1 : 1);
        AddScaled(_dual.AsSpan(0, Blocks), step, Line(slot));
        for (var place = 0; place < _enteredCount; place++)
            _reduced[place] -= step * _pivotRow[place];
        Flip(passed);
        Direction(column);
        var move = (_value[slot] - (rising ? low : high)) / _direction[slot];
        for (var s = 0; s < Rows; s++)
            _value[s] -= _direction[s] * move;
        var (from, to) = Bounds(column);
        _value[slot] = (_status[column] == AtLow ? from : to) + move;
        _status[leaving] = rising ? AtLow : AtHigh;
        _status[column] = Basic;
        Replace(slot, column);
        _pivots++;
        return true;
    }

    /// <summary>Moves the candidates that a dual step passed to their other bounds.</summary>
    private void Flip(int passed)
    {
        if (passed == 0)
            return;
        _change.AsSpan(0, Blocks).Clear();
        for (var c = 0; c < passed; c++)
        {
            var column = _candidates[c].Column;
            var (low, high) = Bounds(column);
            AddColumn(column, _status[column] == AtLow ? high - low : low - high);
            _status[column] = _status[column] == AtLow ? AtHigh : AtLow;
        }
        for (var slot = 0; slot < Rows; slot++)
            _value[slot] -= Dot(Line(slot), _change.AsSpan(0, Blocks));
    }

    /// <summary>Adds a multiple of a column to the vector over the rows.</summary>
    private void AddColumn(int column, double factor)
    {
        if (!IsOfRow(column))
        {
            AddScaled(_change.AsSpan(0, Blocks), factor, Coefficients(_placeOf[column]));
            return;
        }
        var (row, kind) = RowOf(column);
        Add(_change, row, Sign(kind) * factor);
    }

    /// <summary>Basis inverse times a column.</summary>
    private void Direction(int column)
    {
        _change.AsSpan(0, Blocks).Clear();
        AddColumn(column, 1);
        for (var slot = 0; slot < Rows; slot++)
            _direction[slot] = Dot(Line(slot), _change.AsSpan(0, Blocks));
    }

    /// <summary>Puts a column into a slot of the basis; its direction has been computed.</summary>
    private void Replace(int slot, int column)
    {
        var line = Line(slot);
        var scale = 1 / _direction[slot];
        foreach (ref var entry in line)
            entry *= scale;
        for (var s = 0; s < Rows; s++)
            if (s != slot && _direction[s] != 0)
                AddScaled(Line(s), -_direction[s], line);
        _basic[slot] = column;
    }

    /// <summary>Computes the inverse of the present basis anew, and all that follows from it; false where its columns depend on one another.</summary>
    private bool Invert()
    {
        var columns = _basic[..Rows];
        for (var row = 0; row < Rows; row++)
        {
            Line(row).Clear();
            Add(Line(row), row, -1);
            _basic[row] = ColumnOf(row, 0);
        }
        foreach (var column in columns.Where(column => !IsOfRow(column) || RowOf(column).Kind > 0))
        {
            Direction(column);
            var best = -1;
            for (var slot = 0; slot < Rows; slot++)
                if (IsOfRow(_basic[slot]) && RowOf(_basic[slot]).Kind == 0 && _status[_basic[slot]] != Basic
                    && (best < 0 || Math.Abs(_direction[slot]) > Math.Abs(_direction[best])))
                    best = slot;
            if (best < 0 || !(Math.Abs(_direction[best]) > LeastPivot))
                return false;
            Replace(best, column);
        }
        Refresh();
        return true;
    }

    /// <summary>
    /// Computes duals and reduced costs from the inverse, puts every column outside the basis on the bound that these ask
    /// for, and computes the values of the basic columns from those.
    /// </summary>
    private void Refresh()
    {
        _pivots = 0;
        _dual.AsSpan(0, Blocks).Clear();
        _change.AsSpan(0, Blocks).Clear();
        for (var slot = 0; slot < Rows; slot++)
            if (CostOf(_basic[slot]) is var cost and not 0)
                AddScaled(_dual.AsSpan(0, Blocks), cost, Line(slot));
        for (var place = 0; place < _enteredCount; place++)
        {
            var column = _entered[place];
            _reduced[place] = _cost[column] - Dot(_dual.AsSpan(0, Blocks), Coefficients(place));
            if (_status[column] == Basic)
                continue;
            // What costs next to nothing stays where it is, so that rounding does not move it to and fro.
            if (Math.Abs(_reduced[place]) > DualTolerance * (1 + Math.Abs(_cost[column])))
                _status[column] = _reduced[place] > 0 ? AtLow : AtHigh;
            if (_status[column] == AtHigh)
                AddColumn(column, _columns[column].Most);
        }
        for (var row = 0; row < Rows; row++)
        {
            var change = ColumnOf(row, 0);
            if (_status[change] == Basic)
                continue;
            _status[change] = Dual(row) >= 0 ? AtLow : AtHigh;
            var (low, high) = Bounds(change);
            AddColumn(change, _status[change] == AtLow ? low : high);
        }
        for (var slot = 0; slot < Rows; slot++)
            _value[slot] = -Dot(Line(slot), _change.AsSpan(0, Blocks));
    }
}

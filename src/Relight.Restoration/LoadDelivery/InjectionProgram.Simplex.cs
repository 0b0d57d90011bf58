using System.Runtime.Intrinsics;

namespace Relight.Restoration.LoadDelivery;

/// <content>The dual simplex.</content>
internal sealed partial class InjectionProgram
{
    private const double PrimalTolerance = 1e-7;
    private const double PivotTolerance = 1e-9;
    private const double SoundPivot = 1e-5;
    private const int PivotsBetweenInversions = 60;

    private readonly double[] _price, _pivotRow;

    // By slot of the basis: its column, the value of that, its row of the inverse; by row: the dual. Vectors over rows
    // are as long as there is room for, zero beyond the last row.
    private int[] _basic = [];
    private double[] _value = [], _dual = [], _direction = [], _change = [], _inverse = [];

    /// <summary>
    /// Makes a first basis: of the columns that were basic when these buses were last solved as many as are
    /// independent, slacks for the rest.
    /// </summary>
    public void Start()
    {
        StartWithSlacks();
        for (var next = 0; next < _slackColumn; next++)
        {
            var step = _status.AsSpan(next).IndexOf(Basic);
            if (step < 0)
                break;
            next += step;
            if (next < _dcColumn ? IsInGroup(_busOf[next]) : _dc.Contains(next - _dcColumn))
                EnterFirstBasis(next);
        }
        Refresh();
    }

    /// <summary>Takes the rows from <paramref name="first"/> on into the basis by their slacks.</summary>
    public void Extend(int first)
    {
        for (var r = first; r < _rows; r++)
        {
            ClearLine(r);
            var line = Line(r);
            for (var s = 0; s < r; s++)
            {
                var coefficient = Coefficient(_basic[s], r);
                if (coefficient != 0)
                    AddScaled(line, coefficient, Line(s));
            }
            line[r] = -1;
            (_basic[r], _rowStatus[r]) = (_slackColumn + r, Basic);
        }
        Refresh();
    }

    /// <summary>Runs the dual simplex to the optimum.</summary>
    /// <returns>False where the rows cannot be met together, or the arithmetic gave out.</returns>
    public bool Solve()
    {
        var limit = 500 + (30 * _rows);
        for (var iteration = 1; iteration < limit; iteration++)
        {
            var leaving = ChooseLeaving();
            if (leaving < 0)
            {
                for (var s = 0; s < _rows; s++)
                    if (_basic[s] < _slackColumn)
                        _basicValue[_basic[s]] = _value[s];
                return true;
            }
            if (!Pivot(leaving) || (iteration % PivotsBetweenInversions == 0 && !Invert()))
                return false;
        }
        return false;
    }

    /// <summary>Computes the inverse of the present basis anew, and all that follows from it.</summary>
    /// <returns>False where its columns depend on one another.</returns>
    public bool Invert()
    {
        Span<int> columns = stackalloc int[_rows];
        _basic.AsSpan(0, _rows).CopyTo(columns);
        Span<sbyte> wanted = stackalloc sbyte[_rows];
        _rowStatus.AsSpan(0, _rows).CopyTo(wanted);
        StartWithSlacks();
        foreach (var column in columns)
        {
            if (column >= _slackColumn)
                continue;
            Direction(column);
            var best = -1;
            for (var s = 0; s < _rows; s++)
                if (_basic[s] >= _slackColumn && wanted[_basic[s] - _slackColumn] != Basic
                    && (best < 0 || Math.Abs(_direction[s]) > Math.Abs(_direction[best])))
                    best = s;
            if (best < 0 || !(Math.Abs(_direction[best]) >= PivotTolerance))
                return false;
            Replace(best, column);
        }
        wanted.CopyTo(_rowStatus);
        Refresh();
        return true;
    }

    private void StartWithSlacks()
    {
        for (var r = 0; r < _rows; r++)
        {
            (_basic[r], _rowStatus[r]) = (_slackColumn + r, Basic);
            ClearLine(r);
            Line(r)[r] = -1;
        }
    }

    /// <summary>Row of the inverse.</summary>
    private Span<double> Line(int slot) => _inverse.AsSpan(slot * _rowBranch.Length, _blocks * Lanes);

    private void ClearLine(int slot) => _inverse.AsSpan(slot * _rowBranch.Length, _rowBranch.Length).Clear();

    private (double Low, double High) Bounds(int column) => column < _slackColumn
        ? (_low[column], _high[column])
        : (_rowLow[column - _slackColumn], _rowHigh[column - _slackColumn]);

    /// <summary>Brings a column that was basic before into the place of the slack that it replaces best.</summary>
    private void EnterFirstBasis(int column)
    {
        Direction(column);
        var best = -1;
        for (var s = 0; s < _rows; s++)
            if (_basic[s] >= _slackColumn && Math.Abs(_direction[s]) > SoundPivot
                && (best < 0 || Math.Abs(_direction[s]) > Math.Abs(_direction[best])))
                best = s;
        if (best < 0)
        {
            _status[column] = AtLow;
            return;
        }
        _rowStatus[_basic[best] - _slackColumn] = AtLow;
        Replace(best, column);
    }

    /// <summary>Coefficient of a column in a row.</summary>
    private double Coefficient(int column, int row)
    {
        if (column >= _slackColumn)
            return column - _slackColumn == row ? -1 : 0;
        double At(int bus) => Coefficients(_local[bus])[row / Lanes][row % Lanes];
        if (column >= _dcColumn)
            return At(_model.DcTo[column - _dcColumn]) - At(_model.DcFrom[column - _dcColumn]);
        return column == _firstColumn[_busOf[column]] ? At(_busOf[column]) : -At(_busOf[column]);
    }

    /// <summary>Adds a multiple of a column to a vector over the rows.</summary>
    private void AddColumn(double[] target, int column, double factor)
    {
        if (column >= _slackColumn)
        {
            target[column - _slackColumn] -= factor;
            return;
        }
        var sum = Blocks(target);
        if (column >= _dcColumn)
        {
            AddScaled(sum, factor, Coefficients(_local[_model.DcTo[column - _dcColumn]]));
            AddScaled(sum, -factor, Coefficients(_local[_model.DcFrom[column - _dcColumn]]));
            return;
        }
        var isFree = column == _firstColumn[_busOf[column]];
        AddScaled(sum, isFree ? factor : -factor, Coefficients(_local[_busOf[column]]));
    }

    /// <summary>Basis inverse times a column.</summary>
    private void Direction(int column)
    {
        _change.AsSpan(0, _blocks * Lanes).Clear();
        AddColumn(_change, column, 1);
        for (var s = 0; s < _rows; s++)
            _direction[s] = Dot(Line(s), _change);
    }

    /// <summary>Puts a column into a slot of the basis; its direction has been computed.</summary>
    private void Replace(int slot, int column)
    {
        var line = Line(slot);
        var scale = 1 / _direction[slot];
        foreach (ref var entry in line)
            entry *= scale;
        for (var s = 0; s < _rows; s++)
            if (s != slot && _direction[s] != 0)
                AddScaled(Line(s), -_direction[s], line);
        _basic[slot] = column;
    }

    /// <summary>
    /// Computes the duals from the inverse, puts every column outside the basis on the bound that its reduced cost asks
    /// for, and computes the values of the basic columns from those.
    /// </summary>
    private void Refresh()
    {
        _dual.AsSpan(0, _blocks * Lanes).Clear();
        for (var s = 0; s < _rows; s++)
            if (_basic[s] < _slackColumn)
                AddScaled(_dual.AsSpan(0, _blocks * Lanes), _cost[_basic[s]], Line(s));
        _change.AsSpan(0, _blocks * Lanes).Clear();
        var dual = Blocks(_dual);
        var activity = Blocks(_change);
        for (var i = 0; i < _busCount; i++)
        {
            var coefficients = Coefficients(i);
            var price = Vector512.Sum(Product(dual, coefficients));
            _price[i] = price;
            var column = _firstColumn[_bus[i]];
            var net = Place(column, _cost[column] - price);
            while (++column < _firstColumn[_bus[i] + 1])
                net -= Place(column, _cost[column] + price);
            if (net != 0)
                AddScaled(activity, net, coefficients);
        }
        foreach (var d in _dc)
            AddColumn(_change, _dcColumn + d, Place(_dcColumn + d, DcReducedCost(d)));
        for (var r = 0; r < _rows; r++)
        {
            if (_rowStatus[r] == Basic)
                continue;
            _rowStatus[r] = _dual[r] >= 0 ? AtLow : AtHigh;
            _change[r] -= _rowStatus[r] == AtLow ? _rowLow[r] : _rowHigh[r];
        }
        for (var s = 0; s < _rows; s++)
            _value[s] = -Dot(Line(s), _change);
    }

    /// <summary>Puts a column, unless it is basic, on the bound that its reduced cost asks for.</summary>
    /// <returns>The bound; 0 for a basic column.</returns>
    private double Place(int column, double reducedCost)
    {
        if (_status[column] == Basic)
            return 0;
        _status[column] = reducedCost >= 0 ? AtLow : AtHigh;
        return reducedCost >= 0 ? _low[column] : _high[column];
    }

    private double DcReducedCost(int line) =>
        _cost[_dcColumn + line] - _price[_local[_model.DcTo[line]]] + _price[_local[_model.DcFrom[line]]];

    /// <summary>The slot whose value lies furthest outside its bounds, measured along the edge; −1 where all are inside.</summary>
    private int ChooseLeaving()
    {
        var best = -1;
        double bestScore = 0;
        for (var s = 0; s < _rows; s++)
        {
            var (low, high) = Bounds(_basic[s]);
            var outside = Math.Max(low - _value[s], _value[s] - high);
            if (outside <= PrimalTolerance * (1 + Math.Abs(_value[s])))
                continue;
            var line = Line(s);
            var score = outside * outside / Dot(line, line);
            if (score > bestScore)
                (best, bestScore) = (s, score);
        }
        return best;
    }

    /// <summary>One dual step: the slot's column goes to the bound it violates, another takes its place.</summary>
    private bool Pivot(int slot)
    {
        var (low, high) = Bounds(_basic[slot]);
        var rising = _value[slot] < low;
        var outside = rising ? low - _value[slot] : _value[slot] - high;
        var count = Candidates(slot, rising ? -1 : 1);
        var place = LongestStep(count, outside);
        if (place < 0)
            return false;

        var entering = _candidate[place];
        Direction(entering);
        var pivot = _direction[slot];
        if (!(Math.Abs(pivot) >= PivotTolerance))
            return false;
        var step = _ratio[place] * (rising ? -1 : 1);
        AddScaled(_dual.AsSpan(0, _blocks * Lanes), step, Line(slot));
        AddScaled(_price.AsSpan(0, _busCount), step, _pivotRow);

        FlipBefore(place);
        var move = (_value[slot] - (rising ? low : high)) / pivot;
        var start = Bound(entering);
        for (var s = 0; s < _rows; s++)
            _value[s] -= _direction[s] * move;
        _value[slot] = start + move;
        SetStatus(_basic[slot], rising ? AtLow : AtHigh);
        SetStatus(entering, Basic);
        Replace(slot, entering);
        return true;
    }

    private sbyte Status(int column) => column < _slackColumn ? _status[column] : _rowStatus[column - _slackColumn];

    private void SetStatus(int column, sbyte status)
    {
        if (column < _slackColumn)
            _status[column] = status;
        else
            _rowStatus[column - _slackColumn] = status;
    }

    /// <summary>The bound that a column outside the basis is at.</summary>
    private double Bound(int column)
    {
        var (low, high) = Bounds(column);
        return Status(column) == AtLow ? low : high;
    }

    /// <summary>Moves the columns whose breakpoints the dual step passed to their other bounds.</summary>
    private void FlipBefore(int place)
    {
        if (place == 0)
            return;
        _change.AsSpan(0, _blocks * Lanes).Clear();
        for (var c = 0; c < place; c++)
        {
            var column = _candidate[c];
            var (low, high) = Bounds(column);
            var atLow = Status(column) == AtLow;
            SetStatus(column, atLow ? AtHigh : AtLow);
            AddColumn(_change, column, atLow ? high - low : low - high);
        }
        for (var s = 0; s < _rows; s++)
            _value[s] -= Dot(Line(s), _change);
    }
}

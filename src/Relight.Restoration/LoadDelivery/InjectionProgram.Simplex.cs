using System.Numerics;

namespace Relight.Restoration.LoadDelivery;

/// <content>The dual simplex.</content>
internal sealed partial class InjectionProgram
{
    private const double PrimalTolerance = 1e-7;
    private const double PivotTolerance = 1e-9;
    private const double SoundPivot = 1e-5;
    private const int MostRepairs = 5;

    private readonly double[] _price, _pivotRow;
    private int[] _basic = [];
    private double[] _value = [], _dual = [], _direction = [], _change = [];
    private double[] _inverse = [];
    private int _stride;
    private int[] _candidate;
    private double[] _ratio, _gain;

    /// <summary>
    /// Makes a first basis: of the columns that were basic when these buses were last solved as many as are
    /// independent, slacks for the rest.
    /// </summary>
    public void Start()
    {
        for (var r = 0; r < _rows; r++)
        {
            _basic[r] = _slackColumn + r;
            _rowStatus[r] = Basic;
            var line = Inverse(r);
            line.Clear();
            line[r] = -1;
        }
        foreach (var bus in Buses)
        {
            EnterFirstBasis(bus);
            for (var s = _model.SegmentStart[bus]; s < _model.SegmentStart[bus + 1]; s++)
                EnterFirstBasis(_segmentColumn + s);
        }
        foreach (var d in _dc)
            EnterFirstBasis(_dcColumn + d);
        ComputeDuals();
        PlaceNonbasic();
        ComputeValues();
    }

    /// <summary>Takes the rows from <paramref name="first"/> on into the basis by their slacks.</summary>
    public void Extend(int first)
    {
        for (var r = first; r < _rows; r++)
        {
            var line = Inverse(r);
            line.Clear();
            for (var s = 0; s < r; s++)
            {
                Inverse(s)[r] = 0;
                var coefficient = Coefficient(_basic[s], r);
                if (coefficient != 0)
                    AddScaled(line, coefficient, Inverse(s));
            }
            line[r] = -1;
            (_basic[r], _rowStatus[r], _dual[r]) = (_slackColumn + r, Basic, 0);
        }
        ComputeValues();
    }

    /// <summary>Runs the dual simplex to the optimum.</summary>
    /// <returns>False where the rows cannot be met together, or the arithmetic gave out.</returns>
    public bool Solve()
    {
        var limit = 500 + 30 * _rows;
        var repaired = 0;
        for (var iteration = 1; iteration < limit; iteration++)
        {
            var leaving = ChooseLeaving();
            if (leaving >= 0 ? !Pivot(leaving) : IsMet())
                return leaving < 0;
            if (leaving < 0 && ++repaired > MostRepairs)
                return false;
            if ((leaving < 0 || iteration % 60 == 0) && !Invert())
                return false;
        }
        return false;
    }

    /// <summary>Notes the values of the basic columns, and sees whether the rows hold: the inverse may have lost its digits.</summary>
    private bool IsMet()
    {
        for (var s = 0; s < _rows; s++)
            if (_basic[s] < _slackColumn)
                _basicValue[_basic[s]] = _value[s];
        var activity = _change.AsSpan(0, _rows);
        Activities(activity, Value);
        for (var r = 0; r < _rows; r++)
            activity[r] -= _rowStatus[r] == AtLow ? _rowLow[r] : _rowStatus[r] == AtHigh ? _rowHigh[r] : 0;
        for (var s = 0; s < _rows; s++)
            if (_basic[s] >= _slackColumn)
                activity[_basic[s] - _slackColumn] -= _value[s];
        for (var r = 0; r < _rows; r++)
            if (!(Math.Abs(activity[r]) <= PrimalTolerance * (1 + Math.Max(Math.Abs(_rowLow[r]), Math.Abs(_rowHigh[r])))))
                return false; // not a number counts as not met
        return true;
    }

    /// <summary>Computes the inverse of the present basis anew, and all that follows from it.</summary>
    private bool Invert()
    {
        Span<int> columns = stackalloc int[_rows];
        _basic.AsSpan(0, _rows).CopyTo(columns);
        for (var r = 0; r < _rows; r++)
        {
            _basic[r] = _slackColumn + r;
            Inverse(r).Clear();
            Inverse(r)[r] = -1;
        }
        foreach (var column in columns)
        {
            if (column >= _slackColumn)
                continue;
            Direction(column);
            var best = -1;
            for (var s = 0; s < _rows; s++)
                if (_basic[s] >= _slackColumn && _rowStatus[_basic[s] - _slackColumn] != Basic
                    && (best < 0 || Math.Abs(_direction[s]) > Math.Abs(_direction[best])))
                    best = s;
            if (best < 0 || Math.Abs(_direction[best]) < PivotTolerance)
                return false;
            Replace(best, column);
        }
        ComputeDuals();
        PlaceNonbasic();
        ComputeValues();
        return true;
    }

    private Span<double> Inverse(int slot) => _inverse.AsSpan(slot * _stride, _rows);

    private (double Low, double High) Bounds(int column) => column < _slackColumn
        ? (_low[column], _high[column])
        : (_rowLow[column - _slackColumn], _rowHigh[column - _slackColumn]);

    /// <summary>Brings a column that was basic before into the place of the slack that it replaces best.</summary>
    private void EnterFirstBasis(int column)
    {
        if (_status[column] != Basic)
            return;
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

    /// <summary>Basis inverse times a column.</summary>
    private void Direction(int column)
    {
        for (var r = 0; r < _rows; r++)
            _change[r] = Coefficient(column, r);
        for (var s = 0; s < _rows; s++)
            _direction[s] = Dot(Inverse(s), _change.AsSpan(0, _rows));
    }

    /// <summary>Puts a column into a slot of the basis; its direction has been computed.</summary>
    private void Replace(int slot, int column)
    {
        var line = Inverse(slot);
        Scale(line, 1 / _direction[slot]);
        for (var s = 0; s < _rows; s++)
            if (s != slot && _direction[s] != 0)
                AddScaled(Inverse(s), -_direction[s], line);
        _basic[slot] = column;
    }

    private void ComputeDuals()
    {
        var dual = _dual.AsSpan(0, _rows);
        dual.Clear();
        for (var s = 0; s < _rows; s++)
            if (_basic[s] < _slackColumn)
                AddScaled(dual, _cost[_basic[s]], Inverse(s));
        CombineRows(dual, _price);
    }

    /// <summary>Σ multiplier · row, by bus of the group.</summary>
    private void CombineRows(ReadOnlySpan<double> multiplier, double[] sum)
    {
        var total = sum.AsSpan(0, _busCount);
        total.Clear();
        for (var r = 0; r < _rows; r++)
            if (multiplier[r] != 0)
                AddScaled(total, multiplier[r], _row[r].AsSpan(0, _busCount));
    }

    /// <summary>Puts every column outside the basis on the bound that its reduced cost asks for.</summary>
    private void PlaceNonbasic()
    {
        for (var i = 0; i < _busCount; i++)
        {
            var bus = _bus[i];
            Place(bus, _cost[bus] - _price[i]);
            for (var s = _model.SegmentStart[bus]; s < _model.SegmentStart[bus + 1]; s++)
                Place(_segmentColumn + s, _cost[_segmentColumn + s] + _price[i]);
        }
        foreach (var d in _dc)
            Place(_dcColumn + d, DcReducedCost(d));
        for (var r = 0; r < _rows; r++)
            if (_rowStatus[r] != Basic)
                _rowStatus[r] = _dual[r] >= 0 ? AtLow : AtHigh;
    }

    private void Place(int column, double reducedCost)
    {
        if (_status[column] != Basic)
            _status[column] = reducedCost >= 0 ? AtLow : AtHigh;
    }

    private double DcReducedCost(int line) =>
        _cost[_dcColumn + line] - _price[_local[_model.DcTo[line]]] + _price[_local[_model.DcFrom[line]]];

    /// <summary>Values of the basic columns from those of all others.</summary>
    private void ComputeValues()
    {
        var change = _change.AsSpan(0, _rows);
        Activities(change, Nonbasic);
        for (var r = 0; r < _rows; r++)
            if (_rowStatus[r] != Basic)
                change[r] -= _rowStatus[r] == AtLow ? _rowLow[r] : _rowHigh[r];
        for (var s = 0; s < _rows; s++)
            _value[s] = -Dot(Inverse(s), change);
    }

    /// <summary>What the columns, slacks apart, add up to in each row.</summary>
    private void Activities(Span<double> activity, Func<int, double> value)
    {
        var net = _pivotRow.AsSpan(0, _busCount);
        for (var i = 0; i < _busCount; i++)
        {
            var bus = _bus[i];
            net[i] = value(bus);
            for (var s = _model.SegmentStart[bus]; s < _model.SegmentStart[bus + 1]; s++)
                net[i] -= value(_segmentColumn + s);
        }
        foreach (var d in _dc)
        {
            var flow = value(_dcColumn + d);
            net[_local[_model.DcFrom[d]]] -= flow;
            net[_local[_model.DcTo[d]]] += flow;
        }
        for (var r = 0; r < _rows; r++)
            activity[r] = Dot(net, _row[r].AsSpan(0, _busCount));
    }

    private double Nonbasic(int column) =>
        _status[column] == AtLow ? _low[column] : _status[column] == AtHigh ? _high[column] : 0;

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
            var line = Inverse(s);
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
        CombineRows(Inverse(slot), _pivotRow);
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
        AddScaled(_dual.AsSpan(0, _rows), step, Inverse(slot));
        AddScaled(_price.AsSpan(0, _busCount), step, _pivotRow.AsSpan(0, _busCount));

        FlipBefore(place);
        var move = (_value[slot] - (rising ? low : high)) / pivot;
        var start = entering < _slackColumn
            ? Nonbasic(entering)
            : _rowStatus[entering - _slackColumn] == AtLow ? _rowLow[entering - _slackColumn] : _rowHigh[entering - _slackColumn];
        for (var s = 0; s < _rows; s++)
            _value[s] -= _direction[s] * move;
        _value[slot] = start + move;
        SetStatus(_basic[slot], rising ? AtLow : AtHigh);
        SetStatus(entering, Basic);
        Replace(slot, entering);
        return true;
    }

    private void SetStatus(int column, sbyte status)
    {
        if (column < _slackColumn)
            _status[column] = status;
        else
            _rowStatus[column - _slackColumn] = status;
    }

    /// <summary>Moves the columns whose breakpoints the dual step passed to their other bounds.</summary>
    private void FlipBefore(int place)
    {
        if (place == 0)
            return;
        var change = _change.AsSpan(0, _rows);
        change.Clear();
        for (var c = 0; c < place; c++)
        {
            var column = _candidate[c];
            var (low, high) = Bounds(column);
            var atLow = column < _slackColumn ? _status[column] == AtLow : _rowStatus[column - _slackColumn] == AtLow;
            SetStatus(column, atLow ? AtHigh : AtLow);
            var move = atLow ? high - low : low - high;
            if (column >= _slackColumn)
                change[column - _slackColumn] -= move;
            else
                for (var r = 0; r < _rows; r++)
                    change[r] += move * Coefficient(column, r);
        }
        for (var s = 0; s < _rows; s++)
            _value[s] -= Dot(Inverse(s), change);
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = Vector<double>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
            sum += new Vector<double>(a[i..]) * new Vector<double>(b[i..]);
        var total = Vector.Sum(sum);
        for (; i < a.Length; i++)
            total += a[i] * b[i];
        return total;
    }

    private static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        var i = 0;
        var scale = new Vector<double>(factor);
        for (; i <= source.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(target[i..]) + scale * new Vector<double>(source[i..])).CopyTo(target[i..]);
        for (; i < source.Length; i++)
            target[i] += factor * source[i];
    }

    private static void Scale(Span<double> target, double factor)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] *= factor;
    }
}

using System.Runtime.Intrinsics;

namespace Relight.Restoration.LoadDelivery;

/// <content>The ratio test with bound flipping.</content>
internal sealed partial class InjectionProgram
{
    // Columns that can help, with the dual step at which each turns and the infeasibility it takes up.
    private int[] _candidate = [];
    private double[] _ratio = [], _gain = [];

    /// <summary>
    /// Lists the columns that can help the leaving one: with the length of the dual step at which their reduced cost
    /// reaches zero, and how much of the infeasibility they take up when they go to their other bound.
    /// </summary>
    private int Candidates(int slot, int sign)
    {
        var count = 0;
        var line = Blocks(Line(slot));
        for (var i = 0; i < _busCount; i++)
        {
            var alpha = Vector512.Sum(Product(line, Coefficients(i)));
            _pivotRow[i] = alpha;
            alpha *= sign;
            if (Math.Abs(alpha) < PivotTolerance)
                continue;
            var column = _firstColumn[_bus[i]];
            if (_status[column] != Basic && _high[column] > _low[column])
                Consider(ref count, column, _status[column], alpha, _cost[column] - _price[i], _high[column] - _low[column]);
            while (++column < _firstColumn[_bus[i] + 1])
                if (_status[column] != Basic)
                    Consider(ref count, column, _status[column], -alpha, _cost[column] + _price[i], _high[column]);
        }
        foreach (var d in _dc)
        {
            var column = _dcColumn + d;
            var alpha = sign * (_pivotRow[_local[_model.DcTo[d]]] - _pivotRow[_local[_model.DcFrom[d]]]);
            if (_status[column] != Basic && _high[column] > _low[column] && Math.Abs(alpha) >= PivotTolerance)
                Consider(ref count, column, _status[column], alpha, DcReducedCost(d), _high[column] - _low[column]);
        }
        for (var r = 0; r < _rows; r++)
        {
            var alpha = -sign * _inverse[(slot * _rowBranch.Length) + r];
            if (_rowStatus[r] != Basic && _rowHigh[r] > _rowLow[r] && Math.Abs(alpha) >= PivotTolerance)
                Consider(ref count, _slackColumn + r, _rowStatus[r], alpha, _dual[r], _rowHigh[r] - _rowLow[r]);
        }
        return count;
    }

    private void Consider(ref int count, int column, sbyte status, double alpha, double reducedCost, double range)
    {
        if (status == AtLow ? alpha <= 0 : alpha >= 0)
            return;
        _candidate[count] = column;
        _ratio[count] = Math.Max(0, reducedCost / alpha);
        _gain[count] = Math.Abs(alpha) * range;
        count++;
    }

    /// <summary>
    /// Puts the candidates whose breakpoints can be passed before the rest, and finds the one at which the dual
    /// objective stops rising: by quickselect, as few of many candidates are looked at in order.
    /// </summary>
    /// <returns>Place of the entering candidate; −1 where all together cannot take up the infeasibility.</returns>
    private int LongestStep(int count, double outside)
    {
        if (count == 0)
            return -1;
        int first = 0, end = count;
        var slope = outside;
        while (end - first > 1)
        {
            var pivot = Median(_ratio[first], _ratio[(first + end) / 2], _ratio[end - 1]);
            var (below, equal, passed) = Partition(first, end, pivot);
            if (slope - passed < 0)
            {
                end = below;
                continue;
            }
            slope -= passed;
            first = below;
            for (; first < equal; first++)
            {
                if (slope - _gain[first] < 0)
                    return Sound(first);
                slope -= _gain[first];
            }
            if (first == end)
                return slope > PrimalTolerance * (1 + outside) ? -1 : Sound(end - 1);
        }
        if (first < end && slope - _gain[first] > PrimalTolerance * (1 + outside))
            return -1;
        return Sound(Math.Min(first, end - 1));
    }

    /// <summary>
    /// The candidate itself, or, where its pivot is too small to divide by, the furthest one before it that is not: a
    /// shorter step is also a step.
    /// </summary>
    private int Sound(int place)
    {
        if (PivotSize(place) >= SoundPivot)
            return place;
        var best = -1;
        for (var c = 0; c < place; c++)
            if (PivotSize(c) >= SoundPivot && (best < 0 || _ratio[c] > _ratio[best]))
                best = c;
        if (best < 0)
            return place;
        var (_, equal, _) = Partition(0, place, _ratio[best]);
        for (var c = equal - 1; c >= 0; c--)
            if (PivotSize(c) >= SoundPivot)
            {
                Swap(c, equal - 1);
                return equal - 1;
            }
        return place;
    }

    private double PivotSize(int place)
    {
        var (low, high) = Bounds(_candidate[place]);
        return _gain[place] / (high - low);
    }

    /// <summary>Sorts a stretch into ratios below, at and above the pivot.</summary>
    private (int Below, int Equal, double Passed) Partition(int first, int end, double pivot)
    {
        int below = first, at = first, above = end;
        double passed = 0;
        while (at < above)
        {
            if (_ratio[at] < pivot)
            {
                passed += _gain[at];
                Swap(below++, at++);
            }
            else if (_ratio[at] > pivot)
            {
                Swap(at, --above);
            }
            else
            {
                at++;
            }
        }
        return (below, above, passed);
    }

    private void Swap(int a, int b)
    {
        (_candidate[a], _candidate[b]) = (_candidate[b], _candidate[a]);
        (_ratio[a], _ratio[b]) = (_ratio[b], _ratio[a]);
        (_gain[a], _gain[b]) = (_gain[b], _gain[a]);
    }

    private static double Median(double a, double b, double c) =>
        Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}

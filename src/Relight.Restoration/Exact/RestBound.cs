using System.Numerics;

namespace Relight.Restoration.Exact;

/// <summary>
/// The least that can still go unserved from a tick on when exactly a given set has ended by then: over all orders in
/// which the other jobs may end, each set no earlier than <see cref="EarliestEnds"/> allows. Computed for every set at
/// ticks of a grid; in between the two neighbours give a bound.
/// </summary>
internal sealed class RestBound
{
    private const long MostNumbers = 4_000_000;

    private readonly ExactBoard _board;
    private readonly double[] _rate;
    private readonly long[] _ends;
    private readonly double[] _rest;
    private readonly long _step;
    private readonly int _points;

    /// <summary>Computes the grid.</summary>
    /// <param name="board">The jobs.</param>
    /// <param name="rate">Weighted MWh unserved in a tick while exactly the set is back; never more for a larger set.</param>
    public RestBound(ExactBoard board, double[] rate)
    {
        _board = board;
        _rate = rate;
        _ends = EarliestEnds.Of(board);
        var quantum = board.Quantum();
        var last = Math.Min(board.Latest, board.Horizon ?? long.MaxValue);
        var points = Math.Max(2, MostNumbers / rate.Length);
        var multiples = (last / quantum / points) + 1;
        _step = quantum * multiples;
        _points = (int)(last / _step) + 2;
        _rest = new double[rate.Length * (long)_points];
        for (var set = board.All; set >= 0; set--)
            for (var point = 0; point < _points; point++)
                _rest[(set * (long)_points) + point] = Least(set, point * _step);
    }

    /// <summary>Weighted MWh from a tick to the end of counting, at least.</summary>
    public double At(int set, long tick)
    {
        if (set == _board.All)
            return AfterAll(tick);
        if (tick >= (_board.Horizon ?? long.MaxValue))
            return 0;
        var point = Math.Min(tick / _step, _points - 1);
        var at = (set * (long)_points) + point;
        var over = tick - (point * _step);
        if (over == 0)
            return _rest[at];
        var before = _rest[at] - (over * _rate[set]);
        return point + 1 < _points ? Math.Max(before, _rest[at + 1]) : Math.Max(0, before);
    }

    /// <summary>Weighted MWh once all jobs have ended: nothing is counted then, unless a horizon is given.</summary>
    public double AfterAll(long tick) => _board.Horizon is { } horizon ? Math.Max(0, horizon - tick) * _rate[_board.All] : 0;

    private double Least(int set, long tick)
    {
        if (set == _board.All)
            return AfterAll(tick);
        if (_rate[set] == 0)
            return 0;
        var horizon = _board.Horizon ?? long.MaxValue;
        if (tick >= horizon)
            return 0;
        var least = double.PositiveInfinity;
        for (var rest = _board.All & ~set; rest != 0; rest &= rest - 1)
        {
            var job = BitOperations.TrailingZeroCount(rest);
            if ((_board.Before[job] & ~set) != 0)
                continue;
            var next = set | (1 << job);
            var end = Math.Max(tick, _ends[next]);
            var cost = end >= horizon
                ? (horizon - tick) * _rate[set]
                : ((end - tick) * _rate[set]) + At(next, end);
            least = Math.Min(least, cost);
        }
        return least;
    }
}

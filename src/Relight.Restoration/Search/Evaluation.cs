using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>
/// What a schedule leaves unserved. A later state holds all repairs of an earlier one and so serves no less; between two
/// states that serve the same nothing needs to be computed, and a schedule that cannot come under a limit even if the
/// states not computed yet serve as much as those after them is left at once.
/// </summary>
internal sealed class Evaluation(JobBoard board, StateValues values)
{
    private const double SameMegawatts = 1e-3;

    private readonly RepairSet _repaired = new(board.Count);
    private readonly UInt128[] _key = new UInt128[board.Count + 1];
    private readonly double[] _hours = new double[board.Count + 1];
    private readonly int[] _done = new int[board.Count + 1];
    private readonly double[] _worth = new double[board.Count + 1];
    private int _stages;

    /// <summary>Schedules looked at.</summary>
    public long Count { get; private set; }

    /// <summary>
    /// Weighted MWh unserved from hour 0 to the horizon; where that is more than <paramref name="limit"/>, some number
    /// between the limit and it.
    /// </summary>
    public double Unserved(Schedule schedule, double limit = double.PositiveInfinity)
    {
        Count++;
        FindStages(schedule);
        if (_stages == 0)
            return 0;
        _worth[_stages - 1] = Compute(schedule, _stages - 1);
        _worth[0] = Compute(schedule, 0);
        while (true)
        {
            var (unserved, stage) = Bound();
            if (stage < 0 || unserved > limit)
                return unserved;
            _worth[stage] = Compute(schedule, stage);
        }
    }

    /// <summary>Hour at which counting ends.</summary>
    public double Horizon(Schedule schedule) => board.Problem.HorizonHours
        ?? (schedule.ByEnd.Length == 0 ? 0 : schedule.End[schedule.ByEnd[^1]]);

    private void FindStages(Schedule schedule)
    {
        var horizon = Horizon(schedule);
        var byEnd = schedule.ByEnd;
        UInt128 key = 0;
        double hour = 0;
        var next = 0;
        for (_stages = 0; hour < horizon; _stages++)
        {
            for (; next < byEnd.Length && schedule.End[byEnd[next]] <= hour; next++)
                key ^= values.Key(byEnd[next]);
            var until = next < byEnd.Length ? Math.Min(horizon, schedule.End[byEnd[next]]) : horizon;
            (_key[_stages], _hours[_stages], _done[_stages]) = (key, until - hour, next);
            _worth[_stages] = values.TryGet(key, out var worth) ? worth : double.NaN;
            hour = until;
        }
    }

    /// <summary>
    /// The least that can be unserved with what is known, and the stage to compute next: the middle of the stretch of
    /// unknown stages that leaves most open; −1 where all is known.
    /// </summary>
    private (double Unserved, int Stage) Bound()
    {
        double unserved = 0, widest = 0;
        var choice = -1;
        for (var k = 0; k < _stages;)
        {
            if (!double.IsNaN(_worth[k]))
            {
                unserved += _hours[k] * (values.WeightedDemand - _worth[k]);
                k++;
                continue;
            }
            var first = k;
            double length = 0;
            for (; double.IsNaN(_worth[k]); k++)
                length += _hours[k];
            unserved += length * (values.WeightedDemand - _worth[k]);
            var open = length * (_worth[k] - _worth[first - 1]);
            if (_worth[k] - _worth[first - 1] > SameMegawatts && open > widest)
                (widest, choice) = (open, (first + k - 1) / 2);
        }
        return (unserved, choice);
    }

    private double Compute(Schedule schedule, int stage)
    {
        if (values.TryGet(_key[stage], out var worth))
            return worth;
        _repaired.Clear();
        for (var k = 0; k < _done[stage]; k++)
            _repaired[schedule.ByEnd[k]] = true;
        return values.Get(_key[stage], _repaired);
    }
}

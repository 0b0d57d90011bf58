using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>
/// What a schedule leaves unserved. A later state holds all repairs of an earlier one and so serves no less; between two
/// states that serve the same nothing needs to be computed, and a schedule that cannot come under a limit even if the
/// states not computed yet serve as much as those after them is left at once. A schedule is compared with the one kept
/// before: up to the first job that ends in another place, and after the last one, their states are the same.
/// </summary>
internal sealed class Evaluation
{
    private const double SameMegawatts = 1e-3;

    private readonly JobBoard _board;
    private readonly StateValues _values;
    private readonly Func<bool> _stop;
    private readonly RepairSet _repaired;
    private readonly UInt128[] _key, _keptKey;
    private readonly double[] _hours, _worth, _keptWorth;
    private readonly int[] _done, _keptByEnd;
    private int _stages;
    private bool _isKept;

    /// <summary>Prepares for schedules of these jobs.</summary>
    /// <param name="board">The jobs.</param>
    /// <param name="values">What states are worth.</param>
    /// <param name="stop">Whether to leave a schedule that is being looked at; null for never.</param>
    public Evaluation(JobBoard board, StateValues values, Func<bool>? stop = null)
    {
        (_board, _values, _stop) = (board, values, stop ?? (() => false));
        _repaired = new RepairSet(board.Count);
        _key = new UInt128[board.Count + 1];
        _keptKey = new UInt128[board.Count + 1];
        _hours = new double[board.Count + 1];
        _worth = new double[board.Count + 1];
        _keptWorth = new double[board.Count + 1];
        _done = new int[board.Count + 1];
        _keptByEnd = new int[board.Count];
        Array.Fill(_keptWorth, double.NaN);
    }

    /// <summary>Schedules looked at.</summary>
    public long Count { get; private set; }

    /// <summary>
    /// Weighted MWh unserved from hour 0 to the horizon; where that is more than <paramref name="limit"/>, some number
    /// between the limit and it; infinity where it had to stop before that was known.
    /// </summary>
    public double Unserved(Schedule schedule, double limit = double.PositiveInfinity)
    {
        Count++;
        FindStages(schedule);
        if (_stages == 0)
            return 0;
        _worth[_stages - 1] = Worth(schedule, _stages - 1);
        _worth[0] = Worth(schedule, 0);
        while (true)
        {
            var (unserved, stage) = Bound();
            if (stage < 0 || unserved > limit)
                return unserved;
            if (_stop())
                return double.PositiveInfinity;
            _worth[stage] = Worth(schedule, stage);
        }
    }

    /// <summary>Keeps the schedule evaluated last, to compare the next ones with.</summary>
    public void Keep(Schedule schedule)
    {
        _isKept = true;
        schedule.ByEnd.CopyTo(_keptByEnd, 0);
        UInt128 key = 0;
        _keptKey[0] = key;
        for (var k = 0; k < _keptByEnd.Length; k++)
            _keptKey[k + 1] = key ^= _values.Key(_keptByEnd[k]);
        Array.Fill(_keptWorth, double.NaN);
        for (var s = 0; s < _stages; s++)
            _keptWorth[_done[s]] = _worth[s];
        var last = _stages - 1;
        while (last > 0 && !(_worth[last - 1] < _worth[_stages - 1] - SameMegawatts))
            last--;
        KeptActive = _stages == 0 ? 0 : _done[last];
    }

    /// <summary>How many jobs of the kept schedule end before all is served that ever will be: the order of the rest brings nothing.</summary>
    public int KeptActive { get; private set; }

    /// <summary>Hour at which counting ends.</summary>
    public double Horizon(Schedule schedule) => _board.Problem.HorizonHours
        ?? (schedule.ByEnd.Length == 0 ? 0 : schedule.End[schedule.ByEnd[^1]]);

    private void FindStages(Schedule schedule)
    {
        var horizon = Horizon(schedule);
        var byEnd = schedule.ByEnd;
        int first = 0, last = _isKept ? byEnd.Length : byEnd.Length + 1;
        while (_isKept && first < last && byEnd[first] == _keptByEnd[first])
            first++;
        while (_isKept && last > first && byEnd[last - 1] == _keptByEnd[last - 1])
            last--;
        UInt128 key = _keptKey[first];
        double hour = 0;
        var next = 0;
        for (_stages = 0; hour < horizon; _stages++)
        {
            for (; next < byEnd.Length && schedule.End[byEnd[next]] <= hour; next++)
                if (next >= first && next < last)
                    key ^= _values.Key(byEnd[next]);
            var until = next < byEnd.Length ? Math.Min(horizon, schedule.End[byEnd[next]]) : horizon;
            var same = next <= first || next >= last;
            (_key[_stages], _hours[_stages], _done[_stages]) = (same ? _keptKey[next] : key, until - hour, next);
            var worth = same ? _keptWorth[next] : double.NaN;
            _worth[_stages] = double.IsNaN(worth) ? _values.Known(_key[_stages]) : worth;
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
                unserved += _hours[k] * (_values.WeightedDemand - _worth[k]);
                k++;
                continue;
            }
            var first = k;
            double length = 0;
            for (; double.IsNaN(_worth[k]); k++)
                length += _hours[k];
            unserved += length * (_values.WeightedDemand - _worth[k]);
            var open = length * (_worth[k] - _worth[first - 1]);
            if (_worth[k] - _worth[first - 1] > SameMegawatts && open > widest)
                (widest, choice) = (open, (first + k - 1) / 2);
        }
        return (unserved, choice);
    }

    private double Worth(Schedule schedule, int stage)
    {
        var worth = _values.Known(_key[stage]);
        if (!double.IsNaN(worth))
            return worth;
        _repaired.Clear();
        for (var k = 0; k < _done[stage]; k++)
            _repaired[schedule.ByEnd[k]] = true;
        return _values.Get(_key[stage], _repaired);
    }
}

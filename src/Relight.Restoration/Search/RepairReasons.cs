using Relight.Grid;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>
/// Finds why each repair stands where it stands: what would not be served without it at its end, and from which later end
/// on more would not be. Absence is taken to cost more as more is back, so that this end is found by halving.
/// </summary>
internal sealed class RepairReasons
{
    // Work on all reasons of a plan together, in states times elements of the network. Beyond it only what a repair brings
    // at its own end is computed.
    private const long MostWork = 20_000_000;

    // Each figure of a reason costs whoever checks the plan linear programs, whose time grows about as the square of the
    // elements: a minute or two for all of them. Beyond it the repairs that start later are told without figures.
    private const long MostWorkOfCheck = 120_000_000_000;
    private const int ProgramsOfGain = 2;
    private const int ProgramsOfPath = 4;

    // Repairs that a company is looked for among, those that end last.
    private const int MostCandidates = 40;

    private readonly JobBoard _board;
    private readonly DeliveryModel _model;
    private readonly Schedule _schedule;
    private readonly StateValues _values;
    private readonly LoadDelivery.LoadDelivery _delivery;
    private readonly List<int> _ends = [];
    private readonly Dictionary<int, Served> _with = [];
    private readonly Dictionary<(int End, int Job), Served> _without = [];
    private readonly RepairSet _open;
    private readonly double _horizon;
    private readonly int _lastShown;
    private long _work;
    private long _workOfCheck;

    /// <summary>Prepares for the repairs of a schedule.</summary>
    public RepairReasons(JobBoard board, DeliveryModel model, Schedule schedule, StateValues values, LoadDelivery.LoadDelivery delivery)
    {
        (_board, _model, _schedule, _values, _delivery) = (board, model, schedule, values, delivery);
        _open = model.NothingOpen();
        for (var place = 0; place < board.Count; place++)
            if (place + 1 == board.Count || HourOf(place + 1) > HourOf(place))
                _ends.Add(place);
        _horizon = board.Problem.HorizonHours ?? (board.Count == 0 ? 0 : HourOf(board.Count - 1));
        _lastShown = _ends.FindLastIndex(place => HourOf(place) < _horizon);
    }

    /// <summary>What a repair brings.</summary>
    /// <param name="job">The repair.</param>
    /// <param name="cause">What decides when it starts.</param>
    /// <param name="after">The repair that it waits for.</param>
    public RepairReason Of(int job, StartCause cause, ElementId? after)
    {
        if (_workOfCheck > MostWorkOfCheck)
            return new RepairReason { GainMegawatts = 0, GainIsKnown = false, PathIsKnown = false, Cause = cause, After = after };
        var own = _ends.FindIndex(place => HourOf(place) >= _schedule.End[job]);
        var gain = Cost(own, job);
        CountPrograms(ProgramsOfGain);
        var reason = new RepairReason { GainMegawatts = gain > RepairReason.LeastMegawatts ? gain : 0, Cause = cause, After = after };
        if (reason.GainMegawatts > 0)
            reason = reason with { Buses = Buses(own, job) };
        if (_work > MostWork)
            return reason with { PathIsKnown = false };
        var path = FirstWithMore(own, job, RepairReason.More(reason.GainMegawatts));
        CountPrograms(path < 0 ? 1 : ProgramsOfPath);
        if (path < 0)
            return reason;
        var buses = Buses(path, job);
        var company = Company(own, path);
        CountPrograms(company.Count);
        return reason with
        {
            PathMegawatts = Cost(path, job),
            PathHour = HourOf(_ends[path]),
            With = company,
            Buses = reason.GainMegawatts > 0 ? reason.Buses : buses,
            PathBuses = reason.GainMegawatts > 0 ? buses : [],
        };
    }

    private void CountPrograms(int programs)
    {
        var elements = (long)_model.BusCount + _model.BranchFrom.Length;
        _workOfCheck += programs * elements * elements;
    }

    private double HourOf(int place) => _schedule.End[_schedule.ByEnd[place]];

    private int FirstWithMore(int own, int job, double megawatts)
    {
        int low = own, high = _ends.Count - 1;
        if (low == high || Cost(high, job) <= megawatts)
            return -1;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Cost(middle, job) > megawatts ? (low, middle) : (middle, high);
        }
        return high;
    }

    /// <summary>Of the repairs that end after one end and by another, those whose absence then costs most.</summary>
    private IReadOnlyList<ElementId> Company(int own, int path)
    {
        var first = Math.Max(_ends[own] + 1, _ends[path] + 1 - MostCandidates);
        return
        [
            .. _schedule.ByEnd[first..(_ends[path] + 1)]
                .Select(job => (Element: Element(job), Cost: Cost(path, job)))
                .Where(of => of.Cost > RepairReason.LeastMegawatts)
                .OrderByDescending(of => of.Cost).ThenBy(of => of.Element)
                .Take(RepairReason.MostCompany).Select(of => of.Element).Order(),
        ];
    }

    /// <summary>
    /// MW that are not served at an end of a repair if a job that has ended had not, as a plan's file has it: then whoever
    /// reads the file finds the same words.
    /// </summary>
    private double Cost(int end, int job) => PlanFile.Rounded(With(end).Megawatts - Without(end, job).Megawatts);

    /// <summary>A state as the curve has it; from the horizon on with the switching of the curve's last stage.</summary>
    private Served With(int end)
    {
        if (_with.TryGetValue(end, out var served))
            return served;
        return _with[end] = Evaluate(UpTo(end), _horizon > 0 ? _values.Open(UpTo(Math.Min(end, _lastShown))) : []);
    }

    /// <summary>The state without a job, with the better of two switchings: that of the state with it, or nothing open.</summary>
    private Served Without(int end, int job)
    {
        if (_without.TryGetValue((end, job), out var best))
            return best;
        var repaired = UpTo(end);
        repaired[job] = false;
        best = Evaluate(repaired, []);
        int[] open = [.. With(end).Open.Where(other => other != job)];
        if (open.Length > 0 && Evaluate(repaired, open) is var served && served.Megawatts > best.Megawatts)
            best = served;
        return _without[(end, job)] = best;
    }

    private Served Evaluate(RepairSet repaired, IReadOnlyList<int> open)
    {
        _work += _model.BusCount + _model.BranchFrom.Length;
        _open.Clear();
        foreach (var branch in open)
            _open[branch] = true;
        return new Served(_delivery.Evaluate(repaired, _open).Weighted, open);
    }

    /// <summary>The buses that gain most by a job, at most three.</summary>
    private List<int> Buses(int end, int job)
    {
        var gain = new double[_model.BusCount];
        Add(UpTo(end), With(end).Open, 1);
        var repaired = UpTo(end);
        repaired[job] = false;
        Add(repaired, Without(end, job).Open, -1);
        return [.. Enumerable.Range(0, gain.Length).Where(i => gain[i] > 0.05)
            .OrderByDescending(i => Math.Round(gain[i], 6)).ThenBy(i => _model.BusIds[i]).Take(RepairReason.MostBuses).Select(i => _model.BusIds[i])];

        void Add(RepairSet state, IReadOnlyList<int> open, int sign)
        {
            Evaluate(state, open);
            for (var s = 0; s < _model.SegmentBus.Length; s++)
                gain[_model.SegmentBus[s]] += sign * _delivery.Served[s];
        }
    }

    /// <summary>What is back at an end; nothing before the first, at −1.</summary>
    private RepairSet UpTo(int end)
    {
        var repaired = new RepairSet(_board.Count);
        for (var k = 0; end >= 0 && k <= _ends[end]; k++)
            repaired[_schedule.ByEnd[k]] = true;
        return repaired;
    }

    private ElementId Element(int job) => _board.Problem.Repairs[job].Element;

    /// <summary>What a state serves by weight, with these branches open.</summary>
    private readonly record struct Served(double Megawatts, IReadOnlyList<int> Open);
}

using Relight.Grid;
using Relight.Restoration.Exact;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>Makes the plan of a schedule: the curve, computed anew, and the reason of each repair.</summary>
internal sealed class PlanBuilder
{
    private const long MostThorough = 5_000_000;

    private readonly JobBoard _board;
    private readonly DeliveryModel _model;
    private readonly StateValues _values;
    private readonly LoadDelivery.LoadDelivery _delivery;
    private readonly Schedule _schedule;
    private readonly RepairReasons _reasons;

    private PlanBuilder(JobBoard board, DeliveryModel model, Schedule schedule, ServedTable? table)
    {
        _board = board;
        _model = model;
        _schedule = schedule;
        _values = new StateValues(model, Tries(model, board.Count), table);
        _delivery = new LoadDelivery.LoadDelivery(model);
        _reasons = new RepairReasons(board, model, schedule, _values, _delivery);
    }

    /// <summary>What to open is looked for thoroughly, unless there are so many states that the plan would not be ready in time.</summary>
    private static int Tries(DeliveryModel model, int stages) =>
        (long)stages * model.BusCount > MostThorough ? 0 : StateValues.ThoroughTries;

    /// <summary>Makes the plan; bound and solver are the caller's to fill in.</summary>
    public static Plan Build(JobBoard board, DeliveryModel model, Schedule schedule, bool explain, ServedTable? table = null)
    {
        schedule.RoundHours();
        var builder = new PlanBuilder(board, model, schedule, table);
        var curve = builder.Curve();
        return new Plan
        {
            Scenario = board.Problem.Name,
            Objective = new PlanObjective(
                curve.Sum(s => (s.ToHours - s.FromHours) * (s.DemandMegawatts - s.ServedMegawatts)),
                curve.Sum(s => (s.ToHours - s.FromHours) * (model.WeightedDemand - s.WeightedServed)),
                0),
            Repairs = builder.Repairs(explain),
            Curve = curve,
            Solver = new SolverRun("", 0, 0, 0),
        };
    }

    /// <summary>What is served once all is repaired, as a stage of no length at hour 0.</summary>
    public static CurveStage WhenAllIsRepaired(JobBoard board, DeliveryModel model)
    {
        var repaired = new RepairSet(board.Count);
        for (var job = 0; job < board.Count; job++)
            repaired[job] = true;
        return new PlanBuilder(board, model, new Schedule(board), null).Stage(repaired, 0, 0);
    }

    private List<CurveStage> Curve()
    {
        var horizon = _board.Problem.HorizonHours ?? (_board.Count == 0 ? 0 : _schedule.End[_schedule.ByEnd[^1]]);
        var stages = new List<CurveStage>();
        var repaired = new RepairSet(_board.Count);
        double hour = 0;
        for (var next = 0; hour < horizon;)
        {
            for (; next < _board.Count && _schedule.End[_schedule.ByEnd[next]] <= hour; next++)
                repaired[_schedule.ByEnd[next]] = true;
            var until = next < _board.Count ? Math.Min(horizon, _schedule.End[_schedule.ByEnd[next]]) : horizon;
            stages.Add(Stage(repaired, hour, until));
            hour = until;
        }
        return stages;
    }

    private CurveStage Stage(RepairSet repaired, double from, double to)
    {
        int[] opened = [.. _values.Open(repaired).OrderBy(branch => _model.Switched[branch])];
        var open = _model.NothingOpen();
        foreach (var branch in opened)
            open[branch] = true;
        var costs = ClosingCosts(repaired, opened, open);
        var delivery = _delivery.Evaluate(repaired, open);
        return new CurveStage(
            from,
            to,
            _model.Demand,
            Math.Min(_model.Demand, delivery.Served),
            Math.Min(_model.WeightedDemand, delivery.Weighted),
            [.. opened.Select(branch => _model.Switched[branch])],
            PeopleWithoutPower())
        {
            ClosingCosts = costs,
        };
    }

    /// <summary>For each open branch, what would not be served if it alone were closed.</summary>
    private double[] ClosingCosts(RepairSet repaired, int[] opened, RepairSet open)
    {
        if (opened.Length == 0)
            return [];
        var best = _delivery.Evaluate(repaired, open).Weighted;
        var costs = new double[opened.Length];
        for (var k = 0; k < opened.Length; k++)
        {
            open[opened[k]] = false;
            costs[k] = best - _delivery.Evaluate(repaired, open).Weighted;
            open[opened[k]] = true;
        }
        return costs;
    }

    /// <summary>People of a bus times the unserved share of its demand, summed, in the state computed last.</summary>
    private double PeopleWithoutPower()
    {
        double people = 0;
        for (var s = 0; s < _model.SegmentMegawatts.Length; s++)
            people += (_model.SegmentMegawatts[s] - _delivery.Served[s]) * _model.PeoplePerMegawatt[_model.SegmentBus[s]];
        return Math.Max(0, people);
    }

    private List<PlannedRepair> Repairs(bool explain)
    {
        var last = new int[_board.Count];
        Array.Fill(last, -1);
        foreach (var crew in Enumerable.Range(0, _board.Count).GroupBy(j => _schedule.Crew[j]))
        {
            var before = -1;
            foreach (var job in crew.OrderBy(j => _schedule.Start[j]).ThenBy(j => _schedule.End[j]))
                (last[job], before) = (before, job);
        }
        return [.. Enumerable.Range(0, _board.Count)
            .OrderBy(j => _schedule.Start[j]).ThenBy(Element)
            .Select(j => Repair(j, last[j], explain))];
    }

    private PlannedRepair Repair(int job, int crewBefore, bool explain)
    {
        var reason = explain ? Reason(job, crewBefore) : null;
        return new PlannedRepair(
            Element(job),
            _board.Problem.Crews[_schedule.Crew[job]].Name,
            _schedule.Start[job],
            _schedule.End[job],
            reason?.ToString() ?? "")
        {
            Reason = reason,
        };
    }

    private RepairReason Reason(int job, int crewBefore)
    {
        var (cause, after) = Cause(job, crewBefore);
        return _reasons.Of(job, cause, after) with { ByWeight = _board.Problem.Weights.Count > 0 };
    }

    /// <summary>What decides the start: whichever is there last. Hours are rounded, so those of one moment differ by their last digits.</summary>
    private (StartCause Cause, ElementId? After) Cause(int job, int crewBefore)
    {
        var start = _schedule.Start[job] - PlanCheck.HoursTolerance;
        var crew = _schedule.Crew[job];
        if (_board.UnderWay[crew] == job)
            return (StartCause.UnderWay, null);
        if (crewBefore >= 0 && _schedule.End[crewBefore] + _board.Travel(crewBefore, job) >= start)
            return (StartCause.Crew, Element(crewBefore));
        if (_board.CrewFree[crew] + _board.Travel(crewBefore < 0 ? _board.FirstPlace(crew) : crewBefore, job) >= start)
            return (StartCause.Nothing, null);
        var before = _board.Before[job].FirstOrDefault(b => _schedule.End[b] >= start, -1);
        return before >= 0 ? (StartCause.Precedence, Element(before)) : (StartCause.Equipment, null);
    }

    private ElementId Element(int job) => _board.Problem.Repairs[job].Element;
}

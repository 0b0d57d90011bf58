using System.Globalization;
using Relight.Grid;
using Relight.Grid.Import;
using static Relight.Restoration.PlanCheck;

namespace Relight.Restoration;

/// <summary>What the grid delivers in each stage of a plan, and what that adds up to, computed anew.</summary>
internal sealed class DeliveryCheck
{
    private readonly RestorationProblem _problem;
    private readonly Plan _plan;
    private readonly string _file;
    private readonly List<Finding> _findings;
    private readonly ThetaLoadDelivery _theta;
    private readonly ThetaStates _states;
    private readonly double _demand;
    private readonly double _weightedDemand;
    private readonly double _people;
    private readonly double[] _peoplePerMegawatt;
    private readonly Dictionary<ElementId, double> _backAt;

    private DeliveryCheck(RestorationProblem problem, Plan plan, string file, List<Finding> findings, ThetaLoadDelivery theta)
    {
        var network = problem.Network;
        _problem = problem;
        _plan = plan;
        _file = file;
        _findings = findings;
        _theta = theta;
        double[] demandOf = [.. network.Buses.Select(b => b.Type == BusType.Isolated ? 0 : Math.Max(0, b.DemandMegawatts))];
        _demand = demandOf.Sum();
        _weightedDemand = _demand + problem.Weights.Sum(w => (w.Weight - 1) * w.Megawatts);
        _states = new ThetaStates(problem, plan, theta, _weightedDemand);
        _peoplePerMegawatt = new double[demandOf.Length];
        foreach (var entry in problem.People)
            if (demandOf[network.IndexOf(entry.Bus)] is > 0 and var demand)
            {
                _people += entry.People;
                _peoplePerMegawatt[network.IndexOf(entry.Bus)] += entry.People / demand;
            }
        var ends = plan.Repairs.ToLookup(r => r.Element, r => r.End);
        _backAt = problem.Repairs.ToDictionary(
            r => r.Element,
            r => ends[r.Element].DefaultIfEmpty(double.PositiveInfinity).Min());
    }

    /// <summary>Notes where the plan's figures are not those of the check; gives the worth of the plan as computed here.</summary>
    public static PlanObjective? Run(
        RestorationProblem problem, Plan plan, string file, List<Finding> findings, IProgress<PlanCheckProgress>? progress)
    {
        using var theta = new ThetaLoadDelivery(problem.Network, problem.Weights);
        try
        {
            return new DeliveryCheck(problem, plan, file, findings, theta).Run(progress);
        }
        catch (InvalidOperationException error)
        {
            findings.Add(Error(file, $"$.curve", null, $"could not be recomputed: {error.Message}"));
            return null;
        }
    }

    private PlanObjective Run(IProgress<PlanCheckProgress>? progress)
    {
        var reasons = new ReasonCheck(_problem, _plan, _file, _findings, _states);
        var (unserved, weightedUnserved, tolerance) = (0.0, 0.0, RelativeTolerance);
        var sample = new StageSample(_problem.Network, _plan.Curve);
        _states.Compute(AlongTheCurve(sample, reasons), (done, of) => progress?.Report(new PlanCheckProgress(done, of)));
        for (var i = 0; i < _plan.Curve.Count; i++)
        {
            var stage = _plan.Curve[i];
            var hours = stage.ToHours - stage.FromHours;
            if (hours <= HoursTolerance)
                continue;
            var (served, weighted) = (stage.ServedMegawatts, stage.WeightedServed);
            if (sample.Contains(i))
                (served, weighted) = CheckStage(i, stage);
            unserved += hours * (_demand - served);
            weightedUnserved += hours * (_weightedDemand - weighted);
            tolerance += hours * (Tolerance(_weightedDemand) + Tolerance(_demand));
        }
        var objective = _plan.Objective;
        CompareEnergy($"$.objective.unservedMWh", objective.UnservedMegawattHours, unserved, tolerance);
        CompareEnergy($"$.objective.weightedUnservedMWh", objective.WeightedUnservedMegawattHours, weightedUnserved, tolerance);
        if (!(objective.LowerBoundMegawattHours <= weightedUnserved + tolerance))
            _findings.Add(Error(
                _file,
                $"$.objective.lowerBoundMWh",
                objective.LowerBoundMegawattHours,
                $"must not be above what the plan itself leaves unserved, {weightedUnserved}"));
        _findings.AddRange(sample.Findings(_file));
        reasons.Run();
        return new PlanObjective(unserved, weightedUnserved, objective.LowerBoundMegawattHours);
    }

    /// <summary>
    /// The states to compute, along the curve: then each program starts from an answer that differs in few repairs, instead
    /// of going back and forth between early and late.
    /// </summary>
    private IEnumerable<HashSet<ElementId>> AlongTheCurve(StageSample sample, ReasonCheck reasons)
    {
        var next = 0;
        foreach (var (i, stage) in _plan.Curve.Index())
        {
            if (!sample.Contains(i) || stage.ToHours - stage.FromHours <= HoursTolerance)
                continue;
            for (; next < reasons.Needed.Count && reasons.Needed[next].Hour < stage.FromHours; next++)
                foreach (var state in _states.StatesOf(reasons.Needed[next].Hour, reasons.Needed[next].Without))
                    yield return state;
            yield return OutOfServiceIn(stage);
        }
        for (; next < reasons.Needed.Count; next++)
            foreach (var state in _states.StatesOf(reasons.Needed[next].Hour, reasons.Needed[next].Without))
                yield return state;
    }

    private HashSet<ElementId> OutOfServiceIn(CurveStage stage) =>
        [.. _backAt.Where(p => p.Value > stage.FromHours + HoursTolerance).Select(p => p.Key), .. stage.Open];

    /// <summary>Compares one stage. Where several dispatches are worth the same, any of their amounts is right.</summary>
    private (double Served, double Weighted) CheckStage(int index, CurveStage stage)
    {
        var outOfService = OutOfServiceIn(stage);
        var delivery = Evaluate(stage, outOfService);
        if (delivery.Dark.Count > 0)
            _findings.Add(Finding.Warning(
                string.Create(CultureInfo.InvariantCulture, $"{_file} $.curve[{index}]"),
                $"bus {string.Join(", ", delivery.Dark.Take(10))}{(delivery.Dark.Count > 10 ? ", …" : "")}",
                "is taken as dark: phase shifters or direct-current lines force flows that nothing there can balance"));
        Compare(index, "demandMegawatts", stage.DemandMegawatts, _demand);
        Compare(index, "weightedServed", stage.WeightedServed, delivery.WeightedServed);
        var served = CheckSum(index, "servedMegawatts", stage.ServedMegawatts, delivery, 0, _ => 1, Tolerance(_demand));
        if (!double.IsNaN(stage.PeopleWithoutPower))
            CheckSum(
                index, "peopleWithoutPower", stage.PeopleWithoutPower, delivery, _people, bus => -_peoplePerMegawatt[bus], Tolerance(_people));
        CheckClosing(index, stage, outOfService, delivery);
        return (served, delivery.WeightedServed);
    }

    /// <summary>What closing each open branch by itself would cost.</summary>
    private void CheckClosing(int index, CurveStage stage, HashSet<ElementId> outOfService, ThetaDelivery delivery)
    {
        if (stage.ClosingCosts.Count is not 0 and var count && count != stage.Open.Count)
            _findings.Add(Error(_file, $"$.curve[{index}].closingCosts", count, $"must be one figure for each of the {stage.Open.Count} open branches"));
        foreach (var (k, (branch, planned)) in stage.Open.Zip(stage.ClosingCosts).Index())
        {
            HashSet<ElementId> closed = [.. outOfService.Where(element => element != branch)];
            var computed = Math.Round(delivery.WeightedServed - _theta.Evaluate(closed).WeightedServed, 6);
            if (!(Math.Abs(planned - computed) <= 2 * Tolerance(_weightedDemand)))
                _findings.Add(Error(_file, $"$.curve[{index}].closingCosts[{k}]", planned, $"must be {computed}: what is not served if {branch} alone is closed"));
        }
    }

    /// <summary>What the grid delivers; where that is not the planned figure, computed once more from a cold start, whose answer stands.</summary>
    private ThetaDelivery Evaluate(CurveStage stage, HashSet<ElementId> outOfService)
    {
        var delivery = _states.Delivery(outOfService);
        if (Agree(stage.WeightedServed, delivery.WeightedServed))
            return delivery;
        using var cold = new ThetaLoadDelivery(_problem.Network, _problem.Weights);
        delivery = cold.Evaluate(outOfService);
        _states.Keep(outOfService, delivery);
        return delivery;
    }

    /// <summary>Compares start + Σ factor · MW served over buses; gives the planned figure where it is right, else one that is.</summary>
    private double CheckSum(
        int index, string name, double planned, ThetaDelivery delivery, double start, Func<int, double> factor, double tolerance)
    {
        var computed = start + delivery.ServedByBus.Select((megawatts, bus) => megawatts * factor(bus)).Sum();
        if (Math.Abs(planned - computed) <= tolerance)
            return computed;
        var (least, most) = _theta.Range(delivery, factor, Tolerance(delivery.WeightedServed));
        if (planned >= start + least - tolerance && planned <= start + most + tolerance)
            return planned;
        _findings.Add(most - least <= 4 * tolerance
            ? Error(_file, $"$.curve[{index}].{name}", planned, $"must be {computed}")
            : Error(_file, $"$.curve[{index}].{name}", planned, $"must be from {start + least} to {start + most}"));
        return computed;
    }

    private void Compare(int index, string name, double planned, double computed)
    {
        if (!Agree(planned, computed))
            _findings.Add(Error(_file, $"$.curve[{index}].{name}", planned, $"must be {computed}"));
    }

    private void CompareEnergy(FormattableString path, double planned, double computed, double tolerance)
    {
        if (!(Math.Abs(planned - computed) <= tolerance))
            _findings.Add(Error(_file, path, planned, $"must be {computed}: demand less what is served, over the hours of each stage"));
    }
}

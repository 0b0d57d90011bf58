using Relight.Grid;
using Relight.Grid.Import;
using static Relight.Restoration.PlanCheck;

namespace Relight.Restoration;

/// <summary>
/// The figures of the reasons of a plan's repairs, computed anew: what is not served without the repair at its end, and at
/// the later end that it opens the path to; that it is no more at the end before; who belongs to it there; the buses; what
/// decides its start; and that the words say what the figures say.
/// </summary>
internal sealed class ReasonCheck(RestorationProblem problem, Plan plan, string file, List<Finding> findings, ThetaStates states)
{
    // Differences of two figures that may each be off, and of what the planner rounds.
    private const double Rounding = 1e-3;
    private const int Decimals = 6;

    private readonly double _tolerance = Rounding + (2 * Tolerance(states.WeightedDemand));

    /// <summary>The repairs that are thought away for the figures, each with the hour of the state, in the order of hours.</summary>
    public IReadOnlyList<(double Hour, ElementId Without)> Needed { get; } = NeededFor(plan, states);

    /// <summary>Notes every figure that is not as computed here.</summary>
    public void Run()
    {
        var byHour = plan.Repairs.Index().Where(repair => repair.Item.Reason is not null).OrderBy(repair => repair.Item.End);
        foreach (var (index, repair) in byHour)
        {
            var reason = repair.Reason!;
            CheckWords(index, repair, reason);
            if (reason.GainIsKnown)
                CheckGain(index, repair, reason);
            if (reason.PathMegawatts > 0)
                CheckPath(index, repair, reason);
            else if (reason.PathIsKnown)
                CheckNoPath(index, repair, reason);
        }
        StartCheck.Run(problem, plan, file, findings);
    }

    /// <summary>The states that the figures need in the order of hours, those of one hour together.</summary>
    private static List<(double Hour, ElementId Without)> NeededFor(Plan plan, ThetaStates states)
    {
        var needed = new HashSet<(double Hour, ElementId Without)>();
        foreach (var repair in plan.Repairs.Where(repair => repair.Reason is not null))
        {
            var reason = repair.Reason!;
            if (reason.GainIsKnown)
                needed.Add((repair.End, repair.Element));
            if (reason.PathMegawatts <= 0)
            {
                if (reason.PathIsKnown)
                    needed.Add((states.Ends[^1], repair.Element));
                continue;
            }
            var at = states.Ends.FindIndex(hour => Math.Abs(hour - reason.PathHour) <= HoursTolerance);
            if (at <= 0)
                continue;
            needed.Add((states.Ends[at - 1], repair.Element));
            needed.UnionWith(reason.With.Append(repair.Element).Select(element => (states.Ends[at], element)));
        }
        return [.. needed.OrderBy(of => of.Hour).ThenBy(of => of.Without)];
    }

    private void CheckWords(int index, PlannedRepair repair, RepairReason reason)
    {
        var words = (reason with { ByWeight = problem.Weights.Count > 0 }).ToString();
        if (repair.Why.Length > 0 && repair.Why != words)
            Report(index, "why", repair.Why, $"must say what the figures say: {words}");
    }

    private void CheckGain(int index, PlannedRepair repair, RepairReason reason)
    {
        if (reason.GainMegawatts > 0)
        {
            Compare(index, "gainMegawatts", reason.GainMegawatts, repair.End, repair.Element);
            CheckBuses(index, "buses", reason.Buses, repair.End, repair.Element);
        }
        else if (!Costs(repair.End, repair.Element, cost => cost <= RepairReason.LeastMegawatts + _tolerance, out var cost))
            Report(index, "gainMegawatts", reason.GainMegawatts, $"must be {cost}");
    }

    private void CheckPath(int index, PlannedRepair repair, RepairReason reason)
    {
        var hours = states.Ends;
        var at = hours.FindIndex(hour => Math.Abs(hour - reason.PathHour) <= HoursTolerance);
        if (at < 0 || hours[at] <= repair.End + HoursTolerance)
        {
            Report(index, "pathHour", reason.PathHour, $"must be a later end of a repair");
            return;
        }
        Compare(index, "pathMegawatts", reason.PathMegawatts, hours[at], repair.Element);
        if (!Costs(hours[at - 1], repair.Element, cost => cost <= RepairReason.More(reason.GainMegawatts) + _tolerance, out var before))
            Report(index, "pathHour", reason.PathHour, $"must be no later than {hours[at - 1]}, where {before} MW are not served without it");
        for (var k = 0; k < reason.With.Count; k++)
            CheckCompanion(index, repair, reason, hours[at], k);
        CheckBuses(
            index, reason.GainMegawatts > 0 ? "pathBuses" : "buses", reason.GainMegawatts > 0 ? reason.PathBuses : reason.Buses,
            hours[at], repair.Element);
    }

    private void CheckCompanion(int index, PlannedRepair repair, RepairReason reason, double hour, int k)
    {
        var other = reason.With[k];
        if (!states.EndOf(other, out var end) || end <= repair.End + HoursTolerance || end > hour + HoursTolerance)
            Report(index, $"with[{k}]", other, $"must end after this repair and by hour {hour}");
        else if (!Costs(hour, other, cost => cost > 0, out _))
            Report(index, $"with[{k}]", other, $"is not needed: as much is served at hour {hour} without it");
    }

    /// <summary>Where nothing is said to gain later, nothing is lost without the repair once all is back.</summary>
    private void CheckNoPath(int index, PlannedRepair repair, RepairReason reason)
    {
        if (!Costs(states.Ends[^1], repair.Element, cost => cost <= RepairReason.More(reason.GainMegawatts) + _tolerance, out var cost))
            Report(index, "pathMegawatts", reason.PathMegawatts, $"must tell that {cost} MW are not served without it once all is back");
    }

    /// <summary>Each bus has demand that is served better with the repair than without, in some dispatch that serves the most.</summary>
    private void CheckBuses(
        int index, string name, IReadOnlyList<int> buses, double hour, ElementId element)
    {
        if (buses.Count > RepairReason.MostBuses)
            Report(index, name, buses.Count, $"must be {RepairReason.MostBuses} buses at most");
        for (var k = 0; k < buses.Count; k++)
            if (!states.ServesMore(buses[k], hour, element))
                Report(index, $"{name}[{k}]", buses[k], $"must be a bus that is served more at hour {hour} with {element} than without");
    }

    private void Compare(int index, string name, double planned, double hour, ElementId element)
    {
        if (!Costs(hour, element, cost => Math.Abs(planned - cost) <= _tolerance, out var computed))
            Report(index, name, planned, $"must be {computed}");
    }

    /// <summary>
    /// Whether what is not served at an hour without a repair is as it should be; where it is not, it is computed once more
    /// from a cold start, whose answer stands.
    /// </summary>
    private bool Costs(double hour, ElementId without, Func<double, bool> asItShouldBe, out double cost)
    {
        cost = Math.Round(states.Cost(hour, without), Decimals);
        if (asItShouldBe(cost))
            return true;
        using var cold = new ThetaLoadDelivery(problem.Network, problem.Weights);
        cost = Math.Round(new ThetaStates(problem, plan, cold, states.WeightedDemand).Cost(hour, without), Decimals);
        return asItShouldBe(cost);
    }

    private void Report(int index, string name, object value, FormattableString rule) =>
        findings.Add(Error(file, $"$.repairs[{index}].{(name == "why" ? "" : "reason.")}{name}", value, rule));
}

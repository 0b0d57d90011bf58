using Relight.Plans;
using Relight.Restoration;

namespace Relight.Facilities;

/// <summary>
/// Hours without grid at buses, from the stages of a plan. What a bus is not served is shared out by rolling cuts: of a day
/// on which a share s of its demand is served, each who hangs on it has no power for 24 · (1 − s) hours.
/// </summary>
public static class PlanHours
{
    /// <summary>
    /// Hours without grid by bus, for each day; null for a day that ends before the plan begins. Before its hour zero the
    /// state is that of hour zero, after its end that of the end.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="plan">The plan that solves it.</param>
    /// <param name="period">The days.</param>
    /// <param name="buses">The buses; one that the model has not, or that has no demand, is left out.</param>
    public static IReadOnlyDictionary<int, IReadOnlyList<decimal?>> Of(
        OpenScenario scenario, Plan plan, FacilityPeriod period, IReadOnlySet<int> buses)
    {
        var begin = scenario.HourOf(period.Start(0));
        var spans = Spans(plan, begin, begin + (24 * period.Days)).ToList();
        var states = BusService.At(scenario.Problem, plan, spans.Select(span => span.State));
        var hours = new Dictionary<int, IReadOnlyList<decimal?>>();
        foreach (var (place, bus) in states.Count == 0 ? [] : states[0].Index())
            if (buses.Contains(bus.Bus) && bus.DemandMegawatts > 0)
                hours[bus.Bus] = [.. Enumerable.Range(0, period.Days).Select(day => OfDay(
                    begin + (24 * day), [.. spans.Select((span, i) => (span.From, span.To, Unserved(states[i][place])))]))];
        return hours;
    }

    /// <summary>The sum over stages of hours in the day times unserved share; null for a day that ends before hour zero.</summary>
    private static decimal? OfDay(double start, IReadOnlyList<(double From, double To, double Unserved)> spans) => start + 24 <= 0
        ? null
        : Math.Round((decimal)Math.Clamp(spans.Sum(span => Math.Max(0, Math.Min(span.To, start + 24) - Math.Max(span.From, start)) * span.Unserved), 0, 24), 3);

    private static double Unserved(BusService bus) => Math.Clamp(1 - (bus.ServedMegawatts / bus.DemandMegawatts), 0, 1);

    // The stages that reach into the time, the first stretched to its beginning; after the last, the state of the end.
    private static IEnumerable<(double From, double To, double State)> Spans(Plan plan, double from, double to)
    {
        double[] starts = [.. plan.Curve.Select(stage => stage.FromHours).Concat(plan.Repairs.Select(repair => repair.End)).Append(0).Distinct().Order()];
        foreach (var (i, start) in starts.Index())
        {
            var (first, last) = (i == 0 ? double.NegativeInfinity : start, i + 1 < starts.Length ? starts[i + 1] : double.PositiveInfinity);
            if (first < to && last > from)
                yield return (Math.Max(first, from), Math.Min(last, to), start);
        }
    }
}

using Relight.Register;
using Relight.Restoration;

namespace Relight.Plans;

/// <summary>What the grid model says of an area at the hours of a report: least and most over those hours.</summary>
/// <param name="PeopleLeast">People without power, fewest.</param>
/// <param name="PeopleMost">People without power, most.</param>
/// <param name="FacilitiesOut">Water works or heat plants in the area whose bus is not served in full, most.</param>
/// <param name="Facilities">Water works or heat plants in the area that the register knows.</param>
public sealed record AreaOutage(double PeopleLeast, double PeopleMost, int FacilitiesOut, int Facilities);

/// <summary>
/// Asks the grid model what reports of outages say too. Of electricity it knows the people behind each bus; of heat and
/// water it knows no people, but which of the register's heat plants and water works are at a bus that is not served in full.
/// </summary>
/// <param name="reading">The plan whose hours are asked.</param>
/// <param name="needs">The needs, whose facilities have buses.</param>
internal sealed class AreaOutages(PlanReading reading, IReadOnlyList<Need> needs)
{
    private const double SomeMegawatts = 1e-6;

    private readonly Dictionary<int, string> _oblasts =
        reading.Scenario.Model.Places.Where(place => place.Oblast is not null).ToDictionary(place => place.Bus, place => place.Oblast!.Code);

    private readonly Dictionary<double, IReadOnlyList<BusService>> _states = [];

    /// <summary>What the model says of a report; null where the plan does not reach its time, or has no bus in its area.</summary>
    public AreaOutage? Of(OutageReport report)
    {
        var (from, until) = (reading.Scenario.HourOf(report.From), reading.Scenario.HourOf(report.Until));
        var buses = _oblasts.Where(pair => pair.Value == report.Area.Code).Select(pair => pair.Key).ToHashSet();
        var hours = Hours(from, until);
        if (hours.Count == 0 || buses.Count == 0)
            return null;
        var states = hours.ConvertAll(hour => At(hour).Where(bus => buses.Contains(bus.Bus)).ToList());
        var people = states.ConvertAll(state => state.Sum(bus => bus.PeopleWithoutPower));
        var facilities = FacilitiesAt(buses, report.Service);
        return new AreaOutage(
            people.Min(),
            people.Max(),
            states.Max(state =>
            {
                var dark = state.Where(bus => bus.DemandMegawatts - bus.ServedMegawatts > SomeMegawatts).Select(bus => bus.Bus).ToHashSet();
                return facilities.Count(dark.Contains);
            }),
            facilities.Count);
    }

    // The state changes where a repair ends: the beginning of the time and every change within it are all there is to see.
    private List<double> Hours(double from, double until) =>
        until < 0 || from > reading.Best.Plan.Curve.LastOrDefault()?.ToHours
            ? []
            : [.. reading.Best.Plan.Curve.Select(stage => stage.FromHours).Where(hour => hour > from && hour <= until).Prepend(Math.Max(0, from)).Distinct()];

    private IReadOnlyList<BusService> At(double hour)
    {
        var stage = reading.Best.Plan.Curve.LastOrDefault(stage => stage.FromHours <= hour)?.FromHours ?? 0;
        if (!_states.TryGetValue(stage, out var state))
            _states.Add(stage, state = BusService.At(reading.Scenario.Problem, reading.Best.Plan, [stage])[0]);
        return state;
    }

    private List<int> FacilitiesAt(HashSet<int> buses, Service service)
    {
        FacilityKind? kind = service switch
        {
            Service.Heat => FacilityKind.Heat,
            Service.Water => FacilityKind.Water,
            _ => null,
        };
        return [.. needs
            .Where(need => need.Requirement is FacilityPower power && power.Facility == kind)
            .Select(need => need.Site?.Exact.Bus)
            .OfType<int>()
            .Where(buses.Contains)];
    }
}

using Relight.Facilities;
using Relight.Grid;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using static Relight.Tests.Facilities.FacilityDraws;

namespace Relight.Tests.Facilities;

/// <summary>Hours without grid from a plan's stages and from reports, and what is left of them beyond tolerance.</summary>
public class HoursTests
{
    // Two buses; the far one, with 100 MW, is dark for 10 h, then served by a line of 40 MW until the
    // other is back at hour 34: the two share the load equally, so that both carry 40 and 20 MW stay unserved.
    private static readonly RestorationProblem s_problem = new(
        "two buses",
        new Network(
            "two buses",
            100,
            [new Bus { Id = 1, Type = BusType.Reference }, new Bus { Id = 2, DemandMegawatts = 100 }],
            [new Branch { Row = 1, From = 1, To = 2, Reactance = 0.1 }, new Branch { Row = 2, From = 1, To = 2, Reactance = 0.1, RatingMegavoltAmperes = 40 }],
            [new Generator { Row = 1, Bus = 1, MaxMegawatts = 200 }]),
        [new Repair { Element = new ElementId(ElementKind.Bus, 2), Hours = 10 }, new Repair { Element = new ElementId(ElementKind.Branch, 1), Hours = 5, AvailableFrom = 29 }],
        [new Crew { Name = "North" }]);

    private static OpenScenario Scenario(int hourZero) => new(
        new Scenario
        {
            Id = Id<Scenario>.Named("s"),
            Model = Id<GridModel>.Named("m"),
            Name = "s",
            HourZero = new DateTimeOffset(Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(hourZero),
            Json = "",
        },
        new GridModel { Id = Id<GridModel>.Named("m"), Name = "m", Case = "", Places = [], Names = [] },
        s_problem);

    private static IReadOnlyDictionary<int, IReadOnlyList<decimal?>> Hours(int hourZero, int from = 0, int days = 3) => PlanHours.Of(
        Scenario(hourZero), Planner.Plan(s_problem, new PlannerOptions { States = 10 }), new FacilityPeriod(Day.AddDays(from), days), new HashSet<int> { 1, 2, 7 });

    [Fact]
    public void Hours_are_the_unserved_share_of_each_stage()
    {
        // Day 1: 10 h dark and 14 h with 40 %: 10 + 14 · 0.6 = 18.4. Day 2: 10 h with 40 % and 14 h with 80 %: 6 + 2.8. Then 24 · 0.2.
        Assert.Equal([18.4m, 8.8m, 4.8m], Hours(0)[2]);
        Assert.Equal([2], Hours(0).Keys);
    }

    [Fact]
    public void Before_hour_zero_the_state_is_that_of_hour_zero_and_a_day_before_it_is_not_known()
    {
        // Hour zero at noon: 12 h before and 10 h after are dark, the last 2 h have 40 %.
        Assert.Equal([null, 22 + (2 * 0.6m), (22 * 0.6m) + (2 * 0.2m)], Hours(12, from: -1)[2]);
    }

    [Fact]
    public void A_report_of_the_area_gives_the_share_of_its_people_while_it_holds()
    {
        OutageReport Report(string name, Bounds people, int fromHour, int untilHour, string? supersedes = null, Service service = Service.Electricity) => new()
        {
            Id = Id<OutageReport>.Named(name),
            Source = Id<Source>.Named("s"),
            Area = AreaCode.Parse("UA63"),
            Service = service,
            People = people,
            From = Week.Start(0).AddHours(fromHour),
            Until = Week.Start(0).AddHours(untilHour),
            Quote = "q",
            Supersedes = supersedes is null ? null : Id<OutageReport>.Named(supersedes),
        };
        Bounds On(int day, params OutageReport[] reports) =>
            new ReportHours(reports, new Dictionary<string, long> { ["UA63"] = 1_000_000 }).On(AreaCode.Parse("UA63"), Week.Start(day));
        var report = Report("a", Bounds.Exactly(250_000), 6, 12);
        Assert.Equal(Bounds.Exactly(6), On(0, report));
        Assert.Equal(Bounds.Exactly(6), On(3, report));
        Assert.Equal(Bounds.Unspecified, On(4, report));
        Assert.Equal(Bounds.Unspecified, On(0, Report("heat", Bounds.Exactly(5), 0, 1, service: Service.Heat)));
        Assert.Equal(Bounds.Between(12, 24), On(0, report, Report("b", Bounds.AtLeast(500_000), 7, 12, "a")));
        Assert.Equal(Bounds.Exactly(24), On(0, Report("all", Bounds.Exactly(2_000_000), 0, 1)));
        Assert.Equal(Bounds.Unspecified, On(0, Report("?", Bounds.Unspecified, 0, 1)));
        Assert.Equal(Bounds.Unspecified, new ReportHours([report], new Dictionary<string, long>()).On(AreaCode.Parse("UA63"), Week.Start(0)));
    }

    [Fact]
    public void Tolerance_bridges_once_a_spell()
    {
        Assert.Equal([6m, 0m, null, 6m], HoursBeyond.Of([10, 3, null, 10], 4));
        // Two days wholly without grid: the four hours are gone on the first, and full again after the third.
        Assert.Equal([20m, 24m, 10m, 6m], HoursBeyond.Of([24, 24, 10, 10], 4));
    }

    [Fact]
    public void What_is_not_known_widens_the_bounds_and_is_never_nothing()
    {
        Assert.Equal(Bounds.Exactly(42_000), Case(Facility("f", tolerance: 2), 8).Distress.PeopleHours);
        Assert.Equal(Bounds.Between(0, 56_000), Case(Facility("f", tolerance: null), 8).Distress.PeopleHours);
        Assert.Equal(56_000, Case(Facility("f", tolerance: null), 8).Distress.Counted);
        Assert.Equal(Bounds.Unspecified, Case(Facility("f", people: null), 8).Distress.PeopleHours);
        Assert.Equal(Bounds.Unspecified, Case(Facility("f")).Distress.PeopleHours);
        Assert.Null(Case(Facility("f")).Distress.Counted);
        Assert.False(Case(Facility("f", tolerance: 24)).Distress.GridIsEnough);
        Assert.Equal(Bounds.AtLeast(56_000), Case(Facility("f") with { People = Bounds.AtLeast(1000) }, 8).Distress.PeopleHours);
        Assert.True(Case(Facility("f", people: null), 0).Distress.GridIsEnough);
    }

    [Fact]
    public void A_facility_s_days_come_from_the_plan_else_from_reports_else_from_nothing()
    {
        var reports = new ReportHours([], new Dictionary<string, long>());
        var at = Facility("f") with { Exact = new ExactPlace("somewhere", null, 2) };
        var byBus = new Dictionary<int, IReadOnlyList<decimal?>> { [2] = [null, 5, 0, 0, 0, 0, 0] };
        Assert.Equal([HoursFrom.Unknown, HoursFrom.Plan], GridDays.Of(at, Week, byBus, reports).Take(2).Select(day => day.From));
        Assert.All(GridDays.Of(Facility("f"), Week, byBus, reports), day => Assert.Equal((HoursFrom.Unknown, Bounds.Unspecified), (day.From, day.Hours)));
    }
}

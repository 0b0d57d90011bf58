using Relight.Grid;
using Relight.Plans;
using Relight.Restoration;

namespace Relight.Tests.Plans;

/// <summary>Two buses, a line between them, 100 MW at the far end; the far bus and the line are damaged.</summary>
public class SituationTests
{
    private static readonly ElementId s_bus = new(ElementKind.Bus, 2);
    private static readonly ElementId s_line = new(ElementKind.Branch, 1);
    private static readonly ElementId s_spare = new(ElementKind.Branch, 2);

    private static readonly RestorationProblem s_problem = new(
        "two buses",
        new Network(
            "two buses",
            100,
            [new Bus { Id = 1, Type = BusType.Reference }, new Bus { Id = 2, DemandMegawatts = 100 }],
            [new Branch { Row = 1, From = 1, To = 2, Reactance = 0.1 }, new Branch { Row = 2, From = 1, To = 2, Reactance = 0.1, RatingMegavoltAmperes = 40 }],
            [new Generator { Row = 1, Bus = 1, MaxMegawatts = 200 }]),
        [new Repair { Element = s_bus, Hours = 10 }, new Repair { Element = s_line, Hours = 5, AvailableFrom = 12 }],
        [new Crew { Name = "North" }],
        people: [new BusPeople(2, 1000)]);

    private static readonly Plan s_plan = Planner.Plan(s_problem, new PlannerOptions { States = 10 });

    [Fact]
    public void Before_the_first_end_all_is_dark_and_the_line_beside_is_out_with_its_bus()
    {
        var now = Situation.At(s_problem, s_plan, 0);
        Assert.Equal((100, 0, 100, 1000), (now.DemandMegawatts, now.ServedMegawatts, now.UnservedMegawatts, now.PeopleWithoutPower));
        Assert.Equal(s_bus, Assert.Single(now.Underway).Element);
        Assert.Equal(s_line, Assert.Single(now.Next).Element);
        Assert.Equal(s_line, Assert.Single(now.Arrivals).Element);
        Assert.Equal([s_spare], now.TakenAlong);
    }

    [Fact]
    public void With_the_bus_back_the_line_that_is_left_serves_its_limit()
    {
        var now = Situation.At(s_problem, s_plan, 10);
        Assert.Equal((40, 600), (Math.Round(now.ServedMegawatts, 6), Math.Round(now.PeopleWithoutPower, 6)));
        Assert.Equal(ElementCondition.Repaired, now.Elements[0].Condition);
        Assert.Empty(now.Underway);
        Assert.Empty(now.TakenAlong);
    }

    [Fact]
    public void Equipment_that_is_there_no_longer_arrives_and_work_has_begun()
    {
        var now = Situation.At(s_problem, s_plan, 12);
        Assert.Empty(now.Arrivals);
        Assert.Equal(s_line, Assert.Single(now.Underway).Element);
    }

    [Theory]
    [InlineData(16.99)]
    [InlineData(17)]
    [InlineData(1000)]
    public void At_the_end_everything_is_back_but_one_branch_may_stay_open(double hour)
    {
        var now = Situation.At(s_problem, s_plan, hour);
        Assert.Equal(hour >= 17, now.Elements.All(e => e.Condition is ElementCondition.Repaired or ElementCondition.RepairedOpen));
    }

    [Fact]
    public void A_comparison_counts_energy_and_people()
    {
        var late = s_plan with { Curve = [s_plan.Curve[0] with { ToHours = 20 }] };
        var comparison = PlanComparison.Of(s_problem, s_plan, late);
        Assert.Equal((20 * 100) - (10 * 100) - (7 * 60) - (3 * 20), comparison.SavedMegawattHours, 6);
        Assert.Equal(10 * ((20 * 100) - (10 * 100) - (7 * 60) - (3 * 20)), comparison.SavedPeopleHours, 6);
        Assert.Equal(10 * 400, PlanComparison.PeopleHours(s_plan with { Curve = [s_plan.Curve[0]] }) - (600 * 10), 6);
    }
}

using Relight.Restoration;

namespace Relight.Tests.Restoration;

/// <summary>Every case of tests/cases/plan, against what its README works out by hand.</summary>
public class GoldenCaseTests
{
    private const double Tolerance = 1e-6;

    public static TheoryData<string> Cases() => Repository.Cases("plan");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_planner_finds_the_best_plan(string name)
    {
        var problem = GoldenCase.Problem(name);
        var expected = GoldenCase.Expected(name);
        var plan = Planner.Plan(problem, new PlannerOptions { States = 2000 }, null, TestContext.Current.CancellationToken);

        Assert.Empty(PlanCheck.Check(problem, plan).Findings);
        Assert.Equal(expected.WeightedUnservedMWh, plan.Objective.WeightedUnservedMegawattHours, Tolerance);
        Assert.Equal(expected.UnservedMWh, plan.Objective.UnservedMegawattHours, Tolerance);
        Assert.InRange(plan.Objective.LowerBoundMegawattHours, 0, expected.WeightedUnservedMWh + Tolerance);
        if (expected.Repairs is not null)
            Assert.Equal(expected.Repairs, plan.Repairs.Select(r => new GoldenRepair(r.Element.ToString(), r.Start, r.End)).OrderBy(r => r.End));
        Assert.Equal(expected.Curve.Count, plan.Curve.Count);
        Assert.All(expected.Curve.Zip(plan.Curve), pair => AssertStage(pair.First, pair.Second));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_order_of_the_list_is_worth_what_the_README_says(string name)
    {
        var problem = GoldenCase.Problem(name);
        var options = new PlannerOptions { Method = PlanMethods.List, States = 2000 };
        var plan = Planner.Plan(problem, options, null, TestContext.Current.CancellationToken);

        Assert.Empty(PlanCheck.Check(problem, plan).Findings);
        Assert.Equal(GoldenCase.Expected(name).ListOrderMWh, plan.Objective.WeightedUnservedMegawattHours, Tolerance);
    }

    private static void AssertStage(GoldenStage expected, CurveStage stage)
    {
        Assert.Equal(expected.FromHours, stage.FromHours, Tolerance);
        Assert.Equal(expected.ToHours, stage.ToHours, Tolerance);
        Assert.Equal(expected.Served, stage.ServedMegawatts, Tolerance);
        Assert.Equal(expected.WeightedServed ?? expected.Served, stage.WeightedServed, Tolerance);
        Assert.Equal(expected.PeopleWithoutPower ?? 0, stage.PeopleWithoutPower, Tolerance);
        Assert.Equal(expected.Open ?? [], stage.Open.Select(element => element.ToString()));
    }
}

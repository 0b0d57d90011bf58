using CsCheck;
using Relight.Grid;
using Relight.Restoration;

namespace Relight.Tests.Restoration;

/// <summary>The check finds what is wrong with a plan, and only that.</summary>
public class PlanCheckTests
{
    private static readonly RestorationProblem s_problem = GoldenCase.Problem("skills");

    private static readonly Plan s_plan = new()
    {
        Scenario = "skills",
        Objective = new PlanObjective(340, 340, 300),
        Repairs =
        [
            new PlannedRepair(Branch(2), "North", 0, 3, ""),
            new PlannedRepair(Branch(3), "South", 0, 4, ""),
            new PlannedRepair(Branch(1), "North", 3, 5, ""),
        ],
        Curve =
        [
            new CurveStage(0, 3, 90, 0, 0, [], 0),
            new CurveStage(3, 4, 90, 50, 50, [], 0),
            new CurveStage(4, 5, 90, 60, 60, [], 0),
        ],
        Solver = new SolverRun("by hand", 0, 0, 0),
    };

    [Fact]
    public void A_plan_worked_out_by_hand_holds()
    {
        var report = PlanCheck.Check(s_problem, s_plan);
        Assert.Empty(report.Findings);
        Assert.True(report.Passed);
        Assert.Equal(340, report.Recomputed!.WeightedUnservedMegawattHours, 1e-6);
    }

    [Theory]
    [InlineData(0, "$.repairs: never repairs branch:2, which is damaged")]
    [InlineData(1, "$.repairs[3].element: branch:2: is repaired a second time")]
    [InlineData(2, "$.repairs[3].element: branch:9: is not damaged")]
    public void Repairs_every_damaged_element_once(int change, string expected)
    {
        var extra = new PlannedRepair(change == 1 ? Branch(2) : Branch(9), "North", 5, 5, "");
        IReadOnlyList<PlannedRepair> repairs = change == 0 ? [.. s_plan.Repairs.Skip(1)] : [.. s_plan.Repairs, extra];
        AssertFinds(s_plan with { Repairs = repairs }, expected);
    }

    [Theory]
    [InlineData("South", 3, 5, "$.repairs[2].crew: South: lacks the skill line that branch:1 needs")]
    [InlineData("East", 3, 5, "$.repairs[2].crew: East: is no crew of the scenario")]
    [InlineData("North", 2, 4, "$.repairs[2].start: 2: is too early for North, at work on branch:2 until 3 and 0 hours on the way")]
    [InlineData("North", 3, 4, "$.repairs[2].end: 4: must be 2 hours of work after the start at 3")]
    [InlineData("North", -1, 1, "$.repairs[2].start: -1: must be 0 or more")]
    public void Keeps_to_crews_and_hours(string crew, double start, double end, string expected) =>
        AssertFinds(s_plan with { Repairs = [s_plan.Repairs[0], s_plan.Repairs[1], new PlannedRepair(Branch(1), crew, start, end, "")] }, expected);

    [Fact]
    public void Keeps_arrival_precedence_and_travel()
    {
        var arrival = GoldenCase.Problem("arrival");
        AssertFinds(arrival, Scheduled((2, 0, 4), (1, 4, 6), (3, 6, 8)), "$.repairs[1].start: 4: is before the equipment is there, hour 5");
        var precedence = GoldenCase.Problem("precedence");
        AssertFinds(precedence, Scheduled((1, 0, 2), (2, 2, 5), (3, 5, 8)), "$.repairs[0].start: 0: is before the end of branch:2 at 5, which must come first");
        var travel = GoldenCase.Problem("travel");
        AssertFinds(travel, Scheduled((3, 0, 1), (1, 1, 2), (2, 2, 3)), "$.repairs[1].start: 1: is too early for North, at work on branch:3 until 1 and 4 hours on the way");
    }

    [Theory]
    [InlineData(0, 2, "$.curve[1].fromHours: 3: must be 2, where the stage before ends")]
    [InlineData(2, 6, "$.curve: 6: must end at the horizon, hour 5")]
    [InlineData(1, 5, "$.curve[2].fromHours: 4: must be 5, where the stage before ends")]
    public void The_curve_has_no_gap(int stage, double to, string expected) =>
        AssertFinds(WithStage(stage, s => s with { ToHours = to }), expected);

    [Fact]
    public void The_curve_breaks_where_repairs_end()
    {
        AssertFinds(
            s_plan with { Curve = [s_plan.Curve[0], s_plan.Curve[1] with { ToHours = 5 }] },
            "$.curve: must have a new stage at hour 4, where a repair ends");
        AssertFinds(
            s_plan with { Curve = [s_plan.Curve[0] with { ToHours = 1 }, s_plan.Curve[0] with { FromHours = 1 }, s_plan.Curve[1], s_plan.Curve[2]] },
            "$.curve[1].fromHours: 1: must be the end of a repair");
    }

    [Theory]
    [InlineData("branch:1", "$.curve[1].open[0]: branch:1: is not repaired yet at hour 3")]
    [InlineData("gen:1", "$.curve[1].open[0]: gen:1: is not a branch; only branches may stay open")]
    public void Only_repaired_branches_stay_open(string element, string expected)
    {
        Assert.True(ElementId.TryParse(element, out var id));
        AssertFinds(WithStage(1, s => s with { Open = [id] }), expected);
    }

    [Fact]
    public void A_branch_that_stays_open_serves_nothing() =>
        AssertFinds(WithStage(1, s => s with { Open = [Branch(2)] }), "$.curve[1].weightedServed: 50: must be 0");

    [Fact]
    public void Figures_are_those_of_the_grid()
    {
        AssertFinds(WithStage(1, s => s with { ServedMegawatts = 51 }), "$.curve[1].servedMegawatts: 51: must be 50");
        AssertFinds(WithStage(1, s => s with { DemandMegawatts = 91 }), "$.curve[1].demandMegawatts: 91: must be 90");
        AssertFinds(
            s_plan with { Objective = new PlanObjective(340, 339, 300) },
            "$.objective.weightedUnservedMWh: 339: must be 340: demand less what is served, over the hours of each stage");
        AssertFinds(
            s_plan with { Objective = new PlanObjective(340, 340, 341) },
            "$.objective.lowerBoundMWh: 341: must not be above what the plan itself leaves unserved, 340");
    }

    [Fact]
    public void A_spoilt_plan_never_holds() =>
        Spoilt().Sample(plan => Assert.False(PlanCheck.Check(s_problem, plan).Passed), iter: 300);

    /// <summary>The good plan with one figure off by enough to matter.</summary>
    private static Gen<Plan> Spoilt()
    {
        var off = Gen.OneOf(Gen.Double[0.001, 1000], Gen.Double[-1000, -0.001], Gen.Const(double.NaN), Gen.Const(double.PositiveInfinity));
        var place = Gen.Int[0, 2];
        return Gen.OneOf(
            Gen.Select(place, off, (i, x) => WithRepair(i, r => r with { Start = r.Start + x })),
            Gen.Select(place, off, (i, x) => WithRepair(i, r => r with { End = r.End + x })),
            Gen.Select(place, off, (i, x) => WithRepair(i, r => r with { Start = r.Start + x, End = r.End + x })),
            place.Select(i => WithRepair(i, r => r with { Crew = r.Crew == "North" ? "South" : "North" })),
            place.Select(i => s_plan with { Repairs = [.. s_plan.Repairs.Where((_, j) => j != i)] }),
            Gen.Select(place, off, (i, x) => WithStage(i, s => s with { FromHours = s.FromHours + x })),
            Gen.Select(place, off, (i, x) => WithStage(i, s => s with { ToHours = s.ToHours + x })),
            Gen.Select(place, off, (i, x) => WithStage(i, s => s with { ServedMegawatts = s.ServedMegawatts + x })),
            Gen.Select(place, off, (i, x) => WithStage(i, s => s with { WeightedServed = s.WeightedServed + x })),
            Gen.Select(place, off, (i, x) => WithStage(i, s => s with { DemandMegawatts = s.DemandMegawatts + x })),
            off.Select(x => s_plan with { Objective = s_plan.Objective with { UnservedMegawattHours = 340 + x } }),
            off.Select(x => s_plan with { Objective = s_plan.Objective with { WeightedUnservedMegawattHours = 340 + x } }));
    }

    private static Plan WithRepair(int index, Func<PlannedRepair, PlannedRepair> change) =>
        s_plan with { Repairs = [.. s_plan.Repairs.Select((r, i) => i == index ? change(r) : r)] };

    private static Plan WithStage(int index, Func<CurveStage, CurveStage> change) =>
        s_plan with { Curve = [.. s_plan.Curve.Select((s, i) => i == index ? change(s) : s)] };

    private static Plan Scheduled(params (int Row, double Start, double End)[] repairs) =>
        s_plan with { Repairs = [.. repairs.Select(r => new PlannedRepair(Branch(r.Row), "North", r.Start, r.End, ""))] };

    private static void AssertFinds(Plan plan, string expected) => AssertFinds(s_problem, plan, expected);

    private static void AssertFinds(RestorationProblem problem, Plan plan, string expected)
    {
        var report = PlanCheck.Check(problem, plan);
        Assert.False(report.Passed);
        Assert.Contains("plan " + expected, report.Findings.Select(f => f.ToString()));
    }

    private static ElementId Branch(int row) => new(ElementKind.Branch, row);
}

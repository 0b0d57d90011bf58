using Relight.Grid;
using Relight.Grid.Import;
using Relight.Restoration;
using Relight.Tests.Grid;

namespace Relight.Tests.Restoration;

/// <summary>The reasons of a plan's repairs are figures, and the check computes every one of them anew.</summary>
public class ReasonCheckTests
{
    private static readonly RestorationProblem s_path = GoldenCase.Problem("series-path");
    private static readonly Plan s_pathPlan = Planner.Plan(s_path, new PlannerOptions { States = 2000 });

    [Fact]
    public void A_series_opens_the_path_together()
    {
        Assert.Equal(
            [
                "opens the path to 50 MW at bus 3 at hour 4 together with branch:2; starts at once",
                "adds 50 MW at bus 3; its crew comes from branch:1",
                "adds 20 MW at bus 4; its crew comes from branch:2",
            ],
            s_pathPlan.Repairs.Select(repair => repair.Why));
        Assert.Empty(PlanCheck.Check(s_path, s_pathPlan).Findings);
    }

    public static TheoryData<string, int, Func<RepairReason, RepairReason>, string> WrongFigures() => new()
    {
        { "gain", 1, r => r with { GainMegawatts = 51 }, "$.repairs[1].reason.gainMegawatts: 51: must be 50" },
        { "no gain", 1, r => r with { GainMegawatts = 0, Buses = [] }, "$.repairs[1].reason.gainMegawatts: 0: must be 50" },
        { "gain from nothing", 0, r => r with { GainMegawatts = 5 }, "$.repairs[0].reason.gainMegawatts: 5: must be 0" },
        { "path", 0, r => r with { PathMegawatts = 90 }, "$.repairs[0].reason.pathMegawatts: 90: must be 50" },
        { "late path", 0, r => r with { PathHour = 7, PathMegawatts = 90 }, "$.repairs[0].reason.pathHour: 7: must be no later than 4, where 50 MW are not served without it" },
        { "path in the past", 0, r => r with { PathHour = 2 }, "$.repairs[0].reason.pathHour: 2: must be a later end of a repair" },
        { "no path", 0, r => r with { PathMegawatts = 0, With = [] }, "$.repairs[0].reason.pathMegawatts: 0: must tell that 50 MW are not served without it once all is back" },
        { "company", 0, r => r with { With = [new ElementId(ElementKind.Branch, 3)] }, "$.repairs[0].reason.with[0]: branch:3: must end after this repair and by hour 4" },
        { "bus", 1, r => r with { Buses = [4] }, "$.repairs[1].reason.buses[0]: 4: must be a bus that is served more at hour 4 with branch:2 than without" },
        { "no bus", 1, r => r with { Buses = [99] }, "$.repairs[1].reason.buses[0]: 99: must be a bus that is served more at hour 4 with branch:2 than without" },
        { "crew", 1, r => r with { After = new ElementId(ElementKind.Branch, 3) }, "$.repairs[1].reason.cause: Crew: must name the repair that the crew comes from, branch:1, and not branch:3" },
        { "first", 0, r => r with { Cause = StartCause.Crew }, "$.repairs[0].reason.cause: Crew: must name the repair that the crew comes from, none, and not none" },
        { "at once", 1, r => r with { Cause = StartCause.Equipment }, "$.repairs[1].reason.cause: Equipment: is not so: the equipment is there at hour 0" },
        { "precedence", 1, r => r with { Cause = StartCause.Precedence }, "$.repairs[1].reason.cause: Precedence: must name a repair that has to come before and ends at hour 2" },
        { "under way", 0, r => r with { Cause = StartCause.UnderWay }, "$.repairs[0].reason.cause: UnderWay: is not so: the scenario has no such repair under way" },
    };

    [Theory]
    [MemberData(nameof(WrongFigures))]
    public void Finds_every_wrong_figure(string _, int repair, Func<RepairReason, RepairReason> change, string finding)
    {
        var reason = change(s_pathPlan.Repairs[repair].Reason!);
        var plan = With(s_pathPlan, repair, s_pathPlan.Repairs[repair] with { Reason = reason, Why = reason.ToString() });

        Assert.Contains("plan " + finding, PlanCheck.Check(s_path, plan).Errors().Select(f => f.ToString()));
    }

    [Fact]
    public void The_words_say_what_the_figures_say()
    {
        var plan = With(s_pathPlan, 1, s_pathPlan.Repairs[1] with { Why = "adds 500 MW" });

        Assert.Equal(
            "plan $.repairs[1].why: adds 500 MW: must say what the figures say: adds 50 MW at bus 3; its crew comes from branch:1",
            Assert.Single(PlanCheck.Check(s_path, plan).Errors()).ToString());
    }

    [Fact]
    public void What_closing_an_open_branch_would_cost_is_told_and_checked()
    {
        var problem = GoldenCase.Problem("stays-open");
        var plan = Planner.Plan(problem, new PlannerOptions { States = 2000 }, null, TestContext.Current.CancellationToken);

        var (index, stage) = Assert.Single(plan.Curve.Index(), of => of.Item.Open.Count > 0);
        Assert.Equal([50.0], stage.ClosingCosts.Select(cost => Math.Round(cost, 6)));
        Assert.Empty(PlanCheck.Check(problem, plan).Findings);

        CurveStage[] wrong = [.. plan.Curve];
        wrong[index] = stage with { ClosingCosts = [49] };
        Assert.Contains(
            $"plan $.curve[{index}].closingCosts[0]: 49: must be 50: what is not served if branch:2 alone is closed",
            PlanCheck.Check(problem, plan with { Curve = wrong }).Errors().Select(f => f.ToString()));
        wrong[index] = stage with { ClosingCosts = [50, 1] };
        Assert.Contains(
            $"plan $.curve[{index}].closingCosts: 2: must be one figure for each of the 1 open branches",
            PlanCheck.Check(problem, plan with { Curve = wrong }).Errors().Select(f => f.ToString()));
    }

    /// <summary>A small gain at once and a great one later are both told; a bus that stays dark is none of theirs.</summary>
    [Fact]
    public void What_a_repair_brings_by_itself_and_with_what_it_brings_more()
    {
        var network = new Network(
            "fork",
            100,
            [new Bus { Id = 1, Type = BusType.Reference }, new Bus { Id = 2, DemandMegawatts = 5 }, new Bus { Id = 3, DemandMegawatts = 180 }],
            [new Branch { Row = 1, From = 1, To = 2, Reactance = 0.1 }, new Branch { Row = 2, From = 2, To = 3, Reactance = 0.1 }],
            [new Generator { Row = 1, Bus = 1, MaxMegawatts = 300 }]);
        var problem = new RestorationProblem(
            "fork",
            network,
            [new Repair { Element = new ElementId(ElementKind.Branch, 1), Hours = 2 }, new Repair { Element = new ElementId(ElementKind.Branch, 2), Hours = 3 }],
            [new Crew { Name = "North" }]);
        var plan = Planner.Plan(problem, new PlannerOptions { Method = PlanMethods.List }, null, TestContext.Current.CancellationToken);

        Assert.Equal("adds 5 MW at bus 2 and opens the path to 185 MW at buses 3 and 2 at hour 5 together with branch:2; starts at once", plan.Repairs[0].Why);
        Assert.Empty(PlanCheck.Check(problem, plan).Findings);
        var back = WrittenAndRead(plan);
        Assert.Empty(PlanCheck.Check(problem, back).Findings);
        Assert.Equal(plan.Repairs[0].Reason!.PathBuses, back.Repairs[0].Reason!.PathBuses);
    }

    /// <summary>A gain is a difference of sums: 32.15 MW may come out as 32.149999999999, which rounds to other words.</summary>
    [Fact]
    public void The_words_of_a_plan_are_those_of_its_file()
    {
        const int Loads = 60;
        var buses = Enumerable.Range(1, Loads).Select(i => new Bus { Id = i + 1, DemandMegawatts = i + 0.05 + (i % 10 / 10.0) });
        var network = new Network(
            "star",
            100,
            [new Bus { Id = 1, Type = BusType.Reference }, .. buses],
            [.. Enumerable.Range(1, Loads).Select(i => new Branch { Row = i, From = 1, To = i + 1, Reactance = 0.1 })],
            [new Generator { Row = 1, Bus = 1, MaxMegawatts = 10_000 }]);
        var problem = new RestorationProblem(
            "star",
            network,
            [.. network.Branches.Select(branch => new Repair { Element = new ElementId(ElementKind.Branch, branch.Row), Hours = 2 })],
            [new Crew { Name = "North" }]);
        var plan = Planner.Plan(problem, new PlannerOptions { Method = PlanMethods.List }, null, TestContext.Current.CancellationToken);

        Assert.Empty(PlanCheck.Check(problem, WrittenAndRead(plan)).Findings);
    }

    private static Plan WrittenAndRead(Plan plan)
    {
        using var bytes = new MemoryStream();
        PlanFile.Write(plan, bytes);
        var back = PlanFile.Parse(System.Text.Encoding.UTF8.GetString(bytes.ToArray()), "plan.json");
        Assert.Empty(back.Findings);
        return back.Value!;
    }

    [Theory]
    [InlineData("pglib_opf_case24_ieee_rts", 60)]
    [InlineData("pglib_opf_case118_ieee", 80)]
    public void Every_reason_of_a_plan_of_a_public_network_holds(string name, int damaged)
    {
        var network = MatpowerReader.Read(SharedData.Network(name)).Value!;
        var random = new Random(3);
        var elements = LoadDeliveryTests.AllDamaged(network, []).Repairs.Select(r => r.Element).OrderBy(_ => random.Next()).Take(damaged);
        var problem = new RestorationProblem(
            name, network, [.. elements.Select(e => new Repair { Element = e, Hours = 1 + random.Next(8) })], [new Crew { Name = "North" }, new Crew { Name = "South" }]);
        var plan = Planner.Plan(problem, new PlannerOptions { Method = PlanMethods.LookAhead }, null, TestContext.Current.CancellationToken);

        Assert.Empty(PlanCheck.Check(problem, plan).Findings);
        Assert.Contains(plan.Repairs, repair => repair.Reason!.PathMegawatts > 0);
        Assert.All(plan.Repairs, repair => Assert.True(repair.Reason!.PathIsKnown));
    }

    private static Plan With(Plan plan, int index, PlannedRepair repair)
    {
        PlannedRepair[] repairs = [.. plan.Repairs];
        repairs[index] = repair;
        return plan with { Repairs = repairs };
    }
}

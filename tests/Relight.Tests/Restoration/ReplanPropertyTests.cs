using CsCheck;
using Relight.Grid;
using Relight.Restoration;

namespace Relight.Tests.Restoration;

/// <summary>What holds of every plan made anew: the past stands, work under way goes on, nothing gets worse by it.</summary>
public class ReplanPropertyTests
{
    private static readonly PlannerOptions s_options = new() { States = 300 };

    [Fact]
    public void Without_changes_the_new_plan_is_never_worse_than_what_was_left_of_the_old() =>
        Gen.Select(PlannerTests.SmallProblem, Gen.Double[0, 1]).Sample(
            (problem, share) =>
            {
                var plan = Checked(problem, Plan(problem));
                var now = Math.Round(share * plan.Curve.Select(s => s.ToHours).DefaultIfEmpty(0).Last(), 2);
                var replan = Run(problem, plan, new Changes { NowHours = now });
                var left = plan.Curve.Sum(s => Math.Max(0, s.ToHours - Math.Max(now, s.FromHours)) * (s.DemandMegawatts - s.WeightedServed));
                Assert.InRange(replan.CarriedOn.Objective.WeightedUnservedMegawattHours, 0, left + 1e-3);
                Assert.InRange(replan.Plan.Objective.WeightedUnservedMegawattHours, 0, replan.CarriedOn.Objective.WeightedUnservedMegawattHours + 1e-3);
            },
            iter: 60,
            threads: 1);

    [Fact]
    public void A_later_hour_changes_nothing_that_has_ended_and_what_is_under_way_goes_on() =>
        Gen.Select(PlannerTests.SmallProblem, Gen.Int[0, 12], Gen.Int[0, 12]).Sample(
            (problem, hour, more) =>
            {
                var plan = Plan(problem);
                var early = Run(problem, plan, new Changes { NowHours = hour });
                var late = Run(problem, plan, new Changes { NowHours = hour + more });
                Assert.Equal(plan.Repairs.Where(r => r.End <= hour).Select(Times).Order(), Ended(early));
                Assert.Subset(Ended(late).ToHashSet(), Ended(early).ToHashSet());
                var underWay = plan.Repairs.Where(r => r.Start < hour && r.End > hour).Select(Times).Order();
                Assert.Equal(underWay, early.Moves.Where(m => m.Kind == MoveKind.GoesOn).Select(m => Times(m.Now!)).Order());
            },
            iter: 60,
            threads: 1);

    [Fact]
    public void Whatever_changes_the_new_plan_holds_and_is_the_best_there_is() =>
        Gen.Select(PlannerTests.SmallProblem, Gen.Int).Sample(
            (problem, seed) =>
            {
                var random = new Random(seed);
                var plan = Plan(problem);
                var replan = Run(problem, plan, RandomChanges(problem, plan, random));
                Assert.Equal(PlannerTests.BestOfAll(replan.Problem), replan.Plan.Objective.WeightedUnservedMegawattHours, 1e-3);
                Assert.All(replan.Moves, move => Assert.True(move.Why.Length > 0 || move.Kind is not (MoveKind.Earlier or MoveKind.Later)));
                ReadsAgain(replan);
            },
            iter: 60,
            threads: 1);

    /// <summary>The scenario that is written is the problem that was solved.</summary>
    private static void ReadsAgain(Replan replan)
    {
        var text = ScenarioWriter.Write(replan.Problem, "network.m");
        var read = ScenarioReader.Parse(text, "scenario.json", _ => new(replan.Problem.Network, []));
        Assert.Empty(read.Errors);
        Assert.Equal(text, ScenarioWriter.Write(read.Value!, "network.m"));
        Assert.Empty(PlanCheck.Check(read.Value!, replan.Plan).Errors());
    }

    private static Changes RandomChanges(RestorationProblem problem, Plan plan, Random random)
    {
        var damaged = problem.Repairs.Select(r => r.Element).ToHashSet();
        var intact = LoadDeliveryTests.AllDamaged(problem.Network, []).Repairs.Select(r => r.Element).Where(e => !damaged.Contains(e)).ToList();
        var some = problem.Repairs[random.Next(problem.Repairs.Count)].Element;
        var other = problem.Repairs[random.Next(problem.Repairs.Count)].Element;
        List<RepairChange> repairs =
        [
            new(some) { Hours = random.Next(2) == 0 ? random.Next(8) : null, AvailableFrom = random.Next(2) == 0 ? random.Next(20) : null },
        ];
        if (other != some)
            repairs.Add(random.Next(2) == 0 ? new(other) { Done = true } : new(other) { NotBegun = true });
        return new Changes
        {
            NowHours = random.Next((int)plan.Repairs.Max(r => r.End) + 1),
            Damage = random.Next(2) == 0 ? [new Repair { Element = intact[0], Hours = 1 + random.Next(5), AvailableFrom = random.Next(15) }] : [],
            Repairs = repairs,
            // North alone has the skill that some repairs need.
            Crews = random.Next(3) switch
            {
                0 => [new CrewChange("South") { Lost = true }],
                1 => [new CrewChange("North") { AvailableFrom = random.Next(20) }],
                _ => [],
            },
            CrewsAdded = random.Next(3) == 0 ? [new Crew { Name = "West", AvailableFrom = random.Next(20) }] : [],
        };
    }

    private static IEnumerable<(ElementId, string, double, double)> Ended(Replan replan) =>
        replan.Moves.Where(m => m.Kind == MoveKind.Ended).Select(m => Times(m.Now!)).Order();

    private static (ElementId, string, double, double) Times(PlannedRepair repair) =>
        (repair.Element, repair.Crew, Math.Round(repair.Start, 6), Math.Round(repair.End, 6));

    private static Replan Run(RestorationProblem problem, Plan plan, Changes changes)
    {
        var replan = Replan.Run(problem, plan, changes, s_options, null, TestContext.Current.CancellationToken);
        Checked(replan.Problem, replan.Plan);
        Checked(replan.Problem, replan.CarriedOn);
        return replan;
    }

    private static Plan Plan(RestorationProblem problem) => Planner.Plan(problem, s_options, null, TestContext.Current.CancellationToken);

    private static Plan Checked(RestorationProblem problem, Plan plan)
    {
        Assert.Empty(PlanCheck.Check(problem, plan).Errors());
        return plan;
    }
}

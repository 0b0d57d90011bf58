using CsCheck;
using Relight.Restoration;

namespace Relight.Tests.Restoration;

/// <summary>What one more would save, against the best of all schedules with and without it.</summary>
public class ValueOfOneMoreTests
{
    private static readonly PlannerOptions s_options = new() { States = 6000 };

    [Fact]
    public void Is_the_difference_of_the_best_plans() => PlannerTests.SmallProblem.Sample(
        problem =>
        {
            var value = Value(problem);
            var best = PlannerTests.BestOfAll(problem);
            foreach (var one in value.Values)
            {
                // Where a plan is over sooner, counting ends sooner: what can never be served is left out of account.
                var never = one.Plan.Curve.Count == 0 ? 0 : NeverServed(problem);
                var with = PlannerTests.BestOfAll(one.Problem);
                if (never < 1e-6)
                    Assert.Equal(best - with, one.SavedWeightedMegawattHours, 1e-3);
                Assert.InRange(one.SavedWeightedMegawattHours, 0, double.MaxValue);
            }
        },
        iter: 15,
        threads: 1);

    [Fact]
    public void Is_never_less_for_what_is_there_earlier() => PlannerTests.SmallProblem.Sample(
        problem =>
        {
            var late = new RestorationProblem(
                problem.Name,
                problem.Network,
                [.. problem.Repairs.Select((r, i) => r with { AvailableFrom = i % 2 == 0 ? 200 - i : r.AvailableFrom })],
                problem.Crews,
                problem.Travel);
            var value = Value(late, new PlannerOptions { States = 100 });
            foreach (var repair in value.Values.Where(v => v.Question.Element is not null).GroupBy(v => v.Question.Element))
            {
                var byHour = repair.OrderByDescending(v => v.Question.Hour).Select(v => v.SavedWeightedMegawattHours).ToList();
                Assert.Equal(byHour.Order(), byHour);
            }
        },
        iter: 30,
        threads: 1);

    [Fact]
    public void The_same_states_give_the_same_values_whatever_the_threads()
    {
        var problem = ScenarioReader.Read(Repository.At("samples", "town", "scenario.json")).Value!;
        string Text(int threads) => ValueReport.Json(Value(problem, s_options with { Threads = threads }), 20);
        Assert.Equal(Text(1), Text(2));
    }

    [Fact]
    public void A_better_plan_found_by_chance_is_not_credited_to_a_unit()
    {
        // The order of the list is far from the best, and the equipment that could come earlier brings nothing at all.
        var problem = GoldenCase.Problem("precedence");
        var waits = new RestorationProblem(
            problem.Name, problem.Network, [.. problem.Repairs.Select((r, i) => i == 1 ? r with { AvailableFrom = 1 } : r)], problem.Crews);
        var list = Planner.Plan(waits, new PlannerOptions { Method = PlanMethods.List, States = 1 }, null, TestContext.Current.CancellationToken);
        var value = ValueOfOneMore.Of(waits, list, s_options, null, TestContext.Current.CancellationToken);
        Assert.True(value.PresentPlanImprovedBy > 0);
        Assert.Equal(0, Assert.Single(value.Values, v => v.Question.Kind == OneMoreKind.UnitAtOnce).SavedWeightedMegawattHours, 1e-6);
    }

    private static double NeverServed(RestorationProblem problem)
    {
        var last = Planner.Plan(
            new RestorationProblem(problem.Name, problem.Network, [], [], horizonHours: 1),
            new PlannerOptions { States = 1 },
            null,
            TestContext.Current.CancellationToken);
        return last.Objective.WeightedUnservedMegawattHours;
    }

    private static ValueOfOneMore Value(RestorationProblem problem, PlannerOptions? options = null)
    {
        var plan = Planner.Plan(problem, new PlannerOptions { States = 500 }, null, TestContext.Current.CancellationToken);
        var value = ValueOfOneMore.Of(problem, plan, options ?? s_options, null, TestContext.Current.CancellationToken);
        Assert.Empty(PlanCheck.Check(problem, value.Plan).Errors());
        Assert.All(value.Values, one => Assert.Empty(PlanCheck.Check(one.Problem, one.Plan).Errors()));
        return value;
    }
}

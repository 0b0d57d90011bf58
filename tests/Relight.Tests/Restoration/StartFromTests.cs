using Relight.Grid;
using Relight.Restoration;

namespace Relight.Tests.Restoration;

/// <summary>A search that starts from a plan keeps what that plan knows, and never gives anything worse.</summary>
public class StartFromTests
{
    private static readonly PlannerOptions s_least = new() { States = 1 };

    [Fact]
    public void The_plan_itself_comes_back_where_nothing_better_is_looked_for()
    {
        var problem = GoldenCase.Problem("under-way");
        var best = Plan(problem, new PlannerOptions { States = 2000 });
        var again = Plan(problem, s_least with { StartFrom = best });
        Assert.Equal(Times(best), Times(again));
    }

    [Fact]
    public void A_repair_that_the_plan_does_not_know_is_put_in_where_it_costs_least()
    {
        var problem = GoldenCase.Problem("precedence");
        var best = Plan(problem, new PlannerOptions { States = 2000 });
        foreach (var repair in best.Repairs)
        {
            var less = best with { Repairs = [.. best.Repairs.Where(r => r != repair)] };
            var again = Plan(problem, new PlannerOptions { States = 100, StartFrom = less });
            Assert.Equal(best.Objective.WeightedUnservedMegawattHours, again.Objective.WeightedUnservedMegawattHours, 1e-6);
        }
    }

    [Fact]
    public void A_plan_of_something_else_is_taken_as_far_as_it_goes()
    {
        var problem = GoldenCase.Problem("skills");
        var other = Plan(GoldenCase.Problem("one-line"), s_least);
        var strange = other with
        {
            Repairs =
            [
                .. problem.Repairs.Select((r, i) => new PlannedRepair(r.Element, i == 0 ? "Nobody" : problem.Crews[0].Name, -i, 5, "")),
                new PlannedRepair(new ElementId(ElementKind.Branch, 99), "North", 0, 1, ""),
                new PlannedRepair(problem.Repairs[0].Element, "North", 0, 1, ""),
            ],
        };
        var plan = Plan(problem, s_least with { StartFrom = strange });
        Assert.Equal(problem.Repairs.Count, plan.Repairs.Count);
    }

    private static Plan Plan(RestorationProblem problem, PlannerOptions options)
    {
        var plan = Planner.Plan(problem, options, null, TestContext.Current.CancellationToken);
        Assert.Empty(PlanCheck.Check(problem, plan).Errors());
        return plan;
    }

    private static IEnumerable<(ElementId, string, double)> Times(Plan plan) => plan.Repairs.Select(r => (r.Element, r.Crew, r.Start));
}

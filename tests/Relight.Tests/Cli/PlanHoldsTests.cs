using Relight.Cli;
using Relight.Restoration;

namespace Relight.Tests.Cli;

/// <summary>The check of plans before they are shown.</summary>
public class PlanHoldsTests
{
    private static readonly RestorationProblem s_town = ScenarioReader.Read(Repository.At("samples", "town", "scenario.json")).Value!;

    [Fact]
    public async Task A_check_of_several_plans_that_is_ended_counts_those_that_were_checked()
    {
        var plan = Planner.Plan(s_town, new PlannerOptions { Method = "list" }, cancel: TestContext.Current.CancellationToken);
        using var interrupt = new CancellationTokenSource();
        await interrupt.CancelAsync();
        (int?, string) ended = await Verify([plan, plan, plan], interrupt.Token);
        (int?, string) whole = await Verify([plan, plan, plan], CancellationToken.None);
        Assert.Equal(((int?)1, ""), ended);
        Assert.Equal(((int?)3, ""), whole);
    }

    [Fact]
    public async Task A_plan_that_does_not_hold_is_told_and_counts_for_none()
    {
        var plan = Planner.Plan(s_town, new PlannerOptions { Method = "list" }, cancel: TestContext.Current.CancellationToken);
        var wrong = plan with { Objective = plan.Objective with { UnservedMegawattHours = 1 } };
        var (holds, error) = await Verify([plan, wrong], CancellationToken.None);
        Assert.Null(holds);
        Assert.Contains("does not pass its own check", error, StringComparison.Ordinal);
    }

    private static async Task<(int? Holds, string Error)> Verify(Plan[] plans, CancellationToken cancellation)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var holds = await PlanHolds.VerifyAsync(Terminal.Plain(output, error), [.. plans.Select(plan => (s_town, plan))], cancellation);
        return (holds, error.ToString());
    }
}

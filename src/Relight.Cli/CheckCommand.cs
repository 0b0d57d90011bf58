using System.CommandLine;
using Relight.Restoration;

namespace Relight.Cli;

/// <summary><c>relight check SCENARIO PLAN</c>: verifies a plan, whoever made it.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Scenario file, JSON" };
        var plan = new Argument<string>("PLAN") { Description = "Plan file, JSON" };
        var command = new Command("check", "Verifies a plan with a plain computation that shares nothing with the planner") { scenario, plan };
        command.SetAction((parsed, _) => RunAsync(terminal, parsed.GetValue(scenario)!, parsed.GetValue(plan)!));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string scenarioFile, string planFile)
    {
        var problem = ScenarioReader.Read(scenarioFile);
        var plan = PlanFile.Read(planFile);
        if (Findings.Refuse(terminal, [.. problem.Findings, .. plan.Findings]))
            return ExitCode.BadInput;
        var report = await ProgressBars.CheckAsync(
            terminal, progress => Task.FromResult(PlanCheck.Check(problem.Value!, plan.Value!, planFile, progress)));
        Findings.Refuse(terminal, report.Findings);
        if (report.Recomputed is { } worth)
            terminal.Out.WriteLine(
                $"Recomputed: {Numbers.Energy(worth.UnservedMegawattHours)} MWh unserved, {Numbers.Energy(worth.WeightedUnservedMegawattHours)} MWh by weight");
        if (EndedEarly(plan.Value!) is { } reason)
            terminal.Out.WriteLine(reason);
        terminal.Out.WriteLine(report.Passed ? "The plan holds." : "The plan does not hold.");
        return report.Passed ? ExitCode.Done : ExitCode.BadInput;
    }

    /// <summary>Why the plan is one that was ended early; null where it is not.</summary>
    private static string? EndedEarly(Plan plan) => (plan.Interrupted, plan.OutOfMemory, plan.AcInterrupted) switch
    {
        (_, true, _) => "Its search ended early, as memory ran out: it is the best plan found until then.",
        (true, _, _) => "Its search was interrupted: it is the best plan found until then.",
        (_, _, true) => $"Its AC check was interrupted: {plan.Curve.Count(stage => stage.Ac is not null)} of {Numbers.Count(plan.Curve.Count, "stage was", "stages were")} run in AC.",
        _ => null,
    };
}

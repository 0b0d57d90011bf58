using System.CommandLine;
using Relight.Restoration;

namespace Relight.Cli;

/// <summary><c>relight value SCENARIO PLAN</c>: what one more unit, a unit earlier, or one more crew would save.</summary>
internal static class ValueCommand
{
    private const int DefaultMost = 20;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Scenario file, JSON" };
        var plan = new Argument<string>("PLAN") { Description = "Present plan of it, JSON" };
        var search = new SearchOptions($"{ValueOfOneMore.DefaultSecondsEach} for each search");
        var most = new Option<int>("--most") { Description = "Check and list this many, the greatest first", HelpName = "N", DefaultValueFactory = _ => DefaultMost };
        var json = new Option<bool>("--json") { Description = "Print the values as JSON" };
        var command = new Command("value", "Says what one more unit, a unit earlier, or one more crew would save") { scenario, plan };
        search.AddTo(command);
        SearchOptions.Positive(most);
        command.Add(most);
        command.Add(json);
        command.SetAction((parsed, cancellation) => RunAsync(
            terminal,
            parsed.GetValue(scenario)!,
            parsed.GetValue(plan)!,
            search.Read(parsed),
            parsed.GetValue(most),
            parsed.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string scenarioFile, string planFile, PlannerOptions options, int most, bool json, CancellationToken cancellation)
    {
        var problem = ScenarioReader.Read(scenarioFile);
        var plan = PlanFile.Read(planFile);
        var schedule = problem.Value is null || plan.Value is null
            ? []
            : PlanCheck.CheckSchedule(problem.Value, plan.Value, Path.GetFileName(planFile));
        if (Findings.Refuse(terminal, [.. problem.Findings, .. plan.Findings, .. schedule]))
            return ExitCode.BadInput;

        var value = await ProgressBars.PlanAsync(
            terminal, progress => Task.FromResult(ValueOfOneMore.Of(problem.Value!, plan.Value!, options, progress, cancellation)));
        // Where the search was ended, what it found is still checked whole.
        var holds = await PlanHolds.VerifyAsync(
            terminal,
            [(problem.Value!, value.Plan), .. value.Values.Take(most).Select(one => (one.Problem, one.Plan))],
            value.Interrupted ? CancellationToken.None : cancellation);
        if (holds is null)
            return ExitCode.Failed;
        if (holds - 1 < Math.Min(most, value.Values.Count))
            (most, value) = (holds.Value - 1, value with { Interrupted = true });
        if (json)
            terminal.Out.Write(ValueReport.Json(value, most));
        else
            ValueView.Write(terminal, problem.Value!, value, most);
        return value.Interrupted ? ExitCode.Interrupted : ExitCode.Done;
    }
}

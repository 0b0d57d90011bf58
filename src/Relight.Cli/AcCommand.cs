using System.CommandLine;
using Relight.Restoration;

namespace Relight.Cli;

/// <summary><c>relight ac SCENARIO PLAN</c>: how the stages of a plan do in AC, and what of them can be served there.</summary>
internal static class AcCommand
{
    private const int FindingsShown = 12;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Scenario file, JSON" };
        var plan = new Argument<string>("PLAN") { Description = "Plan file, JSON" };
        var file = new Option<string?>("--out") { Description = "Write the plan with its AC part to this file, JSON", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print the plan with its AC part as JSON" };
        var threads = new Option<int>("--threads") { Description = "Threads to use", HelpName = "N", DefaultValueFactory = _ => new AcCheckOptions().Threads };
        SearchOptions.Positive(threads);
        var command = new Command("ac", "Runs every stage of a plan in AC, says what is wrong, and sheds load until it holds") { scenario, plan, file, json, threads };
        command.SetAction((parsed, cancellation) => RunAsync(
            terminal,
            parsed.GetValue(scenario)!,
            parsed.GetValue(plan)!,
            parsed.GetValue(file),
            parsed.GetValue(json),
            new AcCheckOptions { Threads = parsed.GetValue(threads) },
            cancellation));
        return command;
    }

    /// <summary>Prints both curves, what that is worth, and what is wrong.</summary>
    public static void Write(Terminal terminal, RestorationProblem problem, Plan plan) =>
        AcView.Write(terminal, plan, element => ElementNames.Of(problem.Network, element), FindingsShown);

    private static async Task<int> RunAsync(
        Terminal terminal, string scenarioFile, string planFile, string? file, bool json, AcCheckOptions options, CancellationToken cancellation)
    {
        var problem = ScenarioReader.Read(scenarioFile);
        var read = PlanFile.Read(planFile);
        var findings = file is null ? [] : OutputFiles.Findings("--out", file, scenarioFile);
        if (Findings.Refuse(terminal, [.. problem.Findings, .. read.Findings, .. findings]))
            return ExitCode.BadInput;
        var report = PlanCheck.Check(problem.Value!, read.Value!, planFile);
        Findings.Refuse(terminal, report.Findings);
        if (!report.Passed)
        {
            terminal.Error.WriteLine("The plan does not hold in the DC form; its stages are not run in AC.");
            return ExitCode.BadInput;
        }
        var plan = await ProgressBars.AcAsync(
            terminal, progress => Task.FromResult(AcCheck.Run(problem.Value!, read.Value!, options, progress, cancellation)));
        if (file is not null && PlanFile.Save(plan, file) is { } trouble)
        {
            Findings.Refuse(terminal, [trouble]);
            return ExitCode.BadInput;
        }
        if (json)
        {
            PlanCommand.WriteJson(terminal, plan);
            return CodeOf(plan);
        }
        foreach (var line in CurveChart.Lines(plan.Curve))
            terminal.Out.WriteLine(line);
        terminal.Out.WriteLine();
        Write(terminal, problem.Value!, plan);
        return CodeOf(plan);
    }

    private static int CodeOf(Plan plan) => plan.AcInterrupted ? ExitCode.Interrupted : ExitCode.Done;
}

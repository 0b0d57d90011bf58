using System.CommandLine;
using Relight.Restoration;

namespace Relight.Cli;

/// <summary><c>relight plan SCENARIO</c>: finds a plan, has it checked, shows and writes it.</summary>
internal static class PlanCommand
{
    private const int RepairsShown = 20;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Scenario file, JSON" };
        var file = new Option<string?>("--out") { Description = "Write the plan to this file, JSON", HelpName = "FILE" };
        var search = new SearchOptions();
        var method = new Option<string>("--method") { Description = "How to order the repairs", DefaultValueFactory = _ => PlanMethods.Search };
        var json = new Option<bool>("--json") { Description = "Print the plan as JSON" };
        var ac = new Option<bool>("--ac") { Description = "Run every stage in AC too, and add that to the plan" };
        method.AcceptOnlyFromAmong([.. PlanMethods.All]);
        var command = new Command("plan", "Finds which crew repairs what, when, so that the least energy goes unserved") { scenario, file };
        search.AddTo(command);
        command.Add(method);
        command.Add(json);
        command.Add(ac);
        command.SetAction((parsed, cancellation) =>
        {
            var options = search.Read(parsed) with { Method = parsed.GetValue(method)! };
            return RunAsync(terminal, parsed.GetValue(scenario)!, parsed.GetValue(file), options, parsed.GetValue(json), parsed.GetValue(ac), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string scenario, string? file, PlannerOptions options, bool json, bool ac, CancellationToken cancellation)
    {
        var imported = ScenarioReader.Read(scenario);
        var findings = file is null ? imported.Findings : [.. imported.Findings, .. OutputFiles.Findings("--out", file, scenario)];
        if (Findings.Refuse(terminal, findings) || imported.Value is not { } problem)
            return ExitCode.BadInput;

        var plan = await ProgressBars.PlanAsync(
            terminal, progress => Task.FromResult(Planner.Plan(problem, options, progress, cancellation)));
        if (!await PlanHolds.VerifyAsync(terminal, problem, plan))
            return ExitCode.Failed;
        if (ac && !plan.Interrupted)
            plan = await ProgressBars.AcAsync(terminal, progress => Task.FromResult(
                AcCheck.Run(problem, plan, new AcCheckOptions { Threads = options.Threads }, progress, cancellation)));
        if (file is not null && PlanFile.Save(plan, file) is { } trouble)
        {
            Findings.Refuse(terminal, [trouble]);
            return ExitCode.BadInput;
        }
        if (json)
            WriteJson(terminal, plan);
        else
        {
            PlanView.Write(terminal, problem, plan, ListOrder(problem, plan), RepairsShown);
            AcCommand.Write(terminal, problem, plan);
        }
        return plan.Interrupted || plan.AcInterrupted ? ExitCode.Interrupted : ExitCode.Done;
    }

    /// <summary>The damage list worked off in its order, checked as every plan is before it is shown.</summary>
    private static Plan ListOrder(RestorationProblem problem, Plan plan) =>
        plan.Solver.Method == PlanMethods.List
            ? plan
            : Planner.Plan(problem, new PlannerOptions { Method = PlanMethods.List, Explain = false }, null, CancellationToken.None);

    /// <summary>Prints a plan as JSON.</summary>
    internal static void WriteJson(Terminal terminal, Plan plan)
    {
        using var bytes = new MemoryStream();
        PlanFile.Write(plan, bytes);
        terminal.Out.Write(System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }
}

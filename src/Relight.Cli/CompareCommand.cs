using System.CommandLine;
using Relight.Grid.Import;
using Relight.Restoration;

namespace Relight.Cli;

/// <summary><c>relight compare SCENARIO PLAN OTHER</c>: two plans side by side; the other may be an order of the repairs.</summary>
internal static class CompareCommand
{
    private const int RepairsShown = 20;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Scenario file, JSON" };
        var plan = new Argument<string>("PLAN") { Description = "Plan file, JSON" };
        var other = new Argument<string>("OTHER") { Description = "Another plan, or the repairs in an order of your own: one element a line, a CSV table or a JSON list" };
        var json = new Option<bool>("--json") { Description = "Print the comparison as JSON" };
        var command = new Command("compare", "Holds two plans of one scenario against each other, or a plan against your own order of repairs")
        {
            scenario, plan, other, json,
        };
        command.SetAction(parsed => Run(
            terminal, parsed.GetValue(scenario)!, parsed.GetValue(plan)!, parsed.GetValue(other)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, string scenarioFile, string planFile, string otherFile, bool json)
    {
        var problem = ScenarioReader.Read(scenarioFile);
        var plan = PlanFile.Read(planFile);
        if (problem.Value is null || plan.Value is null)
        {
            Findings.Refuse(terminal, [.. problem.Findings, .. plan.Findings]);
            return ExitCode.BadInput;
        }
        var other = SourceFile.Read(otherFile, source => ReadOther(source, problem.Value));
        if (Findings.Refuse(terminal, [.. problem.Findings, .. plan.Findings, .. other.Findings]))
            return ExitCode.BadInput;
        var reports = new PlanCheckReport[2];
        Parallel.Invoke(
            () => reports[0] = PlanCheck.Check(problem.Value, plan.Value, planFile),
            () => reports[1] = PlanCheck.Check(problem.Value, other.Value!, otherFile));
        if (Findings.Refuse(terminal, reports.SelectMany(report => report.Findings)))
            return ExitCode.BadInput;
        var comparison = PlanComparison.Of(problem.Value, plan.Value, other.Value!);
        if (json)
            terminal.Out.Write(ComparisonReport.Json(comparison));
        else
            CompareView.Write(terminal, problem.Value, comparison, (Name(planFile), Name(otherFile)), RepairsShown);
        return ExitCode.Done;
    }

    /// <summary>A plan is an object; anything else is taken for an order, and followed.</summary>
    private static Imported<Plan> ReadOther(SourceText source, RestorationProblem problem)
    {
        if (source.Text.TrimStart() is ['{', ..])
            return PlanFile.Parse(source.Text, source.FileName);
        var order = OrderReader.Parse(source.Text, source.FileName, problem);
        return new Imported<Plan>(order.Value?.Follow(problem), order.Findings);
    }

    private static string Name(string file) => Path.GetFileName(file);
}

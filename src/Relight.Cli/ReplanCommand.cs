using System.CommandLine;
using System.Text;
using Relight.Grid.Import;
using Relight.Restoration;

namespace Relight.Cli;

/// <summary><c>relight replan SCENARIO PLAN CHANGES</c>: plans anew from the middle of a plan, and says what changed and why.</summary>
internal static class ReplanCommand
{
    private const int RepairsShown = 20;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Scenario file, JSON" };
        var plan = new Argument<string>("PLAN") { Description = "Present plan of it, JSON" };
        var changes = new Argument<string>("CHANGES") { Description = "What has changed by which hour, JSON" };
        var newPlan = new Option<string?>("--out") { Description = "Write the new plan to this file, JSON", HelpName = "FILE" };
        var newScenario = new Option<string?>("--out-scenario") { Description = "Write what is left to do, its scenario, to this file, JSON", HelpName = "FILE" };
        var search = new SearchOptions();
        var json = new Option<bool>("--json") { Description = "Print what changed as JSON" };
        var command = new Command("replan", "Plans anew from an hour on: what has ended is done, what is under way goes on")
        {
            scenario, plan, changes, newPlan, newScenario,
        };
        search.AddTo(command);
        command.Add(json);
        command.Validators.Add(result =>
        {
            if (result.GetResult(newPlan) is null != result.GetResult(newScenario) is null)
                result.AddError("Give --out and --out-scenario together: the new plan solves the new scenario, and no other.");
        });
        command.SetAction((parsed, cancellation) => RunAsync(
            terminal,
            new Inputs(parsed.GetValue(scenario)!, parsed.GetValue(plan)!, parsed.GetValue(changes)!),
            parsed.GetValue(newPlan) is { } file ? new Outputs(file, parsed.GetValue(newScenario)!) : null,
            search.Read(parsed),
            parsed.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, Inputs inputs, Outputs? outputs, PlannerOptions options, bool json, CancellationToken cancellation)
    {
        if (Read(terminal, inputs, outputs) is not var (problem, plan, changes, network))
            return ExitCode.BadInput;
        var replan = await ProgressBars.PlanAsync(
            terminal, progress => Task.FromResult(Replan.Run(problem, plan, changes, options, progress, cancellation)));
        if (!await PlanHolds.VerifyAsync(terminal, replan.Problem, replan.Plan, replan.CarriedOn))
            return ExitCode.Failed;
        if (outputs is not null && Save(replan, outputs, network) is { } trouble)
        {
            Findings.Refuse(terminal, [trouble]);
            return ExitCode.BadInput;
        }
        if (json)
            terminal.Out.Write(ReplanReport.Json(replan));
        else
            ReplanView.Write(terminal, problem, replan, RepairsShown);
        return replan.Plan.Interrupted ? ExitCode.Interrupted : ExitCode.Done;
    }

    /// <summary>Reads all inputs; null where one is refused, after every reason was told.</summary>
    private static (RestorationProblem Problem, Plan Plan, Changes Changes, string Network)? Read(
        Terminal terminal, Inputs inputs, Outputs? outputs)
    {
        var network = "";
        var problem = ScenarioReader.Read(inputs.Scenario, path => network = path);
        var plan = PlanFile.Read(inputs.Plan);
        List<Finding> findings = [.. problem.Findings, .. plan.Findings];
        if (outputs is not null)
            findings.AddRange(
            [
                .. OutputFiles.Findings("--out", outputs.Plan, inputs.Scenario, inputs.Plan, inputs.Changes, network),
                .. OutputFiles.Findings("--out-scenario", outputs.Scenario, inputs.Scenario, inputs.Plan, inputs.Changes, network, outputs.Plan),
            ]);
        if (problem.Value is null || plan.Value is null)
        {
            Findings.Refuse(terminal, findings);
            return null;
        }
        findings.AddRange(PlanCheck.CheckSchedule(problem.Value, plan.Value, Path.GetFileName(inputs.Plan)));
        var changes = findings.Any(f => f.Severity == Severity.Error)
            ? null
            : ChangesReader.Read(inputs.Changes, problem.Value, plan.Value);
        return Findings.Refuse(terminal, [.. findings, .. changes?.Findings ?? []]) || changes?.Value is null
            ? null
            : (problem.Value, plan.Value, changes.Value, network);
    }

    private static Finding? Save(Replan replan, Outputs outputs, string network)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(outputs.Scenario))!;
        var path = Path.GetRelativePath(folder, Path.GetFullPath(network)).Replace('\\', '/');
        var scenario = Encoding.UTF8.GetBytes(ScenarioWriter.Write(replan.Problem, path));
        return WholeFile.Save([(outputs.Scenario, file => file.Write(scenario)), (outputs.Plan, file => PlanFile.Write(replan.Plan, file))]);
    }

    private sealed record Inputs(string Scenario, string Plan, string Changes);

    private sealed record Outputs(string Plan, string Scenario);
}

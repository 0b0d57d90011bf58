using System.CommandLine;
using Relight.Grid.Import;
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
        var seconds = SecondsOption();
        var states = new Option<long?>("--states") { Description = "Search through this many grid states: same plan on every machine", HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "Seed of the search", HelpName = "N", DefaultValueFactory = _ => 1 };
        var threads = new Option<int>("--threads") { Description = "Threads to use", HelpName = "N", DefaultValueFactory = _ => new PlannerOptions().Threads };
        var method = new Option<string>("--method") { Description = "How to order the repairs", DefaultValueFactory = _ => PlanMethods.Search };
        var json = new Option<bool>("--json") { Description = "Print the plan as JSON" };
        var ac = new Option<bool>("--ac") { Description = "Run every stage in AC too, and add that to the plan" };
        method.AcceptOnlyFromAmong([.. PlanMethods.All]);
        Positive(states);
        Positive(threads);
        var command = new Command("plan", "Finds which crew repairs what, when, so that the least energy goes unserved")
        {
            scenario, file, seconds, states, seed, threads, method, json, ac,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(seconds) is not null && result.GetResult(states) is not null)
                result.AddError("Give --seconds or --states, not both.");
        });
        command.SetAction((parsed, cancellation) =>
        {
            var options = new PlannerOptions
            {
                Method = parsed.GetValue(method)!,
                States = parsed.GetValue(states),
                Time = Limit(parsed, seconds),
                Seed = parsed.GetValue(seed),
                Threads = parsed.GetValue(threads),
            };
            return RunAsync(terminal, parsed.GetValue(scenario)!, parsed.GetValue(file), options, parsed.GetValue(json), parsed.GetValue(ac), cancellation);
        });
        return command;
    }

    /// <summary>The option that limits the search in time.</summary>
    public static Option<double?> SecondsOption()
    {
        var seconds = new Option<double?>("--seconds") { Description = $"Search for this long (default {Planner.DefaultSeconds})", HelpName = "N" };
        Positive(seconds);
        return seconds;
    }

    /// <summary>What that option says; null where it is not given.</summary>
    public static TimeSpan? Limit(ParseResult parsed, Option<double?> seconds) =>
        parsed.GetValue(seconds) is { } limit ? TimeSpan.FromSeconds(limit) : null;

    private static async Task<int> RunAsync(
        Terminal terminal, string scenario, string? file, PlannerOptions options, bool json, bool ac, CancellationToken cancellation)
    {
        var imported = ScenarioReader.Read(scenario);
        var findings = file is null ? imported.Findings : [.. imported.Findings, .. OutputFindings(scenario, file)];
        if (Findings.Refuse(terminal, findings) || imported.Value is not { } problem)
            return ExitCode.BadInput;

        var plan = await ProgressBars.PlanAsync(
            terminal, progress => Task.FromResult(Planner.Plan(problem, options, progress, cancellation)));
        if (!Holds(terminal, problem, plan))
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
        return plan.Interrupted ? ExitCode.Interrupted : ExitCode.Done;
    }

    /// <summary>The damage list worked off in its order, checked as every plan is before it is shown.</summary>
    private static Plan ListOrder(RestorationProblem problem, Plan plan) =>
        plan.Solver.Method == PlanMethods.List
            ? plan
            : Planner.Plan(problem, new PlannerOptions { Method = PlanMethods.List }, null, CancellationToken.None);

    private static bool Holds(Terminal terminal, RestorationProblem problem, Plan plan)
    {
        var report = PlanCheck.Check(problem, plan);
        Findings.Refuse(terminal, report.Findings);
        if (!report.Passed)
            terminal.Error.WriteLine("The plan that was found does not pass its own check: a fault of Relight. Nothing is written.");
        return report.Passed;
    }

    /// <summary>What stands in the way of writing to a file.</summary>
    internal static IEnumerable<Finding> OutputFindings(string scenario, string file)
    {
        if (Directory.Exists(file))
            yield return Finding.Error(file, null, "is a folder; --out needs the name of a file");
        else if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
            yield return Finding.Error(file, null, "is in a folder that does not exist");
        else if (Path.GetFullPath(file) == Path.GetFullPath(scenario))
            yield return Finding.Error(file, null, "is the scenario itself, which must not be overwritten");
    }

    /// <summary>Prints a plan as JSON.</summary>
    internal static void WriteJson(Terminal terminal, Plan plan)
    {
        using var bytes = new MemoryStream();
        PlanFile.Write(plan, bytes);
        terminal.Out.Write(System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }

    /// <summary>Refuses a number that is not positive, or absurd.</summary>
    internal static void Positive<T>(Option<T> option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1
            && double.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && !(number > 0 && number < 1e9))
            result.AddError($"{option.Name} must be more than 0, and less than 1,000,000,000: {result.Tokens[0].Value}");
    });
}

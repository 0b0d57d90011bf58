using System.CommandLine;
using Relight.Grid.Import;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Cli;

/// <summary><c>relight grid plan</c>: plans the scenario that was entered last, or takes a plan file of it in, and keeps the plan.</summary>
internal static class GridPlanCommand
{
    private const string By = "relight grid plan";
    private const int RepairsShown = 20;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Option<string?>("--take") { Description = "Take this plan in, which relight plan --out wrote, in place of a search", HelpName = "FILE" };
        var search = new SearchOptions();
        var operation = new OperationOptions();
        var command = new Command("plan", "Plans the scenario that was entered last, and keeps the plan for the pages") { file };
        operation.AddTo(command);
        search.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var plan = parsed.GetValue(file) is { } path ? PlanFile.Read(path) : null;
            return plan is not null && Findings.Refuse(terminal, plan.Findings)
                ? ExitCode.BadInput
                : await operation.RunAsync(
                    terminal, parsed,
                    (database, of) => RunAsync(terminal, database, of, plan?.Value is { } given ? (given, parsed.GetValue(file)!) : null, search.Read(parsed), cancellation),
                    cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, Database database, Id<Operation> operation, (Plan Plan, string File)? given, PlannerOptions options, CancellationToken cancellation)
    {
        Scenario? scenario;
        await using (var db = database.Open())
            scenario = await EnteredScenario.Latest(db, operation, cancellation);
        if (scenario is null)
            return Findings.BadInput(terminal, [Finding.Error("--operation", null, "has no scenario yet: enter one with relight grid enter")]);
        var (id, code) = given is { } taken
            ? await TakeAsync(terminal, database, operation, scenario.Id, taken.Plan, taken.File)
            : await MakeAsync(terminal, database, operation, scenario.Id, options, cancellation);
        if (id is not { } kept)
            return code;
        await using var read = database.Open();
        var reading = (await ReadPlan.Run(read, operation, kept, CancellationToken.None))!;
        var plan = reading.Best.Plan;
        PlanView.Write(terminal, reading.Scenario.Problem, plan, (reading.ListOrder ?? reading.Best).Plan, RepairsShown);
        AcCommand.Write(terminal, reading.Scenario.Problem, plan);
        foreach (var unit in reading.Units)
            terminal.Out.WriteLine($"Reckons with {unit.Title} for {reading.Scenario.NameOf(unit.Element)}, there at hour {Numbers.Hours(unit.Hour)}");
        terminal.Out.WriteLine($"The plan is kept, and the pages show it: {reading.Best.Stored.Name}.");
        return plan.Interrupted || plan.AcInterrupted ? ExitCode.Interrupted : ExitCode.Done;
    }

    private static async Task<(Id<StoredPlan>? Kept, int Code)> MakeAsync(
        Terminal terminal, Database database, Id<Operation> operation, Id<Scenario> scenario, PlannerOptions options, CancellationToken cancellation)
    {
        var made = await ProgressBars.MakePlanAsync(terminal, (plan, ac, check) => new MakePlan(database, TimeProvider.System)
            .Run(operation, scenario, options, By, plan, cancellation, ac, check));
        if (made.Best is not null)
            return (made.Best, ExitCode.Done);
        Findings.Refuse(terminal, Findings.Of(made.Refusals));
        terminal.Error.WriteLine("A plan that was made is refused: a fault of Relight. It is not kept.");
        return (null, ExitCode.Failed);
    }

    private static async Task<(Id<StoredPlan>? Kept, int Code)> TakeAsync(
        Terminal terminal, Database database, Id<Operation> operation, Id<Scenario> scenario, Plan plan, string file)
    {
        var taken = await ProgressBars.CheckAsync(terminal, progress => new TakePlan(database, TimeProvider.System)
            .Run(operation, scenario, plan, file, By, progress));
        Findings.Refuse(terminal, [.. taken.Findings, .. Findings.Of(taken.Refusals)]);
        if (taken.Plan is null)
            terminal.Error.WriteLine("The plan does not hold for the scenario that was entered last. It is not kept.");
        return (taken.Plan, taken.Plan is null ? ExitCode.BadInput : ExitCode.Done);
    }
}

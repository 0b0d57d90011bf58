using System.CommandLine;
using System.Globalization;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Cli;

/// <summary><c>relight arrivals</c>: which units of the latest plan come at other hours than it takes for granted, and what a plan made anew changes.</summary>
internal static class ArrivalsCommand
{
    private const int RepairsShown = 20;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var now = new Option<double>("--now") { Description = "Hour up to which the plan has been carried out", HelpName = "HOUR", DefaultValueFactory = _ => 0 };
        var search = new SearchOptions();
        var operation = new OperationOptions();
        var command = new Command("arrivals", "Plans anew where units come at other hours than the plan takes for granted") { now };
        operation.AddTo(command);
        search.AddTo(command);
        SearchOptions.NotNegative(now);
        command.SetAction((parsed, cancellation) => operation.RunAsync(
            terminal, parsed, (database, of) => RunAsync(terminal, database, of, parsed.GetValue(now), search.Read(parsed), cancellation), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, Database database, Id<Operation> operation, double now, PlannerOptions options, CancellationToken cancellation)
    {
        var done = await ProgressBars.PlanAsync(terminal, progress => new ReplanArrivals(database, TimeProvider.System)
            .Run(operation, now, options, "relight arrivals", progress, cancellation));
        if (done.Refusals.Count > 0)
            return Findings.BadInput(terminal, done.Refusals);
        if (done.Changes.Count == 0)
            terminal.Out.WriteLine("Every unit comes when the latest plan has it.");
        foreach (var change in done.Changes)
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{done.Scenario!.NameOf(change.Unit.Element)}: {change.Unit.Title}: hour {Numbers.Hours(change.Unit.Hour)} by the plan, {(change.Hour is { } hour ? $"hour {Numbers.Hours(hour)} now" : "does not come any more")}"));
        if (done.Replan is { } replan)
            ReplanView.Write(terminal, done.Scenario!.Problem, replan, RepairsShown);
        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Done;
    }
}

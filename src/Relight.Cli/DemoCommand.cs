using System.CommandLine;
using Relight.Access;
using Relight.Grid.Import;
using Relight.Plans;
using Relight.Restoration;
using Relight.Sample;
using Relight.Storage;
using Relight.Web;

namespace Relight.Cli;

/// <summary><c>relight demo</c>: the sample operation from its pledges to a plan on the screen.</summary>
internal static class DemoCommand
{
    // Rounds of planning and valuing take more than one plan does.
    private const double TimesOfJointPlan = 2;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = DataFolder.Option();
        var urls = ServeCommand.UrlsOption();
        var noServe = new Option<bool>("--no-serve") { Description = "End after the summary" };
        var fresh = new Option<bool>("--fresh") { Description = "Delete the sample and start anew" };
        var seconds = SearchOptions.Seconds();
        var command = new Command("demo", "Loads the sample operation, plans its restoration, shows and serves it")
        {
            noServe, fresh, seconds, data, urls,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.GetValue(data)!;
            if (parsed.GetValue(fresh) && await DataFolder.DeleteSampleAsync(folder, cancellation) is { } stillThere)
                return Refused(terminal, stillThere);
            var (database, trouble) = await DataFolder.OpenAsync(folder, cancellation);
            if (database is null)
                return Refused(terminal, trouble!);
            await LoadAsync(terminal, database, cancellation);
            await PlanAsync(terminal, database, SearchOptions.Limit(parsed, seconds), cancellation);
            await DemoSummary.WriteAsync(terminal, database, CancellationToken.None);
            return parsed.GetValue(noServe) || cancellation.IsCancellationRequested
                ? ExitCode.Done
                : await ServeCommand.ServeAsync(
                    terminal, parsed.GetValue(urls)!,
                    // All places are invented and all pledges public: everyone sees all, and the public what there is now.
                    new WebOptions { Database = database, Audience = Audience.Operator, PublicationDelay = TimeSpan.Zero }, cancellation);
        });
        return command;
    }

    private static int Refused(Terminal terminal, Finding trouble)
    {
        Findings.Refuse(terminal, [trouble]);
        return ExitCode.BadInput;
    }

    private static async Task LoadAsync(Terminal terminal, Database database, CancellationToken cancellation)
    {
        var sample = new LoadSample(database, TimeProvider.System);
        var loaded = await ProgressBars.LoadAsync(terminal, progress => sample.Run(progress, cancellation));
        terminal.Out.WriteLine(loaded == SampleLoaded.Before
            ? $"The sample operation is there already and goes on: {database.Name}"
            : $"The sample operation is loaded: {database.Name}");
    }

    /// <summary>Makes a plan where there is none yet, and one together with the allocation of units. Ctrl-C ends the search, not the demo.</summary>
    private static async Task PlanAsync(Terminal terminal, Database database, TimeSpan? time, CancellationToken cancellation)
    {
        var operation = LoadSample.Operation.Id;
        await using var db = database.Open();
        if (await ReadPlan.Latest(db, operation, cancellation) is not null)
            return;
        var made = await ProgressBars.PlanAsync(terminal, progress => new MakePlan(database, TimeProvider.System)
            .Run(operation, LoadSample.ScenarioId, new PlannerOptions { Time = time }, LoadSample.By, progress, cancellation));
        if (made.Best is null)
            throw new InvalidOperationException($"the plan of the sample is refused: {string.Join("; ", made.Refusals)}");
        if (cancellation.IsCancellationRequested)
            return;
        var options = new PlannerOptions { Time = TimesOfJointPlan * (time ?? TimeSpan.FromSeconds(Planner.DefaultSeconds)) };
        var joint = await ProgressBars.PlanAsync(terminal, progress => new PlanJointly(database, TimeProvider.System)
            .Run(operation, LoadSample.ScenarioId, options, LoadSample.By, progress: progress, stop: cancellation));
        if (joint.Joint is null)
            throw new InvalidOperationException($"the joint plan of the sample is refused: {string.Join("; ", joint.Refusals)}");
    }
}

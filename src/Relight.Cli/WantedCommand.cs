using System.CommandLine;
using Relight.Matching;
using Spectre.Console;

namespace Relight.Cli;

/// <summary><c>relight wanted</c>: what is missing, and what one more of it would bring; computes the values where told to.</summary>
internal static class WantedCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var compute = new Option<bool>("--compute") { Description = "Compute the values anew, from the latest plan" };
        var most = new Option<int>("--most") { Description = "How many are told", HelpName = "N", DefaultValueFactory = _ => 20 };
        var search = new SearchOptions("20");
        var operation = new OperationOptions();
        var command = new Command("wanted", "Tells what is missing, and what one more of it would bring") { compute, most };
        operation.AddTo(command);
        search.AddTo(command);
        SearchOptions.Positive(most);
        command.SetAction((parsed, cancellation) => operation.RunAsync(
            terminal,
            parsed,
            async (database, of) =>
            {
                if (parsed.GetValue(compute) && await AllocateCommand.ComputeAsync(terminal, database, of, search.Read(parsed), cancellation) is { } refused)
                    return refused;
                await using var db = database.Open();
                Write(terminal, await WantedList.Read(db, of, TimeProvider.System.GetUtcNow(), CancellationToken.None), parsed.GetValue(most));
                return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Done;
            },
            cancellation));
        return command;
    }

    private static void Write(Terminal terminal, WantedList list, int most)
    {
        if (list.ValuesAt is null)
            terminal.Out.WriteLine("No values are computed yet: compute them with --compute.");
        else if (list.IsOutOfDate)
            terminal.Out.WriteLine("The values are out of date: needs, offers, allocations or plans have changed. Compute them anew with --compute.");
        var table = new Table().Border(TableBorder.Simple).AddColumns("Missing", "Units", "One more: MWh", "People-hours", "A week sooner: MWh", "People-hours");
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned();
        foreach (var unit in list.Units.Take(most))
            table.AddRow([
                unit.Title ?? $"Parts: {unit.Part?.ToString().ToLowerInvariant()}{(unit.HighKilovolts is { } kilovolts ? FormattableString.Invariant($", {kilovolts} kV") : "")}",
                unit.Rest > 0 ? $"{Numbers.Count(unit.Missing)}, one lacks {unit.Rest} of {unit.Together}" : Numbers.Count(unit.Missing),
                .. new[] { unit.OneMoreMegawattHours, unit.OneMorePeopleHours, unit.WeekSoonerMegawattHours, unit.WeekSoonerPeopleHours }
                    .Select(number => number is { } known ? Numbers.Count((double)known) : "–"),
            ]);
        terminal.Tables.Write(table);
        if (list.Units.Count > most)
            terminal.Out.WriteLine($"… and {Numbers.Count(list.Units.Count - most)} more");
    }
}

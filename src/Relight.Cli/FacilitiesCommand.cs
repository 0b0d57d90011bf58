using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Relight.Facilities;
using Relight.Grid.Import;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;

namespace Relight.Cli;

/// <summary><c>relight facilities</c>: hours without grid, sets, who is left without and why, and the fuel for it.</summary>
internal static class FacilitiesCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var from = new Option<string?>("--from") { Description = "The first day (default: today, or the first day of the latest plan where today is not in it)", HelpName = "YYYY-MM-DD" };
        var days = new Option<int?>("--days") { Description = $"How many days, 1 to {FacilityPeriod.MostDays} (default {FacilityPeriod.UsualDays}); given with --from", HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "Print it as JSON" };
        var operation = new OperationOptions();
        var command = new Command("facilities", "Lists facilities: hours without grid, sets, who is left without, and fuel") { from, days, json };
        operation.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (period, faults) = PeriodOf(parsed.GetValue(from), parsed.GetValue(days));
            return faults.Count > 0
                ? Findings.BadInput(terminal, faults)
                : await operation.RunAsync(terminal, parsed, (database, of) => ListAsync(terminal, database, of, period, parsed.GetValue(json), cancellation), cancellation);
        });
        return command;
    }

    private static async Task<int> ListAsync(Terminal terminal, Database database, Id<Operation> of, FacilityPeriod? period, bool json, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var outlook = await ReadFacilityOutlook.Run(db, of, period, today, Practice.Default, cancellation);
        if (json)
            terminal.Out.WriteLine(JsonSerializer.Serialize(outlook, LedgerJson.Options));
        else
            FacilityView.Write(terminal, outlook);
        return ExitCode.Done;
    }

    private static (FacilityPeriod? Period, IReadOnlyList<Finding> Faults) PeriodOf(string? from, int? days)
    {
        var faults = new List<Finding>();
        var day = FacilityPeriod.DayOf(from);
        if (from is null && days is not null)
            faults.Add(Finding.Error("--from", null, "must be given with the number of days"));
        if (from is not null && day is null)
            faults.Add(Finding.Error("--from", from, FacilityPeriod.RuleOfDay));
        if (days is { } number && !FacilityPeriod.IsNumber(number))
            faults.Add(Finding.Error("--days", number.ToString(CultureInfo.InvariantCulture), FacilityPeriod.RuleOfDays));
        return (faults.Count > 0 || day is not { } first ? null : new FacilityPeriod(first, days ?? FacilityPeriod.UsualDays), faults);
    }
}

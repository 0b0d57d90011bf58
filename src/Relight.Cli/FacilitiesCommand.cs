using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Relight.Facilities;
using Relight.Grid.Import;
using Relight.Ledger;
using Relight.Matching;

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
        var operation = OperationChoice.Option();
        var data = DataFolder.Option();
        var command = new Command("facilities", "Lists facilities: hours without grid, sets, who is left without, and fuel") { from, days, json, operation, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (period, faults) = PeriodOf(parsed.GetValue(from), parsed.GetValue(days));
            if (faults.Count > 0)
                return Refuse(terminal, faults);
            var (database, trouble) = await DataFolder.OpenAsync(parsed.GetValue(data)!, cancellation);
            if (database is null)
                return Refuse(terminal, [trouble!]);
            if (await OperationChoice.FindAsync(database, parsed.GetValue(operation), cancellation) is not { } of)
                return Refuse(terminal, [Finding.Error("--operation", null, OperationChoice.RuleOf(parsed.GetValue(operation)))]);
            await using var db = database.Open();
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var outlook = await ReadFacilityOutlook.Run(db, of, period, today, Practice.Default, cancellation);
            if (parsed.GetValue(json))
                terminal.Out.WriteLine(JsonSerializer.Serialize(outlook, LedgerJson.Options));
            else
                FacilityView.Write(terminal, outlook);
            return ExitCode.Done;
        });
        return command;
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

    private static int Refuse(Terminal terminal, IEnumerable<Finding> findings)
    {
        Findings.Refuse(terminal, findings);
        return ExitCode.BadInput;
    }
}

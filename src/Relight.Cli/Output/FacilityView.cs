using System.Globalization;
using Relight.Facilities;
using Relight.Register;
using Spectre.Console;

namespace Relight.Cli;

/// <summary>Facilities for people: those left without first, then the sets and their fuel.</summary>
internal static class FacilityView
{
    /// <summary>Prints an outlook.</summary>
    public static void Write(Terminal terminal, FacilityOutlook outlook)
    {
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{outlook.From:yyyy-MM-dd} to {outlook.From.AddDays(outlook.Days - 1):yyyy-MM-dd}; {(outlook.Plan is { } plan ? $"hours by the plan \"{plan}\"" : "there is no plan: hours by outage reports where there are some")}"));
        WriteFacilities(terminal, outlook);
        int Count(FacilityStanding standing) => outlook.Facilities.Count(line => line.Standing == standing);
        terminal.Out.WriteLine(
            $"{Numbers.Count(Count(FacilityStanding.LeftWithout))} left without (people: {outlook.PeopleWithout}), {Numbers.Count(Count(FacilityStanding.GetsSet))} with a set, {Numbers.Count(Count(FacilityStanding.GridIsEnough))} for which the grid is enough.");
        terminal.Out.WriteLine(
            $"Sets save {Numbers.Rounded((double)outlook.SavedPeopleHours)} people-hours{(outlook.Gap == 0 ? ": no assignment saves more." : $"; the best saves {Numbers.Rounded((double)outlook.MostPeopleHours)} at most.")}");
        WriteFuel(terminal, outlook);
    }

    private static void WriteFacilities(Terminal terminal, FacilityOutlook outlook)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Facility", "Oblast", "Hours a day", "People-hours", "Stands", "Set, or why none", "From");
        foreach (var column in table.Columns.Skip(2).Take(2))
            column.RightAligned();
        foreach (var line in outlook.Facilities)
            table.AddRow(new[]
            {
                line.Facility.Title,
                line.Facility.Oblast?.Code ?? "not known",
                Hours(line.MostHoursADay),
                line.CountedPeopleHours is { } counted ? Numbers.Rounded((double)counted) : "not known",
                Words(line.Standing),
                line.Set is { } set ? $"{set.Title} ({Words(set.Binding)})" : line.Without is { } without ? Words(without.Why) : "–",
                line.Set is { } own ? own.ServesFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "not known" : "–",
            }.Select(cell => new Text(cell)));
        terminal.Tables.Write(table);
    }

    private static void WriteFuel(Terminal terminal, FacilityOutlook outlook)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Day", "Fuel, litres");
        table.Columns[1].RightAligned();
        foreach (var day in outlook.FuelByDay)
            table.AddRow(new Text(day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), new Text($"{day.Litres}"));
        if (outlook.FuelByDay.Count > 0)
            terminal.Tables.Write(table);
        terminal.Out.WriteLine($"{Numbers.Count(outlook.Refuelling.Count, "delivery", "deliveries")} of fuel to bring.");
    }

    private static string Hours(Bounds hours) => hours switch
    {
        { IsSpecified: false } => "not known",
        { Upper: { } upper } when upper == hours.Lower => Numbers.Hours((double)upper),
        _ => $"{Numbers.Hours((double)hours.Lower)} to {Numbers.Hours((double)(hours.Upper ?? 24))}",
    };

    private static string Words(FacilityStanding standing) => standing switch
    {
        FacilityStanding.GridIsEnough => "grid is enough",
        FacilityStanding.GetsSet => "gets a set",
        _ => "left without",
    };

    private static string Words(SetBinding binding) => binding switch
    {
        SetBinding.WorkedOut => "worked out",
        SetBinding.Held => "held",
        SetBinding.Confirmed => "confirmed",
        SetBinding.Sent => "in a consignment",
        SetBinding.Received => "received",
        _ => "in service",
    };

    private static string Words(WhyWithout why) => why switch
    {
        WhyWithout.NothingFits => "no set that is offered can serve it",
        WhyWithout.CannotTellYet => "values are missing: ask",
        WhyWithout.ArrivalUnknown => "no day of arrival is known of a set that fits",
        WhyWithout.TooLate => "every set that fits comes too late",
        WhyWithout.NobodyAffected => "nobody is known to depend on it beyond what it bridges",
        WhyWithout.LostToOthers => "every set that fits does more elsewhere",
        _ => "not looked into",
    };
}

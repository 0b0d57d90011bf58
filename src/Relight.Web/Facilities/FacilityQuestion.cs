using System.Globalization;
using Relight.Facilities;
using Relight.Ledger;
using Relight.Web.Api;

namespace Relight.Web.Facilities;

/// <summary>Which days pages, downloads and the interface are asked for, as the address has it: <c>from=2022-12-12&amp;days=7</c>.</summary>
internal static class FacilityQuestion
{
    /// <summary>Name of the first day in the address.</summary>
    public const string From = "from";

    /// <summary>Name of the number of days in the address.</summary>
    public const string Days = "days";

    /// <summary>The days, or everything that is wrong with the address; null for the usual ones.</summary>
    public static (FacilityPeriod? Period, IReadOnlyList<Fault> Faults) Strict(IQueryCollection query)
    {
        var (period, faults) = OfPage(query);
        IReadOnlyList<Fault> unknown = [.. query.Keys.Where(key => key is not (From or Days)).Select(key => new Fault(Checks.Shown(key), null, "is not taken here; from and days are"))];
        return (unknown.Count > 0 ? null : period, [.. unknown, .. faults]);
    }

    /// <summary>The same of a page, where the other keys of the address belong to its tables.</summary>
    public static (FacilityPeriod? Period, IReadOnlyList<Fault> Faults) OfPage(IQueryCollection query)
    {
        var faults = new List<Fault>();
        var (from, days) = (query[From].ToString(), query[Days].ToString());
        if (from.Length == 0 && days.Length > 0)
            faults.Add(new Fault(From, null, "must be given with the number of days"));
        if (from.Length > 0 && DayOf(from) is null)
            faults.Add(new Fault(From, Checks.Shown(from), FacilityPeriod.RuleOfDay));
        if (days.Length > 0 && NumberOf(days) is null)
            faults.Add(new Fault(Days, Checks.Shown(days), FacilityPeriod.RuleOfDays));
        return (faults.Count > 0 || DayOf(from) is not { } day ? null : new FacilityPeriod(day, NumberOf(days) ?? FacilityPeriod.UsualDays), faults);
    }

    /// <summary>The days; null for the usual ones, also where they cannot be read.</summary>
    public static FacilityPeriod? Of(IQueryCollection query) => OfPage(query).Period;

    private static DateOnly? DayOf(string text) => FacilityPeriod.DayOf(text);

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && FacilityPeriod.IsNumber(number) ? number : null;
}

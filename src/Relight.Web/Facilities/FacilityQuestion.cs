using System.Globalization;
using Relight.Facilities;
using Relight.Web.Api;

namespace Relight.Web.Facilities;

/// <summary>Which days pages, downloads and the interface are asked for, as the address has it: <c>from=2022-12-12&amp;days=7</c>.</summary>
internal static class FacilityQuestion
{
    /// <summary>Name of the first day in the address.</summary>
    public const string From = "from";

    /// <summary>Name of the number of days in the address.</summary>
    public const string Days = "days";

    /// <summary>The days, or everything that is wrong with them; null for the usual ones.</summary>
    public static (FacilityPeriod? Period, IReadOnlyList<Fault> Faults) Strict(IQueryCollection query)
    {
        var faults = query.Keys.Where(key => key is not (From or Days))
            .Select(key => new Fault(BodyShape.TextShown(key), null, "is not taken here; from and days are")).ToList();
        var (from, days) = (query[From].ToString(), query[Days].ToString());
        if (from.Length == 0 && days.Length > 0)
            faults.Add(new Fault(From, null, "must be given with the number of days"));
        if (from.Length > 0 && DayOf(from) is null)
            faults.Add(new Fault(From, BodyShape.TextShown(from), "must be a day such as 2022-12-12, from 2000 to 2100"));
        if (days.Length > 0 && NumberOf(days) is null)
            faults.Add(new Fault(Days, BodyShape.TextShown(days), FormattableString.Invariant($"must be from 1 to {FacilityPeriod.MostDays}")));
        return (faults.Count > 0 || DayOf(from) is not { } day ? null : new FacilityPeriod(day, NumberOf(days) ?? FacilityPeriod.UsualDays), faults);
    }

    /// <summary>The days that a page shows; what cannot be read is taken for the usual ones.</summary>
    public static FacilityPeriod? Of(IQueryCollection query) =>
        DayOf(query[From].ToString()) is { } day ? new FacilityPeriod(day, NumberOf(query[Days].ToString()) ?? FacilityPeriod.UsualDays) : null;

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100 ? day : null;

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= FacilityPeriod.MostDays ? number : null;
}

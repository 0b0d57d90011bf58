using System.Globalization;
using Relight.Access;
using Relight.Register;

namespace Relight.Facilities;

/// <summary>The days that are looked at: from a day on, so many of them, each from midnight to midnight UTC.</summary>
/// <param name="From">The first day.</param>
/// <param name="Days">How many days, 1 to <see cref="MostDays"/>.</param>
public sealed record FacilityPeriod(DateOnly From, int Days)
{
    /// <summary>Most days that are looked at: a plan is not true for longer.</summary>
    public const int MostDays = 31;

    /// <summary>How many days are looked at unless asked otherwise.</summary>
    public const int UsualDays = 7;

    /// <summary>What must hold of a first day that is written as text.</summary>
    public const string RuleOfDay = "must be a day such as 2022-12-12, from 2000 to 2100";

    /// <summary>What must hold of the number of days.</summary>
    public static string RuleOfDays { get; } = FormattableString.Invariant($"must be from 1 to {MostDays}");

    /// <summary>The days, in order.</summary>
    public IEnumerable<DateOnly> All => Enumerable.Range(0, Days).Select(From.AddDays);

    /// <summary>A first day as text; null where it breaks <see cref="RuleOfDay"/>.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100 ? day : null;

    /// <summary>Whether a number of days holds to <see cref="RuleOfDays"/>.</summary>
    public static bool IsNumber(int days) => days is >= 1 and <= MostDays;

    /// <summary>Beginning of a day.</summary>
    /// <param name="day">Its number, from 0.</param>
    public DateTimeOffset Start(int day) => new(From.AddDays(day).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}

/// <summary>What hours without grid are known from.</summary>
public enum HoursFrom
{
    /// <summary>Nothing: they are not known.</summary>
    Unknown,

    /// <summary>The stages of a plan, at the bus that feeds the facility.</summary>
    Plan,

    /// <summary>Reports of outages in its oblast.</summary>
    OutageReports,
}

/// <summary>How long a facility is without grid on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Hours">Hours, 0 to 24; unspecified where they are not known.</param>
/// <param name="From">What they are known from.</param>
[View(Audience.Coordination)]
public sealed record DayWithoutGrid(DateOnly Day, Bounds Hours, HoursFrom From)
{
    /// <summary>The hours that are counted where one number is needed: the middle of what is known; null where nothing is.</summary>
    internal decimal? Counted => Hours.IsSpecified ? (Hours.Lower + (Hours.Upper ?? 24)) / 2 : null;
}

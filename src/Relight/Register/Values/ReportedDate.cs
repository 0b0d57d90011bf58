using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Relight.Register;

/// <summary>
/// A date as surely as its source gives it: the words, and the first and last day that they can mean.
/// <see cref="Earliest"/> is never after <see cref="Latest"/>.
/// </summary>
public sealed partial record ReportedDate
{
    /// <summary>The first year that is taken: a spreadsheet gives earlier ones for cells that hold no date.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last year that is taken: there are no days after the last that can be counted with.</summary>
    public const int LastYear = 2999;

    /// <summary>Takes the days and the words for them.</summary>
    /// <exception cref="ArgumentException">The first day is after the last.</exception>
    [JsonConstructor]
    public ReportedDate(DateOnly earliest, DateOnly latest, string text)
    {
        if (earliest > latest)
            throw new ArgumentException("the first day must not be after the last", nameof(earliest));
        (Earliest, Latest, Text) = (earliest, latest, text);
    }

    /// <summary>First day that it can mean.</summary>
    public DateOnly Earliest { get; }

    /// <summary>Last day that it can mean.</summary>
    public DateOnly Latest { get; }

    /// <summary>The date as it was given, e.g. <c>2022-12 (mid)</c>.</summary>
    public string Text { get; }

    /// <summary>A day.</summary>
    public static ReportedDate On(DateOnly day) => new(day, day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>
    /// Reads a day (<c>2022-12-16</c>), days of one month (<c>2022-12-16/23</c>), a range (<c>2022-12-16/2023-01-02</c>),
    /// a month (<c>2022-12</c>) or a year (<c>2022</c>); a month may be followed by <c>early</c>, <c>mid</c> or <c>late</c>,
    /// a year by a season or <c>end</c>. Digits may be of any script. Other words in brackets (<c>(inferred)</c>) are kept and change nothing.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out ReportedDate date)
    {
        date = null;
        var match = Form().Match(Numerals.Plain(text ?? ""));
        if (!match.Success || !TryDays(match, out var earliest, out var latest) || earliest > latest || !IsTaken(earliest) || !IsTaken(latest))
            return false;
        date = new ReportedDate(earliest, latest, text!);
        return true;
    }

    /// <summary>Whether a day is of a year that is taken from whoever enters one.</summary>
    public static bool IsTaken(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    /// <summary>The words.</summary>
    public override string ToString() => Text;

    private static bool TryDays(Match match, out DateOnly earliest, out DateOnly latest)
    {
        (earliest, latest) = (default, default);
        int? Number(string group) =>
            match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : null;
        var year = Number("year")!.Value;
        if (year == 0)
            return false;
        if (Number("month") is not { } month)
            return TryPartOfYear(year, match.Groups["word"].Value, out earliest, out latest);
        if (month is < 1 or > 12)
            return false;
        if (Number("day") is not { } day)
            return TryPartOfMonth(year, month, match.Groups["word"].Value, out earliest, out latest);
        if (!TryDay(year, month, day, out earliest))
            return false;
        if (Number("lastYear") is { } lastYear)
            return TryDay(lastYear, Number("lastMonth")!.Value, Number("lastDay")!.Value, out latest);
        return TryDay(year, month, Number("lastOfMonth") ?? day, out latest);
    }

    private static bool TryDay(int year, int month, int day, out DateOnly date)
    {
        var real = year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = real ? new DateOnly(year, month, day) : default;
        return real;
    }

    private static bool TryPartOfYear(int year, string word, out DateOnly earliest, out DateOnly latest)
    {
        var (first, last) = word switch
        {
            "spring" => (3, 5),
            "summer" => (6, 8),
            "autumn" => (9, 11),
            "end" => (11, 12),
            _ => (1, 12),
        };
        earliest = new DateOnly(year, first, 1);
        latest = new DateOnly(year, last, DateTime.DaysInMonth(year, last));
        return word is not ("early" or "mid" or "late");
    }

    private static bool TryPartOfMonth(int year, int month, string word, out DateOnly earliest, out DateOnly latest)
    {
        var length = DateTime.DaysInMonth(year, month);
        var (first, last) = word switch
        {
            "early" => (1, 10),
            "mid" => (11, 20),
            "late" or "end" => (21, length),
            _ => (1, length),
        };
        earliest = new DateOnly(year, month, first);
        latest = new DateOnly(year, month, last);
        return word is not ("spring" or "summer" or "autumn");
    }

    [GeneratedRegex(
        @"\A(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2})(/((?<lastYear>[0-9]{4})-(?<lastMonth>[0-9]{2})-(?<lastDay>[0-9]{2})|(?<lastOfMonth>[0-9]{2})))?)?)?"
        + @"( \(?(?<word>early|mid|late|end|spring|summer|autumn)\)?)?( \([a-z ]+\))?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

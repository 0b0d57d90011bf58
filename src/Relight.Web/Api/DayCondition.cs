using Relight.Register;

namespace Relight.Web.Api;

/// <summary>Reads conditions on days: <c>2022-12</c>, <c>&gt;=2022-12-01</c>, <c>2022-12-01..2022-12-31</c>.</summary>
internal static class DayCondition
{
    /// <summary>First and last day that the words allow; null where they stand for none.</summary>
    public static (DateOnly First, DateOnly Last)? Read(string words)
    {
        var text = words.Trim();
        if (text.Split("..") is [var from, var to])
            return Days(from) is { } first && Days(to) is { } last && first.Earliest <= last.Latest ? (first.Earliest, last.Latest) : null;
        var sign = text.TakeWhile(c => c is '>' or '<' or '=').Count();
        if (Days(text[sign..]) is not { } days)
            return null;
        return text[..sign] switch
        {
            "" or "=" => (days.Earliest, days.Latest),
            ">=" => (days.Earliest, DateOnly.MaxValue),
            ">" when days.Latest < DateOnly.MaxValue => (days.Latest.AddDays(1), DateOnly.MaxValue),
            "<=" => (DateOnly.MinValue, days.Latest),
            "<" when days.Earliest > DateOnly.MinValue => (DateOnly.MinValue, days.Earliest.AddDays(-1)),
            _ => null,
        };
    }

    private static ReportedDate? Days(string text) => ReportedDate.TryParse(text.Trim(), out var date) ? date : null;
}

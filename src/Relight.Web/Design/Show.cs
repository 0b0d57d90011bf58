using System.Globalization;
using Relight.Web.Languages.Words;

namespace Relight.Web.Design;

/// <summary>Numbers as pages write them, by the culture of the page, and never more exact than they are known.</summary>
public static class Show
{
    /// <summary>A whole number, in groups of three.</summary>
    public static string Whole(double number) => Math.Round(number).ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A number with up to so many decimals, in groups of three.</summary>
    public static string Number(decimal number, int decimals = 3) =>
        number.ToString("#,0." + new string('#', decimals), CultureInfo.CurrentCulture);

    /// <summary>A number of hours: whole where it is, else to a tenth.</summary>
    public static string Hours(double hours) =>
        Math.Round(hours, 1).ToString("#,0.#", CultureInfo.CurrentCulture);

    /// <summary>A share in per cent, to a tenth.</summary>
    public static string Percent(double share) => LeftToRight(share.ToString("P1", CultureInfo.CurrentCulture));

    // Sign and per cent stay at their ends of the number within a sentence that runs the other way.
    private static string LeftToRight(string number) => CultureInfo.CurrentCulture.TextInfo.IsRightToLeft ? $"\u2066{number}\u2069" : number;

    /// <summary>
    /// People, to two figures: the populations behind them are known to one figure, and a number that is exact to the
    /// person would claim too much.
    /// </summary>
    public static string People(double people) => Whole(RoundPeople(people));

    /// <summary>People rounded as <see cref="People"/> shows them.</summary>
    /// <param name="people">People, 0 or more.</param>
    /// <param name="rounding">To the nearest, or down for the least there are and up for the most.</param>
    public static double RoundPeople(double people, MidpointRounding rounding = MidpointRounding.AwayFromZero)
    {
        if (!(people >= 1))
            return 0;
        var step = Math.Max(100, Math.Pow(10, Math.Floor(Math.Log10(people)) - 1));
        return Math.Round(people / step, rounding) * step;
    }

    /// <summary>Names in a row, with the comma of the language between them.</summary>
    public static string List(IEnumerable<string> names) => string.Join(CommonWords.Comma.ToString(), names);

    /// <summary>A name that keeps its own writing direction within a sentence of another.</summary>
    public static string Isolated(string name) => $"\u2068{name}\u2069";

    /// <summary>A date.</summary>
    public static string Date(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>An instant, UTC.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("d MMM yyyy HH:mm", CultureInfo.CurrentCulture) + " UTC";

    /// <summary>A number for attributes of drawings and forms, the same in every culture.</summary>
    public static string Raw(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>An hour of the plan with its day, e.g. <c>hour 36 (day 2)</c>.</summary>
    public static string HourOfPlan(double hour) =>
        CommonWords.HourAndDay.With(Hours(hour), Whole(Math.Floor(hour / 24) + 1));
}

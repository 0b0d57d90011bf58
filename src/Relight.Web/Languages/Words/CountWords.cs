using Relight.Web.Design;

namespace Relight.Web.Languages.Words;

/// <summary>So many of something, in the form that the number takes in the language of the page (plural rules of CLDR).</summary>
public static class CountWords
{
    /// <summary>So many units of equipment.</summary>
    public static string Units(decimal count) => PageLanguage.Current.Code switch
    {
        "uk" => $"{Show.Number(count)} {Ukrainian(count, "одиниця", "одиниці", "одиниць", "одиниці")}",
        "ar" => Arabic(count),
        _ => $"{Show.Number(count)} {(count == 1 ? "unit" : "units")}",
    };

    // One: 1, 21, 31 and so on, but not 11; few: 2 to 4, 22 to 24, but not 12 to 14; many: the rest; parts of one have a form of their own.
    private static string Ukrainian(decimal count, string one, string few, string many, string part)
    {
        if (!decimal.IsInteger(count))
            return part;
        if (count % 100 is >= 11 and <= 14)
            return many;
        return (count % 10) switch
        {
            1 => one,
            >= 2 and <= 4 => few,
            _ => many,
        };
    }

    private static string Arabic(decimal count) => count switch
    {
        1 => "وحدة واحدة",
        2 => "وحدتان",
        _ when decimal.IsInteger(count) && count % 100 is >= 3 and <= 10 => $"{Show.Number(count)} وحدات",
        _ => $"{Show.Number(count)} وحدة",
    };
}

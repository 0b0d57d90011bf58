using System.Globalization;

namespace Relight.Matching;

/// <summary>Words of a rule in the languages that donors and operators are written to in.</summary>
/// <param name="English">English; also the name by which programs find it.</param>
/// <param name="Ukrainian">Ukrainian.</param>
/// <param name="Arabic">Arabic.</param>
public sealed record Phrase(string English, string Ukrainian, string Arabic)
{
    /// <summary>The same words with something filled into the place <c>{0}</c> of each.</summary>
    public Phrase With(string what) => new(Fill(English, what), Fill(Ukrainian, what), Fill(Arabic, what));

    /// <summary>The words in a language; in English where there are none in it.</summary>
    /// <param name="language">Its BCP 47 tag, e.g. <c>uk</c>.</param>
    public string In(string language) => language.Split('-')[0] switch
    {
        "uk" => Ukrainian,
        "ar" => Arabic,
        _ => English,
    };

    /// <summary>Whether a language is written from right to left.</summary>
    /// <param name="language">Its BCP 47 tag.</param>
    internal static bool IsRightToLeft(string language) => language.Split('-')[0] == "ar";

    private static string Fill(string text, string what) => string.Format(CultureInfo.InvariantCulture, text, what);
}

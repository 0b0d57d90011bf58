using Relight.Register;

namespace Relight.Matching;

/// <summary>The language in which a donor is asked: that of its country where questions are worded in it, else English.</summary>
public static class DonorLanguage
{
    // States of the League of Arab States whose administration writes Arabic.
    private const string Arabic = "AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE";

    private static readonly HashSet<string> s_arabic = [.. Arabic.Split(' ')];

    /// <summary>BCP 47 tag of the language: <c>uk</c>, <c>ar</c> or <c>en</c>.</summary>
    /// <param name="country">Where the donor is at home; null where that is not known.</param>
    public static string Of(Country? country) => country?.Code switch
    {
        "UA" => "uk",
        { } code when s_arabic.Contains(code) => "ar",
        _ => "en",
    };
}

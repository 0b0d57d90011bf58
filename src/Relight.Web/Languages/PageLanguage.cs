using System.Globalization;

namespace Relight.Web.Languages;

/// <summary>A language that every page speaks in full.</summary>
/// <param name="Code">BCP 47 code, also the first segment of an address that asks for it.</param>
/// <param name="Name">Its own name for itself.</param>
/// <param name="Direction">Writing direction as HTML names it: <c>ltr</c> or <c>rtl</c>.</param>
/// <param name="CultureName">Culture for numbers and dates. For Arabic one that writes western digits, since data, drawings and downloads beside the text do.</param>
public sealed record PageLanguage(string Code, string Name, string Direction, string CultureName)
{
    /// <summary>English.</summary>
    public static PageLanguage English { get; } = new("en", "English", "ltr", "en-GB");

    /// <summary>Ukrainian.</summary>
    public static PageLanguage Ukrainian { get; } = new("uk", "Українська", "ltr", "uk-UA");

    /// <summary>Arabic.</summary>
    public static PageLanguage Arabic { get; } = new("ar", "العربية", "rtl", "ar-AE");

    /// <summary>All, in the order of the language switch.</summary>
    public static IReadOnlyList<PageLanguage> All { get; } = [English, Ukrainian, Arabic];

    /// <summary>The language of the page being made.</summary>
    public static PageLanguage Current => Find(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? English;

    /// <summary>Culture for numbers and dates.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(CultureName);

    /// <summary>The language of this code; null where no page speaks it.</summary>
    public static PageLanguage? Find(string? code) =>
        All.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase));
}

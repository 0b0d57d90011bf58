using System.Globalization;

namespace Relight.Web.Languages;

/// <summary>
/// A text of the pages in every language they speak. That a text cannot be made without all of them is what keeps the
/// pages complete: a further language is a further parameter, and the compiler lists what is left to translate.
/// </summary>
/// <param name="En">English.</param>
/// <param name="Uk">Ukrainian.</param>
/// <param name="Ar">Arabic.</param>
public sealed record Text(string En, string Uk, string Ar)
{
    /// <summary>The text in a language.</summary>
    public string In(PageLanguage language) => language.Code switch { "uk" => Uk, "ar" => Ar, _ => En };

    /// <summary>The text in the language of the page, its numbered places filled in by the culture of the page.</summary>
    public string With(params object?[] values) => string.Format(CultureInfo.CurrentCulture, ToString(), values);

    /// <summary>The text in the language of the page.</summary>
    public override string ToString() => In(PageLanguage.Current);

    /// <summary>The text in the language of the page.</summary>
    public static implicit operator string(Text text) => text?.ToString() ?? "";
}

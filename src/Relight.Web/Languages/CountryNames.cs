using System.Text.Json;
using Relight.Register;
using Relight.Web.Host;

namespace Relight.Web.Languages;

/// <summary>Names of countries by ISO 3166-1 code, and of languages by BCP 47 tag, in the languages of the pages, from the Unicode data bundled with them.</summary>
public sealed class CountryNames
{
    // Not a country, but a donor with a code and a name in every language.
    private const string EuropeanUnion = "EU";

    // Names that states go by beside those of the Unicode data.
    private static readonly Dictionary<string, string> s_otherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Czech Republic"] = "CZ",
        ["Republic of Korea"] = "KR",
        ["Turkey"] = "TR",
    };

    private readonly Dictionary<string, Dictionary<string, string>> _names;
    private readonly Dictionary<string, Dictionary<string, string>> _languages;
    private readonly Dictionary<string, string> _codes;

    /// <summary>Reads the bundled names.</summary>
    public CountryNames(Assets assets)
    {
        ArgumentNullException.ThrowIfNull(assets);
        _names = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(assets.Read("countries.json"))!;
        _languages = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(assets.Read("languages.json"))!;
        _codes = Country.AllCodes.Append(EuropeanUnion).ToDictionary(code => _names[PageLanguage.English.Code][code], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The name of an organisation in the language of the page, where it is a country's name in English: a state bears
    /// that of its country. Null where it is not.
    /// </summary>
    public string? OfEnglish(string name) => _codes.TryGetValue(name, out var code) || s_otherNames.TryGetValue(name, out code) ? Of(code) : null;

    /// <summary>The name in the language of the page; the code itself where it is not an assigned one.</summary>
    public string Of(string code) => _names[PageLanguage.Current.Code].GetValueOrDefault(code, code);

    /// <summary>The name of a language in the language of the page; its tag where the bundled data do not hold it.</summary>
    public string OfLanguage(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return _languages[PageLanguage.Current.Code].GetValueOrDefault(tag.Split('-')[0], tag);
    }
}

using System.Text.Json;
using Relight.Web.Host;

namespace Relight.Web.Languages;

/// <summary>Names of countries by ISO 3166-1 code in the languages of the pages, from the Unicode data bundled with them.</summary>
public sealed class CountryNames
{
    private readonly Dictionary<string, Dictionary<string, string>> _names;

    /// <summary>Reads the bundled names.</summary>
    public CountryNames(Assets assets)
    {
        ArgumentNullException.ThrowIfNull(assets);
        _names = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(assets.Read("countries.json"))!;
    }

    /// <summary>The name in the language of the page; the code itself where it is not an assigned one.</summary>
    public string Of(string code) => _names[PageLanguage.Current.Code].GetValueOrDefault(code, code);
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Relight.Register;

namespace Relight.Deliveries;

/// <summary>
/// A place of transport by its UN/LOCODE: the two letters of its country, then three of A to Z and 2 to 9, e.g. <c>PLRZE</c>.
/// 0 and 1 are left out of the code because they read like letters. Only the form is held to the standard, not the list,
/// which is changed twice a year.
/// </summary>
[JsonConverter(typeof(TextConverter<Unlocode>))]
public sealed partial record Unlocode : IParsable<Unlocode>
{
    private Unlocode(string code, Country country) => (Code, Country) = (code, country);

    /// <summary>The code, five characters without a space.</summary>
    public string Code { get; }

    /// <summary>The country that its first two letters name.</summary>
    public Country Country { get; }

    /// <inheritdoc/>
    public static Unlocode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is no UN/LOCODE");

    /// <summary>Reads <c>PLRZE</c>, or <c>PL RZE</c> as lists print it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Unlocode result)
    {
        result = null;
        if (s is null || !Form().IsMatch(s) || !Country.TryParse(s[..2], null, out var country))
            return false;
        result = new Unlocode(s.Replace(" ", "", StringComparison.Ordinal), country);
        return true;
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    [GeneratedRegex(@"\A[A-Z]{2} ?[A-Z2-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Relight.Register;

/// <summary>An administrative area by its OCHA P-code (COD-AB): two letters of the country and digits, e.g. <c>UA32</c>.</summary>
[JsonConverter(typeof(TextConverter<AreaCode>))]
public sealed partial record AreaCode : IParsable<AreaCode>
{
    private AreaCode(string code) => Code = code;

    /// <summary>The code as given.</summary>
    public string Code { get; }

    /// <inheritdoc/>
    public static AreaCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is no P-code");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out AreaCode result)
    {
        result = s is not null && Form().IsMatch(s) ? new AreaCode(s) : null;
        return result is not null;
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    [GeneratedRegex(@"\A[A-Z]{2}[0-9]{2,10}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Relight.Register;

/// <summary>
/// A language by its BCP 47 tag, e.g. <c>uk</c> or <c>pt-BR</c>. Only the form is checked
/// (primary language of two or three letters, subtags of up to eight), not the registry of subtags.
/// </summary>
[JsonConverter(typeof(TextConverter<Language>))]
public sealed partial record Language : IParsable<Language>
{
    private Language(string tag) => Tag = tag;

    /// <summary>The tag as given.</summary>
    public string Tag { get; }

    /// <inheritdoc/>
    public static Language Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var language) ? language : throw new FormatException($"'{s}' is no BCP 47 language");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Language result)
    {
        result = s is not null && Form().IsMatch(s) ? new Language(s) : null;
        return result is not null;
    }

    /// <summary>The tag.</summary>
    public override string ToString() => Tag;

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

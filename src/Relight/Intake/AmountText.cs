using System.Text.RegularExpressions;
using Relight.Register;

namespace Relight.Intake;

/// <summary>
/// Reads amounts as people write them: <c>40</c>, <c>&gt;=500 pcs</c>, <c>at least 500</c>, <c>more than 100</c>, <c>up to 72 t</c>,
/// <c>about 480 kVA</c>, <c>10 to 20</c>, <c>10..20</c>, <c>unspecified</c> or <c>?</c>, each with or without a unit or currency after it.
/// Digits may be of any script, and a number that can be read in two ways is refused, see <see cref="Numerals"/>.
/// </summary>
public static partial class AmountText
{
    /// <summary>Reads bounds and the word after them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bounds">What it says of the number.</param>
    /// <param name="word">The unit or currency; empty where none is written.</param>
    /// <returns>Null, or the rule that the text breaks.</returns>
    public static string? Read(string text, out Bounds bounds, out string word)
    {
        (bounds, word) = (Bounds.Unspecified, "");
        text = text.Trim();
        if (text.Length > Numerals.Longest || Form().Match(Numerals.Plain(text)) is not { Success: true } match)
            return "must be an amount such as 40 pcs, >=500 kVA, about 480, 10 to 20 t, or unspecified";
        word = match.Groups["word"].Value.Trim();
        if (match.Groups["none"].Success)
            return null;
        if (Number(match.Groups["low"].Value, out var low) is { } rule)
            return rule;
        decimal? high = null;
        if (match.Groups["high"].Success)
        {
            if (Number(match.Groups["high"].Value, out var upper) is { } other)
                return other;
            high = upper;
        }
        var (sign, more) = (match.Groups["sign"].Value.ToLowerInvariant(), match.Groups["more"].Success);
        if (high is not null && (sign.Length > 0 || more))
            return "must be either a range or a number with a word before it";
        if (more && sign.Length > 0)
            return "must have one word for how sure it is";
        return Bound(sign, more, low, high, out bounds);
    }

    /// <summary>Reads a quantity; pieces where no unit is written.</summary>
    /// <returns>Null, or the rule that the text breaks.</returns>
    public static string? Read(string text, out Quantity? quantity) => Read(text, Unit.Piece, out quantity);

    /// <summary>Reads a quantity.</summary>
    /// <param name="text">The text.</param>
    /// <param name="unless">The unit where none is written; null where one must be.</param>
    /// <param name="quantity">The quantity.</param>
    /// <returns>Null, or the rule that the text breaks.</returns>
    public static string? Read(string text, Unit? unless, out Quantity? quantity)
    {
        quantity = null;
        if (Read(text, out var bounds, out var word) is { } rule)
            return rule;
        if ((word.Length == 0 ? unless : UnitOf(word)) is not { } unit)
            return word.Length == 0 ? "must have a unit" : $"has no known unit; known are {string.Join(", ", Unit.All)}";
        quantity = new Quantity(bounds, unit);
        return null;
    }

    /// <summary>The unit of this code, whatever the case of its letters; null for none. Codes that differ in case alone do not exist.</summary>
    public static Unit? UnitOf(string word) => Unit.All.FirstOrDefault(unit => string.Equals(unit.Code, word, StringComparison.OrdinalIgnoreCase))
        ?? (word.ToUpperInvariant() switch
        {
            "PIECES" or "UNITS" or "SETS" or "PCS." => Unit.Piece,
            "TONNES" or "TONS" => Unit.Tonne,
            "M³" => Unit.CubicMetre,
            _ => null,
        });

    /// <summary>Reads a number without sign, as <see cref="Numerals.Read"/>.</summary>
    /// <returns>Null, or the rule that the text breaks.</returns>
    public static string? Number(string text, out decimal number)
    {
        if (Numerals.Read(text, out number) is { } rule)
            return rule;
        return text.AsSpan().Trim()[0] is '+' or '-' or '\u2212' ? Numerals.None : null;
    }

    private static string? Bound(string sign, bool more, decimal low, decimal? high, out Bounds bounds)
    {
        var about = sign is "~" or "about" or "around" or "approximately" or "ca" or "ca." or "circa";
        var (qualifier, lower, upper) = (sign, high) switch
        {
            (_, { } to) => (Qualifier.Between, low, to),
            (">" or ">=" or "≥" or "at least" or "more than" or "over", _) => (Qualifier.AtLeast, low, (decimal?)null),
            ("<" or "<=" or "≤" or "at most" or "up to" or "under", _) => (Qualifier.AtMost, 0m, low),
            _ when more => (Qualifier.AtLeast, low, null),
            _ => (Qualifier.Exact, low, low),
        };
        bounds = Bounds.Unspecified;
        if (Bounds.WhyNot(qualifier, lower, upper) is { } rule)
            return rule;
        bounds = about ? Bounds.About(low) : new Bounds(qualifier, lower, upper);
        return null;
    }

    [GeneratedRegex(
        @"\A((?<none>\?|unspecified|unknown)|(?<sign>>=|<=|≥|≤|>|<|~|at least|at most|more than|up to|over|under|about|around|approximately|circa|ca\.?)?\s*"
        + @"(?<low>[0-9][0-9., \u00A0\u2009\u202F]*?)(\s*(\.\.|–|-|\bto\b)\s*(?<high>[0-9][0-9., \u00A0\u2009\u202F]*?))?(?<more>\s*\+|\s+or more)?)"
        + @"(\s*(?<word>\p{L}[\p{L}0-9³.]*))?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}

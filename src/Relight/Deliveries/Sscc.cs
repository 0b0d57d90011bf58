using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Relight.Register;

namespace Relight.Deliveries;

/// <summary>
/// A serial shipping container code of GS1: 18 digits, which are an extension digit, the prefix of a company and a serial
/// number, together 17, and a check digit (GS1 General Specifications, 7.9: weights 3 and 1 from the right, modulo 10).
/// The check digit always fits, so that a number that was misread is not taken for another package.
/// </summary>
[JsonConverter(typeof(TextConverter<Sscc>))]
public sealed record Sscc : IParsable<Sscc>
{
    /// <summary>The prefix that GS1 sets aside for examples (952): an operation uses its own on labels that leave the house.</summary>
    public const string ExamplePrefix = "9521234";

    private const int Digits = 18;

    private Sscc(string digits) => Number = digits;

    /// <summary>The 18 digits.</summary>
    public string Number { get; }

    /// <summary>How many serial numbers there are under a prefix and an extension digit.</summary>
    public static long MostSerials(string prefix) => (long)Math.Pow(10, Digits - 2 - prefix.Length);

    /// <summary>Whether a text can be the prefix of a company: 4 to 12 digits.</summary>
    public static bool IsPrefix([NotNullWhen(true)] string? text) => text is { Length: >= 4 and <= 12 } && text.All(char.IsAsciiDigit);

    /// <summary>The code of a serial number.</summary>
    /// <param name="prefix">Prefix of the company, as <see cref="IsPrefix"/> has it.</param>
    /// <param name="serial">Serial number, from 0 to below <see cref="MostSerials"/>.</param>
    /// <param name="extension">Extension digit, 0 to 9.</param>
    /// <exception cref="ArgumentException">One of them is out of its range.</exception>
    public static Sscc Of(string prefix, long serial, int extension = 0)
    {
        if (!IsPrefix(prefix))
            throw new ArgumentException("must be 4 to 12 digits", nameof(prefix));
        if (serial < 0 || serial >= MostSerials(prefix))
            throw new ArgumentOutOfRangeException(nameof(serial));
        if (extension is < 0 or > 9)
            throw new ArgumentOutOfRangeException(nameof(extension));
        var digits = string.Create(CultureInfo.InvariantCulture, $"{extension}{prefix}") + serial.ToString(CultureInfo.InvariantCulture).PadLeft(Digits - 2 - prefix.Length, '0');
        return new Sscc(digits + CheckDigit(digits));
    }

    /// <inheritdoc/>
    public static Sscc Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is no SSCC");

    /// <summary>Reads 18 digits of which the last is the check digit of the others.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Sscc result)
    {
        result = s is { Length: Digits } && s.All(char.IsAsciiDigit) && s[^1] == CheckDigit(s[..^1]) ? new Sscc(s) : null;
        return result is not null;
    }

    /// <summary>The 18 digits.</summary>
    public override string ToString() => Number;

    private static char CheckDigit(string digits)
    {
        var sum = digits.Reverse().Index().Sum(pair => (pair.Item - '0') * (pair.Index % 2 == 0 ? 3 : 1));
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}

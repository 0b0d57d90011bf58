using System.Globalization;
using System.Text.RegularExpressions;

namespace Relight.Register;

/// <summary>
/// The one reading of numbers as people write them: with digits of any script (Arabic-Indic and Eastern Arabic among them), with the
/// Arabic signs for decimals (U+066B) and thousands (U+066C), with spaces or commas between thousands, and with a point or a comma
/// before decimals. What can be read in two ways is refused rather than guessed: <c>1,300</c> may be 1300 or 1.3.
/// </summary>
public static partial class Numerals
{
    /// <summary>What is said of a number that can be read in two ways.</summary>
    public const string TwoWays = "can be read in two ways: write thousands without a comma, and decimals with a point";

    /// <summary>What is said of what is no number.</summary>
    public const string None = "must be a number";

    /// <summary>
    /// Longest text, in UTF-16 units, that is looked at for a number, an amount or a condition on one: all are far shorter. The forms
    /// that tell them apart take a time that grows with the cube of a text's length, so that one long text would take hours.
    /// </summary>
    public const int Longest = 100;

    private const char ArabicDecimal = '\u066B';
    private const char Minus = '\u2212';

    /// <summary>
    /// A text with its digits, decimal signs and minus signs as programs write them. The Arabic sign between thousands is left out
    /// where three digits follow it; elsewhere it stays, so that no reader takes it for anything.
    /// </summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii().IsMatch(text))
            return text;
        var plain = string.Concat(text.Select(c => c switch
        {
            ArabicDecimal => '.',
            Minus => '-',
            _ when char.IsDigit(c) => (char)('0' + (int)char.GetNumericValue(c)),
            _ => c,
        }));
        return ArabicThousands().Replace(plain, "");
    }

    /// <summary>Reads a number, with a sign before it or none.</summary>
    /// <param name="text">The text; blanks around it do not count.</param>
    /// <param name="number">The number; 0 where there is none.</param>
    /// <returns>Null, or the rule that the text breaks.</returns>
    public static string? Read(string text, out decimal number)
    {
        number = 0;
        if (text.Length > Longest)
            return None;
        var plain = Spaces().Replace(Plain(text).Trim(), "");
        if (Ambiguous().IsMatch(plain))
            return TwoWays;
        plain = Thousands().IsMatch(plain) ? plain.Replace(",", "", StringComparison.Ordinal) : plain.Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) ? null : None;
    }

    [GeneratedRegex(@"\A[\x00-\x7F]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ascii();

    [GeneratedRegex(@"(?<=[0-9])\u066C(?=[0-9]{3}(?![0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex ArabicThousands();

    [GeneratedRegex(@"(?<=[0-9])[ \u00A0\u2009\u202F](?=[0-9]{3}(?![0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\A[+-]?[1-9][0-9]{0,2},[0-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"\A[+-]?[0-9]{1,3}((,[0-9]{3}){2,}(\.[0-9]+)?|,[0-9]{3}\.[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();
}

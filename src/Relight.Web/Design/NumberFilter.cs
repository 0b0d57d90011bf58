using System.Globalization;
using System.Text.RegularExpressions;
using Relight.Register;
using Relight.Web.Languages.Words;

namespace Relight.Web.Design;

/// <summary>
/// Reads conditions on numbers with units: <c>&gt;=200 MVA</c>, <c>330kV</c>, <c>200..250</c>, <c>330 kV ± 5 %</c>.
/// A unit of the same dimension is converted, one of another is refused.
/// </summary>
public static partial class NumberFilter
{
    /// <summary>The range that the words stand for, in <paramref name="unit"/>; null, with the fault, where there is none.</summary>
    public static Range? Read(string words, string unit, out FilterFault? fault)
    {
        fault = null;
        var match = Form().Match(WithWesternDigits(words).Trim());
        if (!match.Success || !TryNumber(match.Groups["low"].Value, out var low))
        {
            fault = FilterFault.NoNumber;
            return null;
        }

        var written = match.Groups["unit"].Success ? match.Groups["unit"].Value : unit;
        if (Factor(written, unit) is not { } factor)
        {
            fault = FilterFault.OtherUnit;
            return null;
        }

        low *= factor;
        if (TryNumber(match.Groups["high"].Value, out var high))
            return new Range(low, high * factor);
        if (TryNumber(match.Groups["within"].Value, out var within))
            return new Range(low - Math.Abs(low * within / 100), low + Math.Abs(low * within / 100));
        return match.Groups["sign"].Value switch
        {
            ">=" or "≥" => new Range(low, double.PositiveInfinity),
            "<=" or "≤" => new Range(double.NegativeInfinity, low),
            ">" => new Range(double.BitIncrement(low), double.PositiveInfinity),
            "<" => new Range(double.NegativeInfinity, double.BitDecrement(low)),
            _ => new Range(low, low),
        };
    }

    private static double? Factor(string written, string wanted)
    {
        if (string.Equals(written, wanted, StringComparison.OrdinalIgnoreCase))
            return 1;
        var from = UnitWords.Find(written);
        var to = Unit.All.FirstOrDefault(unit => unit.Code == wanted);
        return from is not null && to is not null && from.Dimension == to.Dimension ? (double)(from.InBase / to.InBase) : null;
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static string WithWesternDigits(string text) =>
        string.Concat(text.Select(c => char.IsDigit(c) && !char.IsAsciiDigit(c) ? (char)('0' + char.GetNumericValue(c)) : c));

    [GeneratedRegex(
        @"\A(?<sign>>=|<=|≥|≤|>|<|=)?\s*(?<low>\d[\d ]*([.,]\d+)?)\s*(\.\.\s*(?<high>\d[\d ]*([.,]\d+)?))?\s*(?<unit>\p{L}+\d?|%)?\s*((±|\+-|\+/-)\s*(?<within>\d+([.,]\d+)?)\s*%)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

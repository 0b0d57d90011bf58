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
        if (words.Length > Numerals.Longest)
        {
            fault = FilterFault.NoNumber;
            return null;
        }
        var match = Form().Match(Numerals.Plain(words).Trim());
        if (new[] { "low", "high", "within" }.Any(group => Numerals.Read(match.Groups[group].Value, out _) == Numerals.TwoWays))
        {
            fault = FilterFault.TwoWays;
            return null;
        }
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

        var hasHigh = TryNumber(match.Groups["high"].Value, out var high);
        // Nothing lies between two ends that are the wrong way round.
        if (hasHigh && high < low)
        {
            fault = FilterFault.NoNumber;
            return null;
        }

        low *= factor;
        if (hasHigh)
            return new Range((double)low, (double)(high * factor));
        if (TryNumber(match.Groups["within"].Value, out var within))
            return new Range((double)(low - (low * within / 100)), (double)(low + (low * within / 100)));
        return match.Groups["sign"].Value switch
        {
            ">=" or "≥" => new Range((double)low, double.PositiveInfinity),
            "<=" or "≤" => new Range(double.NegativeInfinity, (double)low),
            ">" => new Range(double.BitIncrement((double)low), double.PositiveInfinity),
            "<" => new Range(double.NegativeInfinity, double.BitDecrement((double)low)),
            _ => new Range((double)low, (double)low),
        };
    }

    private static decimal? Factor(string written, string wanted)
    {
        if (string.Equals(written, wanted, StringComparison.OrdinalIgnoreCase))
            return 1;
        var from = UnitWords.Find(written);
        var to = Unit.All.FirstOrDefault(unit => unit.Code == wanted);
        return from is not null && to is not null && from.Dimension == to.Dimension ? from.InBase / to.InBase : null;
    }

    // Decimal, so that a unit's factor leaves no dust on a number that was exact; larger numbers than these measure nothing.
    private static bool TryNumber(string text, out decimal number) =>
        Numerals.Read(text, out number) is null && number < 1_000_000_000_000_000_000m;

    [GeneratedRegex(
        @"\A(?<sign>>=|<=|≥|≤|>|<|=)?\s*(?<low>[0-9][0-9 \u00A0\u202F]*([.,][0-9]+)*)\s*(\.\.\s*(?<high>[0-9][0-9 \u00A0\u202F]*([.,][0-9]+)*))?\s*(?<unit>\p{L}+[0-9]?|%)?\s*((±|\+-|\+/-)\s*(?<within>[0-9]+([.,][0-9]+)?)\s*[%\u066A])?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

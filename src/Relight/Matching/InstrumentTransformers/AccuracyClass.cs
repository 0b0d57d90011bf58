using System.Globalization;
using System.Text.RegularExpressions;
using Relight.Register;

namespace Relight.Matching.InstrumentTransformers;

/// <summary>The accuracy class of one core, as IEC 61869 writes it.</summary>
/// <param name="Series">What it is for: measuring, protection (P), protection of low remanence (PR), or the name of a class for transients.</param>
/// <param name="Error">Its error, in %; a class with S counts as a little better than without.</param>
/// <param name="LimitFactor">Up to how many times the rated current the error holds; null for voltage transformers and for measuring.</param>
internal readonly partial record struct AccuracyClass(string Series, decimal Error, decimal? LimitFactor)
{
    // 0.2S holds its accuracy at small currents too: between 0.2 and what is better.
    private const decimal Special = 0.9m;

    /// <summary>The classes that a text names, one for each core; null where one of them is not understood.</summary>
    public static IReadOnlyList<AccuracyClass>? Read(string text)
    {
        var read = new List<AccuracyClass>();
        foreach (var part in Between().Split(Numerals.Plain(text).ToUpperInvariant().Replace('Р', 'P')).Where(part => part.Trim().Length > 0))
        {
            if (Form().Match(part) is not { Success: true } match)
                return null;
            decimal Number(string group) => decimal.Parse(match.Groups[group].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
            read.Add(match.Groups["transient"].Success ? new AccuracyClass(match.Groups["transient"].Value, 0, null)
                : match.Groups["limit"].Success || match.Groups["protection"].Success
                    ? new AccuracyClass(match.Groups["protection"].Value, Number("error"), match.Groups["limit"].Success ? Number("limit") : null)
                : new AccuracyClass("", Number("error") * (match.Groups["special"].Success ? Special : 1), null));
        }
        return read.Count > 0 ? read : null;
    }

    /// <summary>Whether a core of this class serves where another is wanted.</summary>
    public bool Serves(AccuracyClass wanted) =>
        Series == wanted.Series && Error <= wanted.Error && (wanted.LimitFactor is null || LimitFactor >= wanted.LimitFactor);

    /// <summary>Whether cores serve for all that are wanted, each for one.</summary>
    public static bool Serve(IReadOnlyList<AccuracyClass> own, IReadOnlyList<AccuracyClass> wanted) => wanted.Count == 0
        || own.Index().Any(core => core.Item.Serves(wanted[0]) && Serve([.. own.Where((_, i) => i != core.Index)], [.. wanted.Skip(1)]));

    // A comma between two digits is one of decimals.
    [GeneratedRegex(@"[/;+&\n]|,(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(
        @"\A\s*((?<transient>PXR?|TP[XYZS])|(?<error>\d{1,2}([.,]\d{1,2})?)\s*((?<special>S)|(?<protection>PR?)\s*(?<limit>\d{1,3})?)?)\s*\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

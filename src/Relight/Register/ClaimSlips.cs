using System.Text.RegularExpressions;
using Relight.Ledger;

namespace Relight.Register;

/// <summary>Slips that reports make often: noted as warnings, never mended in silence.</summary>
internal static partial class ClaimSlips
{
    // A million tonnes is more than any pledge of goods: a report that says so most likely means tonnes.
    private const decimal ManyTonnes = 1_000_000m;

    public static void Look(Checks checks, Claim claim)
    {
        var (kind, words) = (claim.Item.Kind, claim.Item.Description);
        checks
            .Warn(kind == ItemKind.GeneratingSet && Kilovolts().IsMatch(words),
                "claim.item.description", words, "generating sets are rated in kVA; kV may be meant for it")
            .Warn(kind == ItemKind.GeneratingSet && claim.Quantity is { Unit.Dimension: Dimension.Voltage },
                "claim.quantity", claim.Quantity, "generating sets are rated in kVA; a voltage may be meant for it")
            .Warn(claim.Quantity is { Unit.IsCounted: true, Bounds: { Qualifier: not Qualifier.About } counted } && !(decimal.IsInteger(counted.Lower) && decimal.IsInteger(counted.Upper ?? 0)),
                "claim.quantity", claim.Quantity, "what is counted is whole; the point may have been meant to part thousands")
            .Warn(kind is ItemKind.PowerTransformer or ItemKind.TransformerOfUnknownKind && Instrument().IsMatch(words),
                "claim.item.kind", kind, "the words speak of instrument transformers")
            .Warn(claim.Quantity?.In(Unit.Tonne) is { Bounds.Lower: >= ManyTonnes },
                "claim.quantity", claim.Quantity, "more than a million tonnes; tonnes may be meant")
            .Warn(claim.Quantity is { Unit.Dimension: Dimension.Count, Bounds: { IsSpecified: true, Lower: 0, Upper: 0 } },
                "claim.quantity", claim.Quantity, "nothing is given; where the source names no number it is 'unspecified'");
    }

    [GeneratedRegex(@"\bkV\b", RegexOptions.CultureInvariant)]
    private static partial Regex Kilovolts();

    [GeneratedRegex(@"\b(instrument|current|voltage|measuring) (and \w+ )?transformers?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Instrument();
}

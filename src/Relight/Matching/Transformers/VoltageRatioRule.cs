using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>
/// The voltage on the lower side must be brought to the one wanted by the tap changer:
/// the tap that this takes must lie in its range.
/// </summary>
public sealed class VoltageRatioRule() : Rule<TransformerBay, PowerTransformer>("voltage ratio", "practice; tap ranges of 330/110 kV units typically ±6 × 2 %")
{
    /// <inheritdoc/>
    protected override RuleVerdict Judge(TransformerBay place, PowerTransformer unit, Practice practice)
    {
        if (unit.High.RatedKilovolts is not { } high)
            return AskDonor("high.ratedKilovolts", "What is the rated voltage of the upper side, in kV?", "the rated voltage of the upper side is not given");
        if (unit.Low.RatedKilovolts is not { } low)
            return AskDonor("low.ratedKilovolts", "What is the rated voltage of the lower side, in kV?", "the rated voltage of the lower side is not given");

        var got = place.HighKilovolts * low / high;
        var (onHigh, onLow) = ((got / place.LowKilovolts - 1) * 100, (place.LowKilovolts / got - 1) * 100);
        var tap = unit.Taps?.Side == WindingSide.Low ? onLow : onHigh;
        List<Figure> figures =
        [
            new("lower side at rated tap", got, "kV"),
            new("wanted there", place.LowKilovolts, "kV"),
            new("deviation", onHigh, "%"),
        ];
        var says = FormattableString.Invariant($"{got:0.0#} kV at rated tap where {place.LowKilovolts:0.##} kV are wanted, {onHigh:+0.0;−0.0;0.0} %");
        if (unit.Taps is { } taps)
        {
            var range = Math.Max(taps.RangePercent, practice.RatioWithoutTapsPercent);
            figures.Add(new Figure("tap range ±", taps.RangePercent, "%"));
            return Math.Abs(tap) <= range
                ? Fits(FormattableString.Invariant($"{says}: inside ±{range:0.##} %"), Margin.BelowLimit(Math.Abs(tap), range), figures)
                : DoesNotFit(FormattableString.Invariant($"{says}: outside ±{range:0.##} %"), Margin.BelowLimit(Math.Abs(tap), range), figures);
        }
        return WithoutTaps(says, Math.Min(Math.Abs(onHigh), Math.Abs(onLow)), figures, practice);
    }

    // An unknown tap changer decides nothing where no tap is needed, and nothing where no tap changer in use would reach.
    private RuleVerdict WithoutTaps(string says, decimal needed, List<Figure> figures, Practice practice)
    {
        if (needed <= practice.RatioWithoutTapsPercent)
            return Fits($"{says}: needs no tap", Margin.BelowLimit(needed, practice.RatioWithoutTapsPercent), figures);
        if (needed > practice.WidestTapRangePercent)
            return DoesNotFit(
                FormattableString.Invariant($"{says}: outside ±{practice.TypicalTapRangePercent} %, which is typical, and ±{practice.WidestTapRangePercent} %, which is the widest in use"),
                Margin.BelowLimit(needed, practice.WidestTapRangePercent), figures);
        return AskDonor("taps", "Which winding has taps, how many steps each way, and how many % is one step?", $"{says}: the tap range is not given", figures);
    }
}

using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>Units in parallel need the same ratio, or current circulates between them.</summary>
public sealed class ParallelRatioRule() : Rule<TransformerBay, PowerTransformer>("parallel operation, ratio", "IEC 60076-1, Table 1")
{
    /// <inheritdoc/>
    protected override RuleVerdict? Judge(TransformerBay place, PowerTransformer unit, Practice practice)
    {
        if (place.Parallel is not { } beside)
            return null;
        if (unit is not { High.RatedKilovolts: { } high, Low.RatedKilovolts: { } low })
            return AskDonor("ratedKilovolts", "What are the rated voltages of both sides, in kV?", "a rated voltage is not given");
        var impedance = unit.HighLowImpedancePercent ?? beside.ImpedancePercent;
        var limit = Math.Min(0.5m, impedance / 10);
        var (own, other) = (high / low, beside.HighKilovolts / beside.LowKilovolts);
        var difference = Math.Abs((own / other - 1) * 100);
        Figure[] figures = [new("ratio of the unit", own, ""), new("ratio of the unit beside", other, ""), new("difference", difference, "%"), new("limit", limit, "%")];
        var says = FormattableString.Invariant($"ratios differ by {difference:0.00} %, the limit is {limit:0.00} %");
        if (difference <= limit)
            return Fits(says, Margin.BelowLimit(difference, limit), figures);

        // A tap can bring the ratios together; how exactly, is for the operator to work out.
        return unit.Taps is { StepPercent: > 0 } taps && difference <= taps.RangePercent
            ? FitsWithWork($"{says}; taps reach the ratio", ["choose taps so that the ratios agree, and measure the circulating current"], null, figures)
            : unit.Taps is null && difference <= practice.WidestTapRangePercent
                ? AskDonor("taps", "Which winding has taps, how many steps each way, and how many % is one step?", $"{says}; the tap range is not given", figures)
                : DoesNotFit(says, Margin.BelowLimit(difference, limit), figures);
    }
}

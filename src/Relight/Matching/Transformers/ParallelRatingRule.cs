using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>Units in parallel must not be rated too far apart.</summary>
public sealed class ParallelRatingRule() : Rule<TransformerBay, PowerTransformer>("parallel operation, ratings", "IEC 60076-8 practice")
{
    /// <inheritdoc/>
    protected override RuleVerdict? Judge(TransformerBay place, PowerTransformer unit, Practice practice)
    {
        if (place.Parallel is not { } beside)
            return null;
        if ((unit.High.RatedMegavoltamperes ?? unit.Low.RatedMegavoltamperes) is not { } own)
            return AskDonor("high.ratedMegavoltamperes", "What is the rated power, in MVA?", "the rated power is not given");
        var ratio = Math.Max(own, beside.PowerMegavoltamperes) / Math.Min(own, beside.PowerMegavoltamperes);
        Figure[] figures =
        [
            new("rated power", own, "MVA"),
            new("rated power of the unit beside", beside.PowerMegavoltamperes, "MVA"),
            new("ratio", ratio, ""),
            new("limit", practice.ParallelRatings, ""),
        ];
        var says = FormattableString.Invariant($"{own:0.#} MVA beside {beside.PowerMegavoltamperes:0.#} MVA: {ratio:0.00} : 1, the limit is {practice.ParallelRatings} : 1");
        var margin = Margin.BelowLimit(ratio, practice.ParallelRatings);
        return ratio <= practice.ParallelRatings ? Fits(says, margin, figures) : DoesNotFit(says, margin, figures);
    }
}

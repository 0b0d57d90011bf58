using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>Units in parallel share the load by their impedances: they must be close.</summary>
public sealed class ParallelImpedanceRule() : Rule<TransformerBay, PowerTransformer>("parallel operation, impedance", "IEC 60076-8 practice")
{
    /// <inheritdoc/>
    protected override RuleVerdict? Judge(TransformerBay place, PowerTransformer unit, Practice practice)
    {
        if (place.Parallel is not { } beside)
            return null;
        if (unit.HighLowImpedancePercent is not { } own)
            return AskDonor("highLowImpedancePercent", "What is the impedance between upper and lower side, in %?",
                "the impedance is not given", new Figure("impedance of the unit beside", beside.ImpedancePercent, "%"));
        var difference = Math.Abs((own / beside.ImpedancePercent - 1) * 100);
        var margin = Margin.BelowLimit(difference, practice.ParallelImpedancePercent);
        Figure[] figures =
        [
            new("impedance", own, "%"),
            new("impedance of the unit beside", beside.ImpedancePercent, "%"),
            new("difference", difference, "%"),
            new("limit", practice.ParallelImpedancePercent, "%"),
        ];
        var says = FormattableString.Invariant($"{own:0.##} % beside {beside.ImpedancePercent:0.##} %: {difference:0.0} % apart, the limit is {practice.ParallelImpedancePercent} %");
        return difference <= practice.ParallelImpedancePercent ? Fits(says, margin, figures) : DoesNotFit(says, margin, figures);
    }
}

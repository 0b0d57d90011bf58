using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>A bank is three single-phase units; a fourth is the spare.</summary>
public sealed class PhasesRule : IRule
{
    private const int Bank = 3;

    /// <inheritdoc/>
    public RuleVerdict? Judge(Need need, Offer offer, Practice practice)
    {
        if (need.Requirement is not TransformerBay || offer.Specification is not PowerTransformer { SinglePhase: true })
            return null;
        var enough = offer.Units >= Bank;
        return new RuleVerdict
        {
            Rule = "phases",
            Verdict = enough ? Verdict.FitsWithWork : Verdict.DoesNotFit,
            Because = enough
                ? $"{offer.Units} single-phase units: three make a bank"
                : $"{offer.Units} single-phase units: a bank takes three",
            Figures = [new Figure("single-phase units", offer.Units, "")],
            MarginPercent = Margin.AboveLimit(offer.Units, Bank),
            Source = "practice",
            Work = enough ? ["build three foundations and connect the bank"] : [],
        };
    }
}

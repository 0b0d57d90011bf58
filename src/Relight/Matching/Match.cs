using Relight.Access;
using Relight.Register;

namespace Relight.Matching;

/// <summary>A need and an offer with the verdict of each rule.</summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Rules">What each rule says, in the order in which the rules are listed.</param>
[View(Audience.Donor)]
public sealed record Match(Id<Need> Need, Id<Offer> Offer, IReadOnlyList<RuleVerdict> Rules)
{
    /// <summary>The worst verdict of those that count.</summary>
    public Verdict Verdict => Rules.Where(rule => rule.Counts).Select(rule => rule.Verdict).DefaultIfEmpty(Verdict.Fits).Max();

    /// <summary>Everything that would have to be done.</summary>
    public IReadOnlyList<Work> Work => [.. Rules.Where(rule => rule.Counts).SelectMany(rule => rule.Work).Distinct()];

    /// <summary>
    /// What to ask, first the fewest questions that would settle the match, those that settle most rules before the others;
    /// then what tells of uses that the need does not ask for. Empty where a rule already says that it does not fit.
    /// </summary>
    public IReadOnlyList<Question> Questions => Verdict == Verdict.DoesNotFit
        ? []
        : [.. Deciding.Concat(FewestQuestions.Of(Rules.Where(rule => !rule.Counts))).Distinct()];

    /// <summary>The fewest questions that would settle the match.</summary>
    internal IReadOnlyList<Question> Deciding => FewestQuestions.Of(Rules.Where(rule => rule.Counts));

    /// <summary>The smallest margin of the rules that count, in %; null where none has a number.</summary>
    public decimal? SmallestMarginPercent => Rules.Where(rule => rule.Counts).Min(rule => rule.MarginPercent);
}

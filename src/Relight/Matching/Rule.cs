using Relight.Register;

namespace Relight.Matching;

/// <summary>A rule that judges whether a unit can serve a need. One rule is one file; <see cref="Rules"/> lists them.</summary>
public interface IRule
{
    /// <summary>What the rule says; null where it does not apply.</summary>
    /// <param name="need">The need.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="practice">The limits of engineering practice that hold in the operation.</param>
    RuleVerdict? Judge(Need need, Offer offer, Practice practice);
}

/// <summary>A rule for one kind of requirement and one kind of equipment.</summary>
/// <typeparam name="TRequirement">The requirement.</typeparam>
/// <typeparam name="TSpecification">The equipment.</typeparam>
/// <param name="name">Name of the rule.</param>
/// <param name="source">The clause or practice that it follows.</param>
public abstract class Rule<TRequirement, TSpecification>(string name, string source) : IRule
    where TRequirement : Requirement
    where TSpecification : Specification
{
    /// <inheritdoc/>
    public RuleVerdict? Judge(Need need, Offer offer, Practice practice) =>
        need.Requirement is TRequirement requirement && offer.Specification is TSpecification unit
            ? Judge(requirement, unit, practice)
            : null;

    /// <summary>What the rule says; null where it does not apply.</summary>
    protected abstract RuleVerdict? Judge(TRequirement place, TSpecification unit, Practice practice);

    /// <summary>It fits.</summary>
    protected RuleVerdict Fits(string because, decimal? margin, params IReadOnlyList<Figure> figures) =>
        Say(Verdict.Fits, because, margin, figures);

    /// <summary>It does not fit.</summary>
    protected RuleVerdict DoesNotFit(string because, decimal? margin, params IReadOnlyList<Figure> figures) =>
        Say(Verdict.DoesNotFit, because, margin, figures);

    /// <summary>It fits with work.</summary>
    protected RuleVerdict FitsWithWork(string because, IReadOnlyList<string> work, decimal? margin, params IReadOnlyList<Figure> figures) =>
        Say(Verdict.FitsWithWork, because, margin, figures) with { Work = work };

    /// <summary>It cannot be told yet for want of a value of the unit.</summary>
    protected RuleVerdict AskDonor(string value, string question, string because, params IReadOnlyList<Figure> figures) =>
        Say(Verdict.CannotTellYet, because, null, figures) with { Questions = [new Question(Asked.Donor, value, question)] };

    /// <summary>It cannot be told yet for want of a value of the place.</summary>
    protected RuleVerdict AskOperator(string value, string question, string because, params IReadOnlyList<Figure> figures) =>
        Say(Verdict.CannotTellYet, because, null, figures) with { Questions = [new Question(Asked.Operator, value, question)] };

    private RuleVerdict Say(Verdict verdict, string because, decimal? margin, IReadOnlyList<Figure> figures) => new()
    {
        Rule = name,
        Verdict = verdict,
        Because = because,
        Figures = figures,
        MarginPercent = margin,
        Source = source,
    };
}

using Relight.Register;

namespace Relight.Matching.Breakers;

/// <summary>A breaker must carry the load current, where the bay gives one.</summary>
public sealed class BreakerCurrentRule() : Rule<BreakerBay, CircuitBreaker>("rated current", "IEC 62271-1")
{
    /// <inheritdoc/>
    protected override RuleVerdict? Judge(BreakerBay place, CircuitBreaker unit, Practice practice)
    {
        if (place.LoadAmperes is not { } load)
            return null;
        if (unit.RatedAmperes is not { } rated)
            return AskDonor("ratedAmperes", "What is the rated current, in A?", "the rated current is not given", new Figure("load current", load, "A"));
        Figure[] figures = [new("rated current", rated, "A"), new("load current", load, "A")];
        var says = FormattableString.Invariant($"{rated:0.#} A for {load:0.#} A");
        return rated >= load ? Fits(says, Margin.AboveLimit(rated, load), figures) : DoesNotFit(says, Margin.AboveLimit(rated, load), figures);
    }
}

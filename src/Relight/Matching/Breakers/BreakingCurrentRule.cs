using Relight.Register;

namespace Relight.Matching.Breakers;

/// <summary>A breaker must break the fault current, where the bay gives one.</summary>
public sealed class BreakingCurrentRule() : Rule<BreakerBay, CircuitBreaker>("breaking current", "IEC 62271-100")
{
    /// <inheritdoc/>
    protected override RuleVerdict? Judge(BreakerBay place, CircuitBreaker unit, Practice practice)
    {
        if (place.FaultLevelKiloamperes is not { } fault)
            return null;
        if (unit.BreakingKiloamperes is not { } breaking)
            return AskDonor("breakingKiloamperes", "What is the rated breaking current, in kA?", "the breaking current is not given", new Figure("fault level", fault, "kA"));
        Figure[] figures = [new("breaking current", breaking, "kA"), new("fault level", fault, "kA")];
        var says = FormattableString.Invariant($"breaks {breaking:0.##} kA where {fault:0.##} kA can flow");
        return breaking >= fault ? Fits(says, Margin.AboveLimit(breaking, fault), figures) : DoesNotFit(says, Margin.AboveLimit(breaking, fault), figures);
    }
}

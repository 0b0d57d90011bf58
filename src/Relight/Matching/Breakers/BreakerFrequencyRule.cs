using Relight.Register;

namespace Relight.Matching.Breakers;

/// <summary>A breaker is type-tested at a frequency: another one needs the maker's word.</summary>
public sealed class BreakerFrequencyRule() : Rule<BreakerBay, CircuitBreaker>("frequency", "IEC 62271-100")
{
    /// <inheritdoc/>
    protected override RuleVerdict Judge(BreakerBay place, CircuitBreaker unit, Practice practice)
    {
        if (unit.FrequencyHertz is not { } rated)
            return AskDonor("frequencyHertz", "What is the rated frequency, in Hz?", "the rated frequency is not given");
        Figure[] figures = [new("rated frequency", rated, "Hz"), new("frequency of the system", place.FrequencyHertz, "Hz")];
        return rated == place.FrequencyHertz
            ? Fits(FormattableString.Invariant($"{rated:0.##} Hz on both"), null, figures)
            : FitsWithWork(FormattableString.Invariant($"{rated:0.##} Hz on {place.FrequencyHertz:0.##} Hz"), ["get the maker's word on breaking at this frequency"], null, figures);
    }
}

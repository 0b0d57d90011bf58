using Relight.Register;

namespace Relight.Matching.Breakers;

/// <summary>A breaker's rated voltage must reach the system's highest.</summary>
public sealed class BreakerVoltageRule() : Rule<BreakerBay, CircuitBreaker>("rated voltage", "IEC 62271-1: Ur is the system's highest voltage")
{
    /// <inheritdoc/>
    protected override RuleVerdict Judge(BreakerBay place, CircuitBreaker unit, Practice practice)
    {
        if (unit.RatedKilovolts is not { } rated)
            return AskDonor("ratedKilovolts", "What is the rated voltage, in kV?", "the rated voltage is not given");
        Figure[] figures = [new("rated voltage", rated, "kV"), new("Um of the system", place.SystemUm, "kV")];
        var margin = Margin.AboveLimit(rated, place.SystemUm);
        return rated >= place.SystemUm
            ? Fits(FormattableString.Invariant($"{rated:0.##} kV for {place.SystemUm:0.##} kV"), margin, figures)
            : DoesNotFit(FormattableString.Invariant($"{rated:0.##} kV is below {place.SystemUm:0.##} kV"), margin, figures);
    }
}

using Relight.Register;

namespace Relight.Matching.Breakers;

/// <summary>What of a breaker has to be looked into before it is connected.</summary>
public sealed class BreakerReviewRule() : Rule<BreakerBay, CircuitBreaker>("review", "practice")
{
    /// <inheritdoc/>
    protected override RuleVerdict Judge(BreakerBay place, CircuitBreaker unit, Practice practice)
    {
        List<string> work = [];
        if (unit.DutyCycle is null)
            work.Add("find out the duty cycle");
        if (unit.ControlVolts is null)
            work.Add("find out the control voltage");
        if (unit.Medium is null)
            work.Add("find out what quenches the arc, and how it is filled");
        if (unit.LowestCelsius is null)
            work.Add("find out the lowest temperature that it works at");
        else if (unit.LowestCelsius > practice.LowestCelsius)
            work.Add(FormattableString.Invariant($"heat it: made for {unit.LowestCelsius:0} °C, {practice.LowestCelsius:0} °C are wanted"));
        return work.Count == 0
            ? Fits("duty cycle, control voltage, medium and temperature are known", null)
            : FitsWithWork($"{work.Count} points to look into", work, null);
    }
}

using Relight.Register;

namespace Relight.Matching.Breakers;

/// <summary>The drive of a breaker must be made for the control voltage of the station, or is changed.</summary>
public sealed class BreakerControlRule() : Rule<BreakerBay, CircuitBreaker>(350, ControlVoltage.Name, ControlVoltage.Source)
{
    private static readonly Column s_control = Of("control voltage", unit => unit.ControlVolts);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(BreakerBay place, CircuitBreaker unit, Practice practice, Pen pen) =>
        ControlVoltage.Judge(place.ControlVolts, unit.ControlVolts, practice, pen);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(BreakerBay place, Practice practice) => ControlVoltage.Bounds(s_control, place.ControlVolts, practice);
}

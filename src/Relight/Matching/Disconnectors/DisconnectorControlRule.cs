using Relight.Register;

namespace Relight.Matching.Disconnectors;

/// <summary>The drive of a disconnector must be made for the control voltage of the station, or is changed.</summary>
public sealed class DisconnectorControlRule() : Rule<DisconnectorBay, Disconnector>(450, ControlVoltage.Name, ControlVoltage.Source)
{
    private static readonly Column s_control = Of("control voltage", unit => unit.ControlVolts);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(DisconnectorBay place, Disconnector unit, Practice practice, Pen pen) =>
        ControlVoltage.Judge(place.ControlVolts, unit.ControlVolts, practice, pen);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(DisconnectorBay place, Practice practice) => ControlVoltage.Bounds(s_control, place.ControlVolts, practice);
}

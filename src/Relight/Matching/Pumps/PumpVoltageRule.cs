using Relight.Register;

namespace Relight.Matching.Pumps;

/// <summary>A pump must have the voltage of the place, or a transformer between them.</summary>
public sealed class PumpVoltageRule() : Rule<PumpPlace, Pump>(1140, new("voltage", "напруга", "الجهد"), Sources.Practice)
{
    private static readonly Column s_voltage = Of("voltage", unit => unit.Volts);

    /// <inheritdoc/>
    protected override Ruling? Judge(PumpPlace place, Pump unit, Practice practice, Pen pen) => Supply.Voltage(place.Volts, unit.Volts, practice, pen);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(PumpPlace place, Practice practice) =>
        [Supply.Bound(s_voltage, place.Volts, practice)];
}

using Relight.Register;

namespace Relight.Matching.Pumps;

/// <summary>A pump must have the voltage of the place, or a transformer between them.</summary>
public sealed class PumpVoltageRule() : Rule<PumpPlace, Pump>(1140, new("voltage", "напруга", "الجهد"), "practice")
{
    /// <inheritdoc/>
    protected override Ruling? Judge(PumpPlace place, Pump unit, Practice practice, Pen pen) => Supply.Voltage(place.Volts, unit.Volts, practice, pen);
}

using Relight.Register;

namespace Relight.Matching.Batteries;

/// <summary>A battery must have the voltage of the place, or a transformer between them.</summary>
public sealed class BatteryVoltageRule() : Rule<FacilityPower, Battery>(850, new("voltage", "напруга", "الجهد"), "practice")
{
    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, Battery unit, Practice practice, Pen pen) => Supply.Voltage(place.Volts, unit.Volts, practice, pen);
}

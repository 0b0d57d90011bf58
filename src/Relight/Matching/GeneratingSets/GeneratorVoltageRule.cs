using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>A generating set must have the voltage of the place, or a transformer between them.</summary>
public sealed class GeneratorVoltageRule() : Rule<FacilityPower, GeneratingSet>(740, new("voltage", "напруга", "الجهد"), "practice")
{
    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, GeneratingSet unit, Practice practice, Pen pen) => Supply.Voltage(place.Volts, unit.Volts, practice, pen);
}

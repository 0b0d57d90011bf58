using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>A generating set must have the voltage of the place, or a transformer between them.</summary>
public sealed class GeneratorVoltageRule() : Rule<FacilityPower, GeneratingSet>(740, new("voltage", "напруга", "الجهد"), Sources.Practice)
{
    private static readonly Column s_voltage = Of("voltage", unit => unit.Volts);

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, GeneratingSet unit, Practice practice, Pen pen) => Supply.Voltage(place.Volts, unit.Volts, practice, pen);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) =>
        [Supply.Bound(s_voltage, place.Volts, practice)];
}

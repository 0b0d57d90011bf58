using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>A generating set must have the voltage of the place, or a transformer between them; where that has one phase, a source of three gives it between one and neutral.</summary>
public sealed class GeneratorVoltageRule() : Rule<FacilityPower, GeneratingSet>(740, new("voltage", "напруга", "الجهد"), Sources.Practice)
{
    private static readonly Column s_threePhases = Of("voltage", unit => unit.Volts);
    private static readonly Column s_onePhase = Of("voltage at one phase", unit => Supply.VoltsAt(false, unit.Volts, unit.ThreePhase));

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, GeneratingSet unit, Practice practice, Pen pen) =>
        Supply.Voltage(place.Volts, Supply.VoltsAt(place.ThreePhase, unit.Volts, unit.ThreePhase), practice, pen);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) =>
        [Supply.Bound(place.ThreePhase ? s_threePhases : s_onePhase, place.Volts, practice)];
}

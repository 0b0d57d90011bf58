using Relight.Register;

namespace Relight.Matching.Pumps;

/// <summary>
/// A motor must have the voltage of the place, or a transformer between them. With one phase it hangs between one of three and
/// neutral; made for another frequency it takes as much less voltage as it turns slower (460 V at 60 Hz are 383 V at 50 Hz).
/// </summary>
public sealed class PumpVoltageRule() : Rule<PumpPlace, Pump>(1140, new("voltage", "напруга", "الجهد"), new("practice; IEC 60034-1: ±5 %", "практика; IEC 60034-1: ±5 %", "الممارسة؛ IEC 60034-1: ‏±5 %"))
{
    private static readonly Column s_asItIs = Of("voltage by frequency", unit => unit.Volts / unit.FrequencyHertz);
    private static readonly Column s_betweenPhases = Of(
        "voltage by frequency, as between phases", unit => unit.Volts / unit.FrequencyHertz * (unit.ThreePhase == false ? Supply.Root3 : 1));

    /// <inheritdoc/>
    protected override Ruling? Judge(PumpPlace place, Pump unit, Practice practice, Pen pen)
    {
        if (unit.Volts is { } volts && unit.FrequencyHertz is null)
            return pen.Ask(Ask.Frequency, NotGiven.Frequency, new Figure(Numbers.UnitVoltage, volts, "V"));
        return Supply.Voltage(
            Supply.VoltsFor(place.ThreePhase, place.Volts, unit.ThreePhase), unit.Volts * place.FrequencyHertz / unit.FrequencyHertz, practice, pen)
            .And(unit.FrequencyHertz is null, Ask.Frequency);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(PumpPlace place, Practice practice) =>
        [Supply.Bound(place.ThreePhase && place.Volts >= Supply.BetweenPhases ? s_betweenPhases : s_asItIs, place.Volts / place.FrequencyHertz, practice)];
}

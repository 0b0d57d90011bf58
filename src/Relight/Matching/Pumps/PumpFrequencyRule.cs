using Relight.Register;

namespace Relight.Matching.Pumps;

/// <summary>A pump must have the frequency of the place.</summary>
public sealed class PumpFrequencyRule() : Rule<PumpPlace, Pump>(1150, new("frequency", "частота", "التردد"), Sources.Practice)
{
    private static readonly Column s_frequency = Of("frequency", unit => unit.FrequencyHertz);

    /// <inheritdoc/>
    protected override Ruling? Judge(PumpPlace place, Pump unit, Practice practice, Pen pen) => Supply.Frequency(place.FrequencyHertz, unit.FrequencyHertz, pen);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(PumpPlace place, Practice practice) => [s_frequency.Equal(place.FrequencyHertz)];
}

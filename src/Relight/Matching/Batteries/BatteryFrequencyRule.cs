using Relight.Register;

namespace Relight.Matching.Batteries;

/// <summary>A battery must have the frequency of the place.</summary>
public sealed class BatteryFrequencyRule() : Rule<FacilityPower, Battery>(860, new("frequency", "частота", "التردد"), Sources.Practice)
{
    private static readonly Column s_frequency = Of("frequency", unit => unit.FrequencyHertz);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, Battery unit, Practice practice, Pen pen) => Supply.Frequency(place.FrequencyHertz, unit.FrequencyHertz, pen);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) => [s_frequency.Equal(place.FrequencyHertz)];
}

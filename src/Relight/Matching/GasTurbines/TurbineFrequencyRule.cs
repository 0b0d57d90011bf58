using Relight.Register;

namespace Relight.Matching.GasTurbines;

/// <summary>A gas turbine turns at the frequency it was made for.</summary>
public sealed class TurbineFrequencyRule() : Rule<TurbineSite, GasTurbine>(920, new("frequency", "частота", "التردد"), Sources.Practice)
{
    private static readonly Column s_frequency = Of("frequency", unit => unit.FrequencyHertz);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(TurbineSite place, GasTurbine unit, Practice practice, Pen pen) => Supply.Frequency(place.FrequencyHertz, unit.FrequencyHertz, pen);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TurbineSite place, Practice practice) => [s_frequency.Equal(place.FrequencyHertz)];
}

using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>
/// The voltage on the lower side must be brought to the one wanted by the tap changer:
/// the tap that this takes must lie in its range.
/// </summary>
public sealed class VoltageRatioRule() : Rule<TransformerBay, PowerTransformer>(
    130, new("voltage ratio", "коефіцієнт трансформації", "نسبة الجهد"), "practice; tap ranges of 330/110 kV units typically ±6 × 2 %")
{
    private static readonly Column s_least = Of("least ratio of taps", (unit, practice) => TapReach.Least(unit.High.RatedKilovolts, unit.Low.RatedKilovolts, unit.Taps, practice));
    private static readonly Column s_most = Of("greatest ratio of taps", (unit, practice) => TapReach.Most(unit.High.RatedKilovolts, unit.Low.RatedKilovolts, unit.Taps, practice));

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen) => TapReach.Judge(
        place.HighKilovolts, place.LowKilovolts, unit.High.RatedKilovolts, unit.Low.RatedKilovolts, unit.Taps, practice, pen);

    /// <inheritdoc/>
    protected override IEnumerable<Bound> Bounds(TransformerBay place, Practice practice) =>
        [s_least.AtMost(place.LowKilovolts / place.HighKilovolts), s_most.AtLeast(place.LowKilovolts / place.HighKilovolts)];
}

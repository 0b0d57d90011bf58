using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>
/// The voltage on the lower side must be brought to the one wanted by the tap changer:
/// the tap that this takes must lie in its range.
/// </summary>
public sealed class VoltageRatioRule() : Rule<TransformerBay, PowerTransformer>(
    130, new("voltage ratio", "коефіцієнт трансформації", "نسبة الجهد"), new(
        "practice; tap ranges of 330/110 kV units typically ±6 × 2 %",
        "практика; діапазон відгалужень одиниць 330/110 кВ зазвичай ±6 × 2 %",
        "الممارسة؛ مدى نقاط وحدات 330/110 كيلوفولت عادة ±6 × 2 %"))
{
    private static readonly TapColumns<PowerTransformer> s_taps = new(unit => unit.High.RatedKilovolts, unit => unit.Low.RatedKilovolts, unit => unit.Taps);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen) => TapReach.Judge(
        place.HighKilovolts, place.LowKilovolts, unit.High.RatedKilovolts, unit.Low.RatedKilovolts, unit.Taps, practice, pen);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) =>
        s_taps.Bounds(place.LowKilovolts / place.HighKilovolts);
}

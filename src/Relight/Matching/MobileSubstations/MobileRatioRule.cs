using Relight.Register;

namespace Relight.Matching.MobileSubstations;

/// <summary>The taps of a mobile substation must bring the lower side to the voltage wanted.</summary>
public sealed class MobileRatioRule() : Rule<TransformerBay, MobileSubstation>(
    610, new("voltage ratio", "коефіцієнт трансформації", "نسبة الجهد"), Sources.Practice)
{
    private static readonly TapColumns<MobileSubstation> s_taps = new(unit => unit.HighKilovolts, unit => unit.LowKilovolts, unit => unit.Taps);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, MobileSubstation unit, Practice practice, Pen pen) => TapReach.Judge(
        place.HighKilovolts, place.LowKilovolts, unit.HighKilovolts, unit.LowKilovolts, unit.Taps, practice, pen);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) =>
        s_taps.Bounds(place.LowKilovolts / place.HighKilovolts);
}

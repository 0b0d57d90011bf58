using Relight.Register;

namespace Relight.Matching.MobileSubstations;

/// <summary>The taps of a mobile substation must bring the lower side to the voltage wanted.</summary>
public sealed class MobileRatioRule() : Rule<TransformerBay, MobileSubstation>(
    610, new("voltage ratio", "коефіцієнт трансформації", "نسبة الجهد"), "practice")
{
    private static readonly Column s_least = Of("least ratio of taps", (unit, practice) => TapReach.Least(unit.HighKilovolts, unit.LowKilovolts, unit.Taps, practice));
    private static readonly Column s_most = Of("greatest ratio of taps", (unit, practice) => TapReach.Most(unit.HighKilovolts, unit.LowKilovolts, unit.Taps, practice));

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, MobileSubstation unit, Practice practice, Pen pen) => TapReach.Judge(
        place.HighKilovolts, place.LowKilovolts, unit.HighKilovolts, unit.LowKilovolts, unit.Taps, practice, pen);

    /// <inheritdoc/>
    protected override IEnumerable<Bound> Bounds(TransformerBay place, Practice practice) =>
        [s_least.AtMost(place.LowKilovolts / place.HighKilovolts), s_most.AtLeast(place.LowKilovolts / place.HighKilovolts)];
}

using Relight.Register;

namespace Relight.Matching.MobileSubstations;

/// <summary>What a mobile substation takes before it serves: a place to stand, earth, and the connection on both sides.</summary>
public sealed class MobileReviewRule() : Rule<TransformerBay, MobileSubstation>(690, new("review", "огляд", "المراجعة"), Sources.Practice)
{
    private static readonly Column s_any = Of("any", _ => 1);

    private static readonly Work s_place = new(
        new("make a place for the trailers, earth them, and connect both sides", "підготувати майданчик, заземлити причепи та приєднати обидві сторони", "تجهيز مكان للمقطورات وتأريضها وتوصيل الجانبين"), 16, Skills.Substation);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, MobileSubstation unit, Practice practice, Pen pen) => pen.Review(
        default, Cold.WorkFor(unit.LowestCelsius, practice) is { } cold ? [s_place, cold] : [s_place]);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) =>
        [s_any.Always(Verdict.FitsWithWork)];
}

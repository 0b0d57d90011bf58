using Relight.Register;

namespace Relight.Matching.MobileSubstations;

/// <summary>What a mobile substation takes before it serves: a place to stand, earth, and the connection on both sides; where a unit stands beside, bars of its own.</summary>
public sealed class MobileReviewRule() : Rule<TransformerBay, MobileSubstation>(690, new("review", "огляд", "المراجعة"), Sources.Practice)
{
    private static readonly Column s_any = Of("any", _ => 1);

    private static readonly Work s_place = new(
        new("make a place for the trailers, earth them, and connect both sides", "підготувати майданчик, заземлити причепи та приєднати обидві сторони", "تجهيز مكان للمقطورات وتأريضها وتوصيل الجانبين"), 16, Skills.Substation);

    private static readonly Work s_apart = new(
        new("run it on bars of its own: whether it may run beside another unit is not known", "заживити окремі шини: чи може вона працювати паралельно з іншою одиницею, невідомо", "تشغيلها على قضبان مستقلة: لا يُعرف هل تعمل بجانب وحدة أخرى"), 2, Skills.Substation);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, MobileSubstation unit, Practice practice, Pen pen)
    {
        if (!pen.Writes)
            return new Ruling(Verdict.FitsWithWork, null);
        List<Work> work = [s_place];
        if (place.Parallel is not null)
            work.Add(s_apart);
        if (Cold.WorkFor(unit.LowestCelsius, practice) is { } cold)
            work.Add(cold);
        return pen.Review(default, work);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) =>
        [s_any.Always(Verdict.FitsWithWork)];
}

using Relight.Register;

namespace Relight.Matching.Disconnectors;

/// <summary>What of a disconnector has to be looked into before it is connected.</summary>
public sealed class DisconnectorReviewRule() : Rule<DisconnectorBay, Disconnector>(490, new("review", "огляд", "المراجعة"), Sources.Practice)
{
    private static readonly Phrase s_known = new("drive and temperature are known", "привід і температура відомі", "طريقة التشغيل ودرجة الحرارة معروفتان");

    private static readonly Work s_drive = new(
        new("find out how it is driven, and at which voltage", "з’ясувати привід і його напругу", "معرفة طريقة التشغيل وجهدها"), 1, Skills.Substation);

    private static readonly Column s_points = Of("points to look into", (unit, practice) => Points(unit, practice).Count);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(DisconnectorBay place, Disconnector unit, Practice practice, Pen pen) =>
        pen.Review(s_known, Points(unit, practice));

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(DisconnectorBay place, Practice practice) => [s_points.Equal(0) with { Outside = Verdict.FitsWithWork }];

    private static List<Work> Points(Disconnector unit, Practice practice)
    {
        List<Work> work = [];
        if (unit.ControlVolts is null)
            work.Add(s_drive);
        if (Cold.WorkFor(unit.LowestCelsius, practice) is { } cold)
            work.Add(cold);
        return work;
    }
}

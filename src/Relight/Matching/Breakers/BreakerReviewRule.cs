using Relight.Register;

namespace Relight.Matching.Breakers;

/// <summary>What of a breaker has to be looked into before it is connected.</summary>
public sealed class BreakerReviewRule() : Rule<BreakerBay, CircuitBreaker>(390, new("review", "огляд", "المراجعة"), Sources.Practice)
{
    private static readonly Phrase s_known = new(
        "duty cycle, control voltage, medium and temperature are known",
        "цикл операцій, напруга керування, середовище та температура відомі",
        "دورة التشغيل وجهد التحكم والوسط ودرجة الحرارة معروفة");

    private static readonly Work s_duty = new(new("find out the duty cycle", "з’ясувати цикл операцій", "معرفة دورة التشغيل"), 0, null);
    private static readonly Work s_control = new(new("find out the control voltage", "з’ясувати напругу керування", "معرفة جهد التحكم"), 1, Skills.Substation);
    private static readonly Work s_medium = new(
        new("find out what quenches the arc, and how it is filled", "з’ясувати дугогасне середовище та спосіб заповнення", "معرفة وسط إطفاء القوس وطريقة تعبئته"), 2, Skills.Substation);

    private static readonly Column s_points = Of("points to look into", (unit, practice) => Points(unit, practice).Count);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(BreakerBay place, CircuitBreaker unit, Practice practice, Pen pen) =>
        pen.Review(s_known, Points(unit, practice));

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(BreakerBay place, Practice practice) => [s_points.Equal(0) with { Outside = Verdict.FitsWithWork }];

    private static List<Work> Points(CircuitBreaker unit, Practice practice)
    {
        List<Work> work = [];
        if (unit.DutyCycle is null)
            work.Add(s_duty);
        if (unit.ControlVolts is null)
            work.Add(s_control);
        if (unit.Medium is null)
            work.Add(s_medium);
        if (Cold.WorkFor(unit.LowestCelsius, practice) is { } cold)
            work.Add(cold);
        return work;
    }
}

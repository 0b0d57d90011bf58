using Relight.Register;

namespace Relight.Matching.Conductors;

/// <summary>
/// Towers and fittings are made for a cross-section: a heavier conductor needs them checked, a lighter one other fittings; a cable
/// other joints and terminations. Standards name the same conductor with a few % more or less (240, 243 and 244 mm²).
/// </summary>
public sealed class CrossSectionRule() : Rule<LineSection, Conductor>(1040, new("cross-section", "переріз", "المقطع"), Sources.Practice)
{
    private static readonly Phrase s_notGiven = new("the cross-section is not given", "переріз не вказано", "المقطع غير مذكور");
    private static readonly Phrase s_compared = new("{0:0.#} mm² in place of {1:0.#} mm²", "{0:0.#} мм² замість {1:0.#} мм²", "{0:0.#} مم² بدل {1:0.#} مم²");

    private static readonly Column s_section = Of("cross-section", unit => unit.SquareMillimetres);

    private static readonly Limit s_apart = new("cross-section for the same fittings", 3, "%", "practice");

    private static readonly Question s_ask = Question.Donor(
        "squareMillimetres", "What is the cross-section of a core, in mm²?", "Який переріз жили, мм²?", "ما مقطع القلب الواحد بالمليمتر المربع؟");

    private static readonly Work s_heavier = new(
        new("check the towers for a heavier conductor, and get its fittings", "перевірити опори на важчий провід і дістати арматуру", "فحص الأبراج لموصل أثقل وتوفير تجهيزاته"), 8, Skills.Line);

    private static readonly Work s_lighter = new(
        new("get fittings for this cross-section", "дістати арматуру на цей переріз", "توفير تجهيزات لهذا المقطع"), 2, Skills.Line);

    private static readonly Work s_joints = new(
        new("get joints and terminations for this cross-section", "дістати муфти на цей переріз", "توفير وصلات ونهايات لهذا المقطع"), 4, Skills.Line);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(LineSection place, Conductor unit, Practice practice, Pen pen)
    {
        if (place.SquareMillimetres is not { } wanted)
            return null;
        var there = new Figure(Numbers.Wanted, wanted, "mm²");
        if (unit.SquareMillimetres is not { } own)
            return pen.Ask(s_ask, s_notGiven, there);
        var (says, mine) = (pen.Say(s_compared, own, wanted), new Figure(Name, own, "mm²"));
        return Math.Abs(own / wanted - 1) * 100 <= practice[s_apart]
            ? pen.Fits(says, null, mine, there)
            : pen.FitsWithWork(says, null, place.Form == ConductorForm.Cable ? s_joints : own > wanted ? s_heavier : s_lighter, mine, there);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(LineSection place, Practice practice) =>
        place.SquareMillimetres is { } wanted ? [s_section.Between(wanted * (1 - (practice[s_apart] / 100)), wanted * (1 + (practice[s_apart] / 100))) with { Outside = Verdict.FitsWithWork }] : [];
}

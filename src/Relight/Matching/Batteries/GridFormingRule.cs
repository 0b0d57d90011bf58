using Relight.Register;

namespace Relight.Matching.Batteries;

/// <summary>A battery that does not form a grid of its own gives nothing while the grid is away.</summary>
public sealed class GridFormingRule() : Rule<FacilityPower, Battery>(830, new("forms a grid", "утворює мережу", "يشكّل شبكة"), Sources.Practice)
{
    private static readonly Phrase s_notGiven = new("whether it forms a grid is not given", "не вказано, чи утворює вона мережу", "لم يُذكر هل تشكّل شبكة");
    private static readonly Phrase s_does = new("it forms a grid of its own", "утворює власну мережу", "تشكّل شبكة خاصة بها");
    private static readonly Phrase s_follows = new(
        "it only follows a grid, and gives nothing while that is away",
        "лише слідує за мережею і без неї не дає нічого",
        "تتبع الشبكة فقط ولا تعطي شيئاً في غيابها");

    private static readonly Column s_forms = Of("forms a grid", unit => unit.GridForming is { } forms ? (forms ? 1 : 0) : null);

    private static readonly Question s_ask = Question.Donor(
        "gridForming", "Does it form a grid of its own, without another source?", "Чи утворює вона власну мережу без іншого джерела?", "هل تشكّل شبكة خاصة بها دون مصدر آخر؟");

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, Battery unit, Practice practice, Pen pen) => unit.GridForming switch
    {
        null => pen.Ask(s_ask, s_notGiven),
        true => pen.Fits(s_does),
        false => pen.DoesNotFit(s_follows),
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) => [s_forms.AtLeast(1) with { IsSharp = true }];
}

using Relight.Register;

namespace Relight.Matching.Batteries;

/// <summary>A battery that does not form a grid of its own gives nothing while the grid is away.</summary>
public sealed class GridFormingRule() : Rule<FacilityPower, Battery>(830, new("forms a grid", "утворює мережу", "يشكّل شبكة"), "practice")
{
    private static readonly Column s_forms = Of("forms a grid", unit => unit.GridForming is { } forms ? (forms ? 1 : 0) : null);

    private static readonly Question s_ask = Question.Donor(
        "gridForming", "Does it form a grid of its own, without another source?", "Чи утворює вона власну мережу без іншого джерела?", "هل تشكّل شبكة خاصة بها دون مصدر آخر؟");

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, Battery unit, Practice practice, Pen pen) => unit.GridForming switch
    {
        null => pen.Ask(s_ask, "whether it forms a grid is not given"),
        true => pen.Fits("it forms a grid of its own"),
        false => pen.DoesNotFit("it only follows a grid, and gives nothing while that is away"),
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) => [s_forms.AtLeast(1) with { IsSharp = true }];
}

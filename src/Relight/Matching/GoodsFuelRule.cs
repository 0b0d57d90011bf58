using Relight.Register;

namespace Relight.Matching;

/// <summary>Fuel that is offered must be the fuel that is needed: petrol is no diesel. Both are told by their words.</summary>
public sealed class GoodsFuelRule() : Rule<GoodsRequirement, Goods>(20, new("fuel", "паливо", "الوقود"), Sources.Practice)
{
    private static readonly Phrase s_says = new("{0} is offered, {1} is needed", "пропонують: {0}, потрібно: {1}", "المعروض {0} والمطلوب {1}");

    private static readonly Question s_askDonor = Question.Donor("what.description", "Which fuel is it?", "Яке це пальне?", "ما نوع هذا الوقود؟");
    private static readonly Question s_askOperator = Question.Operator("goods.description", "Which fuel is needed?", "Яке пальне потрібне?", "ما الوقود المطلوب؟");

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(GoodsRequirement place, Goods unit, Practice practice, Pen pen)
    {
        if (place.Item != ItemKind.Fuel || unit.Item != ItemKind.Fuel)
            return null;
        var says = pen.Say(s_says, unit.What.Description, place.Goods.Description);
        return (FuelWords.NameOf(unit.What.Description), FuelWords.NameOf(place.Goods.Description)) switch
        {
            ({ } own, { } wanted) => pen.FitsIf(own == wanted, says, null),
            (null, { }) => pen.Ask(s_askDonor, says),
            ({ }, null) => pen.Ask(s_askOperator, says),
            _ => pen.FitsIf(true, says, null),
        };
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound>? Bounds(GoodsRequirement place, Practice practice) => place.Item == ItemKind.Fuel ? null : [];
}

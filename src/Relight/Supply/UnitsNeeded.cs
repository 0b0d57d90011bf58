using Relight.Register;

namespace Relight.Supply;

/// <summary>How many units a need takes, as surely as it is known.</summary>
/// <param name="AtLeast">At least so many.</param>
/// <param name="AtMost">At most so many; null where that is open.</param>
internal readonly record struct UnitsNeeded(long AtLeast, long? AtMost)
{
    /// <summary>The units of a need; null where it is not counted in units, or nobody has said how many.</summary>
    /// <param name="need">The need.</param>
    /// <param name="why">Where null: the reason.</param>
    public static UnitsNeeded? Of(Need need, out WhyNotReckoned why)
    {
        why = need.Requirement switch
        {
            MoneyRequirement => WhyNotReckoned.IsMoney,
            GoodsRequirement goods when goods.Amount.Unit != Unit.Piece => WhyNotReckoned.IsNotInPieces,
            _ => WhyNotReckoned.AmountUnknown,
        };
        return need.Requirement switch
        {
            MoneyRequirement => null,
            GoodsRequirement { Amount: { Bounds: var bounds, Unit: var unit } } => unit == Unit.Piece && bounds.IsSpecified
                ? new UnitsNeeded(Whole(bounds.Lower * need.Units), bounds.Upper is { } upper ? Whole(upper * need.Units) : null)
                : null,
            _ => new UnitsNeeded(need.Units, need.Units),
        };
    }

    private static long Whole(decimal units) => (long)Math.Ceiling(units);
}

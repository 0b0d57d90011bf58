namespace Relight.Register;

/// <summary>How much of something, as surely as its source says it: bounds and a unit.</summary>
/// <param name="Bounds">Lower and upper bound, and the source's word for them.</param>
/// <param name="Unit">Unit that both bounds are in.</param>
public sealed record Quantity(Bounds Bounds, Unit Unit)
{
    /// <summary>An exact number of pieces.</summary>
    public static Quantity Pieces(int count) => new(Bounds.Exactly(count), Unit.Piece);

    /// <summary>
    /// The same quantity in another unit of the same dimension, its bounds widened to the next thousandth,
    /// so that no rounding makes it surer than it was; null where the dimensions differ.
    /// </summary>
    public Quantity? In(Unit unit)
    {
        if (unit == Unit)
            return this;
        if (unit.Dimension != Unit.Dimension)
            return null;
        if (!Bounds.IsSpecified)
            return new Quantity(Bounds, unit);
        var factor = Unit.InBase / unit.InBase;
        var lower = Math.Floor(Bounds.Lower * factor * 1000) / 1000;
        decimal? upper = Bounds.Upper is { } u ? Math.Ceiling(u * factor * 1000) / 1000 : null;
        var qualifier = Bounds.Qualifier == Qualifier.Exact && lower != upper ? Qualifier.Between : Bounds.Qualifier;
        return new Quantity(new Bounds(qualifier, lower, upper), unit);
    }

    /// <summary>Lower bound in another unit of the same dimension, not rounded.</summary>
    public decimal LowerIn(Unit unit) => Bounds.Lower * Unit.InBase / unit.InBase;

    /// <summary>
    /// The same exact amount in another unit; null where it is no exact amount, the dimensions differ, or it is finer there than
    /// the thousandth that an amount is kept to.
    /// </summary>
    public Quantity? ExactIn(Unit unit)
    {
        if (Bounds.Qualifier != Qualifier.Exact || unit.Dimension != Unit.Dimension)
            return null;
        var amount = LowerIn(unit);
        return Bounds.WhyNot(Qualifier.Exact, amount, amount) is null ? new Quantity(Bounds.Exactly(amount), unit) : null;
    }

    /// <summary>One total for each unit, in the order in which the units first appear.</summary>
    public static IReadOnlyList<QuantityTotal> Sum(IEnumerable<Quantity> parts) =>
        [.. parts.GroupBy(part => part.Unit).Select(group => new QuantityTotal(Total.Of(group.Select(part => part.Bounds)), group.Key))];

    /// <summary>The quantity in English, e.g. <c>at least 500 pcs</c>.</summary>
    public override string ToString() => $"{Bounds} {Unit}";
}

/// <summary>A sum of quantities of one unit.</summary>
/// <param name="Total">The sum.</param>
/// <param name="Unit">Unit of both bounds.</param>
public sealed record QuantityTotal(Total Total, Unit Unit)
{
    /// <summary>The sum in English with its unit.</summary>
    public override string ToString() => $"{Total} {Unit}";
}

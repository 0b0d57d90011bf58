namespace Relight.Register;

/// <summary>
/// A sum of numbers of which some are known only by bounds and some not at all.
/// Lower and upper bounds are those of the parts that give a number; parts that give none are counted apart, never as 0.
/// Adding is associative and commutative, and <see cref="Empty"/> changes nothing.
/// </summary>
/// <param name="Lower">Sum of the lower bounds.</param>
/// <param name="BoundedUpper">Sum of the upper bounds of the parts that have one.</param>
/// <param name="OpenParts">How many parts give a number without an upper bound.</param>
/// <param name="UnspecifiedParts">How many parts give no number at all.</param>
/// <param name="Parts">How many parts there are, of whatever kind.</param>
public readonly record struct Total(
    decimal Lower, decimal BoundedUpper, int OpenParts, int UnspecifiedParts, int Parts)
{
    /// <summary>The sum of nothing.</summary>
    public static Total Empty => default;

    /// <summary>Upper bound of the parts that give a number; null where it is open.</summary>
    public decimal? Upper => OpenParts > 0 ? null : BoundedUpper;

    /// <summary>The sum of one part.</summary>
    public static Total Of(Bounds part) => part.IsSpecified
        ? new Total(part.Lower, part.Upper ?? 0, part.Upper is null ? 1 : 0, 0, 1)
        : new Total(0, 0, 0, 1, 1);

    /// <summary>The sum of many parts.</summary>
    public static Total Of(IEnumerable<Bounds> parts) =>
        parts.Aggregate(Empty, (total, part) => total + Of(part));

    /// <summary>The sum of both.</summary>
    public static Total operator +(Total one, Total other) => new(
        one.Lower + other.Lower,
        one.BoundedUpper + other.BoundedUpper,
        one.OpenParts + other.OpenParts,
        one.UnspecifiedParts + other.UnspecifiedParts,
        one.Parts + other.Parts);

    /// <summary>The sum in English words, e.g. <c>1,270 or more, and 2 unspecified</c>.</summary>
    public override string ToString()
    {
        var number = (Upper, UnspecifiedParts == Parts) switch
        {
            (_, true) => null,
            (null, _) => $"{Bounds.Text(Lower)} or more",
            ({ } upper, _) when upper == Lower => Bounds.Text(Lower),
            ({ } upper, _) => $"{Bounds.Text(Lower)} to {Bounds.Text(upper)}",
        };
        if (UnspecifiedParts == 0)
            return number ?? "0";
        return number is null ? $"{UnspecifiedParts} unspecified" : $"{number}, and {UnspecifiedParts} unspecified";
    }
}

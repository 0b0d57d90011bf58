using System.Globalization;
using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>The word with which a source qualifies a number.</summary>
public enum Qualifier
{
    /// <summary>No number is given.</summary>
    Unspecified,

    /// <summary>Just this number.</summary>
    Exact,

    /// <summary>This number or more.</summary>
    AtLeast,

    /// <summary>This number or less.</summary>
    AtMost,

    /// <summary>Near this number, on both sides.</summary>
    About,

    /// <summary>From one number to another.</summary>
    Between,
}

/// <summary>
/// What a source says about a number: lower bound, upper bound and the word it used.
/// Never below 0, lower never above upper, at most three decimals (so that it is stored as a scaled integer without loss)
/// and at most <see cref="Largest"/>. The default value is <see cref="Unspecified"/>.
/// </summary>
public readonly record struct Bounds
{
    /// <summary>Largest number that a bound can hold: sums of a thousand of them still fit a scaled 64-bit integer.</summary>
    public const decimal Largest = 9_000_000_000_000m;

    /// <summary>Half-width of "about", as a share of the number, where the source does not say how near: 10 %.</summary>
    public const decimal AboutShare = 0.10m;

    /// <summary>Takes bounds apart as they were stored; for readers of stored data, which check again.</summary>
    /// <exception cref="ArgumentException">The three do not fit each other.</exception>
    [JsonConstructor]
    public Bounds(Qualifier qualifier, decimal lower, decimal? upper)
    {
        if (WhyNot(qualifier, lower, upper) is { } rule)
            throw new ArgumentException(rule, nameof(lower));
        (Qualifier, Lower, Upper) = (qualifier, lower, upper);
    }

    /// <summary>The word that the source used.</summary>
    public Qualifier Qualifier { get; }

    /// <summary>Lower bound; 0 where the source gives none.</summary>
    public decimal Lower { get; }

    /// <summary>Upper bound; null where it is open.</summary>
    public decimal? Upper { get; }

    /// <summary>Whether any number is given at all.</summary>
    [JsonIgnore]
    public bool IsSpecified => Qualifier != Qualifier.Unspecified;

    /// <summary>No number is given.</summary>
    public static Bounds Unspecified => default;

    /// <summary>Just this number.</summary>
    public static Bounds Exactly(decimal number) => new(Qualifier.Exact, number, number);

    /// <summary>This number or more.</summary>
    public static Bounds AtLeast(decimal number) => new(Qualifier.AtLeast, number, null);

    /// <summary>This number or less.</summary>
    public static Bounds AtMost(decimal number) => new(Qualifier.AtMost, 0, number);

    /// <summary>From one number to another.</summary>
    public static Bounds Between(decimal lower, decimal upper) => new(Qualifier.Between, lower, upper);

    /// <summary>Near a number: the number ± <see cref="AboutShare"/> of itself, widened to the next thousandth.</summary>
    public static Bounds About(decimal number) => About(number, Math.Ceiling(number * AboutShare * 1000) / 1000);

    /// <summary>Near a number, with the distance that the source gives.</summary>
    public static Bounds About(decimal number, decimal within) => new(Qualifier.About, number - within, number + within);

    /// <summary>Whether every number that these bounds allow lies within the others.</summary>
    public bool IsWithin(Bounds other) =>
        Lower >= other.Lower && (other.Upper is null || (Upper is { } upper && upper <= other.Upper));

    /// <summary>
    /// The bounds of the greater of two numbers of which only the bounds are known;
    /// an unspecified one yields to a specified one.
    /// </summary>
    public static Bounds Greater(Bounds one, Bounds other)
    {
        if (!one.IsSpecified || other == one)
            return other;
        if (!other.IsSpecified)
            return one;
        var lower = Math.Max(one.Lower, other.Lower);
        decimal? upper = one.Upper is { } a && other.Upper is { } b ? Math.Max(a, b) : null;
        if (one.Lower == lower && one.Upper == upper)
            return one;
        if (other.Lower == lower && other.Upper == upper)
            return other;
        return upper is null ? AtLeast(lower) : Between(lower, upper.Value);
    }

    /// <summary>Why these parts make no bounds; null where they do. The reason is a rule that a user can act on.</summary>
    public static string? WhyNot(Qualifier qualifier, decimal lower, decimal? upper)
    {
        if (lower < 0)
            return "must not be below 0";
        if (lower > Largest || upper > Largest)
            return string.Create(CultureInfo.InvariantCulture, $"must not be above {Largest}");
        if (decimal.Round(lower, 3) != lower || (upper is { } u && decimal.Round(u, 3) != u))
            return "must have at most three decimals";
        if (upper < lower)
            return "the lower bound must not be above the upper bound";
        return qualifier switch
        {
            Qualifier.Unspecified when lower != 0 || upper is not null => "an unspecified number has no bounds",
            Qualifier.Exact when lower != upper => "an exact number has one value",
            Qualifier.AtLeast when upper is not null => "'at least' has no upper bound",
            Qualifier.AtMost when lower != 0 || upper is null => "'at most' has an upper bound alone",
            Qualifier.About or Qualifier.Between when upper is null => "needs an upper bound",
            _ when !Enum.IsDefined(qualifier) => "must be one of the six words for how sure a number is",
            _ => null,
        };
    }

    /// <summary>The number with its word, in English, e.g. <c>at least 500</c>.</summary>
    public override string ToString() => Qualifier switch
    {
        Qualifier.Exact => Text(Lower),
        Qualifier.AtLeast => $"at least {Text(Lower)}",
        Qualifier.AtMost => $"at most {Text(Upper!.Value)}",
        Qualifier.About => $"about {Text((Lower + Upper!.Value) / 2)}",
        Qualifier.Between => $"{Text(Lower)} to {Text(Upper!.Value)}",
        _ => "unspecified",
    };

    internal static string Text(decimal number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);
}

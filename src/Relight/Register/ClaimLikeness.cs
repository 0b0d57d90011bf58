namespace Relight.Register;

/// <summary>How alike two claims are in one respect, and the words for it.</summary>
/// <param name="Score">0 for nothing in common, 1 for the same.</param>
/// <param name="Reason">The reason, in English.</param>
internal sealed record Likeness(decimal Score, string Reason);

/// <summary>Compares two claims respect by respect. The scores were set by trying them on the sample's claims.</summary>
internal static class ClaimLikeness
{
    private const int DaysOfHalfScore = 30;

    /// <summary>Score of donors of whom one may be a group with the other in it.</summary>
    public const decimal PerhapsInGroup = 0.35m;

    public static Likeness OfDonors(DonorGroup one, DonorGroup other, IReadOnlyDictionary<Id<Organisation>, Organisation> organisations)
    {
        var (a, b) = (one.Members, other.Members);
        if (one.Equals(other))
            return new Likeness(1, "the same donors");
        if (a.Intersect(b).Any())
            return new Likeness(0.8m, "a donor in common");
        var countries = a.Select(id => organisations[id].Country).OfType<Country>();
        if (countries.Intersect(b.Select(id => organisations[id].Country).OfType<Country>()).Any())
            return new Likeness(0.7m, "donors of the same country");
        return IsGroup(one, organisations) || IsGroup(other, organisations)
            ? new Likeness(PerhapsInGroup, "one of the donors is a group that may hold the other")
            : new Likeness(0, "other donors");
    }

    public static Likeness OfItems(Claim one, Claim other)
    {
        var (a, b) = (one.Item.Kind, other.Item.Kind);
        if (a == b)
            return new Likeness(1, "the same kind of item");
        if ((a == ItemKind.TransformerOfUnknownKind && IsTransformer(b)) || (b == ItemKind.TransformerOfUnknownKind && IsTransformer(a)))
            return new Likeness(0.7m, "transformers, one of them not said of what kind");
        if (a is ItemKind.Mixed or ItemKind.Unspecified || b is ItemKind.Mixed or ItemKind.Unspecified)
            return new Likeness(0.5m, "one of the items is not told apart");
        return a == ItemKind.Money || b == ItemKind.Money
            ? new Likeness(0.3m, "goods that may have been bought with the money")
            : new Likeness(0, "other items");
    }

    public static Likeness OfDates(Claim one, Claim other)
    {
        var days = Math.Max(0, Math.Max(
            other.Date.Earliest.DayNumber - one.Date.Latest.DayNumber, one.Date.Earliest.DayNumber - other.Date.Latest.DayNumber));
        return new Likeness(1 / (1 + ((decimal)days / DaysOfHalfScore)), days == 0 ? "the same time" : $"{days} days apart");
    }

    public static Likeness OfAmounts(Claim one, Claim other)
    {
        var (pieces, money) = (Numbers(one.Quantity, other.Quantity), Numbers(one.Value, other.Value));
        if (money is var (a, b) && a == b)
            return new Likeness(1, "the same value");
        if (pieces is var (c, d) && c == d)
            return c.Lower > 1 ? new Likeness(1, "the same number") : new Likeness(0.6m, "one piece in both");
        if ((money is var (e, f) && Overlap(e, f)) || (pieces is var (g, h) && Overlap(g, h)))
            return new Likeness(0.8m, "amounts that may be the same");
        return money is not null || pieces is not null
            ? new Likeness(0.4m, "other amounts of the same unit")
            : new Likeness(0.25m, "amounts that cannot be compared");
    }

    /// <summary>Below 0 where the first gives less, above 0 where it gives more, 0 where that cannot be told.</summary>
    public static int CompareAmounts(Claim one, Claim other) =>
        (Numbers(one.Quantity, other.Quantity) ?? Numbers(one.Value, other.Value)) is var (a, b) && !Overlap(a, b)
            ? a.Lower.CompareTo(b.Lower)
            : 0;

    public static bool IsGroup(DonorGroup donors, IReadOnlyDictionary<Id<Organisation>, Organisation> organisations) =>
        donors.Members.Any(id =>
            organisations[id].Kind is OrganisationKind.Group or OrganisationKind.InternationalBody or OrganisationKind.Fund);

    private static bool IsTransformer(ItemKind kind) =>
        kind is ItemKind.PowerTransformer or ItemKind.InstrumentTransformer or ItemKind.DistributionTransformer;

    private static bool Overlap(Bounds one, Bounds other) => !(one.Lower > other.Upper) && !(other.Lower > one.Upper);

    private static (Bounds, Bounds)? Numbers(Quantity? one, Quantity? other) =>
        one is { Bounds.IsSpecified: true } a && other is { Bounds.IsSpecified: true } b && a.Unit == b.Unit ? (a.Bounds, b.Bounds) : null;

    private static (Bounds, Bounds)? Numbers(Money? one, Money? other) =>
        one is { Bounds.IsSpecified: true } a && other is { Bounds.IsSpecified: true } b && a.Currency == b.Currency ? (a.Bounds, b.Bounds) : null;
}

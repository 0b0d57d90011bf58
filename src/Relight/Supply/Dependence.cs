using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;

namespace Relight.Supply;

/// <summary>Which goods and needs a question about supply is asked of.</summary>
/// <param name="Items">Kinds of item; empty for any.</param>
/// <param name="Needs">Needs; empty for all of these kinds.</param>
/// <param name="Donor">Whose offers; null for everyone's.</param>
public sealed record SupplyGroup(IReadOnlyList<ItemKind> Items, IReadOnlyList<Id<Need>> Needs, Id<Organisation>? Donor = null)
{
    /// <summary>Everything.</summary>
    public static SupplyGroup Everything { get; } = new([], []);

    /// <summary>One kind of item.</summary>
    public static SupplyGroup Of(params ItemKind[] items) => new(items, []);
}

/// <summary>How many units of the needs the offers can serve, each unit once.</summary>
/// <param name="AtLeast">Units that are known to fit.</param>
/// <param name="AtMost">Also units of which a value is still missing.</param>
[View(Audience.Coordination)]
public sealed record UnitsServed(long AtLeast, long AtMost);

/// <summary>What is left if one country of origin falls away. Goods of unknown origin may be its too: each figure says what it takes for them.</summary>
/// <param name="Origin">The country.</param>
/// <param name="OfferedAtLeast">Offered units that are left, if those of unknown origin are its too.</param>
/// <param name="OfferedAtMost">Offered units that are left, if none of unknown origin is its.</param>
/// <param name="PerMonthAtLeast">Units a month that makers still make at least, if those of unknown origin are its too.</param>
/// <param name="PerMonthAtMost">Units a month that makers still make at most, if none of unknown origin is its; null where that is open, for a maker does not tell how many.</param>
/// <param name="Served">Units of the needs that the offers left can serve: at least without those of unknown origin, at most with them.</param>
/// <param name="AtBest">First day on which makers can meet the needs, with those of unknown origin; null where none can.</param>
/// <param name="AtMost">Day by which makers meet the needs, without those of unknown origin; null where that is open.</param>
[View(Audience.Coordination)]
public sealed record WithoutOrigin(
    Country Origin,
    decimal OfferedAtLeast,
    decimal OfferedAtMost,
    decimal PerMonthAtLeast,
    decimal? PerMonthAtMost,
    UnitsServed Served,
    DateOnly? AtBest,
    DateOnly? AtMost);

/// <summary>
/// What a group of goods depends on. The country that goods were made in is told apart from the one that they leave
/// from: a unit that a neighbour sends from its store may depend on a maker far away.
/// </summary>
/// <param name="OfferedByOrigin">Offered units by the country that they were made in.</param>
/// <param name="OfferedByDispatch">Offered units by the country that they leave from.</param>
/// <param name="MadeByOrigin">Units that makers make in a month, at least, by the country that they are made in.</param>
/// <param name="MadeByDispatch">Units that makers make in a month, at least, by the country that they leave from.</param>
/// <param name="Needed">Units of the needs at least. Needs of money, and of goods that are not counted in pieces, are in none of these numbers.</param>
/// <param name="NeededAtMost">Units of the needs at most; null where that is open.</param>
/// <param name="Served">Units of the needs that the offers can serve.</param>
/// <param name="Outlook">When makers could meet the needs.</param>
/// <param name="Without">What is left without each country of origin, the largest loss of offered units first.</param>
[View(Audience.Coordination)]
public sealed record Dependence(
    Concentration OfferedByOrigin,
    Concentration OfferedByDispatch,
    Concentration MadeByOrigin,
    Concentration MadeByDispatch,
    long Needed,
    long? NeededAtMost,
    UnitsServed Served,
    SupplyOutlook Outlook,
    IReadOnlyList<WithoutOrigin> Without)
{
    /// <summary>The dependence of a group of an operation's goods.</summary>
    /// <param name="db">The register.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="group">Which goods and needs.</param>
    /// <param name="orderedOn">The day on which makers would get the order.</param>
    /// <param name="cancel">Breaks the reading off.</param>
    public static async Task<Dependence> Read(
        RelightContext db, Id<Operation> operation, SupplyGroup group, DateOnly orderedOn, CancellationToken cancel = default)
    {
        var needs = db.Needs.AsNoTracking().Where(row => row.Operation == operation);
        var offers = db.Offers.AsNoTracking().Where(row => row.Operation == operation);
        if (group.Items.Count > 0)
        {
            var items = group.Items.ToList();
            (needs, offers) = (needs.Where(row => items.Contains(row.Item)), offers.Where(row => items.Contains(row.Item)));
        }
        if (group.Needs.Count > 0)
        {
            var wanted = group.Needs.ToList();
            needs = needs.Where(row => wanted.Contains(row.Id));
        }
        if (group.Donor is { } donor)
            offers = offers.Where(row => row.Donor == donor);
        var makers = (await db.MakerCapacities.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel)).ConvertAll(row => row.Read());
        return Of(
            (await needs.ToListAsync(cancel)).ConvertAll(row => row.Read()),
            (await offers.ToListAsync(cancel)).ConvertAll(row => row.Read()),
            [.. makers.Where(maker => group.Items.Count == 0 || group.Items.Contains(maker.Product.Item))],
            orderedOn,
            Practice.Default);
    }

    /// <summary>The dependence of needs, offers and makers.</summary>
    public static Dependence Of(
        IReadOnlyList<Need> needs, IReadOnlyList<Offer> offers, IReadOnlyList<MakerCapacity> makers, DateOnly orderedOn, Practice practice)
    {
        var (offered, made) = (
            Concentration.Of([.. offers.Select(offer => (offer.Specification.Origin, (decimal?)offer.Units))]),
            Concentration.Of([.. makers.Select(maker => (maker.Product.Origin, PerMonth(maker)))]));
        var counted = needs.Where(need => UnitsNeeded.Of(need, out _) is not null).ToList();
        var units = counted.ConvertAll(need => UnitsNeeded.Of(need, out _)!.Value);
        var fitting = new Fitting(counted, offers, practice);
        WithoutOrigin Left(Country origin)
        {
            var (offeredLeast, offeredMost) = offered.Without(origin);
            var (madeLeast, _) = made.Without(origin);
            var madeMost = makers.Where(maker => maker.Product.Origin != origin).Aggregate((decimal?)0, (sum, maker) => sum + maker.PerMonth.Upper);
            var best = SupplyOutlook.DayOfAll(needs, makers.Where(maker => maker.Product.Origin != origin), orderedOn, practice, true);
            var most = SupplyOutlook.DayOfAll(needs, makers.Where(maker => maker.Product.Origin is { } other && other != origin), orderedOn, practice, false);
            return new WithoutOrigin(
                origin, offeredLeast, offeredMost, madeLeast, madeMost,
                new UnitsServed(
                    Serve(units, offers, fitting, offer => offer.Specification.Origin is { } other && other != origin, false),
                    Serve(units, offers, fitting, offer => offer.Specification.Origin != origin, true)),
                best,
                most);
        }
        return new Dependence(
            offered,
            Concentration.Of([.. offers.Select(offer => (offer.DispatchCountry, (decimal?)offer.Units))]),
            made,
            Concentration.Of([.. makers.Select(maker => (maker.DispatchCountry, PerMonth(maker)))]),
            units.Sum(need => need.AtLeast),
            units.Aggregate((long?)0, (sum, need) => sum + need.AtMost),
            new UnitsServed(Serve(units, offers, fitting, _ => true, false), Serve(units, offers, fitting, _ => true, true)),
            SupplyOutlook.Of(needs, makers, orderedOn, practice),
            [.. offered.Shares.Concat(made.Shares).Select(share => share.Country).OfType<Country>().Distinct()
                .Select(Left).OrderBy(left => left.OfferedAtMost).ThenBy(left => left.PerMonthAtMost ?? decimal.MaxValue).ThenBy(left => left.Origin.Code, StringComparer.Ordinal)]);
    }

    private static decimal? PerMonth(MakerCapacity maker) => maker.PerMonth.IsSpecified ? maker.PerMonth.Lower : null;

    private static long Serve(
        List<UnitsNeeded> needed, IReadOnlyList<Offer> offers, Fitting fitting, Func<Offer, bool> isLeft, bool atBest) => fitting.Served(
            [.. Enumerable.Range(0, needed.Count)],
            [.. offers.Select(offer => isLeft(offer) ? (long)offer.Units : 0)],
            atBest,
            need => atBest ? needed[need].AtMost ?? SupplyOutlook.Plenty : needed[need].AtLeast);
}

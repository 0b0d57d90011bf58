using Relight.Access;
using Relight.Storage;

namespace Relight.Register;

/// <summary>An offer as coordinators see it.</summary>
/// <param name="Id">Id of the offer.</param>
/// <param name="Version">Counts its changes from 1.</param>
/// <param name="Title">Short name.</param>
/// <param name="Donor">Who offers it.</param>
/// <param name="Contribution">The contribution that it is a part of.</param>
/// <param name="Specification">Technical data of a unit.</param>
/// <param name="Units">How many units.</param>
/// <param name="Condition">The state they are in.</param>
/// <param name="AvailableFrom">When they can leave.</param>
/// <param name="Place">Where they stand.</param>
/// <param name="DispatchCountry">Country that they leave from.</param>
/// <param name="Arrival">When they are expected where they are needed.</param>
/// <param name="Earmark">Whom and what its donor has bound it to; null where to nothing.</param>
/// <param name="Conditions">What else its donor asks for.</param>
[View(Audience.Coordination)]
public sealed record OfferForCoordination(
    Id<Offer> Id,
    int Version,
    string Title,
    string Donor,
    Id<Contribution>? Contribution,
    Specification Specification,
    int Units,
    UnitCondition Condition,
    ReportedDate? AvailableFrom,
    string? Place,
    Country? DispatchCountry,
    ReportedDate? Arrival,
    Earmark? Earmark,
    IReadOnlyList<string> Conditions);

/// <summary>What a list of offers is sorted by.</summary>
public enum OfferSort
{
    /// <summary>Arrival, earliest first, unknown ones last.</summary>
    Arrival,

    /// <summary>Short name.</summary>
    Title,

    /// <summary>Number of units, most first.</summary>
    Units,
}

/// <summary>Which offers are wanted, and in which order.</summary>
/// <param name="Text">Part of the title; null for any.</param>
/// <param name="Item">What is offered; null for anything.</param>
/// <param name="Donor">Who offers it; null for anyone.</param>
/// <param name="Sort">What to sort by.</param>
public sealed record OfferFilter(
    string? Text = null, ItemKind? Item = null, Id<Organisation>? Donor = null, OfferSort Sort = OfferSort.Arrival);

/// <summary>The offers of an operation.</summary>
public static class OfferList
{
    /// <summary>A page of them for coordinators.</summary>
    public static async Task<Page<OfferForCoordination>> ReadForCoordination(
        RelightContext db, Id<Operation> operation, OfferFilter filter, Paging paging, CancellationToken cancel = default)
    {
        var names = await Names.Load(db, operation, cancel);
        return await Page<OfferForCoordination>.Of(Rows(db, operation, filter), paging, row => View(row.Read(), names), cancel);
    }

    /// <summary>Offers of an operation as coordinators see them.</summary>
    public static async Task<IReadOnlyList<OfferForCoordination>> ForCoordination(
        RelightContext db, Id<Operation> operation, IReadOnlyList<OfferRow> rows, CancellationToken cancel = default)
    {
        var names = await Names.Load(db, operation, cancel);
        return [.. rows.Select(row => View(row.Read(), names))];
    }

    /// <summary>Offers of an operation, read already, as coordinators see them.</summary>
    public static async Task<IReadOnlyList<OfferForCoordination>> ForCoordination(
        RelightContext db, Id<Operation> operation, IReadOnlyList<Offer> offers, CancellationToken cancel = default)
    {
        var names = await Names.Load(db, operation, cancel);
        return [.. offers.Select(offer => View(offer, names))];
    }

    private static OfferForCoordination View(Offer offer, Names names) => new(
        offer.Id,
        offer.Version,
        offer.Title,
        names[offer.Donor],
        offer.Contribution,
        offer.Specification,
        offer.Units,
        offer.Condition,
        offer.AvailableFrom,
        offer.Place,
        offer.DispatchCountry,
        offer.Arrival,
        offer.Earmark,
        offer.Conditions);

    private static IQueryable<OfferRow> Rows(RelightContext db, Id<Operation> operation, OfferFilter filter)
    {
        var rows = db.Offers.Where(row => row.Operation == operation);
        if (filter.Text is { Length: > 0 } text)
            rows = rows.Where(row => row.Title.ToLower().Contains(text.ToLower()));
        if (filter.Item is { } item)
            rows = rows.Where(row => row.Item == item);
        if (filter.Donor is { } donor)
            rows = rows.Where(row => row.Donor == donor);
        return filter.Sort switch
        {
            OfferSort.Title => rows.OrderBy(row => row.Title).ThenBy(row => row.Id),
            OfferSort.Units => rows.OrderByDescending(row => row.Units).ThenBy(row => row.Id),
            _ => rows.OrderBy(row => row.Arrival == null).ThenBy(row => row.Arrival).ThenBy(row => row.Id),
        };
    }
}

using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>Needs, offers and what is allocated of an operation at a moment, with who may get what.</summary>
/// <param name="Needs">The needs, by id.</param>
/// <param name="Offers">The offers, by id.</param>
/// <param name="Allocations">What is allocated.</param>
/// <param name="Countries">Countries of organisations that have one.</param>
public sealed record SupplyOfNeeds(
    IReadOnlyList<Need> Needs, IReadOnlyList<Offer> Offers, AllocationsAtMoment Allocations, IReadOnlyDictionary<Id<Organisation>, Country> Countries)
{
    /// <summary>Units in consignments to needs.</summary>
    public IReadOnlyList<UnitsOnTheWay> OnTheWay { get; init; } = [];

    /// <summary>Places of transport.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>What lies in hubs.</summary>
    public IReadOnlyList<HubStock> Stocks { get; init; } = [];

    /// <summary>Where units of an offer start from: the hub where most of them lie, else the place of the operation that the offer names by its code or name; null where neither has a position.</summary>
    public Position? StartOf(Offer offer)
    {
        var hub = Stocks.Where(stock => stock.Offer == offer.Id && !stock.IsEmpty).OrderByDescending(stock => Goods.UnitsIn(offer.Specification, stock.Units, stock.Amount)).ThenBy(stock => stock.Hub).FirstOrDefault()?.Hub;
        // "Constanta, warehouse of the port" is at Constanta.
        var named = offer.Place?.Split(',')[0].Trim();
        return (hub is not null ? Places.FirstOrDefault(place => place.Id == hub) : Places.FirstOrDefault(place =>
            place.Code.Code.Equals(named, StringComparison.OrdinalIgnoreCase) || place.Name.Equals(named, StringComparison.OrdinalIgnoreCase)))?.Position;
    }

    /// <summary>Reads it.</summary>
    public static async Task<SupplyOfNeeds> Load(RelightContext db, Id<Operation> operation, DateTimeOffset now, CancellationToken cancel = default)
    {
        var needs = await db.Needs.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync(cancel);
        var offers = await db.Offers.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync(cancel);
        var organisations = await db.Organisations.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel);
        return new SupplyOfNeeds(
            needs.ConvertAll(row => row.Read()),
            offers.ConvertAll(row => row.Read()),
            await AllocationsAtMoment.LoadAll(db, operation, now, cancel),
            organisations.Select(row => row.Read()).Where(by => by.Country is not null).ToDictionary(by => by.Id, by => by.Country!))
        {
            OnTheWay = await UnitsOnTheWay.Read(db, operation, cancel),
            Places = (await db.Places.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync(cancel)).ConvertAll(row => row.Read()),
            Stocks = (await db.HubStocks.AsNoTracking().Where(row => row.Operation == operation && (row.Units > 0 || row.HasAmount)).OrderBy(row => row.Id).ToListAsync(cancel)).ConvertAll(row => row.Read()),
        };
    }

    /// <summary>Whether the donor of an offer lets it go to a need.</summary>
    public bool Allowed(Need need, Offer offer) => offer.Earmark?.WhyNot(need, Countries.GetValueOrDefault(need.Organisation)) is null;

    /// <summary>Units that could serve the needs at damaged elements, whoever gets them.</summary>
    public IReadOnlyList<UnitArrival> Candidates(OpenScenario withoutUnits) =>
        [.. Needs.SelectMany(need => UnitArrivals.Fitting(withoutUnits, need, Offers, Allowed))];

    /// <summary>Units of an offer that no need holds and that are on the way to none.</summary>
    public int FreeUnits(Offer offer) => Allocations.FreeUnits(offer);

    /// <summary>When the first units of an offer that travel to a need are there, UTC; null where none do.</summary>
    public DateTimeOffset? Coming(Id<Need> need, Id<Offer> offer) => OnTheWay
        .Where(units => units.Need == need && units.Offer == offer).Select(units => (DateTimeOffset?)units.Arrival).Min();
}

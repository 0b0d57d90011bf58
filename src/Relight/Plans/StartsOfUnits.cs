using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>Where units of offers start from, and when they are there where their donors say no more than when they can leave.</summary>
/// <param name="Places">Places of transport.</param>
/// <param name="Stocks">What lies in hubs.</param>
public sealed record StartsOfUnits(IReadOnlyList<Place> Places, IReadOnlyList<HubStock> Stocks)
{
    /// <summary>The hub where most units of an offer lie, else the place of the operation that the offer names by its code or name; null where neither has a position.</summary>
    public Position? Of(Offer offer)
    {
        var hub = Stocks.Where(stock => stock.Offer == offer.Id && !stock.IsEmpty).OrderByDescending(stock => Goods.UnitsIn(offer.Specification, stock.Units, stock.Amount)).ThenBy(stock => stock.Hub).FirstOrDefault()?.Hub;
        // "Constanta, warehouse of the port" is at Constanta.
        var named = offer.Place?.Split(',')[0].Trim();
        return (hub is not null ? Places.FirstOrDefault(place => place.Id == hub) : Places.FirstOrDefault(place =>
            place.Code.Code.Equals(named, StringComparison.OrdinalIgnoreCase) || place.Name.Equals(named, StringComparison.OrdinalIgnoreCase)))?.Position;
    }

    /// <summary>
    /// Offers with the arrival that follows from when they can leave and from the longest of the ways to the areas that are known, so
    /// that it is the same whatever is needed; and which these are. Where nobody has said when they can leave, or the start has no
    /// position, the arrival stays unknown.
    /// </summary>
    /// <param name="offers">The offers.</param>
    /// <param name="terms">What is reckoned for the way; null for what is usual.</param>
    public (IReadOnlyList<Offer> Offers, IReadOnlySet<Id<Offer>> Reckoned) WithArrivals(IReadOnlyList<Offer> offers, TransportTerms? terms = null)
    {
        var by = terms ?? TransportTerms.Usual;
        var reckoned = new HashSet<Id<Offer>>();
        Offer With(Offer offer)
        {
            if (offer is not { Arrival: null, AvailableFrom: { } leaves } || Of(offer) is not { } start)
                return offer;
            reckoned.Add(offer.Id);
            var days = AreaMiddles.All.Max(middle => MeansOfWay.DaysOf(MeansOfWay.Parts(start.KilometresTo(middle), offer, by), by));
            return offer with { Arrival = ReportedDate.On(leaves.Latest.AddDays(days)) };
        }
        return ([.. offers.Select(With)], reckoned);
    }

    /// <summary>Those of an operation.</summary>
    public static async Task<StartsOfUnits> Load(RelightContext db, Id<Operation> operation, CancellationToken cancel = default) => new(
        (await db.Places.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync(cancel)).ConvertAll(row => row.Read()),
        (await db.HubStocks.AsNoTracking().Where(row => row.Operation == operation && (row.Units > 0 || row.HasAmount)).OrderBy(row => row.Id).ToListAsync(cancel)).ConvertAll(row => row.Read()));
}

using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Units of an offer that lie in a hub. Never negative: stock for which that does not hold cannot be made.</summary>
public sealed record HubStock
{
    /// <summary>Takes stock as it was stored; for readers of stored data, which check again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than none.</exception>
    [JsonConstructor]
    public HubStock(Id<HubStock> id, int version, Id<Place> hub, Id<Offer> offer, int units, DateTimeOffset since)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        (Id, Version, Hub, Offer, Units, Since) = (id, version, hub, offer, units, since);
    }

    /// <summary>Id, which follows from hub and offer.</summary>
    public Id<HubStock> Id { get; }

    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; }

    /// <summary>The hub.</summary>
    public Id<Place> Hub { get; }

    /// <summary>The offer that the units are of.</summary>
    public Id<Offer> Offer { get; }

    /// <summary>How many; 0 or more.</summary>
    public int Units { get; }

    /// <summary>Since when there have been any without a break, UTC.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>Id of the stock of an offer in a hub.</summary>
    public static Id<HubStock> IdOf(Id<Place> hub, Id<Offer> offer) => Id<HubStock>.Named($"{hub} {offer}");

    /// <summary>What a consignment takes out of stock, or brings into it, by offer.</summary>
    internal static IReadOnlyList<(Id<Offer> Offer, int Units)> Needed(Consignment consignment) =>
        [.. consignment.Lines.GroupBy(line => line.Offer).Select(lines => (lines.Key, lines.Sum(line => line.Units)))];

    /// <summary>Refuses a consignment that takes more out of the stock of a hub than there is.</summary>
    /// <param name="checks">Takes what is wrong.</param>
    /// <param name="consignment">The consignment.</param>
    /// <param name="stock">Units in the hub where it begins, by offer.</param>
    internal static void CheckTaken(Checks checks, Consignment consignment, IReadOnlyDictionary<Id<Offer>, int> stock)
    {
        foreach (var (offer, units) in Needed(consignment))
            checks.Require(units <= stock.GetValueOrDefault(offer), "consignment", units, $"must not take more out of stock than there is: the hub has {stock.GetValueOrDefault(offer)} of offer {offer}");
    }

    /// <summary>Takes what a consignment carries out of the stock of the hub where it begins.</summary>
    internal static async Task Take(RelightContext db, Moment moment, Consignment consignment, CancellationToken cancel)
    {
        foreach (var (offer, units) in Needed(consignment))
            await Add(db, moment, consignment.Legs[0].From, offer, -units, cancel);
    }

    /// <summary>Units in a hub, by offer.</summary>
    internal static async Task<Dictionary<Id<Offer>, int>> Of(RelightContext db, Id<Operation> operation, Id<Place> hub, CancellationToken cancel) =>
        await db.HubStocks.AsNoTracking().Where(row => row.Operation == operation && row.Hub == hub).ToDictionaryAsync(row => row.Offer, row => row.Units, cancel);

    /// <summary>Adds units, or takes them away.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than none would be left.</exception>
    internal static async Task Add(RelightContext db, Moment moment, Id<Place> hub, Id<Offer> offer, int units, CancellationToken cancel)
    {
        var id = IdOf(hub, offer);
        var row = await db.HubStocks.FindAsync([id], cancel);
        var before = row?.Read();
        row ??= db.HubStocks.Add(new HubStockRow { Id = id, Operation = moment.Operation }).Entity;
        row.With(new HubStock(id, (before?.Version ?? 0) + 1, hub, offer, (before?.Units ?? 0) + units, before is { Units: > 0 } ? before.Since : moment.At));
    }
}

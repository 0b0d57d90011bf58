using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>
/// Units of an offer that lie in a hub, and the amount of its goods that lies there beside them, out of units that were opened.
/// Never negative: stock for which that does not hold cannot be made.
/// </summary>
public sealed record HubStock
{
    /// <summary>Takes stock as it was stored; for readers of stored data, which check again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than none, or the amount is no exact one above 0.</exception>
    [JsonConstructor]
    public HubStock(Id<HubStock> id, int version, Id<Place> hub, Id<Offer> offer, int units, DateTimeOffset since, Quantity? amount = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        if (amount is { Bounds: not { Qualifier: Qualifier.Exact, Lower: > 0 } })
            throw new ArgumentOutOfRangeException(nameof(amount));
        (Id, Version, Hub, Offer, Units, Since, Amount) = (id, version, hub, offer, units, since, amount);
    }

    /// <summary>Id, which follows from hub and offer.</summary>
    public Id<HubStock> Id { get; }

    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; }

    /// <summary>The hub.</summary>
    public Id<Place> Hub { get; }

    /// <summary>The offer that the units are of.</summary>
    public Id<Offer> Offer { get; }

    /// <summary>How many whole units; 0 or more.</summary>
    public int Units { get; }

    /// <summary>Since when there has been any of it without a break, UTC.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>The amount beside the whole units, exact and above 0; null where there is none.</summary>
    public Quantity? Amount { get; }

    /// <summary>Whether nothing lies there.</summary>
    [JsonIgnore]
    public bool IsEmpty => Units == 0 && Amount is null;

    /// <summary>Id of the stock of an offer in a hub.</summary>
    public static Id<HubStock> IdOf(Id<Place> hub, Id<Offer> offer) => Id<HubStock>.Named($"{hub} {offer}");

    /// <summary>Refuses a consignment that takes more out of the stock of a hub than there is.</summary>
    /// <param name="checks">Takes what is wrong.</param>
    /// <param name="consignment">The consignment.</param>
    /// <param name="stock">What lies in the hub where it begins, by offer.</param>
    internal static void CheckTaken(Checks checks, Consignment consignment, IReadOnlyDictionary<Id<Offer>, StockKnown> stock)
    {
        foreach (var lines in consignment.Lines.GroupBy(line => line.Offer))
        {
            var (there, units) = (stock.GetValueOrDefault(lines.Key), lines.Sum(line => line.Units));
            checks.Require(units <= (there?.Units ?? 0), "consignment", units, $"must not take more out of stock than there is: the hub has {there?.Units ?? 0} of offer {lines.Key}");
            if (lines.Select(line => line.Amount).FirstOrDefault(amount => amount is not null) is not { Unit: { } unit } || units > (there?.Units ?? 0))
                continue;
            var (left, taken) = (there?.In(unit, units) ?? 0, lines.Sum(line => line.Amount?.LowerIn(unit) ?? 0));
            checks.Require(taken <= left, "consignment", taken, FormattableString.Invariant($"must not take more out of stock than there is: the hub has {left:0.###} {unit} of offer {lines.Key}"));
        }
    }

    /// <summary>Takes what a consignment carries out of the stock of the hub where it begins. Units are opened where the amount beside them is not enough; what they hold more stays.</summary>
    internal static async Task Take(RelightContext db, Moment moment, Consignment consignment, CancellationToken cancel)
    {
        foreach (var lines in consignment.Lines.GroupBy(line => line.Offer))
        {
            var specification = (await db.Offers.FindAsync([lines.Key], cancel))?.Read().Specification;
            await Change(db, moment, consignment.Legs[0].From, lines.Key, moment.At, stock => Without(stock, lines.Sum(line => line.Units), [.. lines.Select(line => line.Amount).OfType<Quantity>()], specification), cancel);
        }
    }

    /// <summary>What lies in a hub, by offer.</summary>
    internal static async Task<Dictionary<Id<Offer>, StockKnown>> Of(RelightContext db, Id<Operation> operation, Id<Place> hub, CancellationToken cancel)
    {
        var rows = await db.HubStocks.AsNoTracking().Where(row => row.Operation == operation && row.Hub == hub).ToListAsync(cancel);
        var ids = rows.ConvertAll(row => row.Offer);
        var offers = (await db.Offers.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read());
        return rows.ToDictionary(row => row.Offer, row => new StockKnown(row.Units, row.Read().Amount, offers.GetValueOrDefault(row.Offer)?.Specification));
    }

    /// <summary>Adds units, or an amount, that have been there since an instant, which may lie before the entry.</summary>
    internal static Task Add(RelightContext db, Moment moment, Id<Place> hub, Id<Offer> offer, DateTimeOffset since, int units, Quantity? amount, CancellationToken cancel) =>
        Change(db, moment, hub, offer, since, stock => (stock.Units + units, Sum(stock.Amount, amount)), cancel);

    /// <summary>Puts stock right: so many units more or fewer, and this amount beside them.</summary>
    internal static Task Correct(RelightContext db, Moment moment, Id<Place> hub, Id<Offer> offer, int change, Quantity? amount, CancellationToken cancel) =>
        Change(db, moment, hub, offer, moment.At, stock => (stock.Units + change, amount), cancel);

    private static (int Units, Quantity? Amount) Without((int Units, Quantity? Amount) stock, int units, IReadOnlyList<Quantity> amounts, Specification? specification)
    {
        var left = stock.Units - units;
        if (amounts.Count == 0)
            return (left, stock.Amount);
        var held = specification is null ? null : Goods.HeldBy(specification)?.Unit;
        var unit = Unit.Finest([.. amounts.Append(stock.Amount).OfType<Quantity>().Select(amount => amount.Unit), held ?? amounts[0].Unit]);
        var lacking = amounts.Sum(amount => amount.LowerIn(unit)) - (stock.Amount?.LowerIn(unit) ?? 0);
        var each = specification is null ? null : Goods.EachOf(specification, unit);
        var opened = lacking > 0 && each is { } holds ? (int)Math.Ceiling(lacking / holds) : 0;
        return (left - opened, Exactly((opened * (each ?? 0)) - lacking, unit));
    }

    private static Quantity? Sum(Quantity? one, Quantity? other)
    {
        if (one is null || other is null)
            return one ?? other;
        var unit = Unit.Finest(one.Unit, other.Unit);
        return Exactly(one.LowerIn(unit) + other.LowerIn(unit), unit);
    }

    private static Quantity? Exactly(decimal amount, Unit unit) => amount == 0 ? null : new Quantity(Bounds.Exactly(amount), unit);

    private static async Task Change(
        RelightContext db, Moment moment, Id<Place> hub, Id<Offer> offer, DateTimeOffset at, Func<(int Units, Quantity? Amount), (int Units, Quantity? Amount)> change, CancellationToken cancel)
    {
        var id = IdOf(hub, offer);
        var row = await db.HubStocks.FindAsync([id], cancel);
        var before = row?.Read();
        var (units, amount) = change((before?.Units ?? 0, before?.Amount));
        row ??= db.HubStocks.Add(new HubStockRow { Id = id, Operation = moment.Operation }).Entity;
        // Receipts may be entered in another order than goods came.
        var since = before is { IsEmpty: false } && before.Since < at ? before.Since : at;
        row.With(new HubStock(id, (before?.Version ?? 0) + 1, hub, offer, units, since, amount));
    }
}

/// <summary>What of an offer lies in a hub.</summary>
/// <param name="Units">Whole units.</param>
/// <param name="Amount">The amount beside them; null for none.</param>
/// <param name="Specification">Technical data of a unit; null where the offer is not known.</param>
public sealed record StockKnown(int Units, Quantity? Amount, Specification? Specification)
{
    /// <summary>How much of it can be had as an amount when so many whole units go out first; null where it is not known how much a unit holds.</summary>
    /// <param name="unit">The unit of measure.</param>
    /// <param name="without">Whole units that go out.</param>
    public decimal? In(Unit unit, int without = 0) =>
        Specification is not null && Goods.EachOf(Specification, unit) is { } each ? ((Units - without) * each) + (Amount?.LowerIn(unit) ?? 0) : null;
}

using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>Units of an offer, or an amount of it, in a consignment to a need, delivered or on the way.</summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Units">How many whole units were sent; 0 where an amount was.</param>
/// <param name="Amount">The amount that was sent where no whole units were; else null.</param>
public readonly record struct UnitsSent(Id<Need> Need, Id<Offer> Offer, int Units, Quantity? Amount = null)
{
    /// <summary>How much of it, in its measure, came damaged, was refused or did not come, and was not made good.</summary>
    public decimal Lost { get; init; }

    /// <summary>How much of what is lost may still be made good: nobody has told what became of it.</summary>
    public decimal Unsettled { get; init; }

    /// <summary>How much of the need it fills, what is lost left out, in the measure of the need: units, or the amount of goods; 0 where that cannot be told.</summary>
    public decimal Fills { get; init; }

    /// <summary>How much of it, in its measure, is not lost: whole units, or the unit of its amount.</summary>
    public decimal Usable => (Amount?.Bounds.Lower ?? Units) - Lost;

    /// <summary>Units of the offer that are lost: a part of one where an amount was sent.</summary>
    public decimal LostOf(Offer offer) => In(offer, Lost);

    /// <summary>Units of the offer that are not lost.</summary>
    public decimal UsableOf(Offer offer) => In(offer, Usable);

    private decimal In(Offer offer, decimal much) =>
        Amount is null || much == 0 ? much : Goods.UnitsIn(offer.Specification, 0, Amount with { Bounds = Bounds.Exactly(much) });

    /// <summary>What the lines of consignments that are not called off carry to needs, with what of it is lost.</summary>
    internal static async Task<IReadOnlyList<UnitsSent>> Read(RelightContext db, IQueryable<ConsignmentLineRow> lines, CancellationToken cancel)
    {
        var sent = await lines.AsNoTracking().Where(line => line.Need != null && !line.Cancelled).ToListAsync(cancel);
        var told = await WithLosses(db, sent, cancel);
        var (ofNeeds, ofOffers) = (sent.Select(line => line.Need!.Value).Distinct().ToList(), sent.Select(line => line.Offer).Distinct().ToList());
        var needs = (await db.Needs.AsNoTracking().Where(row => ofNeeds.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read());
        var offers = (await db.Offers.AsNoTracking().Where(row => ofOffers.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read());
        return [.. sent.Select(line => new UnitsSent(line.Need!.Value, line.Offer, line.Units, line.AmountSent()) with
        {
            Lost = told.TryGetValue(line.Consignment, out var consignment) ? consignment.Lines[line.Line - 1].Sent - consignment.Usable(line.Line) : 0,
            Unsettled = consignment is null ? 0 : Enum.GetValues<LossKind>().Sum(kind => consignment.Unsettled(line.Line, kind)),
        }).Select(units => needs.TryGetValue(units.Need, out var need) && offers.TryGetValue(units.Offer, out var offer)
            ? units with { Fills = units.FillsOf(need, offer) }
            : units)];
    }

    private decimal FillsOf(Need need, Offer offer) => (Filling.Of(need), Amount) switch
    {
        ({ Unit: { } unit } filling, { } amount) => amount.Unit.Dimension == unit.Dimension ? (amount with { Bounds = Bounds.Exactly(Usable) }).LowerIn(unit) : 0,
        (var filling, null) => filling.Filled(need, offer, (int)Usable) ?? 0,
        _ => 0,
    };

    /// <summary>The consignments of some lines in which something may be lost: it is where it was to go, and was not all received whole.</summary>
    internal static async Task<IReadOnlyDictionary<Id<Consignment>, Consignment>> WithLosses(RelightContext db, IEnumerable<ConsignmentLineRow> lines, CancellationToken cancel)
    {
        var doubtful = lines.Where(line => line.ReceivedWhole < line.Units || line.AmountReceivedWhole()?.Bounds.Lower < line.AmountSent()?.Bounds.Lower)
            .Select(line => line.Consignment).Distinct().ToList();
        return doubtful.Count == 0 ? new Dictionary<Id<Consignment>, Consignment>() : (await db.Consignments.AsNoTracking()
            .Where(row => doubtful.Contains(row.Id) && (row.State == ConsignmentState.Arrived || row.State == ConsignmentState.Received)).ToListAsync(cancel))
            .ToDictionary(row => row.Id, row => row.Read());
    }
}

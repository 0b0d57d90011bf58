using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>
/// What of offers was lost on the way to hubs and not made good, and what is missing in hubs since a count: it was received there,
/// did not leave, and does not lie there. Nobody can be given it.
/// </summary>
public sealed class GoneInHubs
{
    private readonly ILookup<Id<Offer>, Part> _lost;
    private readonly ILookup<Id<Offer>, Part> _counted;

    private GoneInHubs(IEnumerable<Part> lost, IEnumerable<Part> counted) => (_lost, _counted) =
        (lost.ToLookup(part => part.Offer), counted.ToLookup(part => part.Offer));

    /// <summary>Nothing is gone.</summary>
    public static GoneInHubs None { get; } = new([], []);

    /// <summary>Units of an offer that are gone, with the parts of units that amounts are; 0 or more.</summary>
    public decimal UnitsOf(Offer offer)
    {
        decimal Sum(IEnumerable<Part> parts) => parts.Sum(part => part.Sign * Goods.UnitsIn(offer.Specification, part.Units, part.Amount));
        // A count that finds more than came in makes up for no loss.
        return Sum(_lost[offer.Id]) + Math.Max(0, Math.Round(Sum(_counted[offer.Id]), 12));
    }

    /// <summary>That of an operation.</summary>
    /// <param name="db">The register.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="only">The offers that are asked for; null for all.</param>
    /// <param name="cancel">Breaks off.</param>
    internal static async Task<GoneInHubs> Read(RelightContext db, Id<Operation> operation, IReadOnlyCollection<Id<Offer>>? only, CancellationToken cancel)
    {
        var ofLines = db.ConsignmentLines.AsNoTracking().Where(line => line.Operation == operation && !line.Cancelled && (line.Need == null || (line.FromStock && line.Dispatched)));
        var ofStock = db.HubStocks.AsNoTracking().Where(row => row.Operation == operation);
        if (only is not null)
            (ofLines, ofStock) = (ofLines.Where(line => only.Contains(line.Offer)), ofStock.Where(row => only.Contains(row.Offer)));
        var lines = await ofLines.ToListAsync(cancel);
        if (lines.Count == 0)
            return None;
        var stock = await ofStock.ToListAsync(cancel);
        var toHubs = lines.Where(line => line.Need is null).ToList();
        var told = await UnitsSent.WithLosses(db, toHubs, cancel);
        return new GoneInHubs(
            toHubs.Select(line => told.TryGetValue(line.Consignment, out var consignment) ? Lost(consignment, line) : null).OfType<Part>(),
            [
                .. toHubs.Select(line => new Part(line.Offer, 1, line.ReceivedWhole, line.AmountReceivedWhole())),
                .. lines.Where(line => line.FromStock && line.Dispatched).Select(line => new Part(line.Offer, -1, line.Units, line.AmountSent())),
                .. stock.Select(row => new Part(row.Offer, -1, row.Units, row.Read().Amount)),
            ]);
    }

    private static Part? Lost(Consignment consignment, ConsignmentLineRow line)
    {
        var lost = consignment.Lines[line.Line - 1].Sent - consignment.Usable(line.Line);
        if (lost <= 0)
            return null;
        var (units, amount) = consignment.Measured(line.Line, lost);
        return new Part(line.Offer, 1, units, amount);
    }

    private sealed record Part(Id<Offer> Offer, int Sign, int Units, Quantity? Amount);
}

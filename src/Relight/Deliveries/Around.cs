using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>What the views of consignments are made of beside the consignments: places, offers, needs and installations.</summary>
internal sealed class Around
{
    private ILookup<(Id<Consignment>, int), Installation> _installations = Array.Empty<Installation>().ToLookup(one => (one.Consignment, one.Line));

    public required IReadOnlyDictionary<Id<Place>, Place> Places { get; init; }

    /// <summary>Offers that were not withdrawn.</summary>
    public required IReadOnlyDictionary<Id<Offer>, Offer> Offers { get; init; }

    /// <summary>Needs that were not withdrawn.</summary>
    public required IReadOnlyDictionary<Id<Need>, Need> Needs { get; init; }

    public static async Task<Around> Load(RelightContext db, Id<Operation> operation, IReadOnlyList<ConsignmentRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var lines = await db.ConsignmentLines.AsNoTracking().Where(line => ids.Contains(line.Consignment)).ToListAsync(cancel);
        var around = await Load(db, operation, [.. lines.Select(line => line.Offer).Distinct()], [.. lines.Select(line => line.Need).OfType<Id<Need>>().Distinct()], cancel);
        around._installations = (await db.Installations.AsNoTracking().Where(row => ids.Contains(row.Consignment)).ToListAsync(cancel))
            .Select(row => row.Read()).ToLookup(one => (one.Consignment, one.Line));
        return around;
    }

    public static async Task<Around> Load(RelightContext db, Id<Operation> operation, List<Id<Offer>> offers, List<Id<Need>> needs, CancellationToken cancel) => new()
    {
        Places = (await db.Places.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read()),
        Offers = (await db.Offers.AsNoTracking().Where(row => offers.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read()),
        Needs = (await db.Needs.AsNoTracking().Where(row => needs.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read()),
    };

    /// <summary>Title of an offer; its id where it was withdrawn.</summary>
    public string TitleOf(Id<Offer> offer) => Offers.GetValueOrDefault(offer)?.Title ?? $"{offer}";

    public LegForDonor Way(Leg leg)
    {
        var (from, to) = (Places[leg.From], leg.To is { } end ? Places[end] : null);
        return new LegForDonor(
            from.Name, from.Code, to?.Name, to?.Code, leg.Mode, leg.ExpectedDeparture, leg.ExpectedArrival, leg.Departed, leg.Arrived, leg.Delay.TotalHours);
    }

    public LineForDonor Own(Consignment consignment, int number)
    {
        var line = consignment.Lines[number - 1];
        var served = _installations[(consignment.Id, number)].Where(one => one.InServiceAt is not null).ToList();
        return new LineForDonor(
            number,
            line.Offer,
            TitleOf(line.Offer),
            line.Units,
            line.Need is null,
            line.Sent - consignment.Accounted(number),
            [
                .. consignment.Receipts.SelectMany(receipt => receipt.Lines.Where(part => part.Line == number).Select(part =>
                    new ReceivedView(receipt.At, part.Received, part.Short, part.Damaged, part.Refused, part.Reason, part.Photo))),
            ],
            served.Sum(one => one.Amount?.Bounds.Lower ?? one.Units),
            served.Max(one => one.InServiceAt),
            line.Amount)
        {
            Settled = [.. consignment.Settlements.Where(settled => settled.Line == number).Select(settled => new SettledView(settled.At, settled.Kind, settled.Much, settled.Outcome, settled.Why))],
        };
    }
}

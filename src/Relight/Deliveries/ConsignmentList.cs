using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>The consignments of an operation, as each audience sees them.</summary>
public static class ConsignmentList
{
    /// <summary>Consignments that carry units of an organisation's offers; none where there is no organisation.</summary>
    public static IQueryable<ConsignmentRow> OfDonor(RelightContext db, Id<Operation> operation, Id<Organisation>? donor)
    {
        var own = donor ?? default;
        var offers = db.Offers.Where(row => row.Operation == operation && donor != null && row.Donor == own).Select(row => row.Id);
        var lines = db.ConsignmentLines.Where(line => line.Operation == operation && offers.Contains(line.Offer)).Select(line => line.Consignment);
        return db.Consignments.Where(row => row.Operation == operation && lines.Contains(row.Id));
    }

    /// <summary>Consignments that carry something to a need.</summary>
    public static IQueryable<ConsignmentRow> OfNeed(RelightContext db, Id<Operation> operation, Id<Need> need)
    {
        var lines = db.ConsignmentLines.Where(line => line.Operation == operation && line.Need == need).Select(line => line.Consignment);
        return db.Consignments.Where(row => row.Operation == operation && lines.Contains(row.Id));
    }

    /// <summary>Consignments as the donor of some of their units sees them.</summary>
    public static async Task<IReadOnlyList<ConsignmentForDonor>> ForDonor(
        RelightContext db, Id<Operation> operation, Id<Organisation>? donor, IReadOnlyList<ConsignmentRow> rows, CancellationToken cancel = default)
    {
        var around = await Around.Load(db, operation, rows, cancel);
        return
        [
            .. rows.Select(row => row.Read()).Select(consignment => new ConsignmentForDonor(
                consignment.Id,
                consignment.State,
                consignment.Since,
                consignment.Arrival,
                consignment.Legs[^1].Delay.TotalHours,
                [.. consignment.Legs.Select(around.Way)],
                [.. consignment.Lines.Index().Where(line => around.Offers.GetValueOrDefault(line.Item.Offer)?.Donor == donor).Select(line => around.Own(consignment, line.Index + 1))],
                consignment.DispatchUnknown)),
        ];
    }

    /// <summary>Consignments as coordinators see them.</summary>
    public static async Task<IReadOnlyList<ConsignmentForCoordination>> ForCoordination(
        RelightContext db, Id<Operation> operation, IReadOnlyList<ConsignmentRow> rows, CancellationToken cancel = default)
    {
        var around = await Around.Load(db, operation, rows, cancel);
        var names = await Names.Load(db, operation, cancel);
        return [.. rows.Select(row => View(row.Read(), around, names))];
    }

    /// <summary>What stands on the labels of a consignment; null where the operation has none of this id.</summary>
    public static async Task<LabelsForCoordination?> Labels(RelightContext db, Id<Operation> operation, Id<Consignment> id, CancellationToken cancel = default)
    {
        if (await db.Consignments.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == operation, cancel) is not { } row)
            return null;
        var (consignment, around) = (row.Read(), await Around.Load(db, operation, [row], cancel));
        return new LabelsForCoordination(id, consignment.Title, consignment.Key,
        [
            .. consignment.Packages.GroupBy(package => package.Line).SelectMany(line => line.Index().Select(package =>
                new LabelOfPackage(package.Item.Sscc, around.TitleOf(consignment.Lines[line.Key - 1].Offer), package.Index + 1, line.Count(), consignment.Lines[line.Key - 1].Amount))),
        ]);
    }

    /// <summary>A consignment that is to be received, with its operation and its key; null where there is none of this id.</summary>
    public static async Task<(ConsignmentToReceive View, Id<Operation> Operation, string Key)?> ToReceive(RelightContext db, Id<Consignment> id, CancellationToken cancel = default)
    {
        if (await db.Consignments.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } row)
            return null;
        var (consignment, around) = (row.Read(), await Around.Load(db, row.Operation, [row], cancel));
        var view = new ConsignmentToReceive(
            $"{id}",
            consignment.State,
            [.. consignment.Lines.Index().Select(line => new LineToReceive(line.Index + 1, around.TitleOf(line.Item.Offer), line.Item.Units, line.Item.Sent - consignment.Accounted(line.Index + 1), line.Item.Amount))],
            [.. consignment.Receipts.Select(receipt => new ReceivedBefore(receipt.Receiver, receipt.At, consignment.Told(receipt).Units, consignment.Told(receipt).Amounts))]);
        return (view, row.Operation, consignment.Key);
    }

    /// <summary>A photo of goods, with the organisation that gave them; null where the operation has none of this id.</summary>
    public static async Task<(byte[] Jpeg, Id<Organisation>? Donor)?> PhotoOf(RelightContext db, Id<Operation> operation, Id<Photo> id, CancellationToken cancel = default)
    {
        if (await db.Photos.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == operation, cancel) is not { } row)
            return null;
        var line = await db.ConsignmentLines.AsNoTracking().FirstAsync(line => line.Consignment == row.Consignment && line.Line == row.Line, cancel);
        var offer = await db.Offers.AsNoTracking().FirstOrDefaultAsync(offer => offer.Id == line.Offer, cancel);
        return (row.Read().Jpeg, offer?.Donor);
    }

    private static ConsignmentForCoordination View(Consignment consignment, Around around, Names names) => new(
        consignment.Id,
        consignment.Version,
        consignment.Title,
        consignment.State,
        consignment.Since,
        consignment.FromStock,
        consignment.Hub is { } hub ? around.Places[hub].Name : null,
        consignment.Arrival,
        consignment.Legs[^1].Delay.TotalHours,
        [.. consignment.Legs.Index().Select(leg => new LegForCoordination(
            leg.Index + 1, around.Way(leg.Item), leg.Item.GaugeMillimetres, leg.Item.Limits, leg.Item.PlannedArrival, leg.Item.Papers))],
        [.. consignment.Lines.Index().Select(line => Line(consignment, line.Index + 1, around, names))],
        Carriage.Of([.. consignment.Lines.Select(line => (line, around.Offers.GetValueOrDefault(line.Offer)?.Specification))]).Through([.. consignment.Legs.Select(leg => leg.Limits)]),
        Carriage.BreaksOf(consignment.Legs),
        [.. consignment.Receipts.Index().Select(receipt => new ReceiptForCoordination(
            receipt.Index + 1, receipt.Item.Receiver, receipt.Item.By, receipt.Item.At, consignment.Told(receipt.Item).Units, consignment.Told(receipt.Item).Amounts))],
        consignment.Packages,
        consignment.CancelledWhy,
        consignment.DispatchUnknown);

    private static LineForCoordination Line(Consignment consignment, int number, Around around, Names names)
    {
        var line = consignment.Lines[number - 1];
        var need = line.Need is { } id ? around.Needs.GetValueOrDefault(id) : null;
        return new LineForCoordination(
            around.Own(consignment, number),
            around.Offers.GetValueOrDefault(line.Offer) is { } offer ? names[offer.Donor] : "",
            line.Need,
            need?.Title,
            need?.Site?.Oblast);
    }
}

using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Ledger;
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
    /// <summary>How many of the whole units came damaged, were refused or did not come, and were not made good.</summary>
    public int Lost { get; init; }

    /// <summary>Units of the offer that it takes: a part of one where an amount was sent.</summary>
    public decimal UnitsOf(Offer offer) => Goods.UnitsIn(offer.Specification, Units, Amount);
}

/// <summary>Allocations as a decision sees them.</summary>
/// <param name="Standing">Those that keep units from others.</param>
/// <param name="Lapsed">Those that ran out and of which the ledger does not say so yet.</param>
public sealed record AllocationsAtMoment(IReadOnlyList<Allocation> Standing, IReadOnlyList<Allocation> Lapsed)
{
    /// <summary>
    /// What a command leads to, after what lapsed. The ledger says that an allocation lapsed before its units are given
    /// again, so that no clock that is slow can bring it back.
    /// </summary>
    public IReadOnlyList<IEvent> Then(params IEvent?[] happened) =>
        [.. Lapsed.Select(allocation => new AllocationLapsed(allocation.Id)), .. happened.OfType<IEvent>()];

    /// <summary>Units that were sent to needs, allocated to them or not.</summary>
    public IReadOnlyList<UnitsSent> Sent { get; init; } = [];

    /// <summary>Whole units of an offer that no need holds, in whole or in part, and that were sent to none; never below 0.</summary>
    public int FreeUnits(Offer offer) => (int)Math.Floor(Free(offer));

    /// <summary>How much of an offer no need holds and was sent to none, in a unit of measure; null where it is not known how much of it a unit holds.</summary>
    public decimal? FreeAmount(Offer offer, Unit unit)
    {
        if (Goods.EachOf(offer.Specification, unit) is not { } each)
            return null;
        // What was sent to a need beyond what it holds is not free either.
        var taken = InUnit(offer, unit, each).GroupBy(of => of.Need).Sum(of => Math.Max(of.Sum(part => part.Held), of.Sum(part => part.Sent)));
        return Math.Max(0, Math.Floor(((offer.Units * each) - taken) * Thousandths) / Thousandths);
    }

    /// <summary>How much of an offer is confirmed for a need and how much of it was sent there, in a unit of measure; null where it is not known how much of it a unit holds.</summary>
    public (decimal Confirmed, decimal Sent)? ConfirmedAndSent(Offer offer, Id<Need> need, Unit unit)
    {
        if (Goods.EachOf(offer.Specification, unit) is not { } each)
            return null;
        var own = InUnit(offer, unit, each).Where(part => part.Need == need).ToList();
        return (own.Where(part => part.IsConfirmed).Sum(part => part.Held), own.Sum(part => part.Sent));
    }

    /// <summary>Units of an offer that were sent to needs beyond what is allocated to these.</summary>
    public decimal SentBeyond(Offer offer) => ByNeed(offer).Sum(of => Math.Max(0, of.Sent - of.Held));

    /// <summary>Units of an offer that are allocated to other needs than these, and not sent yet; a part counts as a whole one.</summary>
    public int HeldForOthers(Offer offer, IReadOnlySet<Id<Need>> needs) =>
        (int)Math.Min(int.MaxValue, Math.Ceiling(Plain(ByNeed(offer).Where(of => !needs.Contains(of.Need)).Sum(of => Math.Max(0, of.Held - of.Sent)))));

    /// <summary>Units of an offer that stand, with the parts of units that amounts are.</summary>
    public decimal UnitsOf(Offer offer) => Plain(Standing.Where(allocation => allocation.Offer == offer.Id).Sum(allocation => allocation.UnitsOf(offer)));

    /// <summary>How much of a need is filled by what stands.</summary>
    public decimal FilledOf(Id<Need> need) => Standing.Where(allocation => allocation.Need == need).Sum(allocation => allocation.Fills);

    /// <summary>The same with what was sent to it without being allocated and is not lost, where each unit fills one: sets for the power of a facility.</summary>
    public decimal FilledOf(Need need) => FilledOf(need.Id) + (need.Requirement is not FacilityPower ? 0
        : Sent.Where(units => units.Need == need.Id).GroupBy(units => units.Offer, units => units.Units - units.Lost)
            .Sum(sent => Math.Max(0, sent.Sum() - Standing.Where(held => held.Need == need.Id && held.Offer == sent.Key).Sum(held => held.Units))));

    private const decimal Thousandths = 1000;

    // A part of a unit may have endless digits: what thirds leave of a whole is nothing.
    private static decimal Plain(decimal units) => Math.Round(units, 12);

    private decimal Free(Offer offer) => Math.Max(0, Plain(offer.Units - UnitsOf(offer) - SentBeyond(offer)));

    private IEnumerable<(Id<Need> Need, decimal Held, decimal Sent, bool IsConfirmed)> InUnit(Offer offer, Unit unit, decimal each)
    {
        decimal In(int units, Quantity? amount) => (units * each) + (amount?.LowerIn(unit) ?? 0);
        return Standing.Where(held => held.Offer == offer.Id).Select(held => (held.Need, In(held.Units, held.Amount), 0m, held.State == AllocationState.Confirmed))
            .Concat(Sent.Where(sent => sent.Offer == offer.Id).Select(sent => (sent.Need, 0m, In(sent.Units, sent.Amount), false)));
    }

    private IEnumerable<(Id<Need> Need, decimal Held, decimal Sent)> ByNeed(Offer offer)
    {
        var held = Standing.Where(allocation => allocation.Offer == offer.Id).ToLookup(allocation => allocation.Need, allocation => allocation.UnitsOf(offer));
        var sent = Sent.Where(units => units.Offer == offer.Id).ToLookup(units => units.Need, units => units.UnitsOf(offer));
        return held.Select(of => of.Key).Union(sent.Select(of => of.Key)).Select(need => (need, held[need].Sum(), sent[need].Sum()));
    }

    /// <summary>The allocations of a need and those of an offer, each once.</summary>
    public static async Task<AllocationsAtMoment> Load(
        RelightContext db, Id<Need>? need, Id<Offer>? offer, Moment moment, CancellationToken cancel)
    {
        var (ofNeed, ofOffer) = (need ?? default, offer ?? default);
        var rows = await db.Allocations.AsNoTracking()
            .Where(row => row.Operation == moment.Operation
                && (row.State == AllocationState.Held || row.State == AllocationState.Confirmed)
                && ((need != null && row.Need == ofNeed) || (offer != null && row.Offer == ofOffer)))
            .OrderBy(row => row.LapsesAt).ThenBy(row => row.Id)
            .ToListAsync(cancel);
        return At(rows.ConvertAll(row => row.Read()), moment.At) with
        {
            Sent = await ReadSent(
                db,
                db.ConsignmentLines.Where(line => line.Operation == moment.Operation && ((need != null && line.Need == ofNeed) || (offer != null && line.Offer == ofOffer))), cancel),
        };
    }

    /// <summary>Every allocation of an operation that stands at an instant.</summary>
    public static async Task<AllocationsAtMoment> LoadAll(
        RelightContext db, Id<Operation> operation, DateTimeOffset now, CancellationToken cancel = default)
    {
        var rows = await db.Allocations.AsNoTracking()
            .Where(row => row.Operation == operation && (row.State == AllocationState.Held || row.State == AllocationState.Confirmed))
            .OrderBy(row => row.Id).ToListAsync(cancel);
        return At(rows.ConvertAll(row => row.Read()), now) with
        {
            Sent = await ReadSent(db, db.ConsignmentLines.Where(line => line.Operation == operation), cancel),
        };
    }

    private static async Task<IReadOnlyList<UnitsSent>> ReadSent(RelightContext db, IQueryable<ConsignmentLineRow> lines, CancellationToken cancel)
    {
        var sent = await lines.AsNoTracking().Where(line => line.Need != null && !line.Cancelled).ToListAsync(cancel);
        // Only of what is there, and was not all received whole, can something be lost.
        var doubtful = sent.Where(line => line.ReceivedWhole < line.Units).Select(line => line.Consignment).Distinct().ToList();
        var told = doubtful.Count == 0 ? [] : (await db.Consignments.AsNoTracking()
            .Where(row => doubtful.Contains(row.Id) && (row.State == ConsignmentState.Arrived || row.State == ConsignmentState.Received)).ToListAsync(cancel))
            .ToDictionary(row => row.Id, row => row.Read());
        return
        [
            .. sent.Select(line => new UnitsSent(line.Need!.Value, line.Offer, line.Units, line.AmountSent())
            {
                Lost = line.Units > 0 && told.TryGetValue(line.Consignment, out var consignment) ? line.Units - (int)consignment.Usable(line.Line) : 0,
            }),
        ];
    }

    /// <summary>Tells what stands at an instant from what has lapsed.</summary>
    public static AllocationsAtMoment At(IReadOnlyList<Allocation> allocations, DateTimeOffset now) =>
        new([.. allocations.Where(a => a.Stands(now))], [.. allocations.Where(a => a.HasLapsed(now))]);
}

/// <summary>How events change an allocation.</summary>
internal static class AllocationChange
{
    /// <summary>Changes an allocation.</summary>
    public static async Task Change(RelightContext db, Id<Allocation> id, Func<Allocation, Allocation> change, CancellationToken cancel)
    {
        var row = await db.Allocations.FindAsync([id], cancel)
            ?? throw new InvalidOperationException($"allocation {id} is not in the register");
        row.With(change(row.Read()));
    }
}

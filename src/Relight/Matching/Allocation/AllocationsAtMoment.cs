using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

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

    /// <summary>What was lost on the way to hubs, or is missing there by a count.</summary>
    public GoneInHubs Gone { get; init; } = GoneInHubs.None;

    /// <summary>Whole units of an offer that no need holds, in whole or in part, that were sent to none and are not lost; never below 0.</summary>
    public int FreeUnits(Offer offer) => (int)Math.Floor(Free(offer));

    /// <summary>How much of an offer no need holds, was sent to none and is not lost, in a unit of measure; null where it is not known how much of it a unit holds.</summary>
    public decimal? FreeAmount(Offer offer, Unit unit)
    {
        if (Goods.EachOf(offer.Specification, unit) is not { } each)
            return null;
        // What was sent to a need beyond what it holds is not free either, and what is lost does not come back.
        var taken = InUnit(offer, unit, each).GroupBy(of => of.Need)
            .Sum(of => of.Sum(part => part.Lost) + Math.Max(of.Sum(part => part.Held), of.Sum(part => part.Sent)));
        // A part of a unit may have endless digits.
        return Math.Max(0, Math.Floor(Math.Round(((offer.Units - Gone.UnitsOf(offer)) * each) - taken, 9) * Thousandths) / Thousandths);
    }

    /// <summary>How much of an offer is confirmed for a need and how much of it was sent there, what is lost left out, in a unit of measure; null where it is not known how much of it a unit holds.</summary>
    public (decimal Confirmed, decimal Sent)? ConfirmedAndSent(Offer offer, Id<Need> need, Unit unit)
    {
        if (Goods.EachOf(offer.Specification, unit) is not { } each)
            return null;
        var own = InUnit(offer, unit, each).Where(part => part.Need == need).ToList();
        return (own.Where(part => part.IsConfirmed).Sum(part => part.Held), own.Sum(part => part.Sent));
    }

    /// <summary>Units of an offer that are lost, or were sent to needs beyond what is allocated to these.</summary>
    public decimal SentBeyond(Offer offer) => Gone.UnitsOf(offer) + ByNeed(offer).Sum(of => of.Lost + Math.Max(0, of.Sent - of.Held));

    /// <summary>
    /// Units of an offer that needs hold and that there are no more: lost in a hub, or not there by a count, after they were held. 0 or more,
    /// with the parts of units that amounts are.
    /// </summary>
    public decimal HeldBeyond(Offer offer) => Math.Max(0, -Left(offer));

    /// <summary>Units of an offer that a need holds and that were not sent to it yet, what is lost left out: these may be without a unit.</summary>
    public decimal HeldNotSent(Offer offer, Id<Need> need) => Plain(ByNeed(offer).Where(of => of.Need == need).Sum(of => Math.Max(0, of.Held - of.Sent)));

    /// <summary>Whether what stands and is not lost is in consignments, all of it: to leave, on its way or there. To release it would give its offer nothing back.</summary>
    public bool IsInConsignments(Allocation held, Offer offer) => held.Usable > 0 && HeldNotSent(offer, held.Need) == 0;

    /// <summary>Units of an offer that are allocated to other needs than these, and not sent yet; a part counts as a whole one.</summary>
    public int HeldForOthers(Offer offer, IReadOnlySet<Id<Need>> needs) =>
        (int)Math.Min(int.MaxValue, Math.Ceiling(Plain(ByNeed(offer).Where(of => !needs.Contains(of.Need)).Sum(of => Math.Max(0, of.Held - of.Sent)))));

    /// <summary>Units of an offer that stand, lost or not, with the parts of units that amounts are.</summary>
    public decimal UnitsOf(Offer offer) => Plain(Standing.Where(allocation => allocation.Offer == offer.Id).Sum(allocation => allocation.UnitsOf(offer)));

    /// <summary>How much of a need is filled by what stands and is not lost.</summary>
    public decimal FilledOf(Id<Need> need) => Plain(Standing.Where(allocation => allocation.Need == need).Sum(allocation => allocation.FillsStill));

    /// <summary>The same with what was sent to it beyond what it holds, and is not lost: what is on the way, or there, is not wanted again because nobody holds it.</summary>
    public decimal FilledOf(Need need) => FilledOf(need.Id) + SentUnheld(need.Id);

    /// <summary>How much of a need is filled by what was sent to it beyond what it holds of the same offer, and is not lost.</summary>
    public decimal SentUnheld(Id<Need> need) => Plain(Sent.Where(units => units.Need == need).GroupBy(units => units.Offer, units => units.Fills)
        .Sum(sent => Math.Max(0, sent.Sum() - Standing.Where(held => held.Need == need && held.Offer == sent.Key).Sum(held => held.FillsStill))));

    /// <summary>Whether all that a need holds or was sent of an offer came damaged, was refused or did not come.</summary>
    public bool IsLost(Id<Need> need, Id<Offer> offer) =>
        Sent.Any(units => units.Need == need && units.Offer == offer && units.Lost > 0)
        && !Sent.Any(units => units.Need == need && units.Offer == offer && units.Usable > 0)
        && !Standing.Any(held => held.Need == need && held.Offer == offer && held.Usable > 0);

    private const decimal Thousandths = 1000;

    // A part of a unit may have endless digits: what thirds leave of a whole is nothing.
    private static decimal Plain(decimal units) => Math.Round(units, 12);

    private decimal Free(Offer offer) => Math.Max(0, Left(offer));

    // Below 0 where units were lost in a hub, or were not there by a count, that were held already.
    private decimal Left(Offer offer) => Plain(
        offer.Units - Standing.Where(allocation => allocation.Offer == offer.Id).Sum(allocation => allocation.UsableOf(offer)) - SentBeyond(offer));

    private IEnumerable<(Id<Need> Need, decimal Held, decimal Sent, decimal Lost, bool IsConfirmed)> InUnit(Offer offer, Unit unit, decimal each)
    {
        decimal In(decimal much, Quantity? amount) => amount is null ? much * each : (amount with { Bounds = Bounds.Exactly(much) }).LowerIn(unit);
        return Standing.Where(held => held.Offer == offer.Id).Select(held => (held.Need, In(held.Usable, held.Amount), 0m, 0m, held.State == AllocationState.Confirmed))
            .Concat(Sent.Where(sent => sent.Offer == offer.Id).Select(sent => (sent.Need, 0m, In(sent.Usable, sent.Amount), In(sent.Lost, sent.Amount), false)));
    }

    private IEnumerable<(Id<Need> Need, decimal Held, decimal Sent, decimal Lost)> ByNeed(Offer offer)
    {
        var held = Standing.Where(allocation => allocation.Offer == offer.Id).ToLookup(allocation => allocation.Need, allocation => allocation.UsableOf(offer));
        var sent = Sent.Where(units => units.Offer == offer.Id).ToLookup(units => units.Need);
        return held.Select(of => of.Key).Union(sent.Select(of => of.Key))
            .Select(need => (need, held[need].Sum(), sent[need].Sum(units => units.UsableOf(offer)), sent[need].Sum(units => units.LostOf(offer))));
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
            Sent = await UnitsSent.Read(
                db,
                db.ConsignmentLines.Where(line => line.Operation == moment.Operation && ((need != null && line.Need == ofNeed) || (offer != null && line.Offer == ofOffer))), cancel),
            Gone = offer is null ? GoneInHubs.None : await GoneInHubs.Read(db, moment.Operation, [ofOffer], cancel),
        };
    }

    /// <summary>Every allocation of an operation that stands at an instant, or those of some offers.</summary>
    /// <param name="db">The register.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="now">The instant.</param>
    /// <param name="offers">The offers that are asked for; null for all. Of other offers nothing is known then.</param>
    /// <param name="cancel">Breaks off.</param>
    public static async Task<AllocationsAtMoment> LoadAll(
        RelightContext db, Id<Operation> operation, DateTimeOffset now, CancellationToken cancel = default, IReadOnlyCollection<Id<Offer>>? offers = null)
    {
        var allocations = db.Allocations.AsNoTracking().Where(row => row.Operation == operation && (row.State == AllocationState.Held || row.State == AllocationState.Confirmed));
        var lines = db.ConsignmentLines.Where(line => line.Operation == operation);
        if (offers is not null)
            (allocations, lines) = (allocations.Where(row => offers.Contains(row.Offer)), lines.Where(line => offers.Contains(line.Offer)));
        var rows = await allocations.OrderBy(row => row.Id).ToListAsync(cancel);
        return At(rows.ConvertAll(row => row.Read()), now) with
        {
            Sent = await UnitsSent.Read(db, lines, cancel),
            Gone = await GoneInHubs.Read(db, operation, offers, cancel),
        };
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

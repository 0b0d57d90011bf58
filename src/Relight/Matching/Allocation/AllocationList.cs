using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>Units of a donor's own offer that are held for a need, as the donor sees it: not where the need is, nor whose.</summary>
/// <param name="Id">Id of the allocation.</param>
/// <param name="Offer">The offer.</param>
/// <param name="OfferTitle">Its short name; null where it was withdrawn.</param>
/// <param name="Need">The need.</param>
/// <param name="NeedTitle">Its short name, which gives no site away; null where it was withdrawn.</param>
/// <param name="Units">How many whole units; 0 where an amount is held.</param>
/// <param name="Amount">The amount that is held where no whole units are; else null.</param>
/// <param name="State">How firmly they stand at the moment of reading.</param>
/// <param name="LapsesAt">When it lapses unless it is confirmed by then, UTC.</param>
[View(Audience.Donor)]
public sealed record AllocationForDonor(
    Id<Allocation> Id, Id<Offer> Offer, string? OfferTitle, Id<Need> Need, string? NeedTitle, int Units, Quantity? Amount, AllocationState State, DateTimeOffset LapsesAt)
{
    /// <summary>How much of it, in its measure, came damaged, was refused or did not come, and was not made good.</summary>
    public decimal Lost { get; init; }
}

/// <summary>Units of an offer that are held for a need, as coordinators see it.</summary>
/// <param name="Id">Id of the allocation.</param>
/// <param name="Need">The need.</param>
/// <param name="NeedTitle">Its short name; null where it was withdrawn.</param>
/// <param name="Requirement">What would serve it; null where it was withdrawn.</param>
/// <param name="Oblast">Its oblast; null where it is at no one place, or was withdrawn.</param>
/// <param name="Offer">The offer.</param>
/// <param name="OfferTitle">Its short name; null where it was withdrawn.</param>
/// <param name="Donor">Who offers it; null where it was withdrawn.</param>
/// <param name="Conditions">What its donor asks for.</param>
/// <param name="Units">How many whole units; 0 where an amount is held.</param>
/// <param name="Amount">The amount that is held where no whole units are; else null.</param>
/// <param name="State">How firmly they stand at the moment of reading.</param>
/// <param name="LapsesAt">When it lapses unless it is confirmed by then, UTC.</param>
/// <param name="Why">Why it was held, or confirmed, though rules cannot tell yet whether it fits.</param>
[View(Audience.Coordination)]
public sealed record AllocationForCoordination(
    Id<Allocation> Id,
    Id<Need> Need,
    string? NeedTitle,
    Requirement? Requirement,
    AreaCode? Oblast,
    Id<Offer> Offer,
    string? OfferTitle,
    string? Donor,
    IReadOnlyList<string> Conditions,
    int Units,
    Quantity? Amount,
    AllocationState State,
    DateTimeOffset LapsesAt,
    string? Why)
{
    /// <summary>How much of it, in its measure, came damaged, was refused or did not come, and was not made good: the need is open for others again.</summary>
    public decimal Lost { get; init; }

    /// <summary>
    /// How many units of its offer needs hold that there are no more, where this holds some that were not sent yet and may be without a unit; else 0.
    /// </summary>
    public decimal HeldBeyond { get; init; }
}

/// <summary>The allocations of an operation as they stand at a moment.</summary>
public static class AllocationList
{
    /// <summary>Those of one donor's offers; none where there is no organisation.</summary>
    public static IQueryable<AllocationRow> OfDonor(RelightContext db, Id<Operation> operation, Id<Organisation>? donor)
    {
        var own = donor ?? default;
        return db.Allocations.Where(row => row.Operation == operation && donor != null && db.Offers.Any(offer => offer.Id == row.Offer && offer.Donor == own));
    }

    /// <summary>Allocations as the donor of their offers sees them.</summary>
    public static async Task<IReadOnlyList<AllocationForDonor>> ForDonor(
        RelightContext db, IReadOnlyList<AllocationRow> rows, DateTimeOffset now, CancellationToken cancel = default)
    {
        var (needs, offers) = (await Needs(db, rows, cancel), await Offers(db, rows, cancel));
        return [.. rows.Select(row => Now(row, now)).Select(a => new AllocationForDonor(
            a.Id, a.Offer, offers.GetValueOrDefault(a.Offer)?.Title, a.Need, needs.GetValueOrDefault(a.Need)?.Title, a.Units, a.Amount, a.State, a.LapsesAt) { Lost = a.Lost })];
    }

    /// <summary>Allocations as coordinators see them.</summary>
    public static async Task<IReadOnlyList<AllocationForCoordination>> ForCoordination(
        RelightContext db, Id<Operation> operation, IReadOnlyList<AllocationRow> rows, DateTimeOffset now, CancellationToken cancel = default)
    {
        var (needs, offers) = (await Needs(db, rows, cancel), await Offers(db, rows, cancel));
        var names = await Names.Load(db, operation, cancel);
        var beyond = (await Matching.HeldBeyond.Among(db, operation, [.. rows.Select(row => row.Offer).Distinct()], now, cancel))
            .SelectMany(one => one.Needs.Select(holding => (one.Offer, holding.Need, one.Units))).ToDictionary(one => (one.Offer, one.Need), one => one.Units);
        return [.. rows.Select(row => Now(row, now)).Select(a =>
        {
            var (need, offer) = (needs.GetValueOrDefault(a.Need), offers.GetValueOrDefault(a.Offer));
            return new AllocationForCoordination(
                a.Id, a.Need, need?.Title, need?.Requirement, need?.Site?.Oblast, a.Offer, offer?.Title, offer is null ? null : names[offer.Donor],
                offer?.Conditions ?? [], a.Units, a.Amount, a.State, a.LapsesAt, a.Why)
            {
                Lost = a.Lost,
                HeldBeyond = a.Stands(now) ? beyond.GetValueOrDefault((a.Offer, a.Need)) : 0,
            };
        })];
    }

    /// <summary>Every allocation of a need, of an offer or of the operation for coordinators: first what stands, the latest first.</summary>
    public static async Task<IReadOnlyList<AllocationForCoordination>> ReadForCoordination(
        RelightContext db, Id<Operation> operation, DateTimeOffset now, Id<Need>? need = null, Id<Offer>? offer = null, CancellationToken cancel = default)
    {
        var (ofNeed, ofOffer) = (need ?? default, offer ?? default);
        var rows = await db.Allocations.AsNoTracking()
            .Where(row => row.Operation == operation && (need == null || row.Need == ofNeed) && (offer == null || row.Offer == ofOffer))
            .OrderByDescending(row => row.LapsesAt).ThenBy(row => row.Id).ToListAsync(cancel);
        return [.. (await ForCoordination(db, operation, rows, now, cancel)).OrderBy(view => view.State)];
    }

    private static Allocation Now(AllocationRow row, DateTimeOffset now) =>
        row.Read() is var allocation && allocation.HasLapsed(now) ? allocation with { State = AllocationState.Lapsed } : allocation;

    private static async Task<Dictionary<Id<Need>, Need>> Needs(RelightContext db, IReadOnlyList<AllocationRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.Need).Distinct().ToList();
        return (await db.Needs.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read());
    }

    private static async Task<Dictionary<Id<Offer>, Offer>> Offers(RelightContext db, IReadOnlyList<AllocationRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.Offer).Distinct().ToList();
        return (await db.Offers.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read());
    }
}

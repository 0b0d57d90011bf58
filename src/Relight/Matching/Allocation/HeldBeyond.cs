using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>A need that holds units of an offer of which more is held than there is.</summary>
/// <param name="Need">The need.</param>
/// <param name="Title">Its short name; null where it was withdrawn.</param>
/// <param name="Requirement">What would serve it; null where it was withdrawn.</param>
/// <param name="Oblast">Its oblast; null where it is at no one place, or was withdrawn.</param>
/// <param name="Units">Units that it holds and that were not sent to it yet: a part of one where it holds an amount.</param>
[View(Audience.Coordination)]
public sealed record HoldingNeed(Id<Need> Need, string? Title, Requirement? Requirement, AreaCode? Oblast, decimal Units);

/// <summary>
/// An offer of which needs hold more than there is: units of it were lost in a hub, or were not there by a count, after they were held.
/// Somebody must choose which of the needs is to do without, and release what it holds.
/// </summary>
/// <param name="Offer">The offer.</param>
/// <param name="Title">Its short name.</param>
/// <param name="Units">How many units are held that there are no more: a part of one where amounts are held; above 0.</param>
/// <param name="Needs">Needs that hold units which were not sent yet, the most at the front.</param>
[View(Audience.Coordination)]
public sealed record HeldBeyond(Id<Offer> Offer, string Title, decimal Units, IReadOnlyList<HoldingNeed> Needs)
{
    /// <summary>Those among some offers, by title.</summary>
    /// <param name="offers">The offers.</param>
    /// <param name="needs">The needs of the register, by their ids.</param>
    /// <param name="allocations">What is allocated of these offers, what was sent and what is gone.</param>
    public static IReadOnlyList<HeldBeyond> Of(IEnumerable<Offer> offers, IReadOnlyDictionary<Id<Need>, Need> needs, AllocationsAtMoment allocations) =>
    [
        .. offers.Where(offer => allocations.HeldBeyond(offer) > 0)
            .OrderBy(offer => offer.Title, StringComparer.Ordinal).ThenBy(offer => offer.Id)
            .Select(offer => new HeldBeyond(offer.Id, offer.Title, allocations.HeldBeyond(offer), Holding(offer, needs, allocations))),
    ];

    /// <summary>Those of an operation, of one offer, or of the offers that one need holds units of.</summary>
    /// <param name="db">The register.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="now">The instant at which holds stand.</param>
    /// <param name="need">The need that holds units of them which were not sent to it; null for any.</param>
    /// <param name="offer">The offer; null for all.</param>
    /// <param name="cancel">Breaks off.</param>
    public static async Task<IReadOnlyList<HeldBeyond>> Read(
        RelightContext db, Id<Operation> operation, DateTimeOffset now, Id<Need>? need = null, Id<Offer>? offer = null, CancellationToken cancel = default)
    {
        var (ofNeed, ofOffer) = (need ?? default, offer ?? default);
        var held = await db.Allocations.Where(row => row.Operation == operation
                && (row.State == AllocationState.Held || row.State == AllocationState.Confirmed)
                && (need == null || row.Need == ofNeed) && (offer == null || row.Offer == ofOffer))
            .Select(row => row.Offer).Distinct().ToListAsync(cancel);
        return [.. (await Among(db, operation, held, now, cancel)).Where(one => need is null || one.Needs.Any(holding => holding.Need == need))];
    }

    /// <summary>Those among some offers of an operation.</summary>
    internal static async Task<IReadOnlyList<HeldBeyond>> Among(
        RelightContext db, Id<Operation> operation, IReadOnlyCollection<Id<Offer>> among, DateTimeOffset now, CancellationToken cancel)
    {
        if (among.Count == 0)
            return [];
        var offers = (await db.Offers.AsNoTracking().Where(row => row.Operation == operation && among.Contains(row.Id)).ToListAsync(cancel)).ConvertAll(row => row.Read());
        var allocations = await AllocationsAtMoment.LoadAll(db, operation, now, cancel, among);
        var beyond = offers.Where(offer => allocations.HeldBeyond(offer) > 0).Select(offer => offer.Id).ToHashSet();
        if (beyond.Count == 0)
            return [];
        var holding = allocations.Standing.Where(held => beyond.Contains(held.Offer)).Select(held => held.Need).Distinct().ToList();
        var needs = await db.Needs.AsNoTracking().Where(row => holding.Contains(row.Id)).ToListAsync(cancel);
        return Of(offers, needs.Select(row => row.Read()).ToDictionary(need => need.Id), allocations);
    }

    private static IReadOnlyList<HoldingNeed> Holding(Offer offer, IReadOnlyDictionary<Id<Need>, Need> needs, AllocationsAtMoment allocations) =>
    [
        .. allocations.Standing.Where(held => held.Offer == offer.Id).Select(held => held.Need).Distinct()
            .Select(id => (Id: id, Need: needs.GetValueOrDefault(id), Units: allocations.HeldNotSent(offer, id)))
            .Where(holding => holding.Units > 0)
            .OrderByDescending(holding => holding.Units).ThenBy(holding => holding.Id)
            .Select(holding => new HoldingNeed(holding.Id, holding.Need?.Title, holding.Need?.Requirement, holding.Need?.Site?.Oblast, holding.Units)),
    ];
}

using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>What a search for the other side of a match found.</summary>
/// <param name="Matches">The matches, best first, as many as were wanted.</param>
/// <param name="Found">How many there are in all.</param>
/// <param name="Unsettled">How many more there may be: a value that a condition asks for is not known of them.</param>
[View(Audience.Coordination)]
public sealed record FoundMatches(IReadOnlyList<Match> Matches, int Found, int Unsettled);

/// <summary>Offers that meet conditions.</summary>
/// <param name="Offers">The offers, by arrival, as many as were wanted.</param>
/// <param name="Found">How many there are in all.</param>
/// <param name="Unsettled">How many more there may be: a value that a condition asks for is not known of them.</param>
[View(Audience.Coordination)]
public sealed record FoundOffers(IReadOnlyList<OfferForCoordination> Offers, int Found, int Unsettled);

/// <summary>Finds offers for a need and needs for an offer, best first, with conditions.</summary>
public static class FindMatches
{
    /// <summary>The offers that can serve a need, or of which it cannot be told yet; null where there is no such need.</summary>
    /// <param name="db">Where the register is.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="id">The need.</param>
    /// <param name="where">Conditions on offers; null for none.</param>
    /// <param name="limit">How many are wanted.</param>
    /// <param name="practice">What the operation has settled otherwise.</param>
    /// <param name="indexes">Indexes that are kept, where there are any: they hold for the default practice.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<FoundMatches?> ForNeed(
        RelightContext db, Id<Operation> operation, Id<Need> id, SearchQuery<Offer>? where, int limit, Practice practice,
        MatchIndexes? indexes = null, CancellationToken cancel = default)
    {
        if ((await db.Needs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == operation, cancel))?.Read() is not { } need)
            return null;
        var (offers, index) = await Read(db, operation, need, practice, indexes, cancel);
        bool? Met(Candidate candidate) => where is null ? true : where.Meets(offers[candidate.Offer]);
        var found = index.ForNeed(need).ToLookup(Met);
        return new FoundMatches(
            [.. found[true].Take(limit).Select(candidate => MatchOffers.Judge(need, offers[candidate.Offer], practice))], found[true].Count(), found[null].Count());
    }

    private static async Task<(IReadOnlyList<Offer> Offers, MatchIndex Index)> Read(
        RelightContext db, Id<Operation> operation, Need need, Practice practice, MatchIndexes? indexes, CancellationToken cancel)
    {
        if (indexes is not null && practice == Practice.Default)
        {
            var kept = await indexes.Of(db, operation, cancel);
            return (kept.Offers, kept.Index);
        }
        var served = need.Requirement.Served;
        var offers = (await db.Offers.AsNoTracking().Where(row => row.Operation == operation && served.Contains(row.Item)).ToListAsync(cancel)).ConvertAll(row => row.Read());
        return (offers, new MatchIndex(offers, practice));
    }

    /// <summary>The needs that an offer can serve, or of which it cannot be told yet, best verdict first, then by urgency; null where there is no such offer.</summary>
    /// <param name="db">Where the register is.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="id">The offer.</param>
    /// <param name="where">Conditions on needs; null for none.</param>
    /// <param name="limit">How many are wanted.</param>
    /// <param name="practice">What the operation has settled otherwise.</param>
    /// <param name="kept">Needs that are kept.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<FoundMatches?> ForOffer(
        RelightContext db, Id<Operation> operation, Id<Offer> id, SearchQuery<Need>? where, int limit, Practice practice, KeptNeeds kept, CancellationToken cancel = default)
    {
        if ((await db.Offers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == operation, cancel))?.Read() is not { } offer)
            return null;
        var found = (await kept.Of(db, operation, cancel))
            .Where(need => KindRule.CanServe(need.Requirement, offer.Specification.Item))
            .Select(need => (Need: need, Met: where is null ? true : where.Meets(need), Weighed: MatchOffers.Weigh(need, offer, practice)))
            .Where(pair => pair.Met != false && pair.Weighed.Verdict != Verdict.DoesNotFit)
            .OrderBy(pair => pair.Weighed.Verdict).ThenBy(pair => pair.Need.Priority).ThenBy(pair => pair.Need.Deadline ?? DateOnly.MaxValue)
            .ThenByDescending(pair => pair.Weighed.MarginPercent ?? 0).ThenBy(pair => pair.Need.Id)
            .ToLookup(pair => pair.Met);
        return new FoundMatches([.. found[true].Take(limit).Select(pair => MatchOffers.Judge(pair.Need, offer, practice))], found[true].Count(), found[null].Count());
    }

    /// <summary>The offers that meet conditions, earliest arrival first.</summary>
    /// <param name="db">Where the register is.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="where">The conditions.</param>
    /// <param name="limit">How many are wanted.</param>
    /// <param name="indexes">Indexes that are kept, with their offers.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<FoundOffers> Offers(
        RelightContext db, Id<Operation> operation, SearchQuery<Offer> where, int limit, MatchIndexes indexes, CancellationToken cancel = default)
    {
        var found = (await indexes.Of(db, operation, cancel)).Offers.ToLookup(where.Meets);
        var first = found[true].OrderBy(offer => offer.Arrival?.Latest ?? DateOnly.MaxValue).ThenBy(offer => offer.Id).Take(limit).ToList();
        return new FoundOffers(await OfferList.ForCoordination(db, operation, first, cancel), found[true].Count(), found[null].Count());
    }
}

using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>A page of what stands at the other side of a match, best first, those that do not fit last.</summary>
/// <param name="Matches">The matches of this page, of all that are listed.</param>
/// <param name="Unlisted">How many more of the kind do not fit, where they are more than <see cref="MatchPages.MostUnfit"/>: those are not listed.</param>
/// <param name="Unsettled">How many more may meet the conditions: a value that one asks for is not known of them.</param>
[View(Audience.Coordination)]
public sealed record MatchPage(Page<Match> Matches, int Unlisted, int Unsettled = 0);

/// <summary>Where an offer stands among those of the kind for one need: verdict, then margin, then arrival; ties by id.</summary>
/// <param name="Verdict">The verdict of all rules.</param>
/// <param name="Margin">The smallest margin, in %; 0 where no rule has a number.</param>
/// <param name="Arrival">The last day on which it may first arrive; the last of all days where that is not known.</param>
/// <param name="Id">The offer.</param>
public readonly record struct OfferRank(Verdict Verdict, decimal Margin, DateOnly Arrival, Id<Offer> Id) : IComparable<OfferRank>
{
    /// <inheritdoc/>
    public int CompareTo(OfferRank other) =>
        (Verdict, -Margin, Arrival, Id).CompareTo((other.Verdict, -other.Margin, other.Arrival, other.Id));
}

/// <summary>
/// Matches page by page: all of the kind are weighed, by the index where there is one, but words and figures of rules are made
/// for those alone that the page shows. The order is that of judging every pair.
/// </summary>
public static class MatchPages
{
    /// <summary>Where more of the kind do not fit, these are counted and not listed: nobody turns so many pages to what is of no use.</summary>
    public const int MostUnfit = 2_000;

    /// <summary>A page of the offers of the kind for a need; null where there is no such need.</summary>
    /// <param name="db">Where the register is.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="id">The need.</param>
    /// <param name="where">Conditions on offers: those that can serve and meet them are listed alone; null for none.</param>
    /// <param name="paging">Which page; the last where there are fewer.</param>
    /// <param name="indexes">Indexes that are kept.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<MatchPage?> OfNeed(
        RelightContext db, Id<Operation> operation, Id<Need> id, SearchQuery<Offer>? where, Paging paging, MatchIndexes indexes, CancellationToken cancel = default)
    {
        if (await Read(db, operation, id, cancel) is not { } need)
            return null;
        var kept = await indexes.Of(db, operation, cancel);
        Match Judge(int place) => MatchOffers.Judge(need, kept.Offers[place], Practice.Default);
        if (where is not null)
        {
            var found = kept.Index.ForNeed(need).Select(candidate => candidate.Offer).ToLookup(place => where.Meets(kept.Offers[place]));
            return new MatchPage(Cut([.. found[true]], paging, Judge), 0, found[null].Count());
        }
        var (ranked, unlisted) = Ranked(need, kept);
        return new MatchPage(Cut(ranked, paging, each => Judge(each.Place)), unlisted);
    }

    /// <summary>The offers of the kind for a need that follow one, and where to go on; null where there is no such need.</summary>
    /// <param name="db">Where the register is.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="id">The need.</param>
    /// <param name="after">The last offer before; null for the beginning.</param>
    /// <param name="limit">How many are wanted.</param>
    /// <param name="indexes">Indexes that are kept.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<(IReadOnlyList<Match> Matches, OfferRank? Next)?> After(
        RelightContext db, Id<Operation> operation, Id<Need> id, OfferRank? after, int limit, MatchIndexes indexes, CancellationToken cancel = default)
    {
        if (await Read(db, operation, id, cancel) is not { } need)
            return null;
        var kept = await indexes.Of(db, operation, cancel);
        var rest = Ranked(need, kept).Offers.SkipWhile(each => after is { } place && each.Rank.CompareTo(place) <= 0).Take(limit + 1).ToList();
        var shown = rest.Take(limit).ToList();
        return ([.. shown.Select(each => MatchOffers.Judge(need, kept.Offers[each.Place], Practice.Default))], rest.Count > limit ? shown[^1].Rank : null);
    }

    /// <summary>A page of the needs of the kind for an offer, the most urgent of equal ones first; null where there is no such offer.</summary>
    /// <param name="db">Where the register is.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="id">The offer.</param>
    /// <param name="paging">Which page; the last where there are fewer.</param>
    /// <param name="needs">Needs that are kept.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<MatchPage?> OfOffer(
        RelightContext db, Id<Operation> operation, Id<Offer> id, Paging paging, KeptNeeds needs, CancellationToken cancel = default)
    {
        if ((await db.Offers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == operation, cancel))?.Read() is not { } offer)
            return null;
        var weighed = (await needs.Of(db, operation, cancel))
            .Where(need => KindRule.CanServe(need.Requirement, offer.Specification.Item))
            .Select(need => (Need: need, Weighed: MatchOffers.Weigh(need, offer, Practice.Default)))
            .ToLookup(pair => pair.Weighed.Verdict == Verdict.DoesNotFit);
        var unfit = weighed[true].Select(pair => pair.Need).ToList();
        IEnumerable<Need> listed = unfit.Count > MostUnfit ? [] : unfit.OrderByDescending(need => MatchOffers.Margin(need, offer, Practice.Default) ?? 0);
        var ordered = weighed[false].OrderBy(pair => pair.Weighed.Verdict).ThenByDescending(pair => pair.Weighed.MarginPercent ?? 0).Select(pair => pair.Need).Concat(listed).ToList();
        return new MatchPage(Cut(ordered, paging, need => MatchOffers.Judge(need, offer, Practice.Default)), unfit.Count > MostUnfit ? unfit.Count : 0);
    }

    private static async Task<Need?> Read(RelightContext db, Id<Operation> operation, Id<Need> id, CancellationToken cancel) =>
        (await db.Needs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == operation, cancel))?.Read();

    private static (IReadOnlyList<(OfferRank Rank, int Place)> Offers, int Unlisted) Ranked(Need need, IndexedOffers kept)
    {
        (OfferRank, int) Rank(int place, Verdict verdict, decimal? margin) => (
            new OfferRank(verdict, margin ?? 0, kept.Offers[place].Arrival?.Latest ?? DateOnly.MaxValue, kept.Offers[place].Id), place);
        var ranked = kept.Index.ForNeed(need).Select(candidate => Rank(candidate.Offer, candidate.Verdict, candidate.MarginPercent)).ToList();
        var unfit = kept.Index.OfKind(need).ToHashSet();
        unfit.ExceptWith(ranked.Select(each => each.Item2));
        if (unfit.Count > MostUnfit)
            return (ranked, unfit.Count);
        ranked.AddRange(unfit.Select(place => Rank(place, Verdict.DoesNotFit, MatchOffers.Margin(need, kept.Offers[place], Practice.Default))).OrderBy(each => each.Item1));
        return (ranked, 0);
    }

    private static Page<Match> Cut<T>(IReadOnlyList<T> all, Paging paging, Func<T, Match> judge)
    {
        var number = Math.Clamp(paging.Number, 1, Math.Max(1, (all.Count + paging.Take - 1) / paging.Take));
        return new Page<Match>([.. all.Skip((number - 1) * paging.Take).Take(paging.Take).Select(judge)], all.Count, number, paging.Take);
    }
}

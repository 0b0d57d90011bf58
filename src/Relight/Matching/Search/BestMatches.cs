using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>The best verdicts of some needs, and of some offers: those of a page, each held against all of the other side.</summary>
public static class BestMatches
{
    /// <summary>The best verdict that any offer has for each need; a need without an offer of its kind has none.</summary>
    public static async Task<IReadOnlyDictionary<Id<Need>, Verdict>> OfNeeds(
        RelightContext db, Id<Operation> operation, IReadOnlyList<Need> needs, MatchIndexes indexes, CancellationToken cancel = default)
    {
        var kept = await indexes.Of(db, operation, cancel);
        var items = kept.Offers.Select(offer => offer.Specification.Item).ToHashSet();
        var found = kept.Index.ForAll(needs, Environment.ProcessorCount);
        return needs.Index()
            .Where(need => need.Item.Requirement.Served.Any(items.Contains))
            .ToDictionary(need => need.Item.Id, need => found[need.Index].Select(each => each.Verdict).DefaultIfEmpty(Verdict.DoesNotFit).Min());
    }

    /// <summary>The best verdict that each offer has for any need; an offer without a need of its kind has none.</summary>
    public static async Task<IReadOnlyDictionary<Id<Offer>, Verdict>> OfOffers(
        RelightContext db, Id<Operation> operation, IReadOnlyList<Offer> offers, KeptNeeds kept, CancellationToken cancel = default)
    {
        var items = offers.Select(offer => offer.Specification.Item).ToHashSet();
        var needs = (await kept.Of(db, operation, cancel)).Where(need => need.Requirement.Served.Any(items.Contains)).ToList();
        var served = needs.SelectMany(need => need.Requirement.Served).ToHashSet();
        var best = offers.Where(offer => served.Contains(offer.Specification.Item)).ToDictionary(offer => offer.Id, _ => Verdict.DoesNotFit);
        foreach (var each in new MatchIndex(offers, Practice.Default).ForAll(needs, Environment.ProcessorCount).SelectMany(found => found))
            if (each.Verdict < best[offers[each.Offer].Id])
                best[offers[each.Offer].Id] = each.Verdict;
        return best;
    }
}

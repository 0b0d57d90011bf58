using Relight.Access;
using Relight.Matching;
using Relight.Register;
using Relight.Web.Access;

namespace Relight.Web.Register;

/// <summary>The best verdict of each need and of each offer, for coordinators.</summary>
internal static class BestVerdicts
{
    /// <summary>By need; empty where the reader may not know.</summary>
    public static async Task<IReadOnlyDictionary<Id<Need>, Verdict>> OfNeedsAsync(CurrentOperation current, Reader reader) =>
        (await AllAsync(current, reader)).GroupBy(match => match.Need).ToDictionary(group => group.Key, group => group.Min(match => match.Verdict));

    /// <summary>By offer; empty where the reader may not know.</summary>
    public static async Task<IReadOnlyDictionary<Id<Offer>, Verdict>> OfOffersAsync(CurrentOperation current, Reader reader) =>
        (await AllAsync(current, reader)).GroupBy(match => match.Offer).ToDictionary(group => group.Key, group => group.Min(match => match.Verdict));

    /// <summary>Every match between a need and an offer of its kind.</summary>
    public static async Task<IReadOnlyList<Match>> AllAsync(CurrentOperation current, Reader reader) =>
        reader.May(Audience.Coordination)
            ? await current.ReadAsync<IReadOnlyList<Match>>(async (db, operation) => await MatchOffers.ForAll(db, operation, Practice.Default)) ?? []
            : [];
}

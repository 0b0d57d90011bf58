using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>The offers of an operation as they stood at a place of its ledger, with their index.</summary>
/// <param name="Position">Number of the ledger row up to which they stand.</param>
/// <param name="Offers">The offers, by id.</param>
/// <param name="Index">Their index, by the rules as they are by default.</param>
public sealed record IndexedOffers(long Position, IReadOnlyList<Offer> Offers, MatchIndex Index);

/// <summary>
/// Keeps an index of the offers of each operation, so that one need is answered without reading every offer again. What is
/// kept stands as long as no offer was recorded or withdrawn after the place of the ledger at which it was read; other
/// events leave it as it is.
/// </summary>
public sealed class MatchIndexes
{
    private static readonly string[] s_changes = [EventTypes.NameOf(typeof(OfferRecorded)), EventTypes.NameOf(typeof(OfferWithdrawn))];

    private readonly ConcurrentDictionary<Id<Operation>, IndexedOffers> _kept = new();

    /// <summary>The offers as they stand, with their index.</summary>
    public async Task<IndexedOffers> Of(RelightContext db, Id<Operation> operation, CancellationToken cancel = default)
    {
        // The place is read before the offers: a change between the two is found by the next reader.
        var end = await db.LedgerHeads.AsNoTracking().Where(head => head.Operation == operation).Select(head => head.Number).FirstOrDefaultAsync(cancel);
        if (_kept.TryGetValue(operation, out var kept) && kept.Position <= end)
        {
            var stands = kept.Position == end || !await db.Ledger.AsNoTracking().AnyAsync(
                row => row.Operation == operation && row.Number > kept.Position && row.Number <= end && s_changes.Contains(row.Type), cancel);
            if (stands)
                return _kept[operation] = kept with { Position = end };
        }
        var rows = await db.Offers.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync(cancel);
        IReadOnlyList<Offer> offers = rows.ConvertAll(row => row.Read());
        return _kept[operation] = new IndexedOffers(end, offers, new MatchIndex(offers, Practice.Default));
    }
}

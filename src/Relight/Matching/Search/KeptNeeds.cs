using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>
/// Keeps the needs of each operation as they stood at a place of its ledger, most urgent first, so that offers are judged
/// without reading every need again. What is kept stands as long as no need was recorded or withdrawn after that place.
/// </summary>
public sealed class KeptNeeds
{
    private static readonly string[] s_changes = [EventTypes.NameOf(typeof(NeedRecorded)), EventTypes.NameOf(typeof(NeedWithdrawn))];

    private readonly ConcurrentDictionary<Id<Operation>, (long Position, IReadOnlyList<Need> Needs)> _kept = new();

    /// <summary>The needs as they stand.</summary>
    public async Task<IReadOnlyList<Need>> Of(RelightContext db, Id<Operation> operation, CancellationToken cancel = default)
    {
        // The place is read before the needs: a change between the two is found by the next reader.
        var end = await db.LedgerHeads.AsNoTracking().Where(head => head.Operation == operation).Select(head => head.Number).FirstOrDefaultAsync(cancel);
        if (_kept.TryGetValue(operation, out var kept) && kept.Position <= end
            && (kept.Position == end || !await db.Ledger.AsNoTracking().AnyAsync(
                row => row.Operation == operation && row.Number > kept.Position && row.Number <= end && s_changes.Contains(row.Type), cancel)))
        {
            _kept[operation] = kept with { Position = end };
            return kept.Needs;
        }
        var rows = await db.Needs.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Rank).ThenBy(row => row.Id).ToListAsync(cancel);
        IReadOnlyList<Need> needs = rows.ConvertAll(row => row.Read());
        _kept[operation] = (end, needs);
        return needs;
    }
}

using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;

namespace Relight.Ledger;

/// <summary>What was done to a row of the ledger by hand.</summary>
public enum Tampering
{
    /// <summary>Its content is not the one that its hash was made of, or that the row after it names.</summary>
    Changed,

    /// <summary>It is missing.</summary>
    Removed,

    /// <summary>It is not part of the chain.</summary>
    Inserted,

    /// <summary>It stands at another place than the chain gives it.</summary>
    Reordered,
}

/// <summary>A row that is not as it was written.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Number">Place of the row in the operation's ledger.</param>
/// <param name="Tampering">What was done to it.</param>
public sealed record Tampered(Id<Operation> Operation, long Number, Tampering Tampering)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"operation {Operation}: row {Number} was {Tampering.ToString().ToLowerInvariant()}";
}

/// <summary>What a verification found.</summary>
/// <param name="Rows">How many rows were read.</param>
/// <param name="Tampered">Every row that is not as it was written, by operation and number; empty where all are.</param>
public sealed record LedgerVerification(long Rows, IReadOnlyList<Tampered> Tampered)
{
    /// <summary>
    /// Reads every ledger once and follows its chain of hashes from the end that is kept apart back to its beginning:
    /// rows whose content does not give their hash were changed, rows that the chain misses were removed,
    /// rows that it does not pass were inserted, rows that it passes in another order changed places.
    /// </summary>
    public static async Task<LedgerVerification> Run(RelightContext db, CancellationToken cancel = default)
    {
        // One snapshot, so that a row written meanwhile is not taken for one that was slipped in.
        await using var snapshot = await db.Snapshot(cancel);
        var heads = await db.LedgerHeads.AsNoTracking().ToDictionaryAsync(head => head.Operation, cancel);
        var chains = new Dictionary<Id<Operation>, List<ChainLink>>();
        var rows = 0L;
        await foreach (var row in db.Ledger.AsNoTracking().OrderBy(row => row.Operation).ThenBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            rows++;
            if (!chains.TryGetValue(row.Operation, out var chain))
                chains.Add(row.Operation, chain = []);
            chain.Add(new ChainLink(row.Number, row.PreviousHash, row.Hash, row.ComputeHash() == row.Hash));
        }
        // Ended here rather than with the connection: SQLite begins no other while one is open.
        await snapshot.CommitAsync(cancel);
        var tampered = new List<Tampered>();
        foreach (var operation in heads.Keys.Union(chains.Keys).Order())
        {
            var found = LedgerChain.Follow(chains.GetValueOrDefault(operation, []), heads.GetValueOrDefault(operation));
            tampered.AddRange(found.OrderBy(f => f.Number).Select(f => new Tampered(operation, f.Number, f.Tampering)));
        }
        return new LedgerVerification(rows, tampered);
    }
}

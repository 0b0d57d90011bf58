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

    /// <summary>What is kept of the ledger's end, beside its rows, is missing or is not the end of this chain: rows after it may be missing.</summary>
    EndChanged,

    /// <summary>It stands first, and names a row before it.</summary>
    CutOff,
}

/// <summary>A row, or rows that follow each other, that are not as they were written.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Number">Place of the row in the operation's ledger.</param>
/// <param name="Last">Place of the last, where several in a row are missing; else the same.</param>
/// <param name="Tampering">What was done to it.</param>
public sealed record Tampered(Id<Operation> Operation, long Number, long Last, Tampering Tampering)
{
    /// <summary>Name of the operation, as it is stored; its id where there is none.</summary>
    public string OperationName { get; init; } = Operation.ToString();

    /// <summary>What the row says now, or between which rows it stood: for people; empty where nothing is known of it.</summary>
    public string Content { get; init; } = "";

    /// <summary>One line for people.</summary>
    public override string ToString() => $"{OperationName}: {Rows} {Done}{(Content.Length > 0 ? $"; {Content}" : "")}";

    private string Rows => Last == Number ? FormattableString.Invariant($"row {Number} of the ledger") : FormattableString.Invariant($"rows {Number} to {Last} of the ledger");

    private string Done => Tampering switch
    {
        Tampering.Changed => "was changed",
        Tampering.Removed => Last == Number ? "is missing" : "are missing",
        Tampering.Inserted => "was inserted",
        Tampering.Reordered => "was moved from another place",
        Tampering.EndChanged => "is the last that can be told: what is kept of the ledger's end was changed or removed, and rows after it may be missing",
        _ => "stands first, but was written after others that are missing",
    };
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
        var heads = new Dictionary<Id<Operation>, LedgerHead>();
        await foreach (var head in StoredLedger.Heads(db, cancel))
            heads.TryAdd(head.Operation, head);
        var chains = new Dictionary<Id<Operation>, List<ChainLink>>();
        var rows = 0L;
        await foreach (var row in StoredLedger.Rows(db, cancel))
        {
            rows++;
            if (!chains.TryGetValue(row.Operation, out var chain))
                chains.Add(row.Operation, chain = []);
            chain.Add(new ChainLink(row.Number, row.PreviousHash, row.Hash, row.Read() is { } sound && sound.ComputeHash() == row.Hash));
        }
        var tampered = new List<Tampered>();
        foreach (var operation in heads.Keys.Union(chains.Keys).Order())
            tampered.AddRange(LedgerChain.Follow(chains.GetValueOrDefault(operation, []), heads.GetValueOrDefault(operation))
                .Select(found => new Tampered(operation, found.First, found.Last, found.Tampering)));
        if (tampered.Count > 0)
            tampered = await InWords(db, tampered, cancel);
        // Ended here rather than with the connection: SQLite begins no other while one is open.
        await snapshot.CommitAsync(cancel);
        return new LedgerVerification(rows, tampered);
    }

    // Read once more: few are asked for, and what was done by hand need not be what a query could look for.
    private static async Task<List<Tampered>> InWords(RelightContext db, List<Tampered> tampered, CancellationToken cancel)
    {
        var wanted = tampered.SelectMany(one => one.Tampering == Tampering.Removed ? [one.Number - 1, one.Last + 1] : new[] { one.Number }, (one, number) => (one.Operation, number)).ToHashSet();
        var found = new Dictionary<(Id<Operation>, long), StoredLedger.Row>();
        await foreach (var row in StoredLedger.Rows(db, cancel))
            if (wanted.Contains((row.Operation, row.Number)))
                found.TryAdd((row.Operation, row.Number), row);
        var names = await StoredLedger.NamesOfOperations(db, cancel);
        string Between(Tampered one) => (found.GetValueOrDefault((one.Operation, one.Number - 1)), found.GetValueOrDefault((one.Operation, one.Last + 1))) switch
        {
            ({ } before, { } after) => $"written between {before.When} and {after.When}",
            ({ } before, null) => $"written after {before.When}",
            (null, { } after) => $"written before {after.When}",
            _ => "",
        };
        return tampered.ConvertAll(one => one with
        {
            OperationName = names.GetValueOrDefault(one.Operation) ?? one.OperationName,
            Content = one.Tampering == Tampering.Removed ? Between(one) : found.GetValueOrDefault((one.Operation, one.Number)) is { } row ? $"it says: {row.Content}" : "",
        });
    }
}

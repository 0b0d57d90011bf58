using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>
/// Keeps the claims and contributions of each operation in memory, so that they are filtered and sorted by anything without an
/// index for it. Each question first reads what the ledger has had since the one before; so what is found is what the register
/// holds, whichever process has written it. A million claims take some 400 MB.
/// </summary>
/// <param name="database">Where the register is.</param>
/// <param name="rowsOfBlock">Most records of a block, see <see cref="KeptColumns{TBlock}"/>.</param>
public sealed class KeptLists(Database database, int rowsOfBlock = 1 << 16)
{
    // So many ids are asked for in one statement.
    private const int Chunk = 10_000;

    private static readonly string[] s_changes =
    [
        .. new[]
        {
            typeof(ClaimRecorded), typeof(ClaimRetracted), typeof(ClaimAdopted), typeof(ClaimDropped), typeof(StageAdvanced), typeof(StageTakenBack), typeof(OrganisationCorrected),
        }.Select(EventTypes.NameOf),
    ];

    private readonly ConcurrentDictionary<Id<Operation>, Kept> _kept = new();

    /// <summary>A search of the claims of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="conditions">Conditions of <see cref="ClaimSearch"/>, all of which a claim must meet.</param>
    /// <param name="order">The order.</param>
    /// <param name="descending">Whether it is reversed.</param>
    public IRowSearch<Claim> Claims(Id<Operation> operation, IEnumerable<ListCondition> conditions, RowOrder<Claim, ClaimRow> order, bool descending) =>
        new KeptSearch<Claim, ClaimBlock>(cancel => Of(operation, cancel), kept => kept.Claims, conditions.Cast<KeptCondition<ClaimBlock>>(), kept => SearchKeys.Of(order, kept), descending);

    /// <summary>A search of the contributions of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="conditions">Conditions of <see cref="ContributionSearch"/>, all of which a contribution must meet.</param>
    /// <param name="order">The order.</param>
    /// <param name="descending">Whether it is reversed.</param>
    public IRowSearch<Contribution> Contributions(Id<Operation> operation, IEnumerable<ListCondition> conditions, RowOrder<Contribution, ContributionRow> order, bool descending) =>
        new KeptSearch<Contribution, ContributionBlock>(
            cancel => Of(operation, cancel), kept => kept.Contributions, conditions.Cast<KeptCondition<ContributionBlock>>(), kept => SearchKeys.Of(order, kept), descending);

    /// <summary>Reads the lists of all operations ahead of the first question.</summary>
    public async Task Load(CancellationToken cancel)
    {
        await using var db = database.Open();
        foreach (var operation in await db.Operations.Select(row => row.Id).ToListAsync(cancel))
            await Of(operation, cancel);
    }

    // The operation as it stands.
    private async Task<KeptOperation> Of(Id<Operation> operation, CancellationToken cancel)
    {
        var kept = _kept.GetOrAdd(operation, _ => new Kept());
        await kept.Alone.WaitAsync(cancel);
        try
        {
            await using var db = database.Open();
            // All that is read is of one moment of the ledger.
            await using var snapshot = await db.Snapshot(cancel);
            var end = await db.LedgerHeads.AsNoTracking().FirstOrDefaultAsync(head => head.Operation == operation, cancel)
                ?? new LedgerHead { Operation = operation, Number = 0, Hash = LedgerRow.Beginning };
            if (kept.Lists is not { Contributions.IsWorn: false } lists || !await Continues(db, kept.End, end, cancel))
                kept.Lists = lists = await ReadAll(db, operation, cancel);
            else if (end.Number > kept.End.Number)
                await Follow(db, lists, kept.End, cancel);
            kept.End = end;
            return lists;
        }
        finally
        {
            kept.Alone.Release();
        }
    }

    // Where a backup was restored meanwhile, the ledger is another.
    private static async Task<bool> Continues(RelightContext db, LedgerHead known, LedgerHead end, CancellationToken cancel) =>
        end.Number == known.Number ? end.Hash == known.Hash
        : end.Number > known.Number
            && (known.Number == 0 || await db.Ledger.AnyAsync(row => row.Operation == known.Operation && row.Number == known.Number && row.Hash == known.Hash, cancel));

    private async Task<KeptOperation> ReadAll(RelightContext db, Id<Operation> operation, CancellationToken cancel)
    {
        var lists = new KeptOperation(rowsOfBlock);
        lists.Name(await NamesOf(db, operation, cancel));
        await foreach (var line in Lines(db.Claims.Where(row => row.Operation == operation)).WithCancellation(cancel))
            lists.Add(line);
        await foreach (var adoption in db.Adoptions.AsNoTracking().Where(row => row.Operation == operation).AsAsyncEnumerable().WithCancellation(cancel))
            lists.Adopt(adoption.Claim, adoption.Contribution);
        await foreach (var row in db.Contributions.AsNoTracking().Where(row => row.Operation == operation).AsAsyncEnumerable().WithCancellation(cancel))
            lists.Put(row.Read(), row.ChangedAt);
        return lists;
    }

    // The events tell which records to look at again, and the tables what became of them.
    private static async Task Follow(RelightContext db, KeptOperation lists, LedgerHead known, CancellationToken cancel)
    {
        var changes = await Changes.Since(db, known, cancel);
        if (changes.IsNone)
            return;
        var (lines, adoptions, contributions) = (new List<ClaimLine>(), new Dictionary<Id<Claim>, Id<Contribution>>(), new List<ContributionRow>());
        foreach (var chunk in changes.Claims.Chunk(Chunk))
        {
            var ids = chunk.ToList();
            lines.AddRange(await Lines(db.Claims.Where(row => EF.Parameter(ids).Contains(row.Id))).ToListAsync(cancel));
            foreach (var adoption in await db.Adoptions.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Claim)).ToListAsync(cancel))
                adoptions.Add(adoption.Claim, adoption.Contribution);
        }
        foreach (var chunk in changes.Contributions.Chunk(Chunk))
        {
            var ids = chunk.ToList();
            contributions.AddRange(await db.Contributions.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Id)).ToListAsync(cancel));
        }
        var names = await NamesOf(db, known.Operation, cancel);
        lists.Gate.EnterWriteLock();
        try
        {
            lists.Name(names);
            // The id of one that was retracted may have been taken again, for a claim that says something else.
            foreach (var gone in changes.Retracted)
                lists.Claims.Remove(gone.Value);
            foreach (var line in lines)
            {
                lists.Add(line);
                lists.Adopt(line.Id, adoptions.TryGetValue(line.Id, out var into) ? into : null);
            }
            foreach (var changed in changes.Contributions)
                lists.Contributions.Remove(changed.Value);
            foreach (var row in contributions)
                lists.Put(row.Read(), row.ChangedAt);
        }
        finally
        {
            lists.Gate.ExitWriteLock();
        }
    }

    private static IAsyncEnumerable<ClaimLine> Lines(IQueryable<ClaimRow> rows) => rows.AsNoTracking().Select(row => new ClaimLine(
        row.Id, row.Donors, row.Item, row.Stage, row.Date, row.Latest, row.Measure, row.Lower, row.Upper, row.Currency, row.ValueLower, row.ValueUpper,
        row.Publisher, row.Language, row.Address, row.Description, row.Quote)).AsAsyncEnumerable();

    private static Task<Dictionary<string, GroupNames>> NamesOf(RelightContext db, Id<Operation> operation, CancellationToken cancel) =>
        db.DonorGroups.AsNoTracking().Where(row => row.Operation == operation).ToDictionaryAsync(row => row.Donors, row => new GroupNames(row.Names, row.Words), cancel);

    // Records that events changed.
    private sealed class Changes
    {
        private bool _isNamedAnew;

        public HashSet<Id<Claim>> Claims { get; } = [];

        public HashSet<Id<Claim>> Retracted { get; } = [];

        public HashSet<Id<Contribution>> Contributions { get; } = [];

        public bool IsNone => Claims.Count == 0 && Contributions.Count == 0 && !_isNamedAnew;

        public static async Task<Changes> Since(RelightContext db, LedgerHead known, CancellationToken cancel)
        {
            var changes = new Changes();
            var events = db.Ledger.AsNoTracking()
                .Where(row => row.Operation == known.Operation && row.Number > known.Number && s_changes.Contains(row.Type))
                .Select(row => new { row.Type, row.Payload }).AsAsyncEnumerable();
            await foreach (var row in events.WithCancellation(cancel))
                changes.Note(EventTypes.Read(row.Type, row.Payload));
            return changes;
        }

        private void Note(IEvent happened)
        {
            _ = happened switch
            {
                ClaimRecorded recorded => Claims.Add(recorded.Claim.Id),
                ClaimRetracted retracted => Claims.Add(retracted.Claim) | Retracted.Add(retracted.Claim),
                ClaimAdopted adopted => Claims.Add(adopted.Claim) | Contributions.Add(adopted.Contribution),
                ClaimDropped dropped => Claims.Add(dropped.Claim) | Contributions.Add(dropped.Contribution),
                StageAdvanced advanced => Contributions.Add(advanced.Contribution),
                StageTakenBack taken => Contributions.Add(taken.Contribution),
                _ => _isNamedAnew = true,
            };
        }
    }

    private sealed class Kept
    {
        /// <summary>Held by one who brings the lists up to date.</summary>
        public SemaphoreSlim Alone { get; } = new(1);

        public KeptOperation? Lists { get; set; }

        /// <summary>The end of the ledger up to which they stand.</summary>
        public LedgerHead End { get; set; } = null!;
    }
}

using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>
/// Keeps the claims of each operation in memory, so that they are filtered and sorted by anything without an index for it.
/// Each question first reads what the ledger has had since the one before; so what is found is what the register holds,
/// whichever process has written it. A million claims take some 400 MB.
/// </summary>
/// <param name="database">Where the register is.</param>
/// <param name="rowsOfBlock">Most claims of a block, see <see cref="ClaimColumns"/>.</param>
public sealed class KeptClaims(Database database, int rowsOfBlock = 1 << 16)
{
    // So many ids are asked for in one statement.
    private const int Chunk = 10_000;

    private static readonly string[] s_changes =
        [.. new[] { typeof(ClaimRecorded), typeof(ClaimRetracted), typeof(ClaimAdopted), typeof(ClaimDropped), typeof(OrganisationCorrected) }.Select(EventTypes.NameOf)];

    private readonly ConcurrentDictionary<Id<Operation>, Kept> _kept = new();

    /// <summary>Reads the claims of all operations ahead of the first question.</summary>
    public async Task Load(CancellationToken cancel)
    {
        await using var db = database.Open();
        foreach (var operation in await db.Operations.Select(row => row.Id).ToListAsync(cancel))
            await Of(operation, cancel);
    }

    /// <summary>The claims of an operation as they stand.</summary>
    internal async Task<ClaimColumns> Of(Id<Operation> operation, CancellationToken cancel)
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
            if (kept.Claims is not { } claims || !await Continues(db, kept.End, end, cancel))
                kept.Claims = claims = await ReadAll(db, operation, cancel);
            else if (end.Number > kept.End.Number)
                await Follow(db, claims, kept.End, cancel);
            kept.End = end;
            return claims;
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

    private async Task<ClaimColumns> ReadAll(RelightContext db, Id<Operation> operation, CancellationToken cancel)
    {
        var claims = new ClaimColumns(rowsOfBlock);
        claims.Name(await NamesOf(db, operation, cancel));
        await foreach (var line in Lines(db.Claims.Where(row => row.Operation == operation)).WithCancellation(cancel))
            claims.Add(line);
        await foreach (var adoption in db.Adoptions.AsNoTracking().Where(row => row.Operation == operation).AsAsyncEnumerable().WithCancellation(cancel))
            claims.Adopt(adoption.Claim, adoption.Contribution);
        return claims;
    }

    // The events tell which claims to look at again, and the tables what became of them.
    private static async Task Follow(RelightContext db, ClaimColumns claims, LedgerHead known, CancellationToken cancel)
    {
        var events = db.Ledger.AsNoTracking()
            .Where(row => row.Operation == known.Operation && row.Number > known.Number && s_changes.Contains(row.Type))
            .Select(row => new { row.Type, row.Payload }).AsAsyncEnumerable();
        var (changed, retracted, isNamedAnew) = (new HashSet<Id<Claim>>(), new HashSet<Id<Claim>>(), false);
        await foreach (var row in events.WithCancellation(cancel))
        {
            var happened = EventTypes.Read(row.Type, row.Payload);
            if (ClaimOf(happened) is { } id)
                changed.Add(id);
            if (happened is ClaimRetracted { Claim: var gone })
                retracted.Add(gone);
            isNamedAnew |= happened is OrganisationCorrected;
        }
        if (changed.Count == 0 && !isNamedAnew)
            return;
        var (lines, adoptions) = (new List<ClaimLine>(), new Dictionary<Id<Claim>, Id<Contribution>>());
        foreach (var chunk in changed.Chunk(Chunk))
        {
            var ids = chunk.ToList();
            lines.AddRange(await Lines(db.Claims.Where(row => EF.Parameter(ids).Contains(row.Id))).ToListAsync(cancel));
            foreach (var adoption in await db.Adoptions.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Claim)).ToListAsync(cancel))
                adoptions.Add(adoption.Claim, adoption.Contribution);
        }
        var names = await NamesOf(db, known.Operation, cancel);
        claims.Gate.EnterWriteLock();
        try
        {
            claims.Name(names);
            // The id of one that was retracted may have been taken again, for a claim that says something else.
            foreach (var gone in retracted)
                claims.Remove(gone);
            foreach (var line in lines)
            {
                claims.Add(line);
                claims.Adopt(line.Id, adoptions.TryGetValue(line.Id, out var into) ? into : null);
            }
        }
        finally
        {
            claims.Gate.ExitWriteLock();
        }
    }

    private static Id<Claim>? ClaimOf(IEvent happened) => happened switch
    {
        ClaimRecorded recorded => recorded.Claim.Id,
        ClaimRetracted retracted => retracted.Claim,
        ClaimAdopted adopted => adopted.Claim,
        ClaimDropped dropped => dropped.Claim,
        _ => null,
    };

    private static IAsyncEnumerable<ClaimLine> Lines(IQueryable<ClaimRow> rows) => rows.AsNoTracking().Select(row => new ClaimLine(
        row.Id, row.Donors, row.Item, row.Stage, row.Date, row.Latest, row.Measure, row.Lower, row.Upper, row.Currency, row.ValueLower, row.ValueUpper,
        row.Publisher, row.Language, row.Address, row.Description, row.Quote)).AsAsyncEnumerable();

    private static Task<Dictionary<string, GroupNames>> NamesOf(RelightContext db, Id<Operation> operation, CancellationToken cancel) =>
        db.DonorGroups.AsNoTracking().Where(row => row.Operation == operation).ToDictionaryAsync(row => row.Donors, row => new GroupNames(row.Names, row.Words), cancel);

    private sealed class Kept
    {
        /// <summary>Held by one who brings the claims up to date.</summary>
        public SemaphoreSlim Alone { get; } = new(1);

        public ClaimColumns? Claims { get; set; }

        /// <summary>The end of the ledger up to which they stand.</summary>
        public LedgerHead End { get; set; } = null!;
    }
}

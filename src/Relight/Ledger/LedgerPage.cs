using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Ledger;

/// <summary>A row of the ledger in a list: that something happened, not what it says, which may be secret.</summary>
/// <param name="Number">Place in the operation's ledger.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Type">Name of the event's type.</param>
/// <param name="Hash">Hash of the row.</param>
[View(Audience.Coordination)]
public sealed record LedgerLine(long Number, DateTimeOffset At, string By, string Type, string Hash);

/// <summary>The ledger of an operation, latest row first.</summary>
public static class LedgerPage
{
    /// <summary>The rows before a number, so that a reader can go on from the last row seen while new ones are added.</summary>
    public static async Task<IReadOnlyList<LedgerLine>> Before(
        RelightContext db, Id<Operation> operation, long number, int rows, CancellationToken cancel = default) =>
        await db.Ledger.AsNoTracking()
            .Where(row => row.Operation == operation && row.Number < number)
            .OrderByDescending(row => row.Number)
            .Take(rows)
            .Select(row => new LedgerLine(row.Number, row.At, row.By, row.Type, row.Hash))
            .ToListAsync(cancel);

    /// <summary>A page of it.</summary>
    public static Task<Page<LedgerLine>> Read(
        RelightContext db, Id<Operation> operation, Paging paging, CancellationToken cancel = default) =>
        Page<LedgerLine>.Of(
            db.Ledger.Where(row => row.Operation == operation).OrderByDescending(row => row.Number),
            paging,
            row => new LedgerLine(row.Number, row.At, row.By, row.Type, row.Hash),
            cancel);
}

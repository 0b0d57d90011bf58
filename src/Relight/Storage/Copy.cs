using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Relight.Storage;

/// <summary>Copies a register, whole and as of one moment, into an empty database of either kind: backup, restore, and the way from one to the other.</summary>
public static class Copy
{
    private const int RowsAtATime = 2_000;

    /// <summary>Copies every table while writers may go on; what they write after the beginning is not in the copy.</summary>
    /// <param name="from">The register.</param>
    /// <param name="to">Where to; its tables are made where they are missing.</param>
    /// <param name="progress">Is told how many rows are copied.</param>
    /// <param name="cancel">Breaks the copy off; then nothing of it stays.</param>
    /// <returns>How many rows were copied; null where the target is not empty, and nothing was done.</returns>
    public static async Task<long?> Run(
        Database from, Database to, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        await to.Migrate(cancel);
        await using var source = from.Open();
        await using var target = to.Open();
        await using var snapshot = await source.Snapshot(cancel);
        await using var transaction = await target.Database.BeginTransactionAsync(cancel);
        await target.LockAll(cancel);
        if (await target.Ledger.AnyAsync(cancel))
            return null;
        var rows = 0L;
        foreach (var table in InOrder(source.Model))
        {
            rows += await (Task<long>)typeof(Copy).GetMethod(nameof(Table), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(table.ClrType).Invoke(null, [source, target, cancel])!;
            progress?.Report(rows);
        }
        await transaction.CommitAsync(cancel);
        return rows;
    }

    private static async Task<long> Table<TRow>(RelightContext from, RelightContext to, CancellationToken cancel)
        where TRow : class
    {
        var rows = 0L;
        await foreach (var row in from.Set<TRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            to.Add(row);
            if (++rows % RowsAtATime == 0)
                await Flush(to, cancel);
        }
        await Flush(to, cancel);
        return rows;
    }

    private static async Task Flush(RelightContext to, CancellationToken cancel)
    {
        await to.SaveChangesAsync(cancel);
        to.ChangeTracker.Clear();
    }

    // A table comes after those that it refers to.
    private static IReadOnlyList<IEntityType> InOrder(IModel model)
    {
        var ordered = new List<IEntityType>();
        void Add(IEntityType table)
        {
            if (ordered.Contains(table))
                return;
            foreach (var key in table.GetForeignKeys().Where(key => key.PrincipalEntityType != table))
                Add(key.PrincipalEntityType);
            ordered.Add(table);
        }
        foreach (var table in model.Tables())
            Add(table);
        return ordered;
    }
}

using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Relight.Register;

namespace Relight.Storage;

/// <summary>The tables in a PostgreSQL database.</summary>
/// <param name="options">Connection.</param>
public sealed class PostgresContext(DbContextOptions<PostgresContext> options) : RelightContext(options)
{
    /// <summary>
    /// How the server is to plan. Compiling a statement takes 0.1 s and more, and none of Relight's runs so long that it pays; nor
    /// does dealing an index out to several processes, each of which then waits for pages of it; and pages that lie in memory or
    /// on a disk without moving parts cost little more one by one than in a row.
    /// </summary>
    internal const string Planning = "-c jit=off -c random_page_cost=1.1 -c max_parallel_workers_per_gather=0";

    // Any number that nothing else takes; locks of operations are made of their ids.
    private const long UpgradeLock = 0x52656C69676874;

    /// <inheritdoc/>
    public override Task<IDbContextTransaction> Snapshot(CancellationToken cancel) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    /// <summary>Takes the operation's advisory lock until the transaction ends; it also holds for an operation that is not there yet.</summary>
    public override Task Lock(Id<Operation> operation, CancellationToken cancel)
    {
        var key = BitConverter.ToInt64(operation.Value.ToByteArray(), 8);
        return Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancel);
    }

    /// <summary>Takes a lock of the ledger, which every command adds to, until the transaction ends.</summary>
    public override Task LockAll(CancellationToken cancel) =>
        Database.ExecuteSqlAsync($"LOCK TABLE ledger IN SHARE ROW EXCLUSIVE MODE", cancel);

    /// <summary>Texts in the order in which the server sorts them.</summary>
    public async Task<IReadOnlyList<string>> Sort(IReadOnlyList<string> texts, CancellationToken cancel)
    {
        var all = texts.ToArray();
        return await Database.SqlQuery<string>($"SELECT text AS \"Value\" FROM unnest({all}) AS text ORDER BY text").ToListAsync(cancel);
    }

    /// <inheritdoc/>
    public override async Task Upgrade(CancellationToken cancel)
    {
        // A large table takes as long as it takes.
        Database.SetCommandTimeout(0);
        if (!await Database.CanConnectAsync(cancel))
        {
            await Database.MigrateAsync(cancel);
            return;
        }
        // The framework's own lock comes after it has looked what there is to do. This one ends with the session.
        await Database.OpenConnectionAsync(cancel);
        try
        {
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({UpgradeLock})", cancel);
            // An index of a million rows that does not fit is written out again and again. Ends with the session.
            await Database.ExecuteSqlAsync($"SET maintenance_work_mem = '512MB'", cancel);
            await Database.MigrateAsync(cancel);
        }
        finally
        {
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({UpgradeLock})", CancellationToken.None);
            await Database.CloseConnectionAsync();
        }
    }

    /// <summary>Nothing to do: PostgreSQL does so by itself.</summary>
    public override Task Survey(bool anew, CancellationToken cancel) => Task.CompletedTask;
}

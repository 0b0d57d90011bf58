using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Relight.Register;

namespace Relight.Storage;

/// <summary>The tables in a SQLite file.</summary>
/// <param name="options">Connection.</param>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : RelightContext(options)
{
    // Fewer rows are read as quickly in any way.
    private const int FewRows = 100;

    /// <summary>Nothing to do: a transaction of SQLite that may write is alone from its beginning.</summary>
    public override Task Lock(Id<Operation> operation, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Nothing to do, as for <see cref="Lock"/>.</summary>
    public override Task LockAll(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    public override async Task<IDbContextTransaction> Snapshot(CancellationToken cancel)
    {
        await Database.OpenConnectionAsync(cancel);
        // A deferred transaction takes no lock for writing: in a write-ahead log it reads as of its first read.
        var transaction = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await Database.UseTransactionAsync(transaction, cancel))!;
    }

    /// <inheritdoc/>
    public override async Task Upgrade(CancellationToken cancel)
    {
        // The framework notes in a table that it is at work, and waits without end where one who was killed left that note.
        // A lock on a file ends with the process that holds it: who has the lock knows any note to be of the dead.
        var file = new SqliteConnectionStringBuilder(Database.GetConnectionString()).DataSource;
        await using var alone = await FileLock.Take(file + "-migrating", cancel);
        if (File.Exists(file))
            await Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
        await Database.MigrateAsync(cancel);
    }

    /// <summary>
    /// Has SQLite count each index of the tables that have doubled or halved since it did so last; without that it takes
    /// every condition for equally rare. Each index is a transaction of its own, so that writers wait for one at most.
    /// </summary>
    /// <param name="anew">Whether it counts those of all tables.</param>
    /// <param name="cancel">Breaks off.</param>
    public override async Task Survey(bool anew, CancellationToken cancel)
    {
        var surveyed = await Surveyed(cancel);
        var counted = false;
        foreach (var table in Model.Tables().Select(type => type.GetTableName()!))
        {
            // The names of tables and indexes are the model's, nobody else's words.
            var count = $"SELECT count(*) AS \"Value\" FROM \"{table}\"";
            var rows = (await Database.SqlQueryRaw<long>(count).ToListAsync(cancel))[0];
            var before = surveyed.GetValueOrDefault(table);
            if (rows < FewRows || (!anew && rows <= 2 * before && before <= 2 * rows))
                continue;
            var indexes = await Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM pragma_index_list({table})").ToListAsync(cancel);
            foreach (var analyse in indexes.Select(index => $"ANALYZE \"{index}\""))
                await Database.ExecuteSqlRawAsync(analyse, cancel);
            counted = true;
        }
        // Connections keep the counts that they read when they were opened: those that wait to be used again are closed.
        if (counted)
            SqliteConnection.ClearPool((SqliteConnection)Database.GetDbConnection());
    }

    // How many rows each table had when it was last looked at.
    private async Task<Dictionary<string, long>> Surveyed(CancellationToken cancel)
    {
        var any = await Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE name = 'sqlite_stat1'").ToListAsync(cancel);
        var lines = any.Count == 0
            ? []
            : await Database.SqlQuery<string>($"SELECT tbl || ' ' || stat AS \"Value\" FROM sqlite_stat1 WHERE idx IS NOT NULL").ToListAsync(cancel);
        return lines.Select(line => line.Split(' ')).DistinctBy(words => words[0])
            .ToDictionary(words => words[0], words => long.Parse(words[1], CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// Sets what each connection needs: a write-ahead log, so that readers and a writer do not wait for each other,
    /// every commit on disk before it is acknowledged, and foreign keys.
    /// </summary>
    internal sealed class Pragmas : DbConnectionInterceptor
    {
        private const string Text = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA mmap_size = 8589934592;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (IsReadOnly(connection))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = Text;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (IsReadOnly(connection))
                return;
            await using var command = connection.CreateCommand();
            command.CommandText = Text;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        // The framework looks whether a file is there through a connection that cannot change its journal.
        private static bool IsReadOnly(DbConnection connection) =>
            new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
    }
}

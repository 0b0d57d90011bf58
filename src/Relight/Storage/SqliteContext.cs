using System.Data.Common;
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
    /// <summary>Nothing to do: a transaction of SQLite that may write is alone from its beginning.</summary>
    public override Task Lock(Id<Operation> operation, CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    public override async Task<IDbContextTransaction> Snapshot(CancellationToken cancel)
    {
        await Database.OpenConnectionAsync(cancel);
        // A deferred transaction takes no lock for writing: in a write-ahead log it reads as of its first read.
        var transaction = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await Database.UseTransactionAsync(transaction, cancel))!;
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Id<Claim>>?> FindClaims(string words, int most, CancellationToken cancel)
    {
        if (words.Length < 3)
            return null;
        // Each three letters by themselves: the index keeps in which claims they stand, not where.
        var letters = Enumerable.Range(0, words.Length - 2).Select(at => words.Substring(at, 3)).Distinct();
        var match = string.Join(" AND ", letters.Select(three => $"\"{three.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        var found = await Database.SqlQuery<string>(
            $"""
            SELECT "Claim" AS "Value" FROM claim_words JOIN claim_number ON "Number" = claim_words.rowid WHERE claim_words MATCH {match} LIMIT {most + 1}
            """).ToListAsync(cancel);
        return found.Count > most ? null : found.ConvertAll(id => new Id<Claim>(Guid.Parse(id)));
    }

    /// <summary>Has SQLite count a sample of each index; without that it takes every condition for equally rare.</summary>
    public override Task Survey(CancellationToken cancel) =>
        Database.ExecuteSqlRawAsync("PRAGMA analysis_limit = 2000; ANALYZE;", cancel);

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

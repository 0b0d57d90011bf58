using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;
using Relight.Storage;

namespace Relight.Benchmarks.Register;

/// <summary>
/// Writes rows of the real tables as fast as a database takes them: prepared inserts in one transaction for SQLite, COPY
/// for PostgreSQL. The columns and how values are kept come from the model that the product itself writes by.
/// </summary>
internal sealed class BulkRows : IAsyncDisposable
{
    private readonly RelightContext _db;
    private readonly Dictionary<Type, Table> _tables = [];
    private readonly List<string> _dropped = [];

    private BulkRows(RelightContext db) => _db = db;

    private bool IsSqlite => _db.Database.GetDbConnection() is SqliteConnection;

    /// <summary>Opens a database and takes its indexes away, which are made anew in the end: that is much faster than keeping them right row by row.</summary>
    public static async Task<BulkRows> Open(Database database)
    {
        var rows = new BulkRows(database.Open());
        await rows._db.Database.OpenConnectionAsync();
        var list = rows.IsSqlite
            ? "SELECT 'index \"' || name || '\"', sql FROM sqlite_master WHERE type = 'index' AND name LIKE 'IX_%'"
            : "SELECT 'index ' || quote_ident(indexname), indexdef FROM pg_indexes WHERE schemaname = current_schema() AND indexname LIKE 'IX_%'";
        var drops = new List<string>();
        await using (var command = rows.Command(list))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
            {
                drops.Add($"DROP {reader.GetString(0)}");
                rows._dropped.Add(reader.GetString(1));
            }
        foreach (var drop in drops)
            await rows.Execute(drop);
        if (rows.IsSqlite)
            await rows.Execute("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -1000000; BEGIN");
        else
            // What is made here is made again where the server fails, and indexes are sorted in memory.
            await rows.Execute("SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 2");
        return rows;
    }

    /// <summary>Adds a row; some thousands are written together.</summary>
    public async Task Add(object row)
    {
        if (!_tables.TryGetValue(row.GetType(), out var table))
            _tables.Add(row.GetType(), table = new Table(_db.Model.FindEntityType(row.GetType())!));
        table.Waiting.Add(row);
        if (table.Waiting.Count == 10_000)
            await Write(table);
    }

    /// <summary>Writes what is left, and makes the indexes.</summary>
    public async Task Finish(Action<string> progress)
    {
        foreach (var table in _tables.Values)
            await Write(table);
        foreach (var sql in _dropped)
        {
            var clock = Stopwatch.StartNew();
            await Execute(sql);
            progress($"{sql}: {clock.Elapsed.TotalSeconds:0.0} s");
        }
        if (IsSqlite)
            await Execute("COMMIT");
        await Execute("ANALYZE");
        if (IsSqlite)
            await Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        else
            await Execute("VACUUM");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _db.DisposeAsync();

    private async Task Write(Table table)
    {
        if (_db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"COPY {table.Name} ({table.Names}) FROM STDIN (FORMAT BINARY)");
            foreach (var row in table.Waiting)
            {
                await copy.StartRowAsync();
                foreach (var column in table.Columns)
                    if (column.Value(row) is { } value)
                        await copy.WriteAsync(value, column.Type);
                    else
                        await copy.WriteNullAsync();
            }
            await copy.CompleteAsync();
        }
        else
        {
            await using var command = Command($"INSERT INTO {table.Name} ({table.Names}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@{i}"))})");
            var parameters = table.Columns.Select((_, i) => command.Parameters.Add(new SqliteParameter($"@{i}", null))).ToList();
            foreach (var row in table.Waiting)
            {
                foreach (var (i, column) in table.Columns.Index())
                    command.Parameters[i].Value = column.Value(row) ?? DBNull.Value;
                command.ExecuteNonQuery();
            }
        }
        table.Waiting.Clear();
    }

    private DbCommand Command(string sql)
    {
        var command = _db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        return command;
    }

    private async Task Execute(string sql)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Table(IEntityType type)
    {
        public List<object> Waiting { get; } = [];

        public string Name { get; } = type.GetTableName()!;

        public IReadOnlyList<TableColumn> Columns { get; } = [.. type.GetProperties().Select(property => new TableColumn(property))];

        public string Names => string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));
    }

    private sealed class TableColumn(IProperty property)
    {
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        public NpgsqlDbType Type { get; } = property.GetColumnType() switch
        {
            "uuid" => NpgsqlDbType.Uuid,
            "bigint" => NpgsqlDbType.Bigint,
            "integer" => NpgsqlDbType.Integer,
            "boolean" => NpgsqlDbType.Boolean,
            "date" => NpgsqlDbType.Date,
            _ => NpgsqlDbType.Text,
        };

        public object? Value(object row) => property.PropertyInfo!.GetValue(row) is { } value ? _convert is null ? value : _convert(value) : null;
    }
}

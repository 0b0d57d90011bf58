using Microsoft.EntityFrameworkCore;
using Npgsql;
using Relight.Storage;

namespace Relight.Tests.Storage;

/// <summary>The databases that storage tests run on: SQLite always, PostgreSQL where RELIGHT_TEST_POSTGRES gives a connection string.</summary>
public sealed class TestDatabases : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    private readonly Func<Task> _drop;

    private TestDatabases(Database database, string data, Func<Task> drop) => (Database, Data, _drop) = (database, data, drop);

    public Database Database { get; }

    /// <summary>Folder or connection string, as commands take it.</summary>
    public string Data { get; }

    public static TheoryData<string> All => [Sqlite, Postgres];

    /// <summary>An empty database of a kind, dropped in the end.</summary>
    public static async Task<TestDatabases> Make(string kind)
    {
        if (kind == Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("relight-test-").FullName;
            var database = Database.InFolder(folder);
            return new TestDatabases(database, folder, () =>
            {
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                Directory.Delete(folder, recursive: true);
                return Task.CompletedTask;
            });
        }
        var server = Environment.GetEnvironmentVariable("RELIGHT_TEST_POSTGRES");
        Assert.SkipUnless(server is not null, "RELIGHT_TEST_POSTGRES gives no PostgreSQL to test on");
        var name = $"relight_test_{Guid.NewGuid():N}";
        await Execute(server!, $"CREATE DATABASE {name}");
        var data = new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ToString();
        return new TestDatabases(Database.Postgres(data), data, () => Execute(server!, $"DROP DATABASE {name} WITH (FORCE)"));
    }

    public async ValueTask DisposeAsync() => await _drop();

    /// <summary>Changes the tables behind the register's back.</summary>
    public async Task Tamper(string sql)
    {
        await using var db = Database.Open();
        await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    private static async Task Execute(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }
}

using Microsoft.EntityFrameworkCore;
using Relight.Storage;
using Relight.Tests.Sample;

namespace Relight.Tests.Storage;

/// <summary>The databases that storage tests run on: SQLite always, PostgreSQL where RELIGHT_TEST_POSTGRES gives a connection string.</summary>
public sealed class TestDatabases : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    private static readonly SqliteCopies s_tables = new(database => database.Migrate());

    private readonly Func<Task> _drop;

    private TestDatabases(Database database, string data, Func<Task> drop) => (Database, Data, _drop) = (database, data, drop);

    public Database Database { get; }

    /// <summary>Folder or connection string, as commands take it.</summary>
    public string Data { get; }

    public static TheoryData<string> All => [Sqlite, Postgres];

    /// <summary>The kinds that there is a server for.</summary>
    public static IReadOnlyList<string> Configured => PostgresTables.Server is null ? [Sqlite] : [Sqlite, Postgres];

    /// <summary>A database of a kind with the tables of a register and nothing in them, dropped in the end.</summary>
    public static Task<TestDatabases> Make(string kind) => Make(kind, hasTables: true);

    /// <summary>A database of a kind without any tables, dropped in the end.</summary>
    public static Task<TestDatabases> MakeEmpty(string kind) => Make(kind, hasTables: false);

    /// <summary>A SQLite database with the sample in it, dropped in the end.</summary>
    public static async Task<TestDatabases> WithSample()
    {
        var folder = TestFolder.Make();
        return InFolder(folder, await SampleCopies.Loaded.Into(folder));
    }

    private static async Task<TestDatabases> Make(string kind, bool hasTables)
    {
        if (kind == Sqlite)
        {
            var folder = TestFolder.Make();
            return InFolder(folder, hasTables ? await s_tables.Into(folder) : Database.InFolder(folder));
        }
        Assert.SkipUnless(PostgresTables.Server is not null, "RELIGHT_TEST_POSTGRES gives no PostgreSQL to test on");
        var (name, data) = await PostgresTables.Create(hasTables);
        return new TestDatabases(Database.Postgres(data), data, () => PostgresTables.Drop(name));
    }

    private static TestDatabases InFolder(string folder, Database database) => new(database, folder, () =>
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync() => await _drop();

    /// <summary>Changes the tables behind the register's back.</summary>
    public async Task Tamper(string sql)
    {
        await using var db = Database.Open();
        await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }
}

using Npgsql;
using Relight.Sample;
using Relight.Storage;

namespace Relight.Web.Tests.Api;

/// <summary>The same as <see cref="ApiServer"/> on PostgreSQL, where RELIGHT_TEST_POSTGRES gives the connection string of a server on which databases can be made.</summary>
public sealed class PostgresApiServer : ApiServer
{
    private static readonly string? s_server = Environment.GetEnvironmentVariable("RELIGHT_TEST_POSTGRES");
    private readonly string _name = $"relight_api_{Guid.NewGuid():N}";

    /// <summary>Whether there is a server to test on.</summary>
    public static bool IsThere => s_server is not null;

    /// <summary>Name of the database.</summary>
    public string Name => _name;

    /// <summary>How the database is reached.</summary>
    public string Connection => new NpgsqlConnectionStringBuilder(s_server) { Database = _name }.ToString();

    /// <summary>The server; skips the test where there is none.</summary>
    public ApiServer OrSkip()
    {
        Assert.SkipUnless(s_server is not null, "RELIGHT_TEST_POSTGRES gives no PostgreSQL to test on");
        return this;
    }

    public override ValueTask InitializeAsync() => s_server is null ? ValueTask.CompletedTask : base.InitializeAsync();

    public override async ValueTask DisposeAsync()
    {
        if (s_server is null)
            return;
        await base.DisposeAsync();
        await Execute($"DROP DATABASE {_name} WITH (FORCE)");
    }

    protected override async Task<Database> MakeDatabase()
    {
        await Execute($"CREATE DATABASE {_name}");
        var database = Database.Postgres(Connection);
        await new LoadSample(database, TimeProvider.System).Run();
        return database;
    }

    private static async Task Execute(string sql)
    {
        await using var open = new NpgsqlConnection(s_server);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Tests that share one served operation on PostgreSQL.</summary>
[CollectionDefinition]
public sealed class PostgresApiCollection : ICollectionFixture<PostgresApiServer>;

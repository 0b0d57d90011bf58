using Microsoft.EntityFrameworkCore;
using Npgsql;
using Relight.Storage;
using Relight.Tests.Storage;

[assembly: AssemblyFixture(typeof(PostgresTables))]

namespace Relight.Tests.Storage;

/// <summary>Databases on the PostgreSQL server of the tests. Those with tables are copies of one that is made when the first is asked for.</summary>
public sealed class PostgresTables : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> s_template = new(MakeTemplate);

    /// <summary>Connection string of a server on which databases can be made; null where none is given.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("RELIGHT_TEST_POSTGRES");

    /// <summary>Makes a database; gives its name and its connection string.</summary>
    public static async Task<(string Name, string Data)> Create(bool hasTables)
    {
        var name = $"relight_test_{Guid.NewGuid():N}";
        await Execute($"CREATE DATABASE {name}{(hasTables ? $" TEMPLATE {await s_template.Value}" : "")}");
        return (name, DataOf(name));
    }

    /// <summary>Drops a database, whoever has it open.</summary>
    public static async Task Drop(string name)
    {
        await CloseKept(DataOf(name));
        await Execute($"DROP DATABASE {name} WITH (FORCE)");
    }

    /// <summary>Drops the database that the others were copied from.</summary>
    public async ValueTask DisposeAsync()
    {
        if (s_template.IsValueCreated)
            await Drop(await s_template.Value);
    }

    private static async Task<string> MakeTemplate()
    {
        var (name, data) = await Create(hasTables: false);
        await Database.Postgres(data).Migrate();
        // No database is copied while someone has it open.
        await CloseKept(data);
        return name;
    }

    // Connections are kept by their string, to which the register adds something.
    private static async Task CloseKept(string data)
    {
        await using var db = Database.Postgres(data).Open();
        NpgsqlConnection.ClearPool((NpgsqlConnection)db.Database.GetDbConnection());
    }

    private static string DataOf(string name) => new NpgsqlConnectionStringBuilder(Server) { Database = name }.ToString();

    private static async Task Execute(string sql)
    {
        await using var open = new NpgsqlConnection(Server);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }
}

using Microsoft.EntityFrameworkCore;
using Npgsql;
using Relight.Storage;

namespace Relight.Benchmarks.Register;

/// <summary>Where a benchmark of the register writes: a folder or a PostgreSQL database, made for it or kept from an earlier run.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Database">The database.</param>
internal sealed record RegisterPlace(string Name, Database Database)
{
    /// <summary>The variable that gives a PostgreSQL server on which databases can be made.</summary>
    public const string ServerVariable = "RELIGHT_TEST_POSTGRES";

    /// <summary>
    /// The places that <c>--on</c> names, both unless it does: a folder below <c>--folder</c>, and a database of the server
    /// that the environment names.
    /// </summary>
    /// <param name="options">Options of the benchmark.</param>
    /// <param name="name">Name of the folder or database; what an earlier run left there is kept.</param>
    /// <exception cref="ArgumentException">PostgreSQL is asked for, and the environment names none.</exception>
    public static IReadOnlyList<RegisterPlace> Of(BenchmarkOptions options, string name)
    {
        var folder = options.Text("folder", Path.Combine(Path.GetTempPath(), "relight-benchmarks"));
        var server = Environment.GetEnvironmentVariable(ServerVariable);
        return [.. options.List("on", server is null ? "sqlite" : "sqlite,postgres").Select(on => on switch
        {
            "sqlite" => new RegisterPlace("SQLite", Database.InFolder(Path.Combine(folder, name))),
            "postgres" => new RegisterPlace("PostgreSQL", OnServer(server ?? throw new ArgumentException($"{ServerVariable} names no server"), $"relight_{name.Replace('-', '_')}")),
            _ => throw new ArgumentException($"--on {on}: sqlite or postgres is needed"),
        })];
    }

    /// <summary>Whether something was written there already.</summary>
    public async Task<bool> IsFilled()
    {
        await Database.Migrate();
        await using var db = Database.Open();
        return await db.Ledger.AnyAsync();
    }

    /// <summary>Runs a statement without bounds of time.</summary>
    public async Task Execute(string sql)
    {
        await using var db = Database.Open();
        db.Database.SetCommandTimeout(0);
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private static Database OnServer(string server, string name)
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using var find = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = @name", connection);
        find.Parameters.AddWithValue("name", name);
        if ((long)find.ExecuteScalar()! == 0)
        {
            using var make = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            make.ExecuteNonQuery();
        }
        return Database.Postgres(new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString());
    }
}

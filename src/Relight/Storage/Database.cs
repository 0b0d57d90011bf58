using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Relight.Ledger;

namespace Relight.Storage;

/// <summary>A database that holds a register: a SQLite file, or a PostgreSQL database.</summary>
public sealed class Database
{
    private const int SecondsToWait = 180;

    private readonly Func<RelightContext> _open;

    private Database(string name, Func<RelightContext> open) => (Name, _open, Writes, Growth) = (name, open, new WriteQueue(this), new Growth(this));

    /// <summary>What it is called in messages: the path of the file, or server and database; never with a password.</summary>
    public string Name { get; }

    /// <summary>What waits to be written.</summary>
    internal WriteQueue Writes { get; }

    /// <summary>What was written since the database last looked at how its values are distributed.</summary>
    internal Growth Growth { get; }

    /// <summary>
    /// The database that a text names: a PostgreSQL connection string, which has <c>Host=</c> in it, or else a folder
    /// with a SQLite file.
    /// </summary>
    /// <param name="data">Folder or connection string.</param>
    /// <exception cref="ArgumentException">The text has <c>Host=</c> in it, but is no connection string.</exception>
    public static Database Of(string data) => IsConnection(data) ? Postgres(data) : InFolder(data);

    /// <summary>Whether a text is meant as a PostgreSQL connection string rather than a folder.</summary>
    public static bool IsConnection(string data) => data.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>A SQLite file; it is made when it is first migrated.</summary>
    /// <param name="file">Path of the file.</param>
    public static Database Sqlite(string file) => Sqlite(new SqliteConnectionStringBuilder { DataSource = file });

    /// <summary>A PostgreSQL database.</summary>
    /// <param name="connectionString">
    /// As Npgsql reads it, e.g. <c>Host=localhost;Database=relight</c>. Without <c>Options</c>, <see cref="PostgresContext.Planning"/> are used.
    /// </param>
    public static Database Postgres(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        connection.Options ??= PostgresContext.Planning;
        var options = new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(connection.ToString()).Options;
        return new Database($"PostgreSQL database {connection.Database} at {connection.Host}", () => new PostgresContext(options));
    }

    /// <summary>The one file of a data folder, <c>relight.db</c>; the folder is made where it is missing.</summary>
    public static Database InFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        return Sqlite(Path.Combine(folder, "relight.db"));
    }

    /// <summary>A context for one piece of work; the caller disposes it.</summary>
    public RelightContext Open() => _open();

    /// <summary>Whether there are tables of a register in it, of any version.</summary>
    public async Task<bool> HoldsRegister(CancellationToken cancel = default)
    {
        await using var db = Open();
        return (await db.Database.GetAppliedMigrationsAsync(cancel)).Any();
    }

    /// <summary>Makes the tables, or brings them to this version; does nothing where they are already.</summary>
    /// <returns>The names of the migrations that were carried out now; empty where there was nothing to do.</returns>
    /// <exception cref="InvalidDataException">A later version of Relight has changed the tables.</exception>
    public async Task<IReadOnlyList<string>> Migrate(CancellationToken cancel = default)
    {
        await using var db = Open();
        if (await db.Database.CanConnectAsync(cancel)
            && (await db.Database.GetAppliedMigrationsAsync(cancel)).Except(db.Database.GetMigrations()).FirstOrDefault() is { } unknown)
            throw new InvalidDataException($"a later version of Relight has changed its tables ({unknown}): use that version");
        List<string> pending = [.. await db.Database.GetPendingMigrationsAsync(cancel)];
        if (pending.Count > 0)
            await db.Upgrade(cancel);
        await Refill.Run(this, cancel);
        await db.Survey(anew: pending.Count > 0, cancel);
        return pending;
    }

    /// <summary>A database in memory that lives as long as the connection given: for replays and tests.</summary>
    internal static Database InMemory(SqliteConnection open)
    {
        var options = new DbContextOptionsBuilder<SqliteContext>().UseSqlite(open).Options;
        return new Database("memory", () => new SqliteContext(options));
    }

    private static Database Sqlite(SqliteConnectionStringBuilder connection)
    {
        connection.ForeignKeys = true;
        // One process writes at a time, and others wait: on a machine whose disk is busy, longer than half a minute.
        connection.DefaultTimeout = SecondsToWait;
        var options = new DbContextOptionsBuilder<SqliteContext>()
            .UseSqlite(connection.ToString())
            .AddInterceptors(new SqliteContext.Pragmas())
            .Options;
        return new Database(Path.GetFullPath(connection.DataSource), () => new SqliteContext(options));
    }
}

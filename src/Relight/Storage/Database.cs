using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Relight.Storage;

/// <summary>A database that holds a register: a SQLite file, or a PostgreSQL database.</summary>
public sealed class Database
{
    private readonly Func<RelightContext> _open;

    private Database(Func<RelightContext> open) => _open = open;

    /// <summary>A SQLite file; it is made when it is first migrated.</summary>
    /// <param name="file">Path of the file.</param>
    public static Database Sqlite(string file) => Sqlite(new SqliteConnectionStringBuilder { DataSource = file });

    /// <summary>A PostgreSQL database.</summary>
    /// <param name="connectionString">As Npgsql reads it, e.g. <c>Host=localhost;Database=relight</c>.</param>
    public static Database Postgres(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(connectionString).Options;
        return new Database(() => new PostgresContext(options));
    }

    /// <summary>The one file of a data folder, <c>relight.db</c>; the folder is made where it is missing.</summary>
    public static Database InFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        return Sqlite(Path.Combine(folder, "relight.db"));
    }

    /// <summary>A context for one piece of work; the caller disposes it.</summary>
    public RelightContext Open() => _open();

    /// <summary>Makes the tables, or brings them to this version; does nothing where they are already.</summary>
    public async Task Migrate(CancellationToken cancel = default)
    {
        await using var db = Open();
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>A database in memory that lives as long as the connection given: for replays and tests.</summary>
    internal static Database InMemory(SqliteConnection open)
    {
        var options = new DbContextOptionsBuilder<SqliteContext>().UseSqlite(open).Options;
        return new Database(() => new SqliteContext(options));
    }

    private static Database Sqlite(SqliteConnectionStringBuilder connection)
    {
        connection.ForeignKeys = true;
        var options = new DbContextOptionsBuilder<SqliteContext>()
            .UseSqlite(connection.ToString())
            .AddInterceptors(new SqliteContext.Pragmas())
            .Options;
        return new Database(() => new SqliteContext(options));
    }
}

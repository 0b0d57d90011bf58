using System.CommandLine;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Relight.Grid.Import;
using Relight.Sample;
using Relight.Storage;

namespace Relight.Cli;

/// <summary>The folder or database that holds a register, as commands are told of it.</summary>
internal static class DataFolder
{
    private static readonly string[] s_files = ["relight.db", "relight.db-wal", "relight.db-shm"];

    /// <summary>The option that names it.</summary>
    public static Option<string> Option() => new("--data")
    {
        Description = "Folder of the data, or connection string of a PostgreSQL database (Host=...;Database=...)",
        HelpName = "DIR",
        DefaultValueFactory = _ => "relight-data",
    };

    /// <summary>Opens a register that is there already: a name that was mistyped is no empty register.</summary>
    /// <returns>The database, or what stands in the way.</returns>
    public static async Task<(Database? Database, Finding? Trouble)> OpenExistingAsync(string data, CancellationToken cancellation)
    {
        var none = Finding.Error(NameOf(data), null, "holds no register; 'relight migrate' makes one");
        if (!Database.IsConnection(data) && !File.Exists(Path.Combine(data, s_files[0])))
            return (null, none);
        try
        {
            if (!await Database.Of(data).HoldsRegister(cancellation))
                return (null, none);
        }
        catch (Exception error) when (IsOfData(error))
        {
            return (null, Unfit(data, error));
        }
        return await OpenAsync(data, cancellation);
    }

    /// <summary>Opens the register in a folder or of a connection string, and makes it where it is missing.</summary>
    /// <returns>The database, or what stands in the way.</returns>
    public static async Task<(Database? Database, Finding? Trouble)> OpenAsync(string data, CancellationToken cancellation)
    {
        var (database, _, trouble) = await MigrateAsync(data, cancellation);
        return (database, trouble);
    }

    /// <summary>The same, with the migrations that were carried out for it.</summary>
    public static async Task<(Database? Database, IReadOnlyList<string> Migrated, Finding? Trouble)> MigrateAsync(
        string data, CancellationToken cancellation)
    {
        try
        {
            var database = Database.Of(data);
            return (database, await database.Migrate(cancellation), null);
        }
        catch (Exception error) when (IsOfData(error))
        {
            return (null, [], Unfit(data, error));
        }
    }

    // A connection string can hold a password, which no message repeats.
    private static string NameOf(string data) => Database.IsConnection(data) ? "--data" : data;

    private static bool IsOfData(Exception error) =>
        error is ArgumentException or InvalidDataException or DbException || StorageTrouble.InWords(error) is not null;

    private static Finding Unfit(string data, Exception error)
    {
        var trouble = StorageTrouble.InWords(error)
            ?? (error is DbException ? $"its tables are not as Relight makes them ({error.Message}): restore a backup into an empty one" : error.Message);
        return Finding.Error(NameOf(data), null, $"cannot hold the data: {trouble}");
    }

    /// <summary>Deletes the sample in a folder; a register that holds anything else is left alone.</summary>
    /// <returns>Null, or what stands in the way.</returns>
    public static async Task<Finding?> DeleteSampleAsync(string folder, CancellationToken cancellation)
    {
        if (Database.IsConnection(folder))
            return Finding.Error("--fresh", null, "deletes the sample in a folder; drop the database to start anew");
        if (!File.Exists(Path.Combine(folder, s_files[0])))
            return null;
        var (database, trouble) = await OpenAsync(folder, cancellation);
        if (database is null)
            return trouble;
        await using (var db = database.Open())
            if (await db.Operations.AnyAsync(row => row.Id != LoadSample.Operation.Id, cancellation))
                return Finding.Error(folder, null, "holds more than the sample; --fresh deletes nothing but the sample");
        SqliteConnection.ClearAllPools();
        try
        {
            foreach (var file in s_files)
                File.Delete(Path.Combine(folder, file));
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Finding.Error(folder, null, $"cannot be started anew: {error.Message}");
        }
    }
}

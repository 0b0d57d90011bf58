using System.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Relight.Grid.Import;
using Relight.Sample;
using Relight.Storage;

namespace Relight.Cli;

/// <summary>The folder that holds a register, as commands are told of it.</summary>
internal static class DataFolder
{
    private static readonly string[] s_files = ["relight.db", "relight.db-wal", "relight.db-shm"];

    /// <summary>The option that names it.</summary>
    public static Option<string> Option() => new("--data")
    {
        Description = "Folder of the data",
        HelpName = "DIR",
        DefaultValueFactory = _ => "relight-data",
    };

    /// <summary>Opens the register in a folder, and makes it where it is missing.</summary>
    /// <returns>The database, or what stands in the way.</returns>
    public static async Task<(Database? Database, Finding? Trouble)> OpenAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            var database = Database.InFolder(folder);
            await database.Migrate(cancellation);
            return (database, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or SqliteException)
        {
            return (null, Finding.Error(folder, null, $"cannot hold the data: {error.Message}"));
        }
    }

    /// <summary>Deletes the sample in a folder; a register that holds anything else is left alone.</summary>
    /// <returns>Null, or what stands in the way.</returns>
    public static async Task<Finding?> DeleteSampleAsync(string folder, CancellationToken cancellation)
    {
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

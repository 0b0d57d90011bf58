using Microsoft.Data.Sqlite;
using Relight.Storage;

namespace Relight.Tests.Storage;

/// <summary>A SQLite register that is made once and copied for every test that begins with what is in it.</summary>
/// <param name="fill">Makes its tables and enters what it begins with.</param>
internal sealed class SqliteCopies(Func<Database, Task> fill)
{
    private readonly Lazy<Task<byte[]>> _file = new(() => Make(fill));

    /// <summary>Copies it into a folder that has no register yet.</summary>
    public async Task<Database> Into(string folder)
    {
        var database = Database.InFolder(folder);
        await File.WriteAllBytesAsync(database.Name, await _file.Value);
        return database;
    }

    private static async Task<byte[]> Make(Func<Database, Task> fill)
    {
        var folder = TestFolder.Make();
        var database = Database.InFolder(folder);
        await fill(database);
        // What the log has goes into the file, so that the file is all there is; as a copy made by SQLite, others may have it open.
        var copy = Path.Combine(folder, "copy.db");
        await using (var from = new SqliteConnection($"Data Source={database.Name};Pooling=false"))
        await using (var to = new SqliteConnection($"Data Source={copy};Pooling=false"))
        {
            await from.OpenAsync();
            await to.OpenAsync();
            from.BackupDatabase(to);
        }
        var bytes = await File.ReadAllBytesAsync(copy);
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return bytes;
    }
}

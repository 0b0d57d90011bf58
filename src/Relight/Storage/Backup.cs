using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Relight.Ledger;

namespace Relight.Storage;

/// <summary>Where the ledger of an operation ends in a backup: noted elsewhere, it shows that nothing was cut off.</summary>
/// <param name="Operation">Name of the operation.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Hash">Hash of the last row.</param>
public sealed record LedgerEnd(string Operation, long Rows, string Hash);

/// <summary>What a backup or a restore led to.</summary>
/// <param name="Rows">How many rows were copied.</param>
/// <param name="Ends">Where each ledger ends.</param>
/// <param name="Tampered">Rows of the ledger that are not as they were written; where there are some, nothing was restored.</param>
public sealed record BackupResult(long Rows, IReadOnlyList<LedgerEnd> Ends, IReadOnlyList<Tampered> Tampered);

/// <summary>
/// A register, whole and as of one moment, in one file: a SQLite database of its own. It is the same from either kind of
/// database and goes into either kind.
/// </summary>
public static class Backup
{
    // Code of SQLite for a file that is something else.
    private const int NoDatabase = 26;

    /// <summary>Writes a backup while writers may go on. The file appears only once it is whole.</summary>
    /// <param name="from">The register.</param>
    /// <param name="file">The file; it must not be there yet.</param>
    /// <param name="progress">Is told how many rows are copied.</param>
    /// <param name="cancel">Breaks the backup off; then there is no file.</param>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    public static async Task<BackupResult> Write(
        Database from, string file, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var part = file + ".part";
        await using var alone = await FileLock.Take(part + "-writing", cancel);
        if (File.Exists(file))
            throw new IOException("is there already: a backup is never written over another file");
        Delete(part);
        try
        {
            MakeForOwnerAlone(part);
            var to = Database.Sqlite(part);
            var rows = await Copy.Run(from, to, progress, cancel) ?? throw new InvalidDataException($"{part} is not empty");
            var result = await Read(to, rows, cancel);
            await Seal(to, cancel);
            File.Move(part, file);
            return result;
        }
        finally
        {
            Delete(part);
        }
    }

    /// <summary>Puts a backup into an empty database, once its ledger is found to be sound. The file is not changed, and may be of an earlier version.</summary>
    /// <param name="file">The file.</param>
    /// <param name="to">An empty database; its tables are made where they are missing.</param>
    /// <param name="progress">Is told how many rows are copied.</param>
    /// <param name="cancel">Breaks the restore off; then nothing of it stays.</param>
    /// <returns>What was restored; null where the database is not empty, and nothing was done.</returns>
    /// <exception cref="InvalidDataException">The file is no backup, or of a later version.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<BackupResult?> Restore(
        string file, Database to, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var folder = Directory.CreateTempSubdirectory("relight-restore-").FullName;
        try
        {
            var copy = Path.Combine(folder, "relight.db");
            File.Copy(file, copy);
            // A backup that someone opened since may have a log beside it.
            if (File.Exists(file + "-wal"))
                File.Copy(file + "-wal", copy + "-wal");
            var from = await Open(copy, cancel);
            var found = await Read(from, 0, cancel);
            if (found.Tampered.Count > 0)
                return found;
            return await Copy.Run(from, to, progress, cancel) is { } rows ? found with { Rows = rows } : null;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    // Every secret of the register is in it; SQLite goes on with the file that is there.
    private static void MakeForOwnerAlone(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(file, options).Dispose();
    }

    private static async Task<Database> Open(string copy, CancellationToken cancel)
    {
        var from = Database.Sqlite(copy);
        try
        {
            if (!await from.HoldsRegister(cancel))
                throw new InvalidDataException("is no backup of a register");
            await using (var db = from.Open())
                if (await db.Database.SqlQuery<string>($"SELECT quick_check AS \"Value\" FROM pragma_quick_check").ToListAsync(cancel) is not ["ok"])
                    throw new InvalidDataException("is damaged, or was cut off: take another backup");
            await from.Migrate(cancel);
            return from;
        }
        catch (SqliteException error)
        {
            throw new InvalidDataException(error.SqliteErrorCode == NoDatabase ? "is no backup of a register" : $"is damaged, or was cut off: take another backup ({error.Message})", error);
        }
    }

    private static async Task<BackupResult> Read(Database database, long rows, CancellationToken cancel)
    {
        await using var db = database.Open();
        var verification = await LedgerVerification.Run(db, cancel);
        var names = await db.Operations.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        var heads = await db.LedgerHeads.AsNoTracking().OrderBy(head => head.Operation).ToListAsync(cancel);
        return new BackupResult(
            rows, heads.ConvertAll(head => new LedgerEnd(names.GetValueOrDefault(head.Operation) ?? head.Operation.ToString(), head.Number, head.Hash)), verification.Tampered);
    }

    // Takes the write-ahead log into the file and goes without one, so that the file alone is the backup.
    private static async Task Seal(Database database, CancellationToken cancel)
    {
        await using (var db = database.Open())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;", cancel);
        SqliteConnection.ClearAllPools();
    }

    private static void Delete(string file)
    {
        SqliteConnection.ClearAllPools();
        foreach (var name in new[] { file, file + "-wal", file + "-shm", file + "-journal" })
            File.Delete(name);
    }
}

using System.CommandLine;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Relight.Grid.Import;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Cli;

/// <summary><c>relight backup FILE</c> and <c>relight restore FILE</c>: a register whole in one file, from and into either kind of database.</summary>
internal static class BackupCommand
{
    /// <summary>The command that writes a backup.</summary>
    public static Command CreateBackup(Terminal terminal)
    {
        var (file, data) = (new Argument<string>("FILE") { Description = "Backup to write; it must not be there yet" }, DataFolder.Option());
        var command = new Command("backup", "Writes a register as of one moment into one file, while others go on writing") { file, data };
        command.SetAction((parsed, cancellation) => RunAsync(terminal, parsed.GetValue(file)!, DataFolder.OpenExistingAsync(parsed.GetValue(data)!, cancellation), BackUpAsync, cancellation));
        return command;
    }

    /// <summary>The command that restores one.</summary>
    public static Command CreateRestore(Terminal terminal)
    {
        var (file, data) = (new Argument<string>("FILE") { Description = "Backup to restore" }, DataFolder.Option());
        var command = new Command("restore", "Puts a backup into an empty register, of either kind of database") { file, data };
        command.SetAction((parsed, cancellation) => RunAsync(terminal, parsed.GetValue(file)!, DataFolder.OpenAsync(parsed.GetValue(data)!, cancellation), RestoreAsync, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal,
        string file,
        Task<(Database?, Finding?)> opened,
        Func<Terminal, string, Database, CancellationToken, Task<int>> run,
        CancellationToken cancellation)
    {
        var (database, trouble) = await opened;
        if (database is null)
            return Refused(terminal, trouble!);
        try
        {
            return await run(terminal, file, database, cancellation);
        }
        catch (InvalidDataException error)
        {
            return Refused(terminal, Finding.Error(file, null, error.Message));
        }
        catch (Exception error) when (StorageTrouble.InWords(error) is { } words)
        {
            return Refused(terminal, Finding.Error(error is DbException or DbUpdateException ? $"{file}, {database.Name}" : file, null, words));
        }
    }

    private static async Task<int> BackUpAsync(Terminal terminal, string file, Database database, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (!Directory.Exists(folder))
            return Refused(terminal, Finding.Error(file, null, $"there is no folder {folder}"));
        var result = await Backup.Write(database, file, Told(terminal), cancellation);
        terminal.Out.WriteLine($"{Numbers.Count(result.Rows)} rows of one moment are in {file}.");
        TellEnds(terminal, result);
        return Tampered(terminal, result);
    }

    private static async Task<int> RestoreAsync(Terminal terminal, string file, Database database, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            return Refused(terminal, Finding.Error(file, null, "there is no such file"));
        var result = await Backup.Restore(file, database, Told(terminal), cancellation);
        if (result is null)
            return Refused(terminal, Finding.Error(database.Name, null, "holds a register already; a backup goes into an empty one"));
        if (result.Tampered.Count > 0)
            return Tampered(terminal, result);
        terminal.Out.WriteLine($"{Numbers.Count(result.Rows)} rows are restored: {database.Name}");
        TellEnds(terminal, result);
        return await CompareAsync(terminal, database, cancellation);
    }

    // The ledger in the file was sound; what it says of the tables in the file takes longer, and is told once they are safe.
    private static async Task<int> CompareAsync(Terminal terminal, Database database, CancellationToken cancellation)
    {
        var replay = await LedgerReplay.Run(database, cancellation);
        if (replay.Differences.Count == 0)
            return ExitCode.Done;
        terminal.Error.WriteLine("All of it is restored, but in the file the tables were not what its ledger says:");
        foreach (var difference in replay.Differences)
            terminal.Error.WriteLine($"{difference}");
        return ExitCode.BadInput;
    }

    private static void TellEnds(Terminal terminal, BackupResult result)
    {
        foreach (var end in result.Ends)
            terminal.Out.WriteLine($"{end.Operation}: the ledger ends with row {Numbers.Count(end.Rows)}, {end.Hash}");
    }

    private static int Tampered(Terminal terminal, BackupResult result)
    {
        foreach (var row in result.Tampered)
            terminal.Error.WriteLine($"{row}");
        return result.Tampered.Count == 0 ? ExitCode.Done : ExitCode.BadInput;
    }

    private static int Refused(Terminal terminal, Finding trouble)
    {
        Findings.Refuse(terminal, [trouble]);
        return ExitCode.BadInput;
    }

    private static Progress<long>? Told(Terminal terminal) => terminal.Progress is null
        ? null
        : new Progress<long>(rows => terminal.Error.WriteLine($"{Numbers.Count(rows)} rows"));
}

using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Tests.Cli;

/// <summary><c>relight migrate</c>, <c>backup</c> and <c>restore</c> as an operator of the software uses them.</summary>
public class BackupCommandTests
{
    [Fact]
    public async Task A_register_goes_into_a_file_and_out_of_it()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new ScratchFolder();
        var (data, file, again) = (folder.At("data"), folder.At("b.db"), folder.At("again"));

        var migrated = Run("migrate", "--data", data);
        Assert.Equal(0, migrated.ExitCode);
        Assert.StartsWith("Done: ", migrated.Out, StringComparison.Ordinal);
        Assert.Equal($"The tables are those of this version: {Path.Combine(data, "relight.db")}\n", Run("migrate", "--data", data).Out);

        var operation = new Operation(Id<Operation>.Named("winter"), "Winter", [Country.Parse("UA", null)]);
        await new Commands(Database.InFolder(data), TimeProvider.System).Run(
            new OpenOperation(operation), new Envelope(Guid.NewGuid(), operation.Id, "test"), cancel);

        var backup = Run("backup", file, "--data", data);
        Assert.Equal((0, ""), (backup.ExitCode, backup.Error));
        Assert.StartsWith($"3 rows of one moment are in {file}.\nWinter: the ledger ends with row 1, ", backup.Out, StringComparison.Ordinal);
        var refused = Run("backup", file, "--data", data);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("is there already", refused.Error, StringComparison.Ordinal);
        Assert.Contains("there is no folder", Run("backup", folder.At("no/b.db"), "--data", data).Error, StringComparison.Ordinal);

        var restored = Run("restore", file, "--data", again);
        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        Assert.Equal(0, Run("ledger", "replay", "--data", again).ExitCode);
        Assert.Contains("holds a register already", Run("restore", file, "--data", again).Error, StringComparison.Ordinal);
        Assert.Contains("there is no such file", Run("restore", folder.At("none"), "--data", again).Error, StringComparison.Ordinal);
        Assert.Contains("is no backup of a register", Run("restore", folder.Write("text", "a text"), "--data", folder.At("third")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_was_cut_off_or_changed_is_told()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new ScratchFolder();
        var database = Database.InFolder(folder.At("data"));
        await database.Migrate(cancel);
        var operation = new Operation(Id<Operation>.Named("winter"), "Winter", [Country.Parse("UA", null)]);
        await new Commands(database, TimeProvider.System).Run(new OpenOperation(operation), new Envelope(Guid.NewGuid(), operation.Id, "test"), cancel);
        Assert.Equal(0, Run("backup", folder.At("b.db"), "--data", folder.At("data")).ExitCode);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.At("b.db")));

        var whole = await File.ReadAllBytesAsync(folder.At("b.db"), cancel);
        foreach (var left in new[] { whole.Length / 4, whole.Length / 2, whole.Length * 3 / 4 })
        {
            await File.WriteAllBytesAsync(folder.At("cut.db"), whole[..left], cancel);
            var cut = Run("restore", folder.At("cut.db"), "--data", folder.At("cut"));
            Assert.Equal((2, ""), (cut.ExitCode, cut.Out));
            Assert.Contains("cut.db: is damaged, or was cut off", cut.Error, StringComparison.Ordinal);
        }
        Assert.Equal(0, Run("restore", folder.At("b.db"), "--data", folder.At("cut")).ExitCode);

        await using (var db = Database.Sqlite(folder.At("b.db")).Open())
            await db.Database.ExecuteSqlRawAsync("""UPDATE operation SET "Name" = 'Summer'""", cancel);
        var changed = Run("restore", folder.At("b.db"), "--data", folder.At("changed"));
        Assert.Equal(2, changed.ExitCode);
        Assert.Contains("rows are restored", changed.Out, StringComparison.Ordinal);
        Assert.EndsWith($"operation 'Winter' {operation.Id}: Name is 'Summer', by the ledger 'Winter'\n", changed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_cannot_be_reached_is_told_without_its_password()
    {
        var run = Run("migrate", "--data", "Host=127.0.0.1;Port=1;Database=relight;Username=u;Password=secret;Timeout=1");
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("--data", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Run("migrate", "--data", "Host=127.0.0.1;Nonsense=1").ExitCode);
    }

    private static CommandRun Run(params string[] args)
    {
        var run = CommandRun.Of(args);
        return run with { Out = run.Out.ReplaceLineEndings("\n"), Error = run.Error.ReplaceLineEndings("\n") };
    }
}

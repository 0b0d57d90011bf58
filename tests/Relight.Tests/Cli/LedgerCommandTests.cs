using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Tests.Cli;

/// <summary><c>relight ledger</c> on a sound register, and on one that was changed by hand.</summary>
public class LedgerCommandTests
{
    [Fact]
    public async Task Says_that_all_is_well_or_what_is_not()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new ScratchFolder();
        var database = Database.InFolder(folder.Path);
        await database.Migrate(cancel);
        var operation = new Operation(Id<Operation>.Named("winter"), "Winter", [Country.Parse("UA", null)]);
        await new Commands(database, TimeProvider.System).Run(
            new OpenOperation(operation), new Envelope(Guid.NewGuid(), operation.Id, "test"), cancel);

        Assert.Equal(new CommandRun(0, "1 rows, each as it was written.\n", ""), Run(folder, "verify"));
        Assert.Equal(new CommandRun(0, "1 events give the 1 rows of the state as they are stored.\n", ""), Run(folder, "replay"));

        DateTimeOffset at;
        await using (var db = database.Open())
        {
            at = (await db.Ledger.AsNoTracking().SingleAsync(cancel)).At;
            await db.Database.ExecuteSqlRawAsync("""UPDATE ledger SET "Type" = 'made-up'; UPDATE operation SET "Name" = 'Summer'""", cancel);
        }

        Assert.Equal(new CommandRun(2, "", $"Summer: row 1 of the ledger was changed; it says: made up, by test, {at:yyyy-MM-dd HH:mm:ss} UTC\n"), Run(folder, "verify"));
        var replay = Run(folder, "replay");
        Assert.Equal(2, replay.ExitCode);
        Assert.Contains($"ledger {operation.Id} 1: cannot be applied: 'made-up' is no type of event", replay.Error, StringComparison.Ordinal);
        Assert.Contains($"operation 'Summer' {operation.Id}: is not in the ledger", replay.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ledger", "verify")]
    [InlineData("ledger", "replay")]
    [InlineData("backup", "FILE")]
    [InlineData("match", "--questions")]
    public void A_name_that_was_mistyped_is_no_empty_register(params string[] command)
    {
        using var folder = new ScratchFolder();
        foreach (var data in new[] { folder.At("typo"), folder.Path })
        {
            var run = CommandRun.Of([.. command.Select(word => word == "FILE" ? folder.At("b.db") : word), "--data", data]);
            Assert.Equal((2, "", $"error: {data}: holds no register; 'relight migrate' makes one\n"), (run.ExitCode, run.Out, run.Error.ReplaceLineEndings("\n")));
        }
        Assert.Empty(folder.Files);
    }

    private static CommandRun Run(ScratchFolder folder, string command)
    {
        var run = CommandRun.Of("ledger", command, "--data", folder.Path);
        return run with { Out = run.Out.ReplaceLineEndings("\n"), Error = run.Error.ReplaceLineEndings("\n") };
    }
}

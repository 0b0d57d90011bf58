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

        await using (var db = database.Open())
            await db.Database.ExecuteSqlRawAsync("""UPDATE ledger SET "Type" = 'made-up'; UPDATE operation SET "Name" = 'Summer'""", cancel);

        Assert.Equal(new CommandRun(2, "", $"operation {operation.Id}: row 1 was changed\n"), Run(folder, "verify"));
        var replay = Run(folder, "replay");
        Assert.Equal(2, replay.ExitCode);
        Assert.Contains($"ledger {operation.Id} 1: cannot be applied: 'made-up' is no type of event", replay.Error, StringComparison.Ordinal);
        Assert.Contains($"operation {operation.Id}: is not in the ledger", replay.Error, StringComparison.Ordinal);
    }

    private static CommandRun Run(ScratchFolder folder, string command)
    {
        var run = CommandRun.Of("ledger", command, "--data", folder.Path);
        return run with { Out = run.Out.ReplaceLineEndings("\n"), Error = run.Error.ReplaceLineEndings("\n") };
    }
}

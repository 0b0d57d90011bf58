using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Tests.Cli;

/// <summary><c>relight demo</c> from an empty folder to its summary, a second time, and anew.</summary>
public class DemoCommandTests
{
    [Fact]
    public async Task Loads_matches_plans_and_says_so_the_second_time()
    {
        using var folder = new ScratchFolder();
        string[] args = ["demo", "--no-serve", "--seconds", "1", "--data", folder.Path];

        var first = CommandRun.Of(args);
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("The sample operation is loaded:", first.Out, StringComparison.Ordinal);
        string[] expected =
        [
            "Who gives what", "European Union", "What fits where:", "Can be served", "What to repair first",
            "synthetic: not a real network", "MW served of", "Unserved, MWh", "Order of the damage list",
        ];
        Assert.All(expected, text => Assert.Contains(text, first.Out, StringComparison.Ordinal));
        Assert.Contains("relight.db", folder.Files);

        var second = CommandRun.Of(args);
        Assert.Contains("is there already", second.Out, StringComparison.Ordinal);
        Assert.Equal(AfterFirstLine(first.Out), AfterFirstLine(second.Out));

        var anew = CommandRun.Of([.. args, "--fresh"]);
        Assert.Contains("The sample operation is loaded:", anew.Out, StringComparison.Ordinal);

        await AddAnOperation(folder);
        var refused = CommandRun.Of([.. args, "--fresh"]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("holds more than the sample", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_hold_data_is_refused()
    {
        using var folder = new ScratchFolder();
        var file = folder.Write("file", "");
        var run = CommandRun.Of("demo", "--no-serve", "--data", file);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cannot hold the data", run.Error, StringComparison.Ordinal);

        folder.Write("relight.db", "this is no database, whatever its name says");
        Assert.Equal(2, CommandRun.Of("demo", "--no-serve", "--data", folder.Path).ExitCode);
        Assert.Equal(2, CommandRun.Of("serve", "--data", folder.Path).ExitCode);
    }

    private static async Task AddAnOperation(ScratchFolder folder)
    {
        var operation = new Operation(Id<Operation>.Named("another"), "Another", [Country.Parse("UA", null)]);
        var outcome = await new Commands(Database.InFolder(folder.Path), TimeProvider.System)
            .Run(new OpenOperation(operation), new Envelope(Guid.NewGuid(), operation.Id, "test"), TestContext.Current.CancellationToken);
        Assert.Empty(outcome.Refusals);
    }

    private static string AfterFirstLine(string text) => text[text.IndexOf('\n', StringComparison.Ordinal)..];
}

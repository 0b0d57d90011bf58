using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Relight.Cli;
using Relight.Ledger;
using Relight.Sample;
using Relight.Storage;
using Relight.Tests.Sample;

namespace Relight.Tests.Storage;

/// <summary>A writer that is killed leaves whole commands behind, each once; started again, it goes on where it was.</summary>
public partial class KillTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_before_a_kill_is_whole_and_is_not_written_again()
    {
        using var folder = new ScratchFolder();
        var database = Database.InFolder(folder.Path);
        await database.Migrate(Cancel);
        foreach (var rows in new[] { 20, 200 })
        {
            using var writer = Start(folder.Path);
            while (!writer.HasExited && await Rows(database) < rows)
                await Task.Delay(20, Cancel);
            writer.Kill(entireProcessTree: true);
            await writer.WaitForExitAsync(Cancel);

            await using var db = database.Open();
            var verification = await LedgerVerification.Run(db, Cancel);
            Assert.True(verification.Rows >= rows);
            Assert.Empty(verification.Tampered);
            Assert.Empty((await LedgerReplay.Run(database, Cancel)).Differences);
        }

        await new LoadSample(database, TimeProvider.System).Run(cancel: Cancel);
        using var clean = new ScratchFolder();
        var untouched = await SampleCopies.Loaded.Into(clean.Path);
        await using (var one = database.Open())
        await using (var other = untouched.Open())
            Assert.Equal(await Commands(other), await Commands(one));
        SqliteConnection.ClearAllPools();
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "demo", "--no-serve", "--seconds", "1", "--data", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task<int> Rows(Database database)
    {
        await using var db = database.Open();
        return await db.Ledger.CountAsync(Cancel);
    }

    // When a reservation lapses and a consignment was planned counts from the moment of loading, and the key of a consignment is drawn.
    private static async Task<IReadOnlyList<(Guid, string)>> Commands(RelightContext db) =>
        [.. (await db.Ledger.AsNoTracking().OrderBy(row => row.Number).ToListAsync(Cancel)).Select(row => (row.Command, OfThisLoading().Replace(row.Payload, "")))];

    [GeneratedRegex("\"(lapsesAt|plannedAt|key)\":\"[^\"]*\",?", RegexOptions.CultureInvariant)]
    private static partial Regex OfThisLoading();
}

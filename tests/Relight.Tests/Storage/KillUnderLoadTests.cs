using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Tests.Storage;

/// <summary>
/// Several writers in one process are killed at random moments: every command that was acknowledged is there, none is
/// there twice, the ledger verifies and the state is what it says. RELIGHT_KILLS says how often; 10 times by default.
/// </summary>
public class KillUnderLoadTests
{
    private const int Writers = 4;
    private const int KillsOfOneDatabase = 10;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static int Kills =>
        int.TryParse(Environment.GetEnvironmentVariable("RELIGHT_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 10;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_was_acknowledged_is_there_once_however_often_writers_are_killed(string kind)
    {
        var random = new Random(Kills);
        for (var done = 0; done < Kills; done += KillsOfOneDatabase)
        {
            await using var test = await TestDatabases.MakeEmpty(kind);
            var acknowledged = new HashSet<Guid>();
            for (var kill = done; kill < Math.Min(Kills, done + KillsOfOneDatabase); kill++)
            {
                var before = acknowledged.Count;
                await WriteUntilKilled(test.Data, random, acknowledged);
                Assert.True(acknowledged.Count > before);
                await Check(test.Database, acknowledged);
            }
        }
    }

    private static async Task WriteUntilKilled(string data, Random random, HashSet<Guid> acknowledged)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Writer.Program).Assembly.Location, data, $"{Writers}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var writer = Process.Start(start)!;
        var errors = writer.StandardError.ReadToEndAsync(Cancel);
        // The moment is random twice over: so many commands from now, and so long after the last of them.
        var left = random.Next(1, 60);
        while (await writer.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            var words = line.Split(' ');
            Assert.True(words[0] is "new" or "again", line);
            // A command may have been carried out and the writer killed before it could say so: then it is "again" at first sight.
            Assert.True(acknowledged.Add(Guid.Parse(words[1])) || words[0] == "again", line);
            if (words[0] == "new" && --left == 0)
            {
                await Task.Delay(random.Next(0, 20), Cancel);
                writer.Kill();
            }
        }
        await writer.WaitForExitAsync(Cancel);
        Assert.True(left <= 0, await errors);
    }

    private static async Task Check(Database database, HashSet<Guid> acknowledged)
    {
        await using var db = database.Open();
        Assert.Empty((await LedgerVerification.Run(db, Cancel)).Tampered);
        Assert.Empty((await LedgerReplay.Run(database, Cancel)).Differences);
        // Each command of the writer has one event, so each id stands in one row.
        var ids = await db.Ledger.Select(row => row.Command).ToListAsync(Cancel);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(acknowledged.Except(ids));
        // Killed within the first few commands, the writers have not opened it yet.
        if ((await db.Funds.SingleOrDefaultAsync(Cancel))?.Read() is { } fund)
            Assert.Equal(fund.Balance, fund.Available(null));
    }
}

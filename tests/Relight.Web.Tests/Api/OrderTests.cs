using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Sample;
using Relight.Tests.Sample;

namespace Relight.Web.Tests.Api;

/// <summary>Commands that come twice, late or in another order: each is carried out once or refused with its reason, and nothing else happens.</summary>
public sealed class OrderTests
{
    private static readonly DateTimeOffset s_now = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_order_commands_come_in_what_is_refused_is_taken_later_and_all_is_there_once(int seed)
    {
        var folder = TestFolder.Make();
        try
        {
            var database = await SampleCopies.Loaded.Into(folder);
            var commands = new Commands(database, new Clock());
            var waiting = new MarkedRegister("Old", s_now).Commands().Select((command, i) => (Key: Id<Envelope>.Named($"order {i}").Value, Command: command)).ToArray();
            new Random(seed).Shuffle(waiting);
            var (all, turns) = (waiting, 0);
            await using var db = database.Open();
            while (waiting.Length > 0)
            {
                var left = new List<(Guid, ICommand)>();
                foreach (var (key, command) in waiting)
                {
                    var before = await db.Ledger.CountAsync(Cancel);
                    var outcome = await commands.Run(command, new Envelope(key, LoadSample.Operation.Id, "tests"), Cancel);
                    // Who saw a record that others have changed since is told so, whenever it comes again.
                    if (outcome.Done || outcome.Refusals.All(refusal => refusal is Conflict))
                        continue;
                    left.Add((key, command));
                    Assert.All(outcome.Refusals, refusal => Assert.False(string.IsNullOrEmpty(refusal.Field) || string.IsNullOrEmpty(refusal.Rule)));
                    Assert.Equal(before, await db.Ledger.CountAsync(Cancel));
                }
                Assert.True(left.Count < waiting.Length, $"refused for ever: {string.Join(' ', left.Select(each => each.Item2.GetType().Name))}");
                (waiting, turns) = ([.. left], turns + 1);
            }
            Assert.True(turns > 1, "no order was wrong");
            var rows = await db.Ledger.CountAsync(Cancel);
            foreach (var (key, command) in all)
            {
                var again = await commands.Run(command, new Envelope(key, LoadSample.Operation.Id, "tests"), Cancel);
                if (again.Refusals.Any(refusal => refusal is Conflict))
                    continue;
                Assert.True(again.Repeated, command.GetType().Name);
                // The key of a command that was carried out carries no other out.
                var other = await commands.Run(new RecordOrganisation(new Organisation(Id<Organisation>.Named("other"), "Other", OrganisationKind.Foundation, null)), new Envelope(key, LoadSample.Operation.Id, "tests"), Cancel);
                Assert.Equal("command", Assert.Single(other.Refusals).Field);
            }
            Assert.Equal(rows, await db.Ledger.CountAsync(Cancel));
            Assert.Empty((await LedgerVerification.Run(db, Cancel)).Tampered);
            Assert.Empty((await LedgerReplay.Run(database, Cancel)).Differences);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => s_now;
    }
}

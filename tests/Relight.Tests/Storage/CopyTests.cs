using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Relight.Tests.Register;

namespace Relight.Tests.Storage;

/// <summary>A copy is the register, whole, of either kind in either kind.</summary>
public class CopyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestDatabases.Sqlite, TestDatabases.Sqlite)]
    [InlineData(TestDatabases.Sqlite, TestDatabases.Postgres)]
    [InlineData(TestDatabases.Postgres, TestDatabases.Sqlite)]
    public async Task A_copy_verifies_replays_and_goes_on(string from, string to)
    {
        await using var original = await TestDatabases.Make(from);
        await using var other = await TestDatabases.MakeEmpty(to);
        var register = await RegisterFixture.Open(original.Database);
        for (var i = 0; i < 5; i++)
            await register.Adopt(await register.Recorded(register.Claim($"c{i}", Bounds.About(i))), $"k{i}");

        Assert.True(await Copy.Run(original.Database, other.Database, cancel: Cancel) > 30);

        await using var db = other.Database.Open();
        Assert.Empty((await LedgerVerification.Run(db, Cancel)).Tampered);
        Assert.Empty((await LedgerReplay.Run(other.Database, Cancel)).Differences);
        Assert.Null(await Copy.Run(original.Database, other.Database, cancel: Cancel));
        var goesOn = await new Commands(other.Database, register.Clock).Run(
            new RecordClaim(register.Claim("new", Bounds.Exactly(1))), register.Next(), Cancel);
        Assert.True(goesOn.Done);
        Assert.Empty((await LedgerVerification.Run(db, Cancel)).Tampered);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_copy_made_while_writers_run_is_of_one_moment(string kind)
    {
        await using var original = await TestDatabases.Make(kind);
        await using var other = await TestDatabases.MakeEmpty(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(original.Database);
        var envelopes = Enumerable.Range(0, 40).Select(_ => register.Next()).ToArray();
        var writing = Task.Run(async () =>
        {
            foreach (var (i, envelope) in envelopes.Index())
                await register.Commands.Run(new RecordClaim(register.Claim($"c{i}", Bounds.Exactly(i))), envelope, Cancel);
        }, Cancel);
        await Copy.Run(original.Database, other.Database, cancel: Cancel);
        await writing;

        await using var db = other.Database.Open();
        Assert.Empty((await LedgerVerification.Run(db, Cancel)).Tampered);
        Assert.Empty((await LedgerReplay.Run(other.Database, Cancel)).Differences);
        await using var whole = original.Database.Open();
        Assert.Equal(44, await whole.Ledger.CountAsync(Cancel));
    }
}

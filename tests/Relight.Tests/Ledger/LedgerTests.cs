using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Ledger;

/// <summary>What is done to the tables by hand is found, and named.</summary>
public class LedgerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Rows 1 to 4 come from opening; 5 to 10 are claims.
    private static async Task<RegisterFixture> Filled(TestDatabases test)
    {
        var register = await RegisterFixture.Open(test.Database);
        for (var i = 0; i < 6; i++)
            await register.Recorded(register.Claim($"c{i}", Bounds.Exactly(i)));
        await register.Adopt(register.Claim("c1", Bounds.Exactly(1)), "k");
        return register;
    }

    private static async Task<IReadOnlyList<(long, Tampering)>> Found(TestDatabases test)
    {
        await using var db = test.Database.Open();
        var verification = await LedgerVerification.Run(db, Cancel);
        return [.. verification.Tampered.Select(t => (t.Number, t.Tampering))];
    }

    private static LedgerRow Forged(LedgerRow like, long number, string previousHash)
    {
        var row = new LedgerRow
        {
            Operation = like.Operation,
            Number = number,
            Command = like.Command,
            CommandSha256 = like.CommandSha256,
            At = like.At,
            By = "Mallory",
            Type = like.Type,
            Payload = like.Payload,
            PreviousHash = previousHash,
            Hash = "",
        };
        row.Hash = row.ComputeHash();
        return row;
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_untouched_ledger_verifies_and_replays(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        await Filled(test);
        Assert.Empty(await Found(test));
        var replay = await LedgerReplay.Run(test.Database, Cancel);
        Assert.Empty(replay.Differences);
        Assert.Equal(11, replay.Events);
        Assert.True(replay.Rows > 11);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_changed_row_is_named(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        await Filled(test);
        await test.Tamper("""UPDATE ledger SET "By" = 'Mallory' WHERE "Number" = 6""");
        Assert.Equal([(6, Tampering.Changed)], await Found(test));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(11)]
    public async Task A_changed_row_with_a_hash_to_fit_is_named(long number)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        await Filled(test);
        await using (var db = test.Database.Open())
        {
            var row = await db.Ledger.AsNoTracking().SingleAsync(r => r.Number == number, Cancel);
            db.Ledger.Update(Forged(row, row.Number, row.PreviousHash));
            await db.SaveChangesAsync(Cancel);
        }
        Assert.Equal([(number, Tampering.Changed)], await Found(test));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(11)]
    public async Task A_removed_row_is_named(long number)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        await Filled(test);
        await test.Tamper($"""DELETE FROM ledger WHERE "Number" = {number}""");
        Assert.Equal([(number, Tampering.Removed)], await Found(test));
    }

    [Fact]
    public async Task Several_rows_removed_are_all_named()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        await Filled(test);
        await test.Tamper("""DELETE FROM ledger WHERE "Number" IN (2, 3, 6, 10, 11)""");
        Assert.Equal(
            [(2, Tampering.Removed), (3, Tampering.Removed), (6, Tampering.Removed), (10, Tampering.Removed), (11, Tampering.Removed)],
            await Found(test));
    }

    [Fact]
    public async Task A_removed_row_is_named_though_the_rest_is_numbered_anew()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        await Filled(test);
        await test.Tamper("""DELETE FROM ledger WHERE "Number" = 7""");
        for (var number = 8; number <= 11; number++)
            await test.Tamper($"""UPDATE ledger SET "Number" = {number - 1} WHERE "Number" = {number}""");
        Assert.Equal([(7, Tampering.Removed)], await Found(test));
    }

    [Fact]
    public async Task An_inserted_row_is_named()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        await Filled(test);
        for (var number = 11; number >= 7; number--)
            await test.Tamper($"""UPDATE ledger SET "Number" = {number + 1} WHERE "Number" = {number}""");
        await using (var db = test.Database.Open())
        {
            var before = await db.Ledger.AsNoTracking().SingleAsync(r => r.Number == 6, Cancel);
            db.Ledger.Add(Forged(before, 7, before.Hash));
            await db.SaveChangesAsync(Cancel);
        }
        Assert.Equal([(7, Tampering.Inserted)], await Found(test));
    }

    [Fact]
    public async Task Rows_that_changed_places_are_named()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        await Filled(test);
        await test.Tamper("""UPDATE ledger SET "Number" = 100 WHERE "Number" = 6""");
        await test.Tamper("""UPDATE ledger SET "Number" = 6 WHERE "Number" = 7""");
        await test.Tamper("""UPDATE ledger SET "Number" = 7 WHERE "Number" = 100""");
        Assert.Equal([(7, Tampering.Reordered)], await Found(test));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_state_row_that_the_ledger_does_not_give_is_named(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        await Filled(test);
        await test.Tamper("""UPDATE organisation SET "Name" = 'Freedonia' WHERE "Name" = 'France'""");
        await test.Tamper("DELETE FROM reached");
        var replay = await LedgerReplay.Run(test.Database, Cancel);
        Assert.Contains(replay.Differences, d => d is { Table: "organisation", Column: "Name", Stored: "Freedonia", Replayed: "France" });
        Assert.Contains(replay.Differences, d => d is { Table: "reached", Column: null, Stored: null });
    }

    [Theory]
    [InlineData("""UPDATE ledger SET "Payload" = '{"claim":' WHERE "Number" = 6""")]
    [InlineData("""UPDATE ledger SET "Payload" = '{}' WHERE "Number" = 6""")]
    [InlineData("""UPDATE ledger SET "Type" = 'made-up' WHERE "Number" = 6""")]
    public async Task A_row_that_cannot_be_applied_is_named_and_the_rest_is_compared(string sql)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        await Filled(test);
        await test.Tamper(sql);
        var replay = await LedgerReplay.Run(test.Database, Cancel);
        Assert.Contains(replay.Differences, d => d.Table == "ledger" && d.Key.EndsWith(" 6", StringComparison.Ordinal));
        Assert.Contains(replay.Differences, d => d.Table == "claim");
    }

    [Fact]
    public void Every_type_of_event_has_its_name()
    {
        var types = typeof(IEvent).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IEvent)) && type is { IsClass: true, IsAbstract: false });
        Assert.Equal(types.OrderBy(t => t.Name), EventTypes.All.Values.OrderBy(t => t.Name));
    }
}

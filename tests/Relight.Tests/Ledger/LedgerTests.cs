using CsCheck;
using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
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
        return [.. verification.Tampered.SelectMany(t => Enumerable.Range(0, (int)(t.Last - t.Number) + 1).Select(i => (t.Number + i, t.Tampering)))];
    }

    private static async Task Renumber(TestDatabases test, IEnumerable<int> numbers, int by)
    {
        foreach (var number in numbers)
            await test.Tamper($"""UPDATE ledger SET "Number" = {number + by} WHERE "Number" = {number}""");
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
        await Renumber(test, Enumerable.Range(8, 4), -1);
        Assert.Equal([(7, Tampering.Removed)], await Found(test));
    }

    [Fact]
    public async Task An_inserted_row_is_named()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        await Filled(test);
        await Renumber(test, Enumerable.Range(7, 5).Reverse(), 1);
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
    public async Task Rows_cut_off_at_the_end_are_missed_though_the_end_that_is_kept_is_removed_too(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        await Filled(test);
        await test.Tamper("DELETE FROM ledger_head");
        await test.Tamper("""DELETE FROM ledger WHERE "Number" > 8""");
        Assert.Equal([(8, Tampering.EndChanged)], await Found(test));
    }

    [Theory]
    [InlineData("\"Number\" = 5")]
    [InlineData("\"Number\" = 0")]
    [InlineData("\"Number\" = 'eleven'")]
    [InlineData("\"Number\" = 999999999999")]
    [InlineData("\"Hash\" = '0000000000000000000000000000000000000000000000000000000000000000'")]
    [InlineData("\"Operation\" = '11111111-0000-0000-0000-000000000000'")]
    public async Task An_end_that_was_changed_is_told(string change)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        await Filled(test);
        await test.Tamper($"UPDATE ledger_head SET {change}");
        Assert.Contains((11, Tampering.EndChanged), await Found(test));
    }

    [Fact]
    public async Task Rows_cut_off_at_the_beginning_are_missed_though_all_is_numbered_anew()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        await Filled(test);
        await test.Tamper("""DELETE FROM ledger WHERE "Number" < 4""");
        await Renumber(test, Enumerable.Range(4, 8), -3);
        await test.Tamper("""UPDATE ledger_head SET "Number" = 8""");
        Assert.Equal([(1, Tampering.CutOff)], await Found(test));
    }

    [Theory]
    [InlineData("\"PreviousHash\" = 'x'")]
    [InlineData("\"Hash\" = 'x'")]
    [InlineData("\"Hash\" = 'x', \"PreviousHash\" = 'y'")]
    [InlineData("\"At\" = 'noon'")]
    [InlineData("\"Command\" = 'none'")]
    [InlineData("\"Payload\" = '{}'")]
    public async Task A_changed_row_is_named_alone_whatever_of_it_was_changed(string change)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        await Filled(test);
        await test.Tamper($"""UPDATE ledger SET {change} WHERE "Number" = 6""");
        Assert.Equal([(6, Tampering.Changed)], await Found(test));
    }

    [Fact]
    public async Task Rows_that_two_operations_exchanged_are_named_in_both()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var first = await Filled(test);
        var second = new Operation(Id<Operation>.Named("other"), "Other", [Country.Parse("UA")]);
        var commands = new Commands(test.Database, first.Clock);
        await commands.Run(new OpenOperation(second), new Envelope(Guid.NewGuid(), second.Id, "test"), Cancel);
        await commands.Run(new RecordOrganisation(new Organisation(Id<Organisation>.Named("o"), "Spain", OrganisationKind.State, Country.Parse("ES"))), new Envelope(Guid.NewGuid(), second.Id, "test"), Cancel);
        var (one, other, aside) = ($"'{first.Operation.Value.ToString().ToUpperInvariant()}'", $"'{second.Id.Value.ToString().ToUpperInvariant()}'", "'11111111-0000-0000-0000-000000000000'");
        foreach (var (from, to) in new[] { (one, aside), (other, one), (aside, other) })
            await test.Tamper($"""UPDATE ledger SET "Operation" = {to} WHERE "Operation" = {from} AND "Number" = 2""");
        await using var db = test.Database.Open();
        Assert.Equal(
            new[] { (first.Operation, 2L), (second.Id, 2L) }.Order(),
            (await LedgerVerification.Run(db, Cancel)).Tampered.Select(t => (t.Operation, t.Number)));
    }

    [Fact]
    public async Task What_was_done_is_told_in_words_of_a_coordinator()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        await Filled(test);
        await test.Tamper("""UPDATE ledger SET "By" = 'Mal' || char(27) || 'lory' WHERE "Number" = 6""");
        await test.Tamper("""DELETE FROM ledger WHERE "Number" IN (8, 9)""");
        await using var db = test.Database.Open();
        Assert.Equal(
            [
                "Winter: row 6 of the ledger was changed; it says: claim recorded, by Mal\uFFFDlory, 2022-12-01 08:00:00 UTC",
                "Winter: rows 8 to 9 of the ledger are missing; written between 2022-12-01 08:00:00 UTC and 2022-12-01 08:00:00 UTC",
            ],
            (await LedgerVerification.Run(db, Cancel)).Tampered.Select(t => t.ToString()));
    }

    [Fact]
    public async Task A_register_is_checked_while_another_process_writes()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        await Filled(test);
        await using var writer = test.Database.Open();
        await using var transaction = await writer.Database.BeginTransactionAsync(Cancel);
        var reader = Database.Of(test.Data);
        Assert.Empty(await reader.Migrate(Cancel).WaitAsync(TimeSpan.FromSeconds(60), Cancel));
        await using var db = reader.Open();
        Assert.Empty((await LedgerVerification.Run(db, Cancel)).Tampered);
        Assert.Empty((await LedgerReplay.Run(reader, Cancel)).Differences);
    }

    // Whatever is done to one row or to the end is found, and following the chain comes to an end.
    [Fact]
    public void Nothing_done_to_a_chain_goes_unseen() => Gen.Select(Gen.Int[1, 12], Gen.Int[0, 5], Gen.Int[1, 12], Gen.Int[1, 12]).Sample((length, act, at, to) =>
    {
        var rows = Enumerable.Range(1, length).Select(n => new ChainLink(n, n == 1 ? LedgerRow.Beginning : $"h{n - 1}", $"h{n}", true)).ToList();
        var head = new LedgerHead { Operation = default, Number = length, Hash = $"h{length}" };
        Assert.Empty(LedgerChain.Follow(rows, head));
        var (one, other) = ((at - 1) % length, (to - 1) % length);
        switch (act)
        {
            case 0:
                rows[one] = rows[one] with { Hash = "forged" };
                break;
            case 1:
                rows.RemoveAt(one);
                break;
            case 2:
                rows.Add(rows[one] with { Number = length + to });
                break;
            case 3 when one != other:
                (rows[one], rows[other]) = (rows[other] with { Number = one + 1 }, rows[one] with { Number = other + 1 });
                break;
            case 4:
                head.Number += to;
                break;
            default:
                head.Hash = one + 1 < length ? $"h{one + 1}" : "forged";
                break;
        }
        return LedgerChain.Follow([.. rows.OrderBy(row => row.Number)], head).Count > 0;
    });

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
    [InlineData("organisation", "Kind", "'nonsense'")]
    [InlineData("organisation", "Country", "''")]
    [InlineData("contribution", "ChangedAt", "\"ChangedAt\" + 1")]
    [InlineData("contribution", "Document", "REPLACE(\"Document\", '\"version\":', '\"version\":1')")]
    [InlineData("claim", "Upper", "NULL")]
    public async Task A_changed_column_is_named_however_small_the_change_and_whatever_stands_there(string table, string column, string value)
    {
        foreach (var kind in TestDatabases.Configured)
        {
            await using var test = await TestDatabases.Make(kind);
            var register = await Filled(test);
            await register.Do(new RecordOrganisation(new Organisation(Id<Organisation>.Named("none"), "Of no country", OrganisationKind.Fund, null)));
            await test.Tamper($"""UPDATE {table} SET "{column}" = {value} WHERE "Id" = (SELECT max(CAST("Id" AS text)) FROM {table})""".Replace("\"Id\" =", "CAST(\"Id\" AS text) =", StringComparison.Ordinal));
            var difference = Assert.Single((await LedgerReplay.Run(test.Database, Cancel)).Differences);
            Assert.Equal((table, column), (difference.Table, difference.Column));
        }
    }

    [Fact]
    public void Of_two_long_documents_the_place_is_told_where_they_part()
    {
        var (one, other) = (new string('a', 5_000) + "1" + new string('b', 5_000), new string('a', 5_000) + "2" + new string('b', 5_000));
        var told = new StateDifference("network", "k", "Document", one, other) { Name = "Grid" }.ToString();
        Assert.Equal($"network 'Grid' k: Document is '…{new string('a', 40)}1{new string('b', 39)}…', by the ledger '…{new string('a', 40)}2{new string('b', 39)}…'", told);
        Assert.EndsWith("Upper is empty, by the ledger '4'", new StateDifference("claim", "k", "Upper", null, "4").ToString(), StringComparison.Ordinal);
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

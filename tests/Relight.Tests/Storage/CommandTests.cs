using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;
using Relight.Tests.Register;

namespace Relight.Tests.Storage;

/// <summary>Commands on each database: what is acknowledged is kept, once; what is refused leaves nothing.</summary>
public class CommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_claim_reads_back_as_it_was_recorded(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var claim = register.Claim("c", Bounds.About(480)) with
        {
            Value = new Money(Bounds.AtLeast(1_000_000.5m), Currency.Parse("JPY"), new DateOnly(2022, 11, 25)),
            Note = "first of two",
        };
        await register.Do(new RecordClaim(claim));

        await using var db = test.Database.Open();
        var row = await db.Claims.SingleAsync(Cancel);
        Assert.Equal(claim, row.Read());
        Assert.Equal(register.Source, (await db.Sources.SingleAsync(Cancel)).Read());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_same_command_twice_is_carried_out_once(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var envelope = register.Next();
        var command = new RecordClaim(register.Claim("c", Bounds.Exactly(100)));

        var first = await register.Commands.Run(command, envelope, Cancel);
        var second = await register.Commands.Run(command, envelope, Cancel);
        var other = await register.Commands.Run(new RecordClaim(register.Claim("d", Bounds.Exactly(1))), envelope, Cancel);

        Assert.True(first.Done && !first.Repeated);
        Assert.True(second.Done && second.Repeated);
        Assert.Equal(first.Events, second.Events);
        Assert.Equal("command", Assert.Single(other.Refusals).Field);
        await using var db = test.Database.Open();
        Assert.Equal(5, await db.Ledger.CountAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_refused_command_leaves_nothing(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var outcome = await register.Send(new RecordClaim(register.Claim("c", Bounds.Exactly(100), quote: "never said")));

        Assert.Equal("claim.quote", Assert.Single(outcome.Refusals).Field);
        await using var db = test.Database.Open();
        Assert.Equal(4, await db.Ledger.CountAsync(Cancel));
        Assert.False(await db.Claims.AnyAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Many_writers_at_once_lose_nothing(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var envelopes = Enumerable.Range(0, 24).Select(_ => register.Next()).ToArray();

        await Task.WhenAll(envelopes.Select((envelope, i) => Task.Run(() => register.Commands.Run(
            new RecordClaim(register.Claim($"c{i}", Bounds.Exactly(i))), envelope, Cancel), Cancel)));

        await using var db = test.Database.Open();
        Assert.Equal(24, await db.Claims.CountAsync(Cancel));
        Assert.Equal(28, (await db.LedgerHeads.SingleAsync(Cancel)).Number);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_tables_are_those_of_the_model(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        await test.Database.Migrate(Cancel);
        await using var db = test.Database.Open();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancel));
    }

    [Fact]
    public void The_migrations_for_postgresql_are_those_of_the_model()
    {
        using var db = Database.Postgres("Host=localhost").Open();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_sqlite_file_is_safe_against_loss_of_power()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        await test.Database.Migrate(Cancel);
        await using var db = test.Database.Open();
        Assert.Equal(["wal"], await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").ToListAsync(Cancel));
        Assert.Equal([2], await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").ToListAsync(Cancel));
        Assert.Equal([1], await db.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").ToListAsync(Cancel));
    }
}

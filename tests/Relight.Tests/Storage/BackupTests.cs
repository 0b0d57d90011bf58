using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Relight.Tests.Register;

namespace Relight.Tests.Storage;

/// <summary>A backup is one file that holds the register of one moment, and goes into either kind of database.</summary>
public class BackupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Kinds => new()
    {
        { TestDatabases.Sqlite, TestDatabases.Sqlite },
        { TestDatabases.Sqlite, TestDatabases.Postgres },
        { TestDatabases.Postgres, TestDatabases.Sqlite },
        { TestDatabases.Postgres, TestDatabases.Postgres },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_backed_up_is_restored_and_goes_on(string from, string to)
    {
        await using var original = await TestDatabases.Make(from);
        await using var other = await TestDatabases.MakeEmpty(to);
        using var folder = new ScratchFolder();
        var register = await RegisterFixture.Open(original.Database);
        var claim = await register.Recorded(register.Claim("c", Bounds.About(40)));
        await register.Adopt(claim, "k");

        var backup = await Backup.Write(original.Database, folder.At("b.db"), cancel: Cancel);
        Assert.Equal(["b.db"], folder.Files);
        var restored = await Backup.Restore(folder.At("b.db"), other.Database, cancel: Cancel);

        Assert.Equal((backup.Rows, backup.Ends.Single()), (restored!.Rows, restored.Ends.Single()));
        Assert.Equal(["b.db"], folder.Files);
        Assert.Empty((await LedgerReplay.Run(other.Database, Cancel)).Differences);
        var next = await new Commands(other.Database, register.Clock).Run(new RetractClaim(claim.Id, "x"), register.Next(), Cancel);
        Assert.Equal("claim", Assert.Single(next.Refusals).Field);
        Assert.Null(await Backup.Restore(folder.At("b.db"), other.Database, cancel: Cancel));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_backup_made_while_writers_run_is_of_one_moment(string from, string to)
    {
        await using var original = await TestDatabases.Make(from);
        await using var other = await TestDatabases.MakeEmpty(to);
        using var folder = new ScratchFolder();
        var register = await RegisterFixture.Open(original.Database);
        var envelopes = Enumerable.Range(0, 40).Select(_ => register.Next()).ToArray();
        var writing = Task.WhenAll(envelopes.Select((envelope, i) => Task.Run(() => register.Commands.Run(
            new RecordClaim(register.Claim($"c{i}", Bounds.Exactly(i))), envelope, Cancel), Cancel)));
        await Task.WhenAny(writing, Written(original.Database, 10));
        var backup = await Backup.Write(original.Database, folder.At("b.db"), cancel: Cancel);
        await writing;
        Assert.InRange(backup.Ends.Single().Rows, 10, 44);

        Assert.Empty(backup.Tampered);
        await Backup.Restore(folder.At("b.db"), other.Database, cancel: Cancel);
        Assert.Empty((await LedgerReplay.Run(other.Database, Cancel)).Differences);
        await using var db = original.Database.Open();
        Assert.Equal(44, await db.Ledger.CountAsync(Cancel));
        // What is not in the backup goes on where it ended.
        var next = await new Commands(other.Database, register.Clock).Run(new RecordClaim(register.Claim("later", Bounds.Exactly(1))), register.Next(), Cancel);
        Assert.Empty(next.Refusals);
        Assert.Empty((await LedgerReplay.Run(other.Database, Cancel)).Differences);
    }

    private static async Task Written(Database database, int rows)
    {
        await using var db = database.Open();
        while (await db.Ledger.CountAsync(Cancel) < rows)
            await Task.Delay(1, Cancel);
    }

    [Fact]
    public async Task A_backup_that_was_changed_by_hand_is_not_restored()
    {
        await using var original = await TestDatabases.Make(TestDatabases.Sqlite);
        await using var other = await TestDatabases.MakeEmpty(TestDatabases.Sqlite);
        using var folder = new ScratchFolder();
        await RegisterFixture.Open(original.Database);
        await Backup.Write(original.Database, folder.At("b.db"), cancel: Cancel);
        await using (var db = Database.Sqlite(folder.At("b.db")).Open())
            await db.Database.ExecuteSqlRawAsync("""UPDATE ledger SET "By" = 'Mallory' WHERE "Number" = 2""", Cancel);
        Assert.Equal(2, Assert.Single((await Backup.Restore(folder.At("b.db"), other.Database, cancel: Cancel))!.Tampered).Number);
        await other.Database.Migrate(Cancel);
        await using var untouched = other.Database.Open();
        Assert.False(await untouched.Operations.AnyAsync(Cancel));
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_and_no_file_is_written_over()
    {
        await using var database = await TestDatabases.Make(TestDatabases.Sqlite);
        await database.Database.Migrate(Cancel);
        using var folder = new ScratchFolder();
        foreach (var (name, text) in new[] { ("text.db", "not a database, but a text that is long enough to look like the head of one"), ("empty.db", "") })
            await Assert.ThrowsAsync<InvalidDataException>(() => Backup.Restore(folder.Write(name, text), database.Database, cancel: Cancel));
        await Assert.ThrowsAsync<IOException>(() => Backup.Write(database.Database, folder.At("text.db"), cancel: Cancel));
        Assert.Equal(["empty.db", "text.db"], folder.Files);
    }

    [Fact]
    public async Task Of_two_backups_into_one_file_at_once_one_is_whole_and_the_other_refused()
    {
        await using var database = await TestDatabases.Make(TestDatabases.Sqlite);
        await RegisterFixture.Open(database.Database);
        using var folder = new ScratchFolder();
        var both = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Backup.Write(database.Database, folder.At("b.db"), cancel: Cancel), Cancel)).ToArray();
        await Assert.ThrowsAsync<IOException>(() => Task.WhenAll(both));
        Assert.Equal(1, both.Count(one => one.IsCompletedSuccessfully));
        Assert.Equal(["b.db"], folder.Files);
        await using var other = await TestDatabases.MakeEmpty(TestDatabases.Sqlite);
        Assert.NotNull(await Backup.Restore(folder.At("b.db"), other.Database, cancel: Cancel));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Of_two_restores_into_one_database_at_once_one_is_done_and_the_other_told_that_it_is_not_empty(string kind)
    {
        await using var database = await TestDatabases.Make(TestDatabases.Sqlite);
        await RegisterFixture.Open(database.Database);
        using var folder = new ScratchFolder();
        await Backup.Write(database.Database, folder.At("b.db"), cancel: Cancel);
        await using var other = await TestDatabases.Make(kind);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Backup.Restore(folder.At("b.db"), Database.Of(other.Data), cancel: Cancel), Cancel)));
        Assert.Single(both, one => one is null);
        Assert.Empty((await LedgerReplay.Run(other.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task A_backup_broken_off_leaves_no_file()
    {
        await using var database = await TestDatabases.Make(TestDatabases.Sqlite);
        await RegisterFixture.Open(database.Database);
        using var folder = new ScratchFolder();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Backup.Write(database.Database, folder.At("b.db"), new StopAtFirst(stop), stop.Token));
        Assert.Empty(folder.Files);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Tables_of_a_later_version_are_left_alone(string kind)
    {
        await using var test = await TestDatabases.MakeEmpty(kind);
        Assert.NotEmpty(await test.Database.Migrate(Cancel));
        Assert.Empty(await test.Database.Migrate(Cancel));
        await test.Tamper("""INSERT INTO "__EFMigrationsHistory" VALUES ('99990101000000_Later', '99')""");
        await Assert.ThrowsAsync<InvalidDataException>(() => test.Database.Migrate(Cancel));
    }

    private sealed class StopAtFirst(CancellationTokenSource stop) : IProgress<long>
    {
        public void Report(long value) => stop.Cancel();
    }
}

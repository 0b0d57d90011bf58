using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Relight.Storage;
using Relight.Tests.Register;

namespace Relight.Tests.Storage;

/// <summary>Tables are brought to this version whoever else is at it, or was killed at it.</summary>
public class UpgradeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_who_was_killed_while_changing_the_tables_keeps_nobody_waiting()
    {
        await using var test = await TestDatabases.MakeEmpty(TestDatabases.Sqlite);
        await using (var db = test.Database.Open())
            await db.GetService<IMigrator>().MigrateAsync("Beginning", Cancel);
        // What the framework leaves behind where its process ends in the middle.
        await test.Tamper("""INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2022-12-01 08:00:00')""");
        Assert.NotEmpty(await test.Database.Migrate(Cancel).WaitAsync(TimeSpan.FromMinutes(2), Cancel));
        Assert.Equal(["relight.db"], Directory.GetFiles(test.Data).Select(Path.GetFileName).Where(name => !name!.EndsWith("-wal", StringComparison.Ordinal) && !name.EndsWith("-shm", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Several_may_make_the_tables_at_once(string kind)
    {
        await using var test = await TestDatabases.MakeEmpty(kind);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Database.Of(test.Data).Migrate(Cancel), Cancel)));
        await using var db = test.Database.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancel));
    }

    [Fact]
    public async Task Sqlite_looks_again_at_what_has_doubled_since_it_looked_last()
    {
        await using var test = await TestDatabases.MakeEmpty(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        for (var i = 0; i < 120; i++)
            await register.Recorded(register.Claim($"c{i}", Relight.Register.Bounds.Exactly(i)));
        Assert.Empty(await Surveyed(test.Database));
        await test.Database.Migrate(Cancel);
        Assert.Contains(await Surveyed(test.Database), line => line.StartsWith("claim IX_claim_Operation_DonorNames 120 ", StringComparison.Ordinal));
    }

    private static async Task<List<string>> Surveyed(Database database)
    {
        await using var db = database.Open();
        var any = await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE name = 'sqlite_stat1'").ToListAsync(Cancel);
        return any.Count == 0 ? [] : await db.Database.SqlQuery<string>($"SELECT tbl || ' ' || idx || ' ' || stat AS \"Value\" FROM sqlite_stat1").ToListAsync(Cancel);
    }
}

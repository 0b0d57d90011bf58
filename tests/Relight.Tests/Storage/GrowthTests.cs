using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Tests.Register;

namespace Relight.Tests.Storage;

/// <summary>A register that grows while it is open is searched by counts of how it is, not of how it was.</summary>
public class GrowthTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_many_events_the_plan_of_a_search_is_that_of_a_register_that_was_opened_so_large()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        await register.Do(new RecordOffer(new Offer
        {
            Id = Id<Offer>.Named("o"),
            Version = 1,
            Title = "a set",
            Donor = register.Donor.Id,
            Specification = new GeneratingSet(),
            Units = 1,
            Condition = UnitCondition.New,
        }));
        await Multiply(test, 200, "\"Item\"");
        await test.Database.Migrate(Cancel);
        Assert.Contains("IX_offer_Operation_Units_Id", await PlanOf(test, register.Operation), StringComparison.Ordinal);

        await Multiply(test, 5_000, "'item ' || (n % 20)");
        await test.Database.Growth.Looking;
        Assert.Contains("IX_offer_Operation_Units_Id", await PlanOf(test, register.Operation), StringComparison.Ordinal);

        test.Database.Growth.Wrote(1_000);
        await test.Database.Growth.Looking;
        Assert.Contains("IX_offer_Operation_Item_Id", await PlanOf(test, register.Operation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_looks_again_once_as_much_was_written_as_before_and_every_event_counts()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        test.Database.Growth.Wrote(990);
        var none = test.Database.Growth.Looking;
        for (var i = 0; i < 10; i++)
            await register.Recorded(register.Claim($"c{i}", Bounds.Exactly(1)));
        // The last command is acknowledged a moment before it is counted.
        while (ReferenceEquals(none, test.Database.Growth.Looking))
            await Task.Delay(10, Cancel);
        var first = test.Database.Growth.Looking;
        await first;
        test.Database.Growth.Wrote(900);
        Assert.Same(first, test.Database.Growth.Looking);
        test.Database.Growth.Wrote(200);
        Assert.NotSame(first, test.Database.Growth.Looking);
        await test.Database.Growth.Looking;
    }

    // Copies of the first offer, each of another number of units.
    private static async Task Multiply(TestDatabases test, int times, string item)
    {
        await using var db = test.Database.Open();
        var columns = await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM pragma_table_info('offer')").ToListAsync(Cancel);
        var values = columns.Select(column => column switch
        {
            "Id" => $"printf('00000000-0000-4000-8000-%012d', n + {times})",
            "Item" => item,
            "Units" => "n",
            _ => $"\"{column}\"",
        });
        await test.Tamper(
            $"""
            WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < {times})
            INSERT INTO offer ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", values)} FROM (SELECT * FROM offer ORDER BY rowid LIMIT 1), many
            """);
    }

    private static async Task<string> PlanOf(TestDatabases test, Id<Operation> operation)
    {
        await using var db = test.Database.Open();
        var query = db.Offers.Where(row => row.Operation == operation && row.Item == ItemKind.Battery && row.Units >= 2).Select(row => row.Document);
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var lines = new List<string>();
        while (await reader.ReadAsync(Cancel))
            lines.Add(reader.GetString(3));
        return string.Join('\n', lines);
    }
}

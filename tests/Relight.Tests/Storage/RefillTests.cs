using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Matching;

namespace Relight.Tests.Storage;

/// <summary>What follows from a type is not written beside it, and is taken out of what an earlier version has written.</summary>
public class RefillTests
{
    [Fact]
    public void What_follows_from_the_type_of_a_record_is_not_written()
    {
        foreach (var kind in Matching.Draws.Kinds)
        {
            var specification = LedgerJson.Read<Specification>(kind.Nothing);
            Assert.DoesNotContain("\"item\":", LedgerJson.Write(specification), StringComparison.Ordinal);
        }
        Requirement[] requirements = [new BreakerBay { SystemUm = 126 }, new FacilityPower { Facility = FacilityKind.Heat, LoadKilowatts = 1 }, new GoodsRequirement(new Item(ItemKind.Fuel, "diesel"), Quantity.Pieces(1))];
        Assert.All(requirements, requirement => Assert.DoesNotContain("\"item\":", LedgerJson.Write(requirement), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Columns_of_scenarios_are_filled_from_their_records()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var test = await TestDatabases.WithSample();
        await test.Tamper("""UPDATE scenario SET "HourZero" = 0, "HasUnits" = 0, "EnteredAt" = NULL, "Of" = NULL""");
        await test.Database.Migrate(cancel);
        Assert.Empty((await LedgerReplay.Run(test.Database, cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Records_of_an_earlier_version_are_written_anew(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With(fixture.Need(), fixture.Offer());
        await test.Tamper("""UPDATE need SET "Document" = REPLACE("Document", '"type":"facilityPower"', '"type":"facilityPower","kind":"facilityPower","item":"generatingSet"')""");
        await test.Tamper("""UPDATE offer SET "Document" = REPLACE("Document", '"type":"generatingSet"', '"type":"generatingSet","item":"generatingSet"')""");
        Assert.Equal(2, (await LedgerReplay.Run(test.Database, TestContext.Current.CancellationToken)).Differences.Count);
        await test.Database.Migrate(TestContext.Current.CancellationToken);
        Assert.Empty((await LedgerReplay.Run(test.Database, TestContext.Current.CancellationToken)).Differences);
        await using var db = test.Database.Open();
        Assert.DoesNotContain("\"item\"", (await db.Needs.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).Document, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Columns_that_a_migration_added_are_filled_from_the_records(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, claims) = await ListFixture.Filled(test);
        await register.Adopt(claims[0], "k");
        await test.Tamper(
            """
            UPDATE claim SET "DonorNames" = '', "Publisher" = '', "Language" = '', "Description" = '', "Quote" = '', "Address" = '', "Step" = 0, "Measure" = NULL, "Lower" = NULL, "Upper" = NULL;
            UPDATE contribution SET "DonorNames" = '', "Members" = 0, "Claims" = 0, "Item" = NULL, "Lower" = NULL;
            DELETE FROM donor_group;
            """);
        await test.Database.Migrate(TestContext.Current.CancellationToken);
        Assert.Empty((await LedgerReplay.Run(test.Database, TestContext.Current.CancellationToken)).Differences);
    }
}

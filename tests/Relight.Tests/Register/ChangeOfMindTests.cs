using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Relight.Tests.Storage;

namespace Relight.Tests.Register;

/// <summary>What was decided wrongly can be taken back, and the sums follow.</summary>
public class ChangeOfMindTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_dropped_claim_takes_its_values_along(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var first = await register.Recorded(register.Claim("first", Bounds.Exactly(100)));
        var wrong = await register.Recorded(register.Claim("wrong", Bounds.Exactly(70), GoodsStage.Received));
        await register.Adopt(first, "k");
        await register.Adopt(wrong, "k", 1);
        await register.Do(new AdoptClaim(Id<Contribution>.Named("k"), 2, first.Id, ClaimParts.Donors, null, "named there first"));

        DropClaim Drop(Claim claim, int version) => new(Id<Contribution>.Named("k"), version, claim.Id, "of another gift");
        Assert.Equal("claim", Assert.Single((await register.Send(Drop(first, 3))).Refusals).Field);
        await register.Do(Drop(wrong, 3));
        await using (var db = test.Database.Open())
            Assert.Equal([100, 0, 0, 0, 0, 0], (await Funnel.Read(db, register.Operation, Cancel)).Lines.Single().Stages.Select(s => s.Total.Lower));
        Assert.True((await register.Adopt(wrong, "other")).Done);

        await register.Do(Drop(first, 4));
        await using (var db = test.Database.Open())
            Assert.Equal(70, (await Funnel.Read(db, register.Operation, Cancel)).Lines.Single().Stages[0].Total.Lower);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task A_link_taken_back_no_longer_holds_claims_together()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var first = await register.Recorded(register.Claim("first", Bounds.Exactly(40)));
        var again = await register.Recorded(register.Claim("again", Bounds.Exactly(40)));
        var link = new Link(Id<Link>.Named("l"), again.Id, LinkKind.Restates, first.Id, "alike");
        await register.Do(new LinkClaims(link));
        await register.Adopt(first, "one");
        Assert.False((await register.Adopt(again, "two")).Done);
        await register.Do(new RemoveLink(link.Id, "the second is another batch"));
        Assert.True((await register.Adopt(again, "two")).Done);
        Assert.False((await register.Send(new RemoveLink(link.Id, "once more"))).Done);
    }

    [Fact]
    public async Task The_sums_of_the_funnel_are_those_of_its_parts_after_any_changes()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var versions = new int[3];
        var random = new Random(7);
        for (var i = 0; i < 24; i++)
        {
            var (k, bounds, stage, joint) = (random.Next(3), random.Next(4), random.Next(6), random.Next(2) == 1);
            var claim = await register.Recorded(register.Claim(
                $"c{i}", new[] { Bounds.Exactly(i), Bounds.AtLeast(i), Bounds.Unspecified, Bounds.About(i) }[bounds], (GoodsStage)stage) with
            {
                Donors = joint ? DonorGroup.Of(register.Donor.Id, register.Other.Id) : DonorGroup.Of(register.Donor.Id),
            });
            Assert.True((await register.Adopt(claim, $"k{k}", versions[k]++)).Done);
        }
        await using var db = test.Database.Open();
        var parts = (await db.Reached.ToListAsync(Cancel)).GroupBy(row => (row.Donors, row.Stage, row.Item, row.Measure));
        var totals = (await db.Totals.ToListAsync(Cancel)).Where(row => row.Parts > 0).ToDictionary(row => (row.Donors, row.Stage, row.Item, row.Measure));
        Assert.Equal(parts.Count(), totals.Count);
        Assert.All(parts, part =>
        {
            var sum = new TotalRow { Operation = register.Operation, Donors = "", Stage = default, Item = default, Measure = "" };
            foreach (var row in part)
                sum.Add(row, 1);
            Assert.Equal(sum.Read(), totals[part.Key].Read());
        });
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }
}

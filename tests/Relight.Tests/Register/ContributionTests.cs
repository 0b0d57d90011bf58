using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Register;

/// <summary>What is reported often counts once; every value says where it came from.</summary>
public class ContributionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Link Link(Claim from, LinkKind kind, Claim to) =>
        new(Id<Link>.Named($"{from.Id}{kind}{to.Id}"), from.Id, kind, to.Id, "read side by side");

    private static async Task<FunnelLine> Line(TestDatabases test, RegisterFixture register, ItemKind item)
    {
        await using var db = test.Database.Open();
        return (await Funnel.Read(db, register.Operation, Cancel)).Lines.Single(line => line.Item == item);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_funnel_adds_contributions_up_stage_by_stage(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var bought = await register.Recorded(register.Claim("bought", Bounds.About(480), GoodsStage.Committed));
        var delivered = await register.Recorded(register.Claim("delivered", Bounds.Exactly(196), GoodsStage.Received));
        var other = await register.Recorded(register.Claim("other", Bounds.AtLeast(80), by: register.Other));
        var vague = await register.Recorded(register.Claim("vague", Bounds.Unspecified, by: register.Other));
        Assert.True((await register.Adopt(bought, "agency")).Done);
        Assert.True((await register.Adopt(delivered, "agency", 1)).Done);
        Assert.True((await register.Adopt(other, "us")).Done);
        Assert.True((await register.Adopt(vague, "us later")).Done);

        var line = await Line(test, register, ItemKind.GeneratingSet);
        var totals = line.Stages.Select(stage => stage.Total.ToString()).ToArray();
        Assert.Equal(["512 or more, and 1 unspecified", "432 to 528", "196", "196", "196", "0"], totals);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Joint_donors_stand_once_and_undivided(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var joint = await register.Recorded(register.Claim("joint", Bounds.Exactly(10)) with
        {
            Donors = DonorGroup.Of(register.Other.Id, register.Donor.Id),
        });
        await register.Adopt(joint, "joint");

        await using var db = test.Database.Open();
        var donor = Assert.Single((await Funnel.Read(db, register.Operation, Cancel)).Donors);
        Assert.True(donor.Jointly);
        Assert.Equal(["France", "United States"], donor.Donors);
    }

    [Theory]
    [InlineData(LinkKind.Restates)]
    [InlineData(LinkKind.Supersedes)]
    [InlineData(LinkKind.PartOf)]
    [InlineData(LinkKind.Fulfils)]
    public async Task Linked_claims_cannot_count_in_two_contributions(LinkKind kind)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var first = await register.Recorded(register.Claim("first", Bounds.Exactly(40)));
        var again = await register.Recorded(register.Claim("again", Bounds.Exactly(40)));
        await register.Do(new LinkClaims(Link(again, kind, first)));
        Assert.True((await register.Adopt(first, "one")).Done);

        var refused = await register.Adopt(again, "two");
        Assert.Contains(refused.Refusals, refusal => refusal.Field == "claim");
        Assert.True((await register.Adopt(again, "one", 1)).Done);
        Assert.Equal(40, (await Line(test, register, ItemKind.GeneratingSet)).Stages[0].Total.Lower);
    }

    [Fact]
    public async Task A_link_that_shows_double_counting_is_refused()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var first = await register.Recorded(register.Claim("first", Bounds.Exactly(40)));
        var again = await register.Recorded(register.Claim("again", Bounds.Exactly(40)));
        await register.Adopt(first, "one");
        await register.Adopt(again, "two");
        var outcome = await register.Send(new LinkClaims(Link(again, LinkKind.Restates, first)));
        Assert.Equal("link", Assert.Single(outcome.Refusals).Field);
        Assert.True((await register.Send(new LinkClaims(Link(again, LinkKind.Contradicts, first)))).Done);
    }

    [Fact]
    public async Task Parts_of_a_headline_may_count_as_long_as_the_headline_does_not()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var whole = await register.Recorded(register.Claim("whole", Bounds.Exactly(180), quote: "In all 180 generators"));
        var one = await register.Recorded(register.Claim("one", Bounds.Exactly(100)));
        var other = await register.Recorded(register.Claim("other", Bounds.Exactly(80), by: register.Other));
        await register.Do(new LinkClaims(Link(one, LinkKind.PartOf, whole)));
        await register.Do(new LinkClaims(Link(other, LinkKind.PartOf, whole)));

        Assert.True((await register.Adopt(one, "one")).Done);
        Assert.True((await register.Adopt(other, "other")).Done);
        Assert.False((await register.Adopt(whole, "whole")).Done);
        Assert.Equal(180, (await Line(test, register, ItemKind.GeneratingSet)).Stages[0].Total.Lower);
    }

    [Fact]
    public async Task A_part_larger_than_its_whole_is_doubted()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var whole = await register.Recorded(register.Claim("whole", Bounds.Exactly(80)));
        var part = await register.Recorded(register.Claim("part", Bounds.Exactly(100)));
        var outcome = await register.Do(new LinkClaims(Link(part, LinkKind.PartOf, whole)));
        Assert.Equal("link.from", Assert.Single(outcome.Warnings).Field);
    }

    [Fact]
    public async Task Every_value_opens_to_its_claim_and_source()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        await register.Adopt(await register.Recorded(register.Claim("c", Bounds.Exactly(100))), "k");

        await using var db = test.Database.Open();
        var detail = await ContributionDetail.Read(db, register.Operation, Id<Contribution>.Named("k"), Cancel);
        var item = Assert.Single(detail!.Items);
        var claim = Assert.Single(detail.Claims);
        Assert.Equal(claim.Id, item.Claim);
        Assert.Equal(("Olena", "as reported"), (item.By, item.Why));
        Assert.Equal("France gives 100 generators", claim.Quote);
        Assert.Equal(register.Source.Address, claim.Address);
        Assert.Null(await ContributionDetail.Read(db, register.Operation, Id<Contribution>.Named("none"), Cancel));
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_both_values()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        await register.Adopt(await register.Recorded(register.Claim("c", Bounds.Exactly(100))), "k");
        await register.Adopt(await register.Recorded(register.Claim("d", Bounds.Exactly(110))), "k", 1);
        var late = await register.Adopt(await register.Recorded(register.Claim("e", Bounds.Exactly(120))), "k", 1);
        var conflict = Assert.Single(late.Refusals.OfType<Conflict>(), c => c.Field == "quantity");
        Assert.Equal(("120 pcs", "110 pcs"), (conflict.Value, conflict.Theirs));
    }

    [Fact]
    public async Task A_stage_is_advanced_one_by_one_and_never_beyond_what_there_is()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        await register.Adopt(await register.Recorded(register.Claim("c", Bounds.Exactly(100), GoodsStage.Committed)), "k");
        AdvanceStage Step(GoodsStage from, GoodsStage to, int count, int version = 1) => new(
            Id<Contribution>.Named("k"), version, ItemKind.GeneratingSet, from, to, Quantity.Pieces(count), null, new(2022, 11, 30), "waybill");

        async Task Refused(AdvanceStage step, string field) => Assert.Contains((await register.Send(step)).Refusals, r => r.Field == field);
        await Refused(Step(GoodsStage.Committed, GoodsStage.Received, 100), "to");
        await Refused(Step(GoodsStage.Committed, GoodsStage.Announced, 100), "to");
        await Refused(Step(GoodsStage.Committed, GoodsStage.Allocated, 101), "quantity");
        await Refused(Step(GoodsStage.Dispatched, GoodsStage.Received, 1), "from");
        await Refused(Step(GoodsStage.Committed, GoodsStage.Allocated, 1) with { Date = new(2030, 1, 1) }, "date");
        await Refused(Step(GoodsStage.Committed, GoodsStage.Allocated, 1, version: 7), "expectedVersion");
        await Refused(Step(GoodsStage.Committed, GoodsStage.Allocated, 1) with { Quantity = null }, "quantity");
        await register.Do(Step(GoodsStage.Committed, GoodsStage.Allocated, 60));
        await register.Do(Step(GoodsStage.Committed, GoodsStage.Lost, 5, version: 2));

        var line = await Line(test, register, ItemKind.GeneratingSet);
        Assert.Equal([100, 100, 60, 0, 0, 0], line.Stages.Select(stage => stage.Total.Lower));
        Assert.Equal(((Stage)GoodsStage.Lost, 5), (line.Out[0].Stage, line.Out[0].Total.Lower));
    }
}

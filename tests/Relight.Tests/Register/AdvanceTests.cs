using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Register;

/// <summary>How goods come further: what has left the way does not, and everything wrong with a step is told at once.</summary>
public class AdvanceTests
{
    [Fact]
    public async Task What_was_withdrawn_cannot_be_allocated()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (register, gift) = await Committed(test, 40);
        await register.Do(Step(gift, 1, GoodsStage.Committed, GoodsStage.Withdrawn, 30));
        var refused = Assert.Single((await register.Send(Step(gift, 2, GoodsStage.Committed, GoodsStage.Allocated, 20))).Refusals);
        Assert.Equal("quantity", refused.Field);
        Assert.EndsWith("neither withdrawn nor lost: 10", refused.Rule, StringComparison.Ordinal);
        await register.Do(Step(gift, 2, GoodsStage.Committed, GoodsStage.Allocated, 10));
    }

    [Fact]
    public async Task What_was_lost_further_on_had_come_that_far()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (register, gift) = await Committed(test, 40);
        await register.Do(Step(gift, 1, GoodsStage.Committed, GoodsStage.Allocated, 30));
        await register.Do(Step(gift, 2, GoodsStage.Allocated, GoodsStage.Lost, 5));
        await register.Do(Step(gift, 3, GoodsStage.Committed, GoodsStage.Allocated, 40));
    }

    [Fact]
    public async Task What_was_withdrawn_before_it_came_that_far_keeps_nothing_back()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (register, gift) = await Committed(test, 40);
        await register.Do(Step(gift, 1, GoodsStage.Committed, GoodsStage.Withdrawn, 30));
        await register.Do(Step(gift, 2, GoodsStage.Committed, GoodsStage.Allocated, 10));
        await register.Do(Step(gift, 3, GoodsStage.Allocated, GoodsStage.Dispatched, 10));
    }

    [Fact]
    public async Task No_more_is_withdrawn_and_lost_than_there_was()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (register, gift) = await Committed(test, 40);
        await register.Do(Step(gift, 1, GoodsStage.Committed, GoodsStage.Withdrawn, 30));
        Assert.Equal("quantity", Assert.Single((await register.Send(Step(gift, 2, GoodsStage.Committed, GoodsStage.Lost, 11))).Refusals).Field);
        await register.Do(Step(gift, 2, GoodsStage.Committed, GoodsStage.Lost, 10));
    }

    [Fact]
    public async Task Everything_wrong_with_a_step_is_told_at_once()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (register, gift) = await Committed(test, 40);
        var step = Step(gift, 1, GoodsStage.Committed, GoodsStage.Received, 50) with { Date = new DateOnly(2090, 1, 1), Why = "" };
        var refusals = (await register.Send(step)).Refusals;
        Assert.Equal(["date", "quantity", "to", "why"], refusals.Select(refusal => refusal.Field).Order());
        Assert.Equal("2090-01-01", refusals.Single(refusal => refusal.Field == "date").Value);
        refusals = (await register.Send(step with { ExpectedVersion = 7 })).Refusals;
        Assert.Contains(refusals, refusal => refusal is Conflict);
        Assert.Equal(5, refusals.Count);
    }

    [Fact]
    public async Task A_contribution_without_a_title_and_without_its_claim_is_told_both()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var outcome = await register.Send(new AdoptClaim(Id<Contribution>.Named("k"), 0, Id<Claim>.Named("none"), ClaimParts.All, null, "w"));
        Assert.Equal(["claim", "title"], outcome.Refusals.Select(refusal => refusal.Field).Order());
    }

    private static async Task<(RegisterFixture Register, Id<Contribution> Gift)> Committed(TestDatabases test, int pieces)
    {
        var register = await RegisterFixture.Open(test.Database);
        await register.Adopt(await register.Recorded(register.Claim("c", Bounds.Exactly(pieces), GoodsStage.Committed)), "k");
        return (register, Id<Contribution>.Named("k"));
    }

    private static AdvanceStage Step(Id<Contribution> gift, int version, GoodsStage from, GoodsStage to, int pieces) =>
        new(gift, version, ItemKind.GeneratingSet, from, to, Quantity.Pieces(pieces), null, new DateOnly(2022, 11, 30), "waybill");
}

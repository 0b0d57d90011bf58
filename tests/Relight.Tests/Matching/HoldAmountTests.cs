using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Matching;

/// <summary>Goods are held by amount as units are: units of measure convert, and never more is given than there is.</summary>
public class HoldAmountTests
{
    private static readonly Item s_diesel = new(ItemKind.Fuel, "diesel");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Need Need(AllocationFixture fixture, string name, Quantity amount, Priority priority = Priority.High) => fixture.Need(name, 1) with
    {
        Title = "Fuel",
        Priority = priority,
        Requirement = new GoodsRequirement(s_diesel, amount),
    };

    private static Offer Offer(AllocationFixture fixture, string name, int units, Quantity each) => fixture.Offer(name, units) with
    {
        Title = "Diesel",
        Specification = new Goods(s_diesel, each),
        Arrival = ReportedDate.On(new DateOnly(2022, 12, 10)),
    };

    private static Quantity Litres(decimal litres) => new(Bounds.Exactly(litres), Unit.Litre);

    private static Quantity CubicMetres(decimal metres) => new(Bounds.Exactly(metres), Unit.CubicMetre);

    private static Task<Outcome> Hold(AllocationFixture fixture, string name, Quantity amount, string need = "n", string offer = "o") =>
        fixture.Register.Send(new HoldAmount(Id<Allocation>.Named(name), Id<Need>.Named(need), Id<Offer>.Named(offer), amount));

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_part_of_one_unit_goes_to_each_of_several_needs_and_the_rest_stays(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With(
            Need(fixture, "n", CubicMetres(2)), Need(fixture, "m", Litres(9_000)),
            Offer(fixture, "o", 1, new Quantity(Bounds.AtLeast(5), Unit.CubicMetre)));
        Assert.True((await Hold(fixture, "a", Litres(1_500))).Done);
        Assert.Contains("need still takes: 0.5 m3", Rule(await Hold(fixture, "b", Litres(501))), StringComparison.Ordinal);
        Assert.Contains("free at least: 3500 l", Rule(await Hold(fixture, "b", Litres(3_501), "m")), StringComparison.Ordinal);
        Assert.True((await Hold(fixture, "b", CubicMetres(3.5m), "m")).Done);

        // Of the one unit nothing is left, neither whole nor in part; what is released is free again.
        Assert.Equal("units", Assert.Single((await fixture.Hold("c", need: "m")).Refusals).Field);
        Assert.True((await fixture.Confirm("a")).Done);
        Assert.True((await fixture.Release("b")).Done);
        Assert.True((await Hold(fixture, "c", Litres(0.001m), "m")).Done);
        Assert.False((await fixture.Register.Send(new WithdrawOffer(Id<Offer>.Named("o"), 1, "sold"))).Done);
        Assert.Contains("allocated: 2", Rule(await fixture.Register.Send(new RecordOffer(Offer(fixture, "o", 1, Litres(1_000)) with { Version = 2 }))), StringComparison.Ordinal);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task Amounts_that_cannot_be_are_refused()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With(
            Need(fixture, "n", CubicMetres(2)), fixture.Need("set"),
            Offer(fixture, "o", 1, CubicMetres(5)), Offer(fixture, "unsaid", 1, new Quantity(Bounds.Unspecified, Unit.Litre)),
            Offer(fixture, "petrol", 1, CubicMetres(5)) with { Specification = new Goods(new Item(ItemKind.Fuel, "petrol A-95"), CubicMetres(5)) });
        Assert.Contains("petrol A-95 is offered, diesel is needed", Rule(await Hold(fixture, "a", Litres(100), offer: "petrol")), StringComparison.Ordinal);
        Assert.Contains("exact amount", Rule(await Hold(fixture, "a", new Quantity(Bounds.AtLeast(1), Unit.Litre))), StringComparison.Ordinal);
        Assert.Contains("measured as the need is", Rule(await Hold(fixture, "a", new Quantity(Bounds.Exactly(1), Unit.Tonne))), StringComparison.Ordinal);
        Assert.Contains("no finer", Rule(await Hold(fixture, "a", Litres(0.5m))), StringComparison.Ordinal);
        Assert.Contains("how much one unit holds", Rule(await Hold(fixture, "a", Litres(100), offer: "unsaid")), StringComparison.Ordinal);
        Assert.Contains((await Hold(fixture, "a", Litres(100), "set")).Refusals, refusal => refusal.Field == "need");
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Of_32_who_hold_at_the_same_moment_no_more_get_some_than_there_is(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With([.. Enumerable.Range(0, 4).Select(i => (object)Need(fixture, $"n{i}", Litres(700))), Offer(fixture, "o", 2, CubicMetres(1))]);
        var envelopes = Enumerable.Range(0, 32).Select(_ => fixture.Register.Next()).ToArray();
        var outcomes = await Task.WhenAll(envelopes.Select((envelope, i) => Task.Run(() => fixture.Register.Commands.Run(
            new HoldAmount(Id<Allocation>.Named($"a{i}"), Id<Need>.Named($"n{i % 4}"), Id<Offer>.Named("o"), Litres(300)), envelope, Cancel), Cancel)));

        // 2,000 l in parts of 300, of which each need takes two: six of them, and 200 l stay.
        Assert.Equal(6, outcomes.Count(outcome => outcome.Done));
        Assert.All(outcomes.Where(outcome => !outcome.Done), outcome => Assert.All(outcome.Refusals, refusal => Assert.Equal("amount", refusal.Field)));
        await using var db = test.Database.Open();
        var held = (await db.Allocations.AsNoTracking().ToListAsync(Cancel)).ConvertAll(row => row.Read());
        Assert.All(held.GroupBy(each => each.Need), of => Assert.True(of.Sum(each => each.Fills) <= 700));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task A_proposal_gives_the_most_urgent_first_and_leaves_what_is_unspecified_unspecified()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With(
            Need(fixture, "later", CubicMetres(3), Priority.Normal), Need(fixture, "urgent", Litres(4_000), Priority.Critical),
            Need(fixture, "unsaid", new Quantity(Bounds.Unspecified, Unit.Litre), Priority.Critical),
            Offer(fixture, "o", 5, CubicMetres(1)), Offer(fixture, "some", 3, new Quantity(Bounds.Unspecified, Unit.Litre)));
        await Hold(fixture, "a", Litres(500), "urgent");
        await using var db = fixture.Register.Database.Open();
        var proposal = (await ProposeAllocation.Run(db, fixture.Register.Operation, fixture.Register.Clock.Now, new ProposalOptions(), cancel: Cancel)).Proposal!;
        var amounts = proposal.Amounts;
        Assert.Equal(
            [(Id<Need>.Named("urgent"), Litres(3_500)), (Id<Need>.Named("later"), CubicMetres(1))],
            amounts.Gifts.Select(gift => (gift.Need.Id, gift.Amount)));
        var without = Assert.Single(amounts.Without);
        Assert.Equal((Id<Need>.Named("later"), CubicMetres(2)), (without.Need.Id, without.Missing));
        Assert.Equal(Id<Need>.Named("urgent"), Assert.Single(without.LostTo).Id);
        Assert.Equal((Id<Need>.Named("unsaid"), 1), (Assert.Single(amounts.Unspecified).Id, amounts.OffersUnspecified));

        // What is proposed can be held as it is.
        foreach (var (i, gift) in amounts.Gifts.Index())
            await fixture.Register.Do(new HoldAmount(Id<Allocation>.Named($"p{i}"), gift.Need.Id, gift.Offer, gift.Amount));
    }

    private static string Rule(Outcome outcome) => Assert.Single(outcome.Refusals).Rule;
}

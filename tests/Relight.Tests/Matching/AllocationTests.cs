using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Matching;

/// <summary>Units are held, confirmed and released; never more than there are, and never what does not fit.</summary>
public class AllocationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Field(Outcome outcome) => Assert.Single(outcome.Refusals).Field;

    private static string Rule(Outcome outcome) => Assert.Single(outcome.Refusals).Rule;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Units_are_held_confirmed_and_released(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With(fixture.Need(), fixture.Offer());
        Assert.True((await fixture.Hold("a")).Done);
        Assert.True((await fixture.Confirm("a")).Done);
        Assert.True((await fixture.Hold("b")).Done);
        Assert.True((await fixture.Release("b")).Done);
        Assert.Equal(
            new Dictionary<Id<Allocation>, AllocationState> { [Id<Allocation>.Named("a")] = AllocationState.Confirmed, [Id<Allocation>.Named("b")] = AllocationState.Released },
            await fixture.Read());
        Assert.True((await fixture.Release("a")).Done);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task Every_step_that_does_not_fit_is_refused()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With(fixture.Need(), fixture.Need("m", 9), fixture.Offer());
        Assert.Equal("units", Field(await fixture.Hold("a", 0)));
        Assert.Contains("the need still takes: 2", Rule(await fixture.Hold("a", 3)), StringComparison.Ordinal);
        Assert.Contains("has free: 3 of 3", Rule(await fixture.Hold("a", 4, "m")), StringComparison.Ordinal);
        Assert.Equal(["need", "offer"], (await fixture.Hold("a", 1, "none", "none")).Refusals.Select(refusal => refusal.Field));
        Assert.Equal("allocation", Field(await fixture.Confirm("a")));
        Assert.Equal(["allocation", "why"], (await fixture.Release("a", "")).Refusals.Select(refusal => refusal.Field));
        Assert.True((await fixture.Hold("a", 2)).Done);
        Assert.Equal(["allocation"], (await fixture.Hold("a", 1, "m")).Refusals.Select(refusal => refusal.Field));
        Assert.Contains("still takes: 0", Rule(await fixture.Hold("b", 1)), StringComparison.Ordinal);
        Assert.Contains("has free: 1 of 3", Rule(await fixture.Hold("b", 2, "m")), StringComparison.Ordinal);
        await fixture.Confirm("a");
        Assert.Contains("is confirmed", Rule(await fixture.Confirm("a")), StringComparison.Ordinal);
        await fixture.Release("a");
        Assert.Contains("is released", Rule(await fixture.Release("a")), StringComparison.Ordinal);
        Assert.Contains("is released", Rule(await fixture.Confirm("a")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_its_rule_and_what_cannot_be_told_yet_needs_a_reason()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With(
            fixture.Need(),
            fixture.Offer("large") with { Specification = new GeneratingSet { Kilovoltamperes = 200, ThreePhase = false, Volts = 400, FrequencyHertz = 50 } },
            fixture.Offer("vague") with { Specification = new GeneratingSet { Kilovoltamperes = 200 } });
        var refused = await fixture.Hold("a", 1, offer: "large");
        Assert.Equal("offer", Field(refused));
        Assert.Contains("one phase, three are needed", Rule(refused), StringComparison.Ordinal);
        Assert.Equal("why", Field(await fixture.Hold("a", 1, offer: "vague")));
        Assert.Equal("why", Field(await fixture.Hold("a", 1, offer: "vague", why: " ")));
        Assert.True((await fixture.Hold("a", 1, offer: "vague", why: "the donor was asked today")).Done);
        Assert.Equal("why", Field(await fixture.Confirm("a")));

        // The answer came, and the unit does not fit.
        await fixture.With(fixture.Offer("vague", version: 2) with { Specification = new GeneratingSet { Kilovoltamperes = 200, ThreePhase = false } });
        Assert.Contains("does not fit", Rule(await fixture.Confirm("a", "it will do")), StringComparison.Ordinal);
        await fixture.With(fixture.Offer("vague", version: 3));
        Assert.True((await fixture.Confirm("a")).Done);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_is_held_lapses_after_five_days_unless_it_is_confirmed(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With(fixture.Need("n", 5), fixture.Offer("o", 2));
        await fixture.Hold("forgotten");
        await fixture.Hold("kept");
        await fixture.Confirm("kept");
        var start = fixture.Register.Clock.Now;
        fixture.Register.Clock.Now = start.AddDays(5).AddMicroseconds(-1);
        Assert.Equal("units", Field(await fixture.Hold("next")));
        fixture.Register.Clock.Now = start.AddDays(5);
        Assert.Equal(AllocationState.Lapsed, (await fixture.Read())[Id<Allocation>.Named("forgotten")]);
        Assert.Contains("lapsed on 2022-12-06", Rule(await fixture.Confirm("forgotten")), StringComparison.Ordinal);
        var next = await fixture.Hold("next");
        Assert.Equal([typeof(AllocationLapsed), typeof(UnitsHeld)], next.Events.Select(e => e.GetType()));

        // A clock that is slow does not bring the lapsed one back.
        fixture.Register.Clock.Now = start;
        Assert.Contains("is lapsed", Rule(await fixture.Confirm("forgotten")), StringComparison.Ordinal);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Of_64_who_hold_at_the_same_moment_only_so_many_get_units(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With([.. Enumerable.Range(0, 8).Select(i => (object)fixture.Need($"n{i}", 3)), fixture.Offer("o", 21)]);
        var envelopes = Enumerable.Range(0, 64).Select(_ => fixture.Register.Next()).ToArray();
        var outcomes = await Task.WhenAll(envelopes.Select((envelope, i) => Task.Run(() => fixture.Register.Commands.Run(
            new HoldUnits(Id<Allocation>.Named($"a{i}"), Id<Need>.Named($"n{i % 8}"), Id<Offer>.Named("o"), 1), envelope, Cancel), Cancel)));

        // 8 needs take 3 units each, the offer has 21: each unit is held once, and no need has more than it takes.
        Assert.Equal(21, outcomes.Count(outcome => outcome.Done));
        Assert.All(outcomes.Where(outcome => !outcome.Done), outcome => Assert.All(outcome.Refusals, refusal => Assert.Equal("units", refusal.Field)));
        await using var db = test.Database.Open();
        var held = await db.Allocations.AsNoTracking().ToListAsync(Cancel);
        Assert.Equal(21, held.Sum(row => row.Units));
        Assert.All(held.GroupBy(row => row.Need), need => Assert.True(need.Sum(row => row.Units) <= 3));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task Nobody_takes_away_what_is_allocated()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With(fixture.Need(), fixture.Offer());
        await fixture.Hold("a", 2);
        Assert.Contains("allocated: 2", Rule(await fixture.Register.Send(new RecordOffer(fixture.Offer(units: 1, version: 2)))), StringComparison.Ordinal);
        Assert.Contains("allocated: 2", Rule(await fixture.Register.Send(new RecordNeed(fixture.Need(units: 1, version: 2)))), StringComparison.Ordinal);
        Assert.Equal("need", Field(await fixture.Register.Send(new WithdrawNeed(Id<Need>.Named("n"), 1, "met"))));
        Assert.Equal("offer", Field(await fixture.Register.Send(new WithdrawOffer(Id<Offer>.Named("o"), 1, "sold"))));
        await fixture.Release("a");
        await fixture.Register.Do(new WithdrawNeed(Id<Need>.Named("n"), 1, "met"));
        Assert.Equal("need", Field(await fixture.Hold("b")));
        await fixture.Register.Do(new WithdrawOffer(Id<Offer>.Named("o"), 1, "sold"));
        Assert.Equal("allocation", Field(await fixture.Release("a")));
        Assert.Single(await fixture.Read());
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task Units_go_where_their_donor_lets_them_go()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        async Task<string?> Bound(Earmark earmark)
        {
            var name = Guid.NewGuid().ToString();
            await fixture.With(fixture.Offer(name) with { Earmark = earmark, Conditions = ["not for resale"] });
            var outcome = await fixture.Hold(name, 1, offer: name);
            if (outcome.Done)
                await fixture.Release(name);
            return outcome.Refusals.SingleOrDefault()?.Rule;
        }
        await fixture.With(fixture.Need());
        Assert.Null(await Bound(new Earmark { Countries = [Country.Parse("UA"), Country.Parse("MD")], Oblasts = [AreaCode.Parse("UA32")], Facilities = [FacilityKind.Hospital], Organisations = [fixture.Hospital.Id] }));
        Assert.Contains("MD alone", await Bound(new Earmark { Countries = [Country.Parse("MD")] }), StringComparison.Ordinal);
        Assert.Contains("UA63 alone", await Bound(new Earmark { Oblasts = [AreaCode.Parse("UA63")] }), StringComparison.Ordinal);
        Assert.Contains("Water, Heat alone", await Bound(new Earmark { Facilities = [FacilityKind.Water, FacilityKind.Heat] }), StringComparison.Ordinal);
        Assert.Contains("other organisations", await Bound(new Earmark { Organisations = [fixture.Register.Other.Id] }), StringComparison.Ordinal);
        Assert.Equal(
            ["offer.conditions[0]", "offer.earmark.countries", "offer.earmark.organisations"],
            (await fixture.Register.Send(new RecordOffer(fixture.Offer() with
            {
                Conditions = [""],
                Earmark = new Earmark { Countries = [Country.Parse("UA"), Country.Parse("UA")], Organisations = [Id<Organisation>.Named("none")] },
            }))).Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public async Task A_bank_takes_three_units_and_goods_are_taken_by_amount()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        var winding = new Winding { RatedKilovolts = 330, RatedMegavoltamperes = 200, Um = 363, ImpulseKilovolts = 1050 };
        await fixture.With(
            fixture.Need("bay", 1) with { Requirement = new TransformerBay { HighKilovolts = 330, LowKilovolts = 110 } },
            fixture.Offer("single", 7) with { Specification = new PowerTransformer { High = winding, Low = winding with { RatedKilovolts = 115 }, SinglePhase = true } },
            fixture.Need("fuel", 1) with { Requirement = new GoodsRequirement(new Item(ItemKind.Fuel, "diesel"), new Quantity(Bounds.Between(20, 25), Unit.CubicMetre)) },
            fixture.Offer("trucks", 9) with { Specification = new Goods(new Item(ItemKind.Fuel, "diesel"), new Quantity(Bounds.Exactly(10_000), Unit.Litre)) },
            fixture.Need("open", 1) with { Requirement = new GoodsRequirement(new Item(ItemKind.Fuel, "diesel"), new Quantity(Bounds.AtLeast(1), Unit.CubicMetre)) },
            fixture.Need("money", 1) with { Requirement = new MoneyRequirement(new Money(Bounds.Exactly(5), Currency.Parse("EUR")), "oil") });
        Assert.Contains("multiple of 3", Assert.Single((await fixture.Hold("a", 2, "bay", "single", "asked")).Refusals).Rule, StringComparison.Ordinal);
        Assert.True((await fixture.Hold("a", 3, "bay", "single", "asked")).Done);
        Assert.Contains("still takes: 0", Rule(await fixture.Hold("b", 3, "bay", "single", "asked")), StringComparison.Ordinal);

        // 25 m³ are three trucks, of which the last is not needed in full.
        Assert.Contains("still takes: 3", Rule(await fixture.Hold("c", 4, "fuel", "trucks")), StringComparison.Ordinal);
        Assert.True((await fixture.Hold("c", 2, "fuel", "trucks")).Done);
        Assert.Contains("still takes: 1", Rule(await fixture.Hold("d", 2, "fuel", "trucks")), StringComparison.Ordinal);
        Assert.True((await fixture.Hold("d", 7, "open", "trucks")).Done);
        Assert.Contains("offer", (await fixture.Hold("e", 1, "money")).Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public async Task The_stage_of_the_contribution_follows_what_is_confirmed()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        var register = fixture.Register;
        var gift = Id<Contribution>.Named("gift");
        async Task<Bounds?> Allocated()
        {
            await using var db = test.Database.Open();
            return (await db.Contributions.AsNoTracking().SingleAsync(row => row.Id == gift, Cancel)).Read()
                .Items.Where(item => item.Value.Stage == GoodsStage.Allocated).Select(item => (Bounds?)item.Value.Quantity.Bounds).SingleOrDefault();
        }
        await register.Adopt(await register.Recorded(register.Claim("c", Bounds.Exactly(100), GoodsStage.Announced)), "gift");
        await fixture.With(fixture.Need("n", 9), fixture.Offer("o", 5) with { Contribution = gift }, fixture.Offer("p", 5) with { Contribution = gift });
        await fixture.Hold("early");
        Assert.Contains("not committed", Assert.Single((await fixture.Confirm("early")).Warnings).Doubt, StringComparison.Ordinal);
        Assert.Null(await Allocated());
        await fixture.Release("early");

        await register.Do(new AdvanceStage(gift, 1, ItemKind.GeneratingSet, GoodsStage.Announced, GoodsStage.Committed, Quantity.Pieces(100), null, new(2022, 11, 30), "signed"));
        await fixture.Hold("a", 2);
        Assert.Null(await Allocated());
        await fixture.Confirm("a");
        Assert.Equal(Bounds.Exactly(2), await Allocated());
        await fixture.Hold("b", 3, offer: "p");
        await fixture.Confirm("b");
        Assert.Equal(Bounds.Exactly(5), await Allocated());
        await fixture.Release("a");
        Assert.Equal(Bounds.Exactly(3), await Allocated());
        await fixture.Release("b");
        Assert.Null(await Allocated());

        // What someone else has put there stands.
        await register.Do(new AdvanceStage(gift, 6, ItemKind.GeneratingSet, GoodsStage.Committed, GoodsStage.Allocated, Quantity.Pieces(40), null, new(2022, 12, 1), "by its letter"));
        await fixture.Hold("d", 1);
        Assert.Contains("stays as it is", Assert.Single((await fixture.Confirm("d")).Warnings).Doubt, StringComparison.Ordinal);
        Assert.Equal(Bounds.Exactly(40), await Allocated());
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task A_donor_sees_its_own_units_and_no_place()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With(fixture.Need(), fixture.Offer(), fixture.Offer("other") with { Donor = fixture.Register.Other.Id, Title = "Theirs" });
        await fixture.Hold("a");
        await fixture.Hold("b", offer: "other");
        await using var db = test.Database.Open();
        async Task<IReadOnlyList<AllocationForDonor>> Of(Id<Organisation>? donor) => await AllocationList.ForDonor(
            db, await AllocationList.OfDonor(db, fixture.Register.Operation, donor).ToListAsync(Cancel), fixture.Register.Clock.Now, Cancel);
        var seen = await Of(fixture.Register.Donor.Id);
        Assert.Equal("Sets", Assert.Single(seen).OfferTitle);
        Assert.DoesNotContain("Secret", LedgerJson.Write(seen), StringComparison.Ordinal);
        Assert.DoesNotContain("UA32", LedgerJson.Write(seen), StringComparison.Ordinal);
        Assert.Empty(await Of(null));
    }
}

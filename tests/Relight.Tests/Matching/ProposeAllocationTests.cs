using Relight.Matching;
using Relight.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Matching;

/// <summary>A proposal keeps what is held, gives what is worth most, and says what each need without units lost to.</summary>
public class ProposeAllocationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<Proposed> Propose(AllocationFixture fixture, params KeptGift[] locks)
    {
        await using var db = fixture.Register.Database.Open();
        return await ProposeAllocation.Run(db, fixture.Register.Operation, fixture.Register.Clock.Now, new ProposalOptions { Locks = locks }, cancel: Cancel);
    }

    private static async Task<AllocationFixture> TwoHospitalsAndOneSet(TestDatabases test)
    {
        var fixture = await AllocationFixture.Open(test);
        return await fixture.With(
            fixture.Need("large", 1) with { Requirement = new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = 120, HoursPerDay = 24 } },
            fixture.Need("small", 1) with { Requirement = new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = 60, HoursPerDay = 24 } },
            fixture.Offer("o", 1) with { Arrival = ReportedDate.On(new DateOnly(2022, 12, 10)) });
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_unit_goes_where_it_is_worth_most_and_the_other_is_told_by_how_much(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var fixture = await TwoHospitalsAndOneSet(test);
        var proposal = (await Propose(fixture)).Proposal!;
        var gift = Assert.Single(proposal.Gifts);
        Assert.Equal((Id<Need>.Named("large"), WorthBasis.Load, 1, 0, 0m), (gift.Need.Id, gift.Basis, gift.Units, gift.Standing, proposal.Gap));

        // From the end of 10 December, 232 hours after now less the hour at which days begin, to 30 days: 0.12 MW for each hour.
        var hours = (30 * 24) - (decimal)(new DateTimeOffset(2022, 12, 11, 0, 0, 0, TimeSpan.Zero) - fixture.Register.Clock.Now).TotalHours;
        Assert.Equal(Math.Round(0.12m * hours, 3), gift.Worth);
        var without = Assert.Single(proposal.Without);
        Assert.Equal((Shortage.WorthMoreElsewhere, Math.Round(0.06m * hours, 3)), (without.Why, without.By));
        Assert.Equal(Id<Need>.Named("large"), Assert.Single(without.LostTo).Id);
    }

    [Fact]
    public async Task What_is_held_and_what_is_chosen_stays()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await TwoHospitalsAndOneSet(test);
        var small = new KeptGift(Id<Need>.Named("small"), Id<Offer>.Named("o"), 1);
        var chosen = Assert.Single((await Propose(fixture, small)).Proposal!.Gifts);
        Assert.Equal((small.Need, true, 0), (chosen.Need.Id, chosen.Locked, chosen.Standing));
        await fixture.Hold("a", need: "small");
        var proposal = (await Propose(fixture)).Proposal!;
        var held = Assert.Single(proposal.Gifts);
        Assert.Equal((small.Need, false, 1), (held.Need.Id, held.Locked, held.Standing));
        Assert.Equal(Shortage.Locked, Assert.Single(proposal.Without).Why);
        Assert.Equal(
            ["lock[0]", "lock[1]"],
            (await Propose(fixture, small, new KeptGift(Id<Need>.Named("none"), small.Offer, 1))).Refusals.Select(refusal => refusal.Field).Distinct());
    }

    [Fact]
    public async Task What_no_need_of_its_own_kind_gets_goes_to_needs_that_are_counted_by_the_piece()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        var sets = new Item(ItemKind.GeneratingSet, "generating sets");
        await fixture.With(
            fixture.Need("hospital", 1),
            fixture.Need("many", 1) with { Title = "Sets", Priority = Priority.Normal, Requirement = new GoodsRequirement(sets, Quantity.Pieces(3)) },
            fixture.Need("urgent", 1) with { Title = "Sets", Priority = Priority.High, Requirement = new GoodsRequirement(sets, Quantity.Pieces(2)) },
            fixture.Need("metres", 1) with { Title = "Sets", Requirement = new GoodsRequirement(sets, new Quantity(Bounds.Exactly(5), Unit.Metre)) },
            fixture.Offer("o", 4) with { Arrival = ReportedDate.On(new DateOnly(2022, 12, 10)) },
            fixture.Offer("some day"));
        var proposal = (await Propose(fixture)).Proposal!;
        Assert.Equal((Id<Need>.Named("hospital"), 1), Assert.Single(proposal.Gifts.Select(gift => (gift.Need.Id, gift.Units))));
        Assert.Equal(
            [(Id<Need>.Named("urgent"), 2), (Id<Need>.Named("many"), 1)], proposal.Amounts.Gifts.Select(gift => (gift.Need.Id, gift.Units!.Value)));
        Assert.Equal(2, proposal.Amounts.Without.Single(without => without.Need.Id == Id<Need>.Named("many")).Missing.Bounds.Lower);
        Assert.Empty(proposal.Amounts.Without.Single(without => without.Need.Id == Id<Need>.Named("metres")).LostTo);

        // What is proposed can be held, all of it, and then nothing more is.
        Assert.True((await fixture.Hold("a", 1, "hospital")).Done);
        Assert.True((await fixture.Hold("b", 2, "urgent")).Done);
        Assert.True((await fixture.Hold("c", 1, "many")).Done);
        Assert.Empty((await Propose(fixture)).Proposal!.Amounts.Gifts);
    }

    [Fact]
    public async Task Earmarks_are_kept_and_what_comes_at_no_known_day_is_left_out()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await TwoHospitalsAndOneSet(test);
        await fixture.With(
            fixture.Offer("elsewhere") with { Arrival = ReportedDate.On(new DateOnly(2022, 12, 2)), Earmark = new Earmark { Countries = [Country.Parse("MD")] } },
            fixture.Offer("some day"));
        var proposal = (await Propose(fixture)).Proposal!;
        Assert.Equal(Id<Offer>.Named("o"), Assert.Single(proposal.Gifts).Offer);
        Assert.Equal(1, proposal.ArrivalUnknown);
        Assert.Null(proposal.ValuesAt);
    }

    [Fact]
    public async Task A_proposal_that_is_stopped_says_so_and_keeps_what_is_held()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await TwoHospitalsAndOneSet(test);
        await fixture.Hold("a", need: "small");
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await using var db = test.Database.Open();
        var proposal = (await ProposeAllocation.Run(db, fixture.Register.Operation, fixture.Register.Clock.Now, new ProposalOptions(), cancel: stopped.Token)).Proposal!;
        Assert.True(proposal.Interrupted);
        Assert.True(proposal.Bound >= proposal.Worth);
        Assert.Contains(proposal.Gifts, gift => gift.Need.Id == Id<Need>.Named("small"));
    }

    [Fact]
    public void Where_time_is_over_before_anything_is_found_locks_stay()
    {
        var (need, offer) = (Id<Need>.Named("n"), Id<Offer>.Named("o"));
        var problem = new AllocationProblem([new NeedToServe(need, 2, 5)], [new UnitsToGive(offer, 2)], [new PossibleGift(need, offer)], [new KeptGift(need, offer, 1)]);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var result = Allocator.Run(problem, cancel: stopped.Token);
        Assert.InRange(Assert.Single(result.Gifts).Units, 1, 2);
        Assert.True(result.Bound >= result.Worth && result.Interrupted);
    }
}

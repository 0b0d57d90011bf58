using Relight.Deliveries;
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
    public async Task Conductor_is_given_by_the_metre_out_of_offers_of_drums()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        Offer Drums(string name, decimal? metres, int units) => fixture.Offer(name, units) with
        {
            Title = "Drums",
            Specification = new Conductor { Form = ConductorForm.Overhead, LengthMetres = metres },
            Arrival = ReportedDate.On(new DateOnly(2022, 12, 10)),
        };
        Need By(string name, Priority priority, Quantity amount) => fixture.Need(name, 1) with
        {
            Title = "Conductor",
            Priority = priority,
            Requirement = new GoodsRequirement(new Item(ItemKind.Conductor, "conductor"), amount),
        };
        await fixture.With(
            By("urgent", Priority.High, new Quantity(Bounds.Exactly(1.2m), Unit.Kilometre)), By("rest", Priority.Normal, new Quantity(Bounds.Exactly(2_000), Unit.Metre)),
            Drums("drums", 500, 5), Drums("of unknown length", null, 3));
        var amounts = (await Propose(fixture)).Proposal!.Amounts;
        Assert.Equal(
            [(Id<Need>.Named("urgent"), 1.2m, Unit.Kilometre, null), (Id<Need>.Named("rest"), 1_300m, Unit.Metre, (int?)null)],
            amounts.Gifts.Select(gift => (gift.Need.Id, gift.Amount.Bounds.Lower, gift.Amount.Unit, gift.Units)));
        Assert.Equal(700, Assert.Single(amounts.Without).Missing.Bounds.Lower);

        // What is proposed can be held, in metres, and then no drum is free.
        foreach (var gift in amounts.Gifts)
            Assert.Empty((await fixture.Register.Send(new HoldAmount(Id<Allocation>.Named($"{gift.Need.Id}"), gift.Need.Id, gift.Offer, gift.Amount))).Refusals);
        await using var db = test.Database.Open();
        var supply = await Relight.Plans.SupplyOfNeeds.Load(db, fixture.Register.Operation, fixture.Register.Clock.Now, TestContext.Current.CancellationToken);
        Assert.Equal(0, supply.FreeUnits(supply.Offers.Single(offer => offer.Id == Id<Offer>.Named("drums"))));
    }

    [Fact]
    public async Task A_section_of_line_takes_as_many_drums_as_are_as_long()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With(
            fixture.Need("n", 1) with { Title = "Line", Requirement = new LineSection { Form = ConductorForm.Overhead, LengthMetres = 1_800 } },
            fixture.Offer("o", 5) with
            {
                Specification = new Conductor { Form = ConductorForm.Overhead, LengthMetres = 500, RatedAmperes = 500, SquareMillimetres = 240 },
                Arrival = ReportedDate.On(new DateOnly(2022, 12, 10)),
            });
        var gift = Assert.Single((await Propose(fixture)).Proposal!.Gifts);
        Assert.Equal((4, 1), (gift.Units, gift.UnitsOfNeed));
        Assert.Equal("units", Assert.Single((await fixture.Hold("one", 1)).Refusals).Field);
        Assert.True((await fixture.Hold("all", 4)).Done);
    }

    [Fact]
    public async Task The_way_of_what_can_leave_is_reckoned_where_its_start_is_known()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        await fixture.Register.Do(new RecordPlace(new Place
        {
            Id = Id<Place>.Named("p"),
            Version = 1,
            Code = Unlocode.Parse("PLRZE", null),
            Name = "Rzeszow",
            GaugesMillimetres = [],
            IsHub = false,
            Position = new Position(50, 22),
        }));
        var leaves = ReportedDate.On(new DateOnly(2022, 12, 5));
        await fixture.With(
            fixture.Need("n", 2), fixture.Offer("there", 1) with { AvailableFrom = leaves, Place = "PLRZE" }, fixture.Offer("nowhere", 1) with { AvailableFrom = leaves });
        var proposal = (await Propose(fixture)).Proposal!;
        var gift = Assert.Single(proposal.Gifts);
        // 1,200 km of great circle to the farthest oblast, 1.3 km of road for each, 500 km a day, and a day before: five days.
        Assert.Equal((Id<Offer>.Named("there"), true, new DateTimeOffset(2022, 12, 11, 0, 0, 0, TimeSpan.Zero)), (gift.Offer, gift.ArrivalReckoned, gift.ReadyAt!.Value));
        Assert.Equal(1, proposal.ArrivalUnknown);
        Assert.Null((await fixture.ReadOffer("there")).Arrival);
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

using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Ledger;
using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Deliveries;

/// <summary>What came damaged, was refused or did not come fills its need no longer: the need is open for others at once, and what is lost is given to nobody again.</summary>
public class LossReopensNeedTests
{
    private static readonly DateTimeOffset s_start = RegisterFixture.Start;

    private static readonly Id<Allocation> s_held = Id<Allocation>.Named("a");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_is_lost_is_wanted_again_before_anyone_settles_it(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var it = await SentAndLost(test, damaged: 1);
        Assert.Equal((3m, 6), await Filled(it));
        Assert.Equal(1, (await Allocation(it)).Lost);
        await using (var db = test.Database.Open())
        {
            var wanted = await WantedList.Read(db, it.Register.Operation, it.Register.Clock.Now, Cancel);
            Assert.Equal(1, wanted.Units.Single(unit => unit.Need == it.Need).Missing);
            var cover = (await NeedCover.Read(db, it.Register.Operation, it.Need, it.Register.Clock.Now, Cancel))!;
            Assert.Equal((4m, 3m, 1m, 1), (cover.Takes!.Value, cover.Filled, cover.StillTakes!.Value, cover.LostUnits));
        }
        // Another unit is held in its place, and no more than that.
        Assert.Contains("still takes: 1", Rule(await it.Register.Send(Hold(it, "b", 2))), StringComparison.Ordinal);
        await it.Register.Do(Hold(it, "b", 1));
        Assert.Equal((4m, 5), await Filled(it));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task An_allocation_is_released_when_all_of_it_is_given_up_and_not_before()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await SentAndLost(test, damaged: 4);
        Assert.Equal((0m, 6), await Filled(it));
        await it.Register.Do(await Settle(it, LossOutcome.GivenUp, 3));
        Assert.Equal(AllocationState.Confirmed, (await Allocation(it)).State);
        await it.Register.Do(await Settle(it, LossOutcome.GivenUp, 1));
        Assert.Equal(AllocationState.Released, (await Allocation(it)).State);
        Assert.Equal((0m, 6), await Filled(it));
        await it.Register.Do(Hold(it, "b", 4));
        Assert.Equal((4m, 2), await Filled(it));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task What_is_made_good_is_held_again_and_what_is_too_much_then_is_told()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await SentAndLost(test, damaged: 2);
        await it.Register.Do(Hold(it, "b", 1));
        var first = await it.Register.Do(await Settle(it, LossOutcome.MadeGood, 1));
        Assert.DoesNotContain(first.Warnings, warning => warning.Doubt.Contains("more than it takes", StringComparison.Ordinal));
        var second = await it.Register.Do(await Settle(it, LossOutcome.MadeGood, 1));
        Assert.Contains(second.Warnings, warning => warning.Doubt.Contains("more than it takes", StringComparison.Ordinal));
        Assert.Equal((5m, 5), await Filled(it));
        Assert.Equal(0, (await Allocation(it)).Lost);
        // A proposal takes it as it is, and asks for nothing more.
        await using var db = test.Database.Open();
        var proposed = await ProposeAllocation.Run(db, it.Register.Operation, it.Register.Clock.Now, new ProposalOptions(), null, Cancel);
        Assert.Empty(proposed.Refusals);
        Assert.DoesNotContain(proposed.Proposal!.Without, without => without.Need.Id == it.Need);
    }

    [Fact]
    public async Task What_is_lost_on_the_way_to_a_hub_or_missing_there_by_a_count_is_not_free()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        await it.Sent(4, toSite: false);
        Assert.Equal(10, (await Filled(it)).Free);
        await it.Register.Do(Receive(it, whole: 3, damaged: 1));
        Assert.Equal(9, (await Filled(it)).Free);
        await it.Register.Do(new CorrectStock(it.Hub.Id, it.Sets, 3, 1, "two were stolen"));
        Assert.Equal(7, (await Filled(it)).Free);
        await it.Register.Do(new CorrectStock(it.Hub.Id, it.Sets, 1, 2, "one was found"));
        await it.Register.Do(await Settle(it, LossOutcome.MadeGood, 1));
        Assert.Equal(9, (await Filled(it)).Free);
    }

    [Fact]
    public async Task Whoever_is_to_get_them_gets_the_others_that_are_held_for_it()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await SentAndLost(test, damaged: 4);
        await it.Register.Do(Hold(it, "elsewhere", 4, it.Elsewhere));
        await it.Register.Do(Hold(it, "b", 2));
        // Six were left, and all are held: the lost ones are no claim to what others hold, and what is held can be sent.
        Assert.Equal(0, (await Filled(it)).Free);
        var plan = it.Plan(2) with { Consignment = Id<Consignment>.Named("again") };
        Assert.Contains("not held for other needs: 2 of 10", Rule(await it.Register.Send(plan with { Lines = [new ConsignmentLine(it.Sets, 3, it.Need)] })), StringComparison.Ordinal);
        await it.Register.Do(plan);
        Assert.Equal((2m, 0), await Filled(it));
    }

    [Fact]
    public void One_lost_unit_of_a_bank_is_held_anew_by_itself()
    {
        var (need, offer, allocations) = BrokenBank();
        Decision Decide(int units) => HoldUnits.Decide(
            new HoldState(false, need, offer, null, allocations), new HoldUnits(Id<Allocation>.Named("b"), need.Id, offer.Id, units, "asked"), new Moment(Id<Operation>.Named("t"), "Olena", s_start));
        Assert.Equal((2, 1), (allocations.FreeUnits(offer), Filling.Of(need).MostUnits(need, offer, allocations.FilledOf(need.Id))));
        Assert.IsType<Decision.Accepted>(Decide(1));
        Assert.IsType<Decision.Refused>(Decide(2));
    }

    // A bank of three, of which one was lost, and two more units of its offer.
    private static (Need, Offer, AllocationsAtMoment) BrokenBank()
    {
        var need = new Need
        {
            Id = Id<Need>.Named("bay"),
            Version = 1,
            Title = "Bay",
            Organisation = Id<Organisation>.Named("o"),
            Priority = Priority.High,
            Requirement = new TransformerBay { HighKilovolts = 330, LowKilovolts = 110 },
            Units = 1,
        };
        var offer = new Offer
        {
            Id = Id<Offer>.Named("single"),
            Version = 1,
            Title = "Single-phase",
            Donor = need.Organisation,
            Specification = new PowerTransformer { High = new Winding(), Low = new Winding(), SinglePhase = true },
            Units = 5,
            Condition = UnitCondition.Used,
        };
        var held = new Allocation { Id = s_held, Need = need.Id, Offer = offer.Id, Units = 3, Fills = 1, State = AllocationState.Confirmed, LapsesAt = s_start, Lost = 1 };
        return (need, offer, new AllocationsAtMoment([held], []) { Sent = [new UnitsSent(need.Id, offer.Id, 3) { Lost = 1, Unsettled = 1 }] });
    }

    [Fact]
    public async Task A_bank_of_which_one_unit_is_lost_is_made_whole_by_the_allocation()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        var bay = BayOf(it);
        var (own, others) = (Transformers(it, "own", 5, new(2022, 12, 20), true), Transformers(it, "others", 6, new(2022, 12, 1), true));
        await it.Register.Do(new RecordNeed(bay));
        await it.Register.Do(new RecordOffer(own));
        await it.Register.Do(new HoldUnits(s_held, bay.Id, own.Id, 3));
        await it.Register.Do(new ConfirmAllocation(s_held, null));
        await Send(it, own, 3, bay);
        await it.Register.Do(Receive(it, whole: 2, damaged: 1));

        Assert.Equal((1, 1, 3), Assert.Single(await Wanted(it), unit => unit.Need == bay.Id) is var lacking ? (lacking.Missing, lacking.Rest, lacking.Together) : default);
        // Units of another plate make no bank with the two that are there, though they come sooner.
        await it.Register.Do(new RecordOffer(others));
        var gift = Assert.Single((await Propose(it)).Gifts, gift => gift.Need.Id == bay.Id);
        Assert.Equal((own.Id, 3, 2, 1), (gift.Offer, gift.Units, gift.Standing, gift.UnitsOfNeed));
        await it.Register.Do(new HoldUnits(Id<Allocation>.Named("rest"), bay.Id, gift.Offer, gift.Units - gift.Standing));
        Assert.DoesNotContain(await Wanted(it), unit => unit.Need == bay.Id);
        var settled = Assert.Single((await Propose(it)).Gifts, gift => gift.Need.Id == bay.Id);
        Assert.Equal((3, 3), (settled.Units, settled.Standing));
        Assert.Empty((await LedgerReplay.Run(it.Register.Database, Cancel)).Differences);
    }

    [Fact]
    public void A_bank_that_nothing_makes_whole_goes_without_and_says_so()
    {
        var (need, offer, allocations) = BrokenBank();
        var supply = new SupplyOfNeeds([need], [offer with { Units = 3, Arrival = ReportedDate.On(new(2022, 12, 1)) }], allocations, new Dictionary<Id<Organisation>, Country>());
        var pairs = new ProposalPairs(supply, null, s_start, _ => 1, TransportTerms.Usual);
        var result = Allocator.Run(pairs.Problem([]), cancel: Cancel);
        Assert.Empty(result.Gifts);
        Assert.Equal((need.Id, 1, Shortage.NothingFits), Assert.Single(result.Unserved.Select(without => (without.Need, without.Missing, without.Why))));
        Assert.NotEmpty(pairs.Check([new KeptGift(need.Id, offer.Id, 1)]));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_transformer_that_was_sent_to_a_bay_without_a_hold_fills_it_until_it_is_lost(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var it = await DeliveryFixture.Open(test);
        var (bay, own) = (BayOf(it), Transformers(it, "own", 1, new(2022, 12, 20), false));
        await it.Register.Do(new RecordNeed(bay));
        await it.Register.Do(new RecordOffer(own));
        await Send(it, own, 1, bay);
        await FillsUntilItIsLost(it, bay, units: 1);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_transformer_whose_hold_lapsed_after_it_was_sent_fills_its_bay_until_it_is_lost(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var it = await DeliveryFixture.Open(test);
        var (bay, own) = (BayOf(it), Transformers(it, "own", 1, new(2022, 12, 20), false));
        await it.Register.Do(new RecordNeed(bay));
        await it.Register.Do(new RecordOffer(own));
        await it.Register.Do(new HoldUnits(s_held, bay.Id, own.Id, 1));
        await Send(it, own, 1, bay);
        // What is sent is released by nobody; a hold that nobody confirms ends by itself.
        Assert.Contains("all of it is in consignments", Rule(await it.Register.Send(new ReleaseAllocation(s_held, "no longer held"))), StringComparison.Ordinal);
        it.Register.Clock.Now += Relight.Matching.Allocation.HoldsFor;
        await FillsUntilItIsLost(it, bay, units: 1);
    }

    [Fact]
    public async Task Three_single_phase_units_that_were_sent_without_a_hold_fill_one_bank_until_one_is_lost()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        var (bay, own) = (BayOf(it), Transformers(it, "own", 3, new(2022, 12, 20), true));
        await it.Register.Do(new RecordNeed(bay));
        await it.Register.Do(new RecordOffer(own));
        await Send(it, own, 3, bay);
        await FillsUntilItIsLost(it, bay, units: 3);
    }

    // What was sent is not wanted again, held anew or proposed again before one of it is lost; the need is open then.
    private static async Task FillsUntilItIsLost(DeliveryFixture it, Need bay, int units)
    {
        var others = Transformers(it, "others", 1, new(2022, 12, 1), false);
        await it.Register.Do(new RecordOffer(others));
        var hold = new HoldUnits(Id<Allocation>.Named("others"), bay.Id, others.Id, 1);
        Assert.DoesNotContain(await Wanted(it), unit => unit.Need == bay.Id);
        Assert.Contains("still takes: 0", Rule(await it.Register.Send(hold)), StringComparison.Ordinal);
        var filled = await Propose(it);
        Assert.DoesNotContain(filled.Gifts, gift => gift.Need.Id == bay.Id);
        Assert.DoesNotContain(filled.Without, without => without.Need.Id == bay.Id);

        await it.Register.Do(Receive(it, whole: units - 1, damaged: 1));
        Assert.Equal(1, Assert.Single(await Wanted(it), unit => unit.Need == bay.Id).Missing);
        Assert.Empty((await LedgerReplay.Run(it.Register.Database, Cancel)).Differences);
    }

    private static Need BayOf(DeliveryFixture it) => new()
    {
        Id = Id<Need>.Named("bay"),
        Version = 1,
        Title = "Bay",
        Organisation = it.Register.Donor.Id,
        Site = new Site(AreaCode.Parse("UA46"), new ExactPlace("A bay", null, null)),
        Priority = Priority.High,
        Requirement = Autotransformers.Bay,
        Units = 1,
    };

    private static Offer Transformers(DeliveryFixture it, string name, int units, DateOnly arrival, bool singlePhase) => new()
    {
        Id = Id<Offer>.Named(name),
        Version = 1,
        Title = name,
        Donor = it.Register.Other.Id,
        Specification = Autotransformers.Unit(singlePhase),
        Units = units,
        Condition = UnitCondition.Used,
        Arrival = ReportedDate.On(arrival),
    };

    private static async Task Send(DeliveryFixture it, Offer offer, int units, Need need)
    {
        await it.Register.Do(it.Plan() with { Lines = [new ConsignmentLine(offer.Id, units, need.Id)] });
        it.Register.Clock.Now = s_start.AddHours(48);
        await it.Register.Do(new DispatchConsignment(it.Consignment, 1, s_start.AddHours(10)));
    }

    private static async Task<IReadOnlyList<WantedUnit>> Wanted(DeliveryFixture it)
    {
        await using var db = it.Register.Database.Open();
        return (await WantedList.Read(db, it.Register.Operation, it.Register.Clock.Now, Cancel)).Units;
    }

    private static async Task<AllocationProposal> Propose(DeliveryFixture it)
    {
        await using var db = it.Register.Database.Open();
        return (await ProposeAllocation.Run(db, it.Register.Operation, it.Register.Clock.Now, new ProposalOptions(), cancel: Cancel)).Proposal!;
    }

    private static async Task<DeliveryFixture> SentAndLost(TestDatabases test, int damaged)
    {
        var it = await DeliveryFixture.Open(test);
        await it.Register.Do(Hold(it, "a", 4));
        await it.Register.Do(new ConfirmAllocation(s_held, "to be asked"));
        await it.Sent(4);
        await it.Register.Do(Receive(it, 4 - damaged, damaged));
        return it;
    }

    private static HoldUnits Hold(DeliveryFixture it, string name, int units, Id<Need>? need = null) => new(Id<Allocation>.Named(name), need ?? it.Need, it.Sets, units, "to be asked");

    private static ReceiveConsignment Receive(DeliveryFixture it, int whole, int damaged) =>
        new(it.Consignment, 0, "Olha", s_start.AddHours(36), [new ReceivedLine(1, whole, Damaged: damaged, Reason: "bent")]);

    private static async Task<SettleLoss> Settle(DeliveryFixture it, LossOutcome outcome, decimal much) =>
        new(it.Consignment, (await it.Read()).Version, 1, LossKind.Damaged, much, outcome, "as told", s_start.AddHours(40));

    private static async Task<(decimal Filled, int Free)> Filled(DeliveryFixture it)
    {
        await using var db = it.Register.Database.Open();
        var supply = await SupplyOfNeeds.Load(db, it.Register.Operation, it.Register.Clock.Now, Cancel);
        return (supply.Allocations.FilledOf(supply.Needs.Single(need => need.Id == it.Need)), supply.FreeUnits(supply.Offers.Single(offer => offer.Id == it.Sets)));
    }

    private static async Task<Allocation> Allocation(DeliveryFixture it)
    {
        await using var db = it.Register.Database.Open();
        return (await db.Allocations.AsNoTracking().SingleAsync(row => row.Id == s_held, Cancel)).Read();
    }

    private static string Rule(Outcome outcome) => Assert.Single(outcome.Refusals).Rule;
}

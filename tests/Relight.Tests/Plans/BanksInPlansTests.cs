using Relight.Deliveries;
using Relight.Grid;
using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Sample;

namespace Relight.Tests.Plans;

/// <summary>A repair that waits for a bank waits for the last of its three single-phase units; one that is lost is all that is lacking.</summary>
public class BanksInPlansTests
{
    private const double Market = 1000;
    private const double Load = 50;

    private static readonly Need s_bay = new()
    {
        Id = Id<Need>.Named("bay"),
        Version = 1,
        Title = "Bay",
        Organisation = default,
        Site = new Site(AreaCode.Parse("UA32"), new ExactPlace("A bay", new ElementId(ElementKind.Branch, 1), null)),
        Priority = Priority.High,
        Requirement = Autotransformers.Bay,
        Units = 1,
    };

    // At the end of the third day after hour zero.
    private static readonly Offer s_own = Singles("own", 3, 2);
    private static readonly double s_offerHour = UnitArrivals.HourOf(LoadSample.HourZero, s_own)!.Value;

    [Fact]
    public void A_bank_is_there_when_the_last_of_its_units_is()
    {
        var unit = Assert.Single(UnitArrivals.Assign(s_scenario, Supply([s_own], 3, 0, (1, 10), (1, 40), (1, 20))));
        Assert.Equal(40, unit.Hour);
        // What it holds and was not sent yet comes when the offer says.
        Assert.Equal(s_offerHour, Assert.Single(UnitArrivals.Assign(s_scenario, Supply([s_own], 3, 0, (2, 10)))).Hour);
    }

    [Fact]
    public void A_bank_that_lost_a_unit_is_no_bank_until_there_is_another_like_it()
    {
        // Three whole ones of another plate are free and come sooner: they make no bank with the two that are there.
        var others = Singles("others", 3, 0);
        Assert.Empty(UnitArrivals.Assign(s_scenario, Supply([s_own, others], 3, 1, (2, 10))));
        Assert.All(Supply([s_own, others], 3, 1, (2, 10)).Candidates(s_scenario), unit => Assert.Equal(s_own.Id, unit.Offer));
        Assert.Empty(VoltageFirst.Assign(s_scenario, Supply([s_own, others], 3, 1, (2, 10))).Serving);

        var four = Supply([s_own with { Units = 4 }, others], 3, 1, (2, 10));
        foreach (var units in new[] { UnitArrivals.Assign(s_scenario, four), four.Candidates(s_scenario), VoltageFirst.Assign(s_scenario, four).Serving })
            Assert.Equal((s_own.Id, s_offerHour), Assert.Single(units.Select(unit => (unit.Offer, unit.Hour))));
    }

    [Fact]
    public void The_joint_loop_gives_it_the_one_unit_that_is_lacking()
    {
        var supply = Supply([s_own with { Units = 4 }], 3, 1, (2, 10));
        var value = Assert.Single(Valued(supply).Values);
        Assert.Equal(1, supply.FreeUnits(supply.Offers[0]));
        var given = UnitsByWorth.Best(s_scenario, supply, supply.Candidates(s_scenario), [value], new WaysOfUnits(s_scenario, supply, TransportTerms.Usual), null, TestContext.Current.CancellationToken);
        Assert.Equal((s_own.Id, s_offerHour), Assert.Single(given.Select(unit => (unit.Offer, unit.Hour))));
    }

    [Fact]
    public void One_more_unit_is_worth_what_the_bank_brings_once_those_that_are_there_have_come()
    {
        Assert.Equal(Load * (Market - 30), Assert.Single(Valued(Supply([s_own], 3, 1, (1, 10), (1, 30))).Values).OneMore.MegawattHours, 3);
        // Without any a whole one is lacking, and that could be there at once.
        Assert.Equal(Load * Market, Assert.Single(Valued(Supply([s_own with { Units = 2 }], 0, 0)).Values).OneMore.MegawattHours, 3);
    }

    [Fact]
    public void A_plan_that_reckons_with_a_bank_is_told_when_one_of_its_units_is_lost()
    {
        var before = UnitArrivals.Assign(s_scenario, Supply([s_own], 3, 0, (3, 10)));
        var planned = s_scenario.Scenario with { Units = before };
        Assert.Empty(ArrivalChange.Of(planned, Supply([s_own], 3, 0, (3, 10))));
        Assert.Null(Assert.Single(ArrivalChange.Of(planned, Supply([s_own], 3, 1, (2, 10)))).Hour);
        Assert.Equal(s_offerHour, Assert.Single(ArrivalChange.Of(planned, Supply([s_own with { Units = 4 }], 3, 1, (2, 10)))).Hour);
    }

    [Fact]
    public void Units_of_two_offers_that_were_held_for_one_bank_make_it_together()
    {
        var rest = Singles("rest", 1, 4);
        var supply = Supply([s_own, rest], 3, 1, (2, 10));
        var held = supply.Allocations.Standing.Append(new Allocation { Id = Id<Allocation>.Named("rest"), Need = s_bay.Id, Offer = rest.Id, Units = 1, Fills = 1m / 3, State = AllocationState.Confirmed, LapsesAt = LoadSample.HourZero });
        var unit = Assert.Single(UnitArrivals.Assign(s_scenario, supply with { Allocations = supply.Allocations with { Standing = [.. held] } }));
        Assert.Equal((rest.Id, UnitArrivals.HourOf(LoadSample.HourZero, rest)), (unit.Offer, unit.Hour));
    }

    private static readonly OpenScenario s_scenario = new(
        new Scenario { Id = default, Model = default, Name = "two", HourZero = LoadSample.HourZero, Json = "" },
        new GridModel { Id = default, Name = "two", Case = "", Places = [], Names = [] },
        new RestorationProblem(
            "two",
            new Network("two", 100, [new Bus { Id = 1 }, new Bus { Id = 2, DemandMegawatts = Load }], [new Branch { Row = 1, From = 1, To = 2, Reactance = 0.1 }], [new Generator { Row = 1, Bus = 1, MaxMegawatts = 1000 }]),
            [new Repair { Element = new ElementId(ElementKind.Branch, 1), Hours = 10, AvailableFrom = Market }],
            [new Crew { Name = "a" }]));

    private static NeedsValued Valued(SupplyOfNeeds supply)
    {
        var (options, cancel) = (new PlannerOptions { States = 2_000 }, TestContext.Current.CancellationToken);
        var plan = Planner.Plan(s_scenario.Problem, options, null, cancel);
        return FreedUnits.Valued(s_scenario, plan, supply, supply.Candidates(s_scenario), options, TransportTerms.Usual, null, cancel);
    }

    // So many units are held for the bay, of which some are lost, and consignments carry the rest: units, and the hour at which they are there.
    private static SupplyOfNeeds Supply(IReadOnlyList<Offer> offers, int held, int lost, params (int Units, double Hour)[] sent)
    {
        var allocation = new Allocation { Id = Id<Allocation>.Named("a"), Need = s_bay.Id, Offer = s_own.Id, Units = held, Fills = held / 3m, State = AllocationState.Confirmed, LapsesAt = LoadSample.HourZero, Lost = lost };
        var units = sent.Sum(one => one.Units);
        return new SupplyOfNeeds(
            [s_bay], offers,
            new AllocationsAtMoment(held > 0 ? [allocation] : [], []) { Sent = units == 0 ? [] : [new UnitsSent(s_bay.Id, s_own.Id, units + lost) { Lost = lost, Unsettled = lost }] },
            new Dictionary<Id<Organisation>, Country>())
        {
            OnTheWay = [.. sent.Select(one => new UnitsOnTheWay(s_bay.Id, s_own.Id, one.Units, LoadSample.HourZero.AddHours(one.Hour)))],
        };
    }

    private static Offer Singles(string name, int units, int days) => new()
    {
        Id = Id<Offer>.Named(name),
        Version = 1,
        Title = name,
        Donor = default,
        Specification = Autotransformers.Unit(singlePhase: true),
        Units = units,
        Condition = UnitCondition.Used,
        Arrival = ReportedDate.On(DateOnly.FromDateTime(LoadSample.HourZero.UtcDateTime).AddDays(days)),
    };
}

using Relight.Deliveries;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Sample;
using Relight.Tests.Plans;

namespace Relight.Tests.Deliveries;

/// <summary>A late consignment moves the repair that waits for it, and says which.</summary>
public class LatenessTests
{
    private static readonly OpenScenario s_scenario = UnitArrivalsTests.Scenario();
    private static readonly IReadOnlyList<Need> s_needs = SampleNeeds.Of(SampleProblem.Default);
    private static readonly IReadOnlyList<UnitArrival> s_units = UnitArrivals.Assign(s_scenario, s_needs, SampleOffers.All);

    [Fact]
    public void A_unit_in_a_consignment_is_there_when_the_consignment_is_and_for_its_need_alone()
    {
        var unit = s_units.First(unit => unit.Hour > 0);
        var late = s_scenario.At(unit.Hour + 30);
        var units = UnitArrivals.Assign(s_scenario, s_needs, SampleOffers.All, [new UnitsOnTheWay(unit.Need, unit.Offer, 1, late)]);
        Assert.Equal(unit.Hour + 30, Assert.Single(units, one => one.Need == unit.Need).Hour, 6);
        Assert.All(units.GroupBy(one => one.Offer), group => Assert.True(group.Count() <= SampleOffers.All.Single(offer => offer.Id == group.Key).Units));
        var onTime = UnitArrivals.Assign(s_scenario, s_needs, SampleOffers.All, [new UnitsOnTheWay(unit.Need, unit.Offer, 1, s_scenario.At(unit.Hour))]);
        Assert.Equal(s_units, onTime);
    }

    [Fact]
    public void A_unit_that_comes_later_than_the_market_is_not_waited_for()
    {
        var unit = s_units.First(unit => unit.Hour > 0);
        var units = UnitArrivals.Assign(s_scenario, s_needs, SampleOffers.All, [new UnitsOnTheWay(unit.Need, unit.Offer, 1, s_scenario.At(SampleDamage.MarketHour + 100))]);
        Assert.DoesNotContain(units, one => one.Need == unit.Need);
    }

    [Fact]
    public void What_the_lateness_delays_is_told_with_by_how_much()
    {
        var problem = UnitArrivals.Apply(s_scenario.Problem, s_units);
        var plan = Planner.Plan(problem, new PlannerOptions { Method = PlanMethods.List }, null, TestContext.Current.CancellationToken);
        var scenario = s_scenario with { Scenario = s_scenario.Scenario with { Units = s_units }, Problem = problem };
        var stored = new StoredPlan { Id = Id<StoredPlan>.Named("p"), Scenario = scenario.Scenario.Id, Name = "plan", Json = "", Findings = [] };
        var reading = new PlanReading(scenario, new OpenPlan(stored, plan, LoadSample.HourZero), null);
        var unit = s_units.First(unit => unit.Hour > 0);
        var begins = plan.Repairs.Single(repair => repair.Element == unit.Element).Start;
        Assert.Empty(Lateness.Of(s_needs, [new UnitsOnTheWay(unit.Need, unit.Offer, 1, scenario.At(begins))], reading));
        var delayed = Assert.Single(Lateness.Of(s_needs, [new UnitsOnTheWay(unit.Need, unit.Offer, 1, scenario.At(begins + 12))], reading));
        Assert.Equal((unit.Need, 12), (delayed.Need, Math.Round(delayed.HoursLater, 6)));
    }

    [Fact]
    public void Units_that_were_found_broken_are_not_on_their_way_any_more()
    {
        var line = new ConsignmentLine(Id<Offer>.Named("o"), 3, Id<Need>.Named("n"));
        var consignment = new Consignment
        {
            Id = Id<Consignment>.Named("c"),
            Version = 1,
            Title = "c",
            Lines = [line],
            FromStock = false,
            Legs = [new Leg { From = Id<Place>.Named("p"), Mode = TransportMode.Road, Limits = new LegLimits(), ExpectedDeparture = LoadSample.HourZero, ExpectedArrival = LoadSample.HourZero.AddHours(5), PlannedArrival = LoadSample.HourZero.AddHours(5), Papers = [] }],
            PlannedAt = LoadSample.HourZero,
            Key = "k",
        };
        Assert.Equal(3, Assert.Single(UnitsOnTheWay.Of([consignment])).Units);
        var received = consignment with { Receipts = [new Receipt("r", "b", LoadSample.HourZero, [new ReceivedPart(1, 1, 1, 1, 0, "bent", null)])] };
        Assert.Equal(1, Assert.Single(UnitsOnTheWay.Of([received])).Units);
        Assert.Empty(UnitsOnTheWay.Of([consignment with { CancelledWhy = "no" }]));
    }
}

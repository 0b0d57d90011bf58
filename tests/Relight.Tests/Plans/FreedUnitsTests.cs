using Relight.Grid;
using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Sample;

namespace Relight.Tests.Plans;

/// <summary>One more unit is worth what the best allocation makes of it, offered units that it frees included: held against every way to give the offers.</summary>
public class FreedUnitsTests
{
    private const double Market = 1000;
    private const double Work = 10;

    [Fact]
    public void A_unit_that_is_freed_serves_the_next_need()
    {
        // One offered unit, there at hour 66, goes to the larger load; the other waits for the market.
        var valued = Valued([50, 40], [new(0, 2)]);
        Assert.Equal((50 * 66) + (40 * (Market - 66)), valued[0].OneMore.WeightedMegawattHours, 3);
        Assert.Equal(50 * 66, valued[0].At(0).WeightedMegawattHours, 3);
        // The need that has none takes no unit from another.
        Assert.Null(valued[1].FreeingOthers);
        Assert.Equal(40 * Market, valued[1].OneMore.WeightedMegawattHours, 3);
    }

    [Fact]
    public void A_unit_that_no_other_need_could_use_counts_for_its_own_alone()
    {
        var valued = Valued([50], [new(0, 2)]);
        Assert.Null(valued[0].FreeingOthers);
        Assert.Equal(50 * 66, valued[0].OneMore.WeightedMegawattHours, 3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void It_is_what_the_best_of_all_ways_to_give_the_offers_makes_of_it(int seed)
    {
        var random = new Random(seed);
        double[] loads = [.. Enumerable.Range(0, 3).Select(_ => 10.0 * random.Next(1, 9))];
        Supplied[] offers = [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => new Supplied(random.Next(2), 2 + random.Next(20)))];
        var valued = Valued(loads, offers);
        var least = Least(loads, offers, null).Lost;
        foreach (var (n, value) in valued.Index())
            Assert.Equal(least - Least(loads, offers, n).Lost, value.OneMore.WeightedMegawattHours, 3);
    }

    /// <summary>A unit that is offered.</summary>
    /// <param name="Needs">0 where it fits every need, 1 where it is too small for the first.</param>
    /// <param name="Days">Days after the first until it is there.</param>
    private sealed record Supplied(int Needs, int Days)
    {
        public bool Fits(int need) => Needs == 0 || need > 0;

        // From six in the morning to the end of the day.
        public double Hour => (24 * Days) + 18;
    }

    // Loads hang on one line each, and there is a crew for each: what one waits for does not touch the others.
    private static (double Lost, IReadOnlyList<(int Need, int Offer)> Given) Least(double[] loads, Supplied[] offers, int? served)
    {
        double Lost(int need, double hour) => loads[need] * ((need == served ? 0 : hour) + Work);
        (double, IReadOnlyList<(int, int)>) Best(int offer, IReadOnlyList<(int Need, int Offer)> given)
        {
            if (offer == offers.Length)
                return (Enumerable.Range(0, loads.Length).Sum(need => Lost(need, given.Where(pair => pair.Need == need).Select(pair => offers[pair.Offer].Hour).DefaultIfEmpty(Market).Single())), given);
            return Enumerable.Range(0, loads.Length)
                .Where(need => need != served && offers[offer].Fits(need) && given.All(pair => pair.Need != need))
                .Select(need => Best(offer + 1, [.. given, (need, offer)]))
                .Append(Best(offer + 1, given))
                .MinBy(found => found.Item1);
        }
        return Best(0, []);
    }

    private static IReadOnlyList<NeedValue> Valued(double[] loads, Supplied[] offers)
    {
        var network = new Network(
            "star", 100,
            [new Bus { Id = 1 }, .. loads.Select((load, i) => new Bus { Id = i + 2, DemandMegawatts = load })],
            [.. loads.Select((_, i) => new Branch { Row = i + 1, From = 1, To = i + 2, Reactance = 0.1 })],
            [new Generator { Row = 1, Bus = 1, MaxMegawatts = 1000 }]);
        var problem = new RestorationProblem(
            "star", network,
            [.. loads.Select((_, i) => new Repair { Element = new ElementId(ElementKind.Branch, i + 1), Hours = Work, AvailableFrom = Market })],
            [.. loads.Select((_, i) => new Crew { Name = $"{i}" })]);
        var start = new OpenScenario(
            new Scenario { Id = default, Model = default, Name = "star", HourZero = LoadSample.HourZero, Json = "" },
            new GridModel { Id = default, Name = "star", Case = "", Places = [], Names = [] }, problem);
        var supply = new SupplyOfNeeds(
            [.. loads.Select((_, i) => NeedAt(i)).OrderBy(need => need.Id)], [.. offers.Select(OfferOf).OrderBy(offer => offer.Id)], new AllocationsAtMoment([], []), new Dictionary<Id<Organisation>, Country>());
        // The plan reckons with the best allocation, as one made together with it does.
        var best = Least(loads, offers, null).Given.Select(pair => (NeedAt(pair.Need).Id, OfferOf(offers[pair.Offer], pair.Offer).Id)).ToHashSet();
        UnitArrival[] units = [.. supply.Candidates(start).Where(unit => best.Contains((unit.Need, unit.Offer)))];
        var scenario = start with { Scenario = start.Scenario with { Units = units }, Problem = UnitArrivals.Apply(problem, units) };
        var plan = Planner.Plan(scenario.Problem, new PlannerOptions { States = 500 }, null, TestContext.Current.CancellationToken);
        var valued = FreedUnits.Valued(
            scenario, plan, supply, supply.Candidates(scenario), new PlannerOptions { States = 5_000 }, TransportTerms.Usual, null, TestContext.Current.CancellationToken).Values;
        return [.. loads.Select((_, i) => valued.Single(value => value.Need == NeedAt(i).Id))];
    }

    private static Need NeedAt(int place) => new()
    {
        Id = Id<Need>.Named($"need {place}"),
        Version = 1,
        Title = "need",
        Organisation = default,
        Site = new Site(AreaCode.Parse("UA32"), new ExactPlace("place", new ElementId(ElementKind.Branch, place + 1), null)),
        Priority = Priority.High,
        Requirement = new BreakerBay { SystemUm = 126, LoadAmperes = place == 0 ? 2000 : 1000, FaultLevelKiloamperes = 25 },
        Units = 1,
    };

    private static Offer OfferOf(Supplied offer, int place) => new()
    {
        Id = Id<Offer>.Named($"offer {place}"),
        Version = 1,
        Title = "offer",
        Donor = default,
        Specification = new CircuitBreaker
        {
            RatedKilovolts = 145,
            RatedAmperes = offer.Needs == 0 ? 3150 : 1250,
            BreakingKiloamperes = 40,
            FrequencyHertz = 50,
            DutyCycle = "O-0.3s-CO-3min-CO",
            ControlVolts = 220,
            Medium = "SF6",
            LowestCelsius = -40,
        },
        Units = 1,
        Condition = UnitCondition.New,
        Arrival = ReportedDate.On(new DateOnly(2022, 12, 12).AddDays(offer.Days)),
    };
}

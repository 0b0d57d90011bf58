using CsCheck;
using Relight.Facilities;
using Relight.Matching;
using Relight.Register;
using static Relight.Tests.Facilities.FacilityDraws;

namespace Relight.Tests.Facilities;

/// <summary>Sets go where they save most; who goes without is told why, and by how much.</summary>
public class AssignSetsTests
{
    private static SetAssignment Run(IReadOnlyList<FacilityCase> cases, params IReadOnlyList<Offer> sets) =>
        AssignSets.Run(cases, sets, Week, Practice.Default);

    [Fact]
    public void It_saves_what_the_best_of_all_assignments_saves() => Small.Sample(drawn =>
    {
        var result = Run(drawn.Cases, drawn.Sets);
        Assert.Equal(BruteForce(drawn.Cases, drawn.Sets), result.SavedPeopleHours);
        Assert.Equal(result.SavedPeopleHours, result.MostPeopleHours);
        Assert.Equal(result.SavedPeopleHours, result.Given.Sum(set => set.SavedPeopleHours ?? 0));
        Assert.Equal(result.Given.Count, result.Given.Select(set => set.Facility).Distinct().Count());
        Assert.All(drawn.Sets, set => Assert.True(result.Given.Count(given => given.Offer == set.Id) <= set.Units));
    }, iter: 150);

    [Fact]
    public void More_sets_never_save_less_nor_leave_more_facilities_without() => Gen.Select(Small, OneOf(12, 40, 80, 200), Gen.Int[0, 8]).Sample((drawn, size, late) =>
    {
        var (before, after) = (Run(drawn.Cases, drawn.Sets), Run(drawn.Cases, [.. drawn.Sets, Set("more", size, 1, Day.AddDays(late))]));
        Assert.True(after.SavedPeopleHours >= before.SavedPeopleHours);
        Assert.True(after.Without.Count <= before.Without.Count, $"{before.Without.Count} to {after.Without.Count}");
    }, iter: 150);

    [Fact]
    public void A_set_too_large_or_too_small_is_never_assigned() => Small.Sample(drawn =>
    {
        foreach (var given in Run(drawn.Cases, drawn.Sets).Given)
        {
            var power = ((GeneratingSet)drawn.Sets.Single(set => set.Id == given.Offer).Specification).Kilowatts!.Value;
            Assert.InRange(given.LoadKilowatts / power, 0.3m, 1);
        }
    }, iter: 150);

    [Fact]
    public void Each_facility_is_served_left_without_or_needs_none() => Small.Sample(drawn =>
    {
        var result = Run(drawn.Cases, drawn.Sets);
        Assert.Equal(
            drawn.Cases.Where(one => !one.Distress.GridIsEnough).Select(one => one.Facility.Id).Order(),
            result.Given.Select(set => set.Facility).Concat(result.Without.Select(left => left.Facility)).Order());
        var people = result.Without.Select(left => drawn.Cases.Single(one => one.Facility.Id == left.Facility).Distress.People).ToList();
        Assert.Equal(people.OrderBy(number => number is null).ThenByDescending(number => number), people);
    }, iter: 100);

    [Fact]
    public void A_set_of_200_kVA_on_a_load_of_12_kW_is_refused_with_its_numbers()
    {
        var large = Set("200", null) with { Specification = (GeneratingSet)Set("200").Specification with { Kilowatts = null, Kilovoltamperes = 200 } };
        var result = Run([Case(Facility("small", 12), 8)], large);
        Assert.Empty(result.Given);
        Assert.Equal(WhyWithout.NothingFits, Assert.Single(result.Without).Why);
        var rule = FacilityFit.Judge(Facility("small", 12), large, 8, Practice.Default).Rules.Single(rule => rule.Verdict == Verdict.DoesNotFit);
        Assert.Equal(("least load", "12 kW on a set of 160 kW is 7.5 % of its power, at least 30 % are wanted"), (rule.Rule, rule.Because));
    }

    [Fact]
    public void The_one_set_goes_where_it_saves_most_and_the_other_is_told_what_it_lost_to()
    {
        // 1,000 people and 8 h less 2 h of tolerance on 7 days are 42,000; 500 people and 20 h are 70,000.
        var result = Run([Case(Facility("many", tolerance: 2), 8), Case(Facility("few", people: 500), 20)], Set("one"));
        Assert.Equal((Id<Facility>.Named("few"), 70_000m), (Assert.Single(result.Given).Facility, result.SavedPeopleHours));
        var left = Assert.Single(result.Without);
        Assert.Equal((WhyWithout.LostToOthers, 28_000m), (left.Why, left.ByPeopleHours));
        Assert.Equal([Id<Facility>.Named("few")], left.LostTo);
    }

    [Fact]
    public void A_facility_of_unknown_people_takes_what_others_leave_and_never_a_set_from_them()
    {
        var (known, unknown) = (Case(Facility("known", people: 1), 1), Case(Facility("unknown", people: null), 24));
        Assert.Equal(known.Facility.Id, Assert.Single(Run([known, unknown], Set("one")).Given).Facility);
        var two = Run([known, unknown], Set("one", units: 2));
        Assert.Equal([7, null], two.Given.Select(set => set.SavedPeopleHours).OrderByDescending(saved => saved));
        Assert.Equal(7, two.SavedPeopleHours);
    }

    [Fact]
    public void The_typical_load_is_rather_carried_than_the_essential_one_alone()
    {
        var result = Run([Case(Facility("f", 100, 60), 10)], Set("enough", 120), Set("less", 80));
        Assert.Equal((Id<Offer>.Named("enough"), 100m), (result.Given[0].Offer, result.Given[0].LoadKilowatts));
        Assert.Equal(60, Run([Case(Facility("f", 100, 60), 10)], Set("less", 80)).Given[0].LoadKilowatts);
    }

    [Fact]
    public void Each_reason_to_go_without_is_told_apart()
    {
        WhyWithout Why(FacilityCase one, params IReadOnlyList<Offer> sets) => Assert.Single(Run([one], sets).Without).Why;
        var dark = Case(Facility("f"), 10);
        Assert.Equal(WhyWithout.NothingFits, Why(dark));
        Assert.Equal(WhyWithout.NothingFits, Why(dark, Set("petrol", fuel: "petrol")));
        Assert.Equal(WhyWithout.CannotTellYet, Why(dark, Set("unrated", null)));
        Assert.Equal(WhyWithout.CannotTellYet, Why(Case(Facility("f", null), 10), Set("s")));
        Assert.Equal(WhyWithout.CannotTellYet, Why(Case(Facility("f") with { ThreePhase = null }, 10), Set("s") with { Specification = (GeneratingSet)Set("s").Specification with { ThreePhase = null } }));
        Assert.Equal(WhyWithout.ArrivalUnknown, Why(dark, Set("s") with { Arrival = null }));
        Assert.Equal(WhyWithout.TooLate, Why(dark, Set("s", arrival: Day.AddDays(7))));
        Assert.Equal(WhyWithout.NobodyAffected, Why(Case(Facility("f", people: 0), 10), Set("s")));
        Assert.Equal(WhyWithout.NothingFits, Why(Case(Facility("f", 78), 10), Set("standby", 80, rating: EngineRating.Standby)));
        Assert.Empty(Run([Case(Facility("f", tolerance: 10), 10)], Set("s")).Without);
    }

    [Fact]
    public void A_set_that_comes_later_saves_the_days_that_are_left()
    {
        var result = Run([Case(Facility("f", people: 10), 12)], Set("late", arrival: Day.AddDays(2)) with { Specification = (GeneratingSet)Set("late").Specification with { TransferSwitch = false } });
        // Two days of waiting and 8 h of work: 5 days and 16/24 of one are left, of 120 people-hours each, less the part of the third day.
        Assert.Equal((56m, 560m), (result.Given[0].ReadyHour, result.Given[0].SavedPeopleHours));
    }

    // Every way to give, one facility after the other, with people-hours worked out anew.
    private static decimal BruteForce(IReadOnlyList<FacilityCase> cases, IReadOnlyList<Offer> sets)
    {
        var stock = sets.Select(set => set.Units).ToArray();
        decimal Best(int f)
        {
            if (f == cases.Count)
                return 0;
            var best = Best(f + 1);
            for (var s = 0; s < sets.Count; s++)
                if (stock[s] > 0 && Saved(cases[f], sets[s]) is > 0 and var saved)
                {
                    stock[s]--;
                    best = Math.Max(best, saved + Best(f + 1));
                    stock[s]++;
                }
            return best;
        }
        return Best(0);
    }

    private static decimal Saved(FacilityCase one, Offer set)
    {
        var (facility, power) = (one.Facility, ((GeneratingSet)set.Specification).Kilowatts!.Value);
        var carries = new[] { facility.TypicalKilowatts!.Value, facility.EssentialKilowatts!.Value }.Any(load => load <= power && load >= 0.3m * power);
        if (!carries || !facility.People.IsSpecified)
            return 0;
        var hours = one.Days.Select(day => day.Hours.Lower).ToList();
        var (bridge, sum, wait) = (facility.ToleranceHours!.Value, 0m, set.Arrival!.Latest.DayNumber - Day.DayNumber);
        foreach (var (day, without) in hours.Index())
        {
            var bridged = Math.Min(bridge, without);
            sum += day >= wait ? without - bridged : 0;
            bridge = without == 24 ? bridge - bridged : facility.ToleranceHours.Value;
        }
        return sum * facility.People.Lower;
    }
}

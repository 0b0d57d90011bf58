using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Sample;

namespace Relight.Tests.Plans;

/// <summary>Which offered units the repairs of the sample reckon with.</summary>
public class UnitArrivalsTests
{
    private static readonly SampleProblem s_sample = SampleProblem.Default;
    private static readonly IReadOnlyList<Need> s_needs = SampleNeeds.Of(s_sample);
    private static readonly OpenScenario s_scenario = Scenario();
    private static readonly IReadOnlyList<UnitArrival> s_units = UnitArrivals.Assign(s_scenario, s_needs, SampleOffers.All);

    [Fact]
    public void Every_outcome_of_the_table_occurs_in_the_sample()
    {
        var bays = s_needs.Where(need => need.Requirement is TransformerBay).ToList();
        var alone = bays.First(need => ((TransformerBay)need.Requirement).Parallel is null);
        var beside = bays.First(need => ((TransformerBay)need.Requirement).Parallel is not null);
        Verdict Judge(Need need, string offer) =>
            MatchOffers.Judge(need, SampleOffers.All.Single(o => o.Id == SampleOffers.OfferId(offer)), Practice.Default).Verdict;
        Assert.Equal(Verdict.Fits, Judge(beside, "at-litgrid"));
        Assert.Equal(Verdict.DoesNotFit, Judge(alone, "at-finland"));
        Assert.Equal(Verdict.FitsWithWork, Judge(alone, "at-sweden"));
        Assert.Equal(Verdict.DoesNotFit, Judge(alone, "at-poland"));
        Assert.Equal(Verdict.DoesNotFit, Judge(alone, "at-america-60"));
        Assert.Equal(Verdict.FitsWithWork, Judge(alone, "at-latvia-operator"));
        Assert.Equal(Verdict.CannotTellYet, Judge(beside, "at-latvia-operator"));
        Assert.Equal(Verdict.CannotTellYet, Judge(alone, "gsu-azerbaijan"));
        Assert.Equal(Verdict.DoesNotFit, Judge(alone, "instrument-denmark"));
    }

    [Fact]
    public void Most_lost_units_get_one_and_some_wait_for_the_market()
    {
        var lost = s_sample.Damage.Where(d => d.Grade == DamageGrade.Lost).Select(d => d.Element).ToHashSet();
        var served = s_units.Where(unit => lost.Contains(unit.Element)).ToList();
        Assert.InRange(served.Count, lost.Count / 2, lost.Count - 1);
        Assert.All(served, unit => Assert.InRange(unit.Hour, 0, SampleDamage.MarketHour));
    }

    [Fact]
    public void Nothing_is_given_twice_and_nothing_that_does_not_fit()
    {
        Assert.Equal(s_units.Count, s_units.Select(unit => unit.Need).Distinct().Count());
        Assert.All(s_units.GroupBy(unit => unit.Offer), group =>
            Assert.True(group.Count() <= SampleOffers.All.Single(offer => offer.Id == group.Key).Units));
        Assert.All(s_units, unit =>
        {
            var verdict = MatchOffers.Judge(
                s_needs.Single(n => n.Id == unit.Need), SampleOffers.All.Single(o => o.Id == unit.Offer), Practice.Default).Verdict;
            Assert.Equal(unit.WithWork ? Verdict.FitsWithWork : Verdict.Fits, verdict);
        });
    }

    [Fact]
    public void A_repair_waits_for_its_unit_and_the_others_for_what_they_waited_for()
    {
        var problem = UnitArrivals.Apply(s_scenario.Problem, s_units);
        var hours = s_units.ToDictionary(unit => unit.Element, unit => unit.Hour);
        var work = s_units.ToDictionary(unit => unit.Element, unit => unit.WorkHours);
        foreach (var (before, after) in s_scenario.Problem.Repairs.Zip(problem.Repairs))
        {
            Assert.Equal(hours.GetValueOrDefault(before.Element, before.AvailableFrom), after.AvailableFrom);
            Assert.Equal(before.Hours + work.GetValueOrDefault(before.Element), after.Hours);
            Assert.Equal(before.Skill, after.Skill);
        }
        Assert.Contains(s_units, unit => unit is { WithWork: true, WorkHours: > 0 });
        Assert.All(s_units.Where(unit => !unit.WithWork), unit => Assert.Equal(0, unit.WorkHours));
        Assert.All(s_units, unit => Assert.True(
            unit.Hour < s_scenario.Problem.Repairs.Single(r => r.Element == unit.Element).AvailableFrom));
    }

    [Fact]
    public void The_order_of_needs_and_offers_changes_nothing() => Assert.Equal(
        s_units, UnitArrivals.Assign(s_scenario, [.. s_needs.Reverse()], [.. SampleOffers.All.Reverse()]));

    internal static OpenScenario Scenario()
    {
        var model = new GridModel
        {
            Id = LoadSample.ModelId,
            Name = "sample",
            Case = "",
            Places = [],
            Names = [],
        };
        var scenario = new Scenario
        {
            Id = LoadSample.ScenarioId,
            Model = model.Id,
            Name = "sample",
            HourZero = LoadSample.HourZero,
            Json = "",
        };
        return new OpenScenario(scenario, model, s_sample.ToProblem());
    }
}

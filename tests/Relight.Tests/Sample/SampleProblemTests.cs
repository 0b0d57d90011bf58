using Relight.Grid;
using Relight.Sample;

namespace Relight.Tests.Sample;

public class SampleProblemTests
{
    private static readonly SampleProblem s_sample = SampleProblem.Default;

    [Fact]
    public void About_sixty_elements_are_damaged_most_of_them_autotransformers_and_bays()
    {
        Assert.InRange(s_sample.Damage.Count, 55, 65);
        Assert.Equal(s_sample.Damage.Count, s_sample.Damage.Select(d => d.Element).Distinct().Count());
        var units = s_sample.Damage.Count(d => Is330To110(d.Element));
        var bays = s_sample.Damage.Count(d => d.Element.Kind == ElementKind.Bus);
        Assert.True(units > s_sample.Damage.Count / 2);
        Assert.True(units + bays > s_sample.Damage.Count * 3 / 4);
        Assert.Contains(s_sample.Damage, d => d.Skill == SampleDamage.LineSkill);
        Assert.Contains(s_sample.Damage, d => d.Element.Kind == ElementKind.Generator);
    }

    [Fact]
    public void Work_is_mixed_and_somebody_can_do_all_of_it()
    {
        Assert.All(s_sample.Damage, d => Assert.InRange(d.Hours, 12, 240));
        Assert.True(s_sample.Damage.Select(d => d.Hours).Distinct().Count() > 15);
        Assert.InRange(s_sample.Crews.Count, 6, 8);
        var problem = s_sample.ToProblem();
        Assert.All(problem.Repairs, repair => Assert.Contains(problem.Crews, crew => crew.CanDo(repair)));
        Assert.All(s_sample.Crews, crew => Assert.NotNull(Oblast.Of(crew.Home)));
    }

    [Fact]
    public void A_transformer_waits_for_the_bars_that_it_hangs_on()
    {
        var damaged = s_sample.Damage.Select(d => d.Element).ToHashSet();
        Assert.Contains(s_sample.Damage, d => d.After.Count > 0);
        Assert.All(s_sample.Damage.SelectMany(d => d.After), before =>
        {
            Assert.Equal(ElementKind.Bus, before.Kind);
            Assert.Contains(before, damaged);
        });
    }

    [Fact]
    public void A_lost_unit_comes_when_it_arrives_and_else_from_the_market()
    {
        var lost = s_sample.Damage.Where(d => d.Grade == DamageGrade.Lost).ToList();
        Assert.InRange(lost.Count, 10, 20);
        var with = s_sample.ToProblem(new Dictionary<ElementId, double> { [lost[0].Element] = 100 });
        Assert.Equal(100, with.Repairs.Single(r => r.Element == lost[0].Element).AvailableFrom);
        Assert.Equal(SampleDamage.MarketHour, with.Repairs.Single(r => r.Element == lost[1].Element).AvailableFrom);
    }

    [Fact]
    public void Ways_grow_with_distance()
    {
        var problem = s_sample.ToProblem();
        Assert.All(problem.Travel, leg => Assert.InRange(leg.Hours, 0.5, 48));
        foreach (var one in s_sample.Damage)
            foreach (var other in s_sample.Damage)
                Assert.Equal(
                    s_sample.Grid.SiteOf(one.Element).KilometresTo(s_sample.Grid.SiteOf(other.Element)) > 0,
                    problem.TravelHours(one.Element, other.Element) > 0);
    }

    [Fact]
    public void Facilities_of_every_kind_weigh_more_and_fit_into_the_demand_of_their_bus()
    {
        var problem = s_sample.ToProblem();
        Assert.Equal(3, s_sample.Facilities.Select(f => f.Kind).Distinct().Count());
        Assert.All(s_sample.Facilities, f => Assert.InRange(f.HoursADay, 12, 24));
        Assert.Equal(s_sample.Facilities.Count, s_sample.Facilities.Select(f => f.Name).Distinct().Count());
        Assert.All(problem.Weights, load => Assert.True(load.Weight > 1));
        foreach (var bus in problem.Weights.GroupBy(load => load.Bus))
            Assert.True(
                bus.Sum(load => load.Megawatts) <= problem.Network.Buses[problem.Network.IndexOf(bus.Key)].DemandMegawatts);
    }

    private static bool Is330To110(ElementId element) =>
        element.Kind == ElementKind.Branch
        && s_sample.Grid.Network.Branches[element.Number - 1] is { IsTransformer: true } branch
        && s_sample.Grid.SiteOf(branch.To).Kilovolts == 110;
}

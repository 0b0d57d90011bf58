using Relight.Grid;
using Relight.Sample;

namespace Relight.Tests.Sample;

public class SampleGridTests
{
    private static readonly SampleGrid s_grid = SampleGrid.Default;

    [Fact]
    public void The_same_seed_gives_the_same_grid_and_another_seed_another()
    {
        var again = SampleGrid.Make(SampleGrid.DefaultSeed);
        Assert.Equal(s_grid.Network.Buses, again.Network.Buses);
        Assert.Equal(s_grid.Network.Branches, again.Network.Branches);
        Assert.Equal(s_grid.Network.Generators, again.Network.Generators);
        Assert.Equal(s_grid.Sites, again.Sites);
        Assert.NotEqual(s_grid.Network.Branches, SampleGrid.Make(SampleGrid.DefaultSeed + 1).Network.Branches);
    }

    [Fact]
    public void Says_that_it_is_not_real() => Assert.Contains("synthetic: not a real network", s_grid.Network.Name);

    [Fact]
    public void Has_24_oblasts_and_the_capital_with_population_to_one_figure()
    {
        Assert.Equal(25, Oblast.All.Count);
        Assert.Equal(25, Oblast.All.Select(oblast => oblast.PCode).Distinct().Count());
        Assert.All(Oblast.All, oblast =>
        {
            Assert.Matches("^UA[0-9]{2}$", oblast.PCode);
            Assert.Matches("^[1-9]0+$", oblast.People.ToString());
        });
        Assert.All(Oblast.All, oblast => Assert.Contains(s_grid.Sites, site => site.Oblast == oblast.PCode));
        Assert.Equal(Enumerable.Range(1, 25), s_grid.Network.Buses.Select(bus => bus.Area).Distinct().Order());
    }

    [Fact]
    public void Has_150_to_250_buses_at_three_voltages_with_made_up_names()
    {
        Assert.InRange(s_grid.Network.Buses.Count, 150, 250);
        Assert.Equal([110.0, 330, 750], s_grid.Network.Buses.Select(bus => bus.BaseKilovolts).Distinct().Order());
        Assert.Equal(s_grid.Sites.Count, s_grid.Sites.Select(site => site.Name).Distinct().Count());
        Assert.Equal(s_grid.Network.Branches.Count, s_grid.Branches.Select(branch => branch.Name).Distinct().Count());
        Assert.Equal(s_grid.Network.Generators.Count, s_grid.Generators.Select(unit => unit.Name).Distinct().Count());
    }

    [Fact]
    public void Every_point_lies_within_the_radius_of_its_oblast() => Assert.All(s_grid.Sites, site =>
    {
        var oblast = Oblast.Of(site.Oblast);
        var middle = site with { Longitude = oblast.Longitude, Latitude = oblast.Latitude };
        Assert.InRange(site.KilometresTo(middle), 0, oblast.RadiusKilometres + 1);
    });

    [Fact]
    public void Demand_follows_population()
    {
        foreach (var area in s_grid.Sites.GroupBy(site => site.Oblast))
        {
            var demand = area.Sum(site => s_grid.Network.Buses[s_grid.Network.IndexOf(site.Bus)].DemandMegawatts);
            var people = Oblast.Of(area.Key).People;
            Assert.Equal(people * SampleGrid.KilowattsAHead / 1000, demand, people * 5e-6);
            Assert.Equal(people, area.Sum(site => site.People), people * 0.01);
        }
        Assert.InRange(s_grid.Network.Buses.Sum(bus => bus.DemandMegawatts), 18_000, 22_000);
    }

    [Fact]
    public void Every_kind_of_generation_is_there_with_a_margin()
    {
        Assert.Equal(Enum.GetValues<GeneratorKind>().Length, s_grid.Generators.Select(unit => unit.Kind).Distinct().Count());
        var demand = s_grid.Network.Buses.Sum(bus => bus.DemandMegawatts);
        Assert.InRange(s_grid.Network.Generators.Sum(unit => unit.MaxMegawatts) / demand, 1.1, 1.4);
        var solar = s_grid.Generators.Where(unit => unit.Kind == GeneratorKind.Solar)
            .Sum(unit => s_grid.Network.Generators[unit.Row - 1].MaxMegawatts);
        Assert.InRange(solar / demand, 0.005, 0.05);
    }

    [Fact]
    public void Branches_join_the_right_voltages_with_plausible_data() => Assert.All(s_grid.Branches, site =>
    {
        var branch = s_grid.Network.Branches[site.Row - 1];
        var (from, to) = (s_grid.SiteOf(branch.From).Kilovolts, s_grid.SiteOf(branch.To).Kilovolts);
        if (site.IsTransformer)
        {
            Assert.True((from, to) is (750, 330) or (330, 110));
            Assert.True(branch.IsTransformer);
            // 10 to 10.5 % on the unit's own rating
            Assert.InRange(branch.Reactance * branch.RatingMegavoltAmperes / 100, 0.0999, 0.1051);
        }
        else
        {
            Assert.Equal(from, to);
            Assert.False(branch.IsTransformer);
            Assert.InRange(branch.Reactance * from * from / 100 / site.Kilometres, 0.28, 0.41);
            Assert.InRange(site.Kilometres, 2, from switch { 750 => 750, 330 => 350, _ => 150 });
            double[] ratings = from switch { 750 => [2600], 330 => [690, 940], _ => [115] };
            Assert.Contains(branch.RatingMegavoltAmperes, ratings);
        }
    });

    [Fact]
    public void At_330_kV_no_single_line_cuts_anything_off()
    {
        var lines = s_grid.Network.Branches.Where(b => !b.IsTransformer && s_grid.SiteOf(b.From).Kilovolts == 330).ToList();
        var buses = s_grid.Sites.Where(site => site.Kilovolts == 330).Select(site => site.Bus).ToHashSet();
        Assert.All(lines, lost => Assert.Equal(buses, Reached(buses.First(), lines.Where(line => line != lost).ToList())));
    }

    private static HashSet<int> Reached(int start, List<Branch> lines)
    {
        var reached = new HashSet<int> { start };
        while (lines.Find(line => reached.Contains(line.From) != reached.Contains(line.To)) is { } next)
            reached.UnionWith([next.From, next.To]);
        return reached;
    }
}

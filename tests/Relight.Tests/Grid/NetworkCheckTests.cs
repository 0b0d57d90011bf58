using Relight.Grid;
using Relight.Grid.Flow;
using Relight.Grid.Import;

namespace Relight.Tests.Grid;

public class NetworkCheckTests
{
    /// <summary>Three islands: 1-2-3-4 with two references, 5-6 fed by a DC line alone, 7 alone; 8 is out of service.</summary>
    private const string Odd = """
        mpc.version = '2';
        mpc.baseMVA = 100;
        mpc.bus = [
          1 3   0 0 0 0 1 1 0 110 1 1.1 0.9
          2 3  60 0 0 0 1 1 0 110 1 0.9 1.1
          3 1 -10 0 0 0 1 1 0  20 1 1.1 0.9
          4 1 100 0 0 0 1 1 0   0 1 1.1 0.9
          5 1  30 0 0 0 1 1 0 110 1 1.1 0.9
          6 1   0 0 0 0 1 1 0 110 1 1.1 0.9
          7 1   5 0 0 0 1 1 0 110 1 1.1 0.9
          8 4  99 0 0 0 1 1 0 110 1 1.1 0.9
        ];
        mpc.gen = [
          1 0 0 9 -9 1 100 1 80 0
          4 0 0 9 -9 1 100 1  0 0
          6 0 0 9 -9 1 100 0 50 0
          8 0 0 9 -9 1 100 1 50 0
        ];
        mpc.branch = [
          1 2 0 0.1     0  50 0 0 0   0 1
          2 1 0 0.1     0  50 0 0 0   0 1
          2 3 0 -0.1    0   0 0 0 0   0 1
          3 4 0 0.00005 0  50 0 0 1.3 0 1
          5 6 0 0.1     0  50 0 0 0   0 1
          4 5 0 0.1     0  50 0 0 0   0 0
          7 8 0 0.1     0  50 0 0 0   0 1
        ];
        mpc.dcline = [ 4 5 1 0 0 0 0 1 1 -5 20 0 0 0 0 0 0 ];
        """;

    private readonly NetworkCheck _check = NetworkCheck.Of(MatpowerReader.Parse(Odd, "odd.m").Value!);

    [Fact]
    public void Counts_what_is_there_and_what_is_in_service()
    {
        Assert.Equal(new ElementCount(8, 7), _check.Buses);
        Assert.Equal(new ElementCount(7, 5), _check.Branches);
        Assert.Equal(new ElementCount(4, 2), _check.Generators);
        Assert.Equal(new ElementCount(1, 1), _check.DcLines);
        Assert.Equal(new PowerBalance(195, 80, 10, 0), _check.Balance);
    }

    [Fact]
    public void Tells_islands_with_what_could_feed_them() =>
        Assert.Equal(
            [
                new IslandSummary(1, 4, new PowerBalance(160, 80, 10, 5)),
                new IslandSummary(5, 2, new PowerBalance(30, 0, 0, 20)),
                new IslandSummary(7, 1, new PowerBalance(5, 0, 0, 0)),
            ],
            _check.Islands);

    [Fact]
    public void Names_everything_odd() =>
        Assert.Equal(
            [
                "bus:7: its island of 1 buses has a demand of 5 MW and nothing to feed it",
                "bus:1: its island of 4 buses has a demand of 160 MW and at most 95 MW to feed it",
                "bus:5: its island of 2 buses has a demand of 30 MW and at most 20 MW to feed it",
                "bus:7: no closed branch; demand 5 MW",
                "bus:2: one of 2 references of its island, the first is bus:1",
                "bus:2: a reference without generator in service",
                "bus:3: a negative load, -10 MW, is an injection",
                "bus:4: its nominal voltage is not given",
                "bus:2: its lowest voltage, 1.1, is above its highest, 0.9 p.u.",
                "branch:3: no rating; nothing limits its flow",
                "branch:3: its reactance is negative, -0.1 p.u.",
                "branch:4: its reactance is very small, 0.00005 p.u.",
                "branch:2: one of 2 branches between the same buses, the first is branch:1",
                "branch:4: its tap ratio, 1.3, is outside 0.8 to 1.25",
                "branch:3: joins 110 kV and 20 kV without a tap ratio",
                "gen:2: its highest output is 0 MW",
            ],
            _check.Oddities.Select(oddity => oddity.ToString()));

    [Theory]
    [InlineData("pglib_opf_case14_ieee", 259, 1)]
    [InlineData("pglib_opf_case118_ieee", 4242, 1)]
    [InlineData("pglib_opf_case3012wp_k", 27196.27, 1)]
    public void Sums_real_networks(string name, double demand, int islands)
    {
        var check = NetworkCheck.Of(MatpowerReader.Read(SharedData.Network(name)).Value!);

        Assert.Equal(demand, check.Balance.DemandMegawatts, 2);
        Assert.Equal(islands, check.Islands.Count);
    }

    [Fact]
    public void A_state_takes_with_a_bus_what_hangs_on_it()
    {
        var state = new GridState(_check.Network, [new ElementId(ElementKind.Bus, 2), new ElementId(ElementKind.Generator, 2)]);
        var islands = new Islands(state);

        Assert.Equal([4, 5], state.BranchesOn.Select(branch => branch.Row));
        Assert.Equal([1], state.GeneratorsOn.Select(generator => generator.Row));
        Assert.Equal([0, Islands.None, 1, 1, 2, 2, 3, Islands.None], Enumerable.Range(0, 8).Select(islands.Of));
        Assert.Throws<KeyNotFoundException>(() => new GridState(_check.Network, [new ElementId(ElementKind.Branch, 8)]));
    }
}

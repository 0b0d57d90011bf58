using System.Numerics;
using CsCheck;
using Relight.Grid;
using Relight.Grid.Flow;
using Relight.Grid.Import;
using GridNetwork = Relight.Grid.Network;

namespace Relight.Tests.Grid;

public class AcPowerFlowTests
{
    /// <summary>
    /// Bus 1 holds 1 p.u. and feeds bus 2 through a lossless line of 0.1 p.u.; bus 2 takes P and no reactive power. Then
    /// V·sin θ = −0.1·P and V = cos θ, so that sin 2θ = −0.2·P.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(450)]
    public void Two_buses_by_hand(double megawatts)
    {
        var result = Solve(TwoBuses(megawatts));

        var angle = -Math.Asin(0.2 * megawatts / 100) / 2;
        Assert.True(result.Converged);
        Assert.Equal(Math.Cos(angle), result.Voltages[1].Magnitude, 8);
        Assert.Equal(angle * 180 / Math.PI, result.Voltages[1].AngleDegrees, 6);
        Assert.Equal(megawatts, result.Generators[0].Megawatts, 6);
        Assert.Equal(megawatts, result.Branches[0].FromMegawatts, 6);
        Assert.Equal(megawatts, result.IslandFlows[0].LoadMegawatts, 6);
        Assert.Equal(0, result.IslandFlows[0].LossMegawatts, 6);
    }

    [Fact]
    public void More_than_the_line_can_carry_does_not_converge()
    {
        var result = Solve(TwoBuses(510));

        Assert.False(result.Converged);
        Assert.Equal("bus:1: the power flow of its island, with 510 MW of load, does not converge", Assert.Single(result.Violations).ToString());
        Assert.True(double.IsNaN(result.Voltages[1].Magnitude));
    }

    [Fact]
    public void Names_what_is_outside_its_limits()
    {
        var result = Solve(TwoBuses(450, rating: 400, capacity: 440, lowest: 0.9));

        Assert.Equal(
            [
                "bus:2: 0.8473 p.u. is below 0.9",
                "branch:1: 531.0886 MVA is above its rating of 400",
                "gen:1: 450 MW is beyond its limit of 440",
                "gen:1: 282.0551 Mvar is beyond its limit of 200",
            ],
            result.Violations.Select(v => v.ToString()));
    }

    /// <summary>Bus 2 would need 60 Mvar of its own to hold 1.02 p.u.; it can give 20.</summary>
    [Fact]
    public void A_generator_stays_at_its_reactive_limit()
    {
        var network = Read("""
            mpc.bus = [ 1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 2 200 40 0 0 1 1 0 110 1 1.1 0.9 ];
            mpc.gen = [ 1 0 0 999 -999 1 100 1 300 0; 2 50 0 20 -20 1.02 100 1 50 0 ];
            mpc.branch = [ 1 2 0 0.05 0 0 0 0 0 0 1 ];
            """);

        var held = Solve(network);
        var free = Solve(network, new AcFlowOptions { RespectReactiveLimits = false });

        Assert.Equal(20, held.Generators[1].Megavars, 6);
        Assert.True(held.Voltages[1].Magnitude < 1.02);
        Assert.Empty(held.Violations);
        Assert.Equal(1.02, free.Voltages[1].Magnitude, 9);
        Assert.Equal("gen:2", Assert.Single(free.Violations).Element.ToString());
    }

    [Fact]
    public void Islands_have_their_own_reference_and_dc_lines_inject()
    {
        var result = Solve(Read("""
            mpc.bus = [
              1 3  0 0 0 0 1 1 0 110 1 1.1 0.9
              2 1 50 0 0 0 1 1 0 110 1 1.1 0.9
              3 2  0 0 0 0 1 1 0 110 1 1.1 0.9
              4 1 30 0 0 0 1 1 0 110 1 1.1 0.9
              5 1  7 0 0 0 1 1 0 110 1 1.1 0.9
              6 4  9 0 0 0 1 1 0 110 1 1.1 0.9
            ];
            mpc.gen = [ 1 0 0 99 -99 1 100 1 99 0; 3 0 0 99 -99 1.01 100 1 99 0 ];
            mpc.branch = [ 1 2 0 0.1 0 0 0 0 0 0 1; 3 4 0 0.1 0 0 0 0 0 0 1; 5 6 0 0.1 0 0 0 0 0 0 1 ];
            mpc.dcline = [ 2 4 1 20 0 0 0 1 1 0 50 0 0 0 0 1 0.05 ];
            """));

        Assert.Equal([1, 3, null], result.IslandFlows.Select(island => island.ReferenceBus));
        Assert.Equal(70, result.Generators[0].Megawatts, 6);
        Assert.Equal(12, result.Generators[1].Megawatts, 6);
        Assert.Equal(0, result.Voltages[4].Magnitude);
        Assert.Equal("bus:5: its island, with 7 MW of load, has no generator in service", Assert.Single(result.Violations).ToString());
        Assert.True(result.Converged);
    }

    [Fact]
    public void Losses_can_be_shared_by_the_range_left()
    {
        var network = Read("""
            mpc.bus = [ 1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 2 200 0 0 0 1 1 0 110 1 1.1 0.9 ];
            mpc.gen = [ 1 100 0 999 -999 1 100 1 140 0; 2 100 0 99 -99 1 100 1 120 0 ];
            mpc.branch = [ 1 2 0.05 0.1 0 0 0 0 0 0 1 ];
            """);

        var result = Solve(network, new AcFlowOptions { ShareLosses = true });

        var extra = result.Generators.Sum(g => g.Megawatts) - 200;
        Assert.Equal(result.IslandFlows[0].LossMegawatts, extra, 6);
        Assert.InRange((result.Generators[0].Megawatts - 100) / (result.Generators[1].Megawatts - 100), 1.9, 2.1);
    }

    /// <summary>Whatever is out, at every bus of an island that converged what flows in flows out.</summary>
    [Theory]
    [InlineData("pglib_opf_case14_ieee")]
    [InlineData("pglib_opf_case162_ieee_dtc")]
    public void Every_bus_is_in_balance(string name)
    {
        var network = MatpowerReader.Read(SharedData.Network(name)).Value!;
        var flow = new AcPowerFlow(network);
        var some = Gen.Int[1, network.Branches.Count].HashSet[0, network.Branches.Count / 3];
        Gen.Select(some, Gen.Double[0, 1]).Sample(
            (rows, height) =>
            {
                var state = new GridState(network, rows.Select(row => new ElementId(ElementKind.Branch, row)));
                var served = network.Buses.Select(bus => bus.DemandMegawatts * height).ToArray();
                var dispatch = Dispatch.Of(network).WithServed(network, served);
                AssertBalanced(flow.Solve(state, dispatch, new AcFlowOptions { ShareLosses = true }), dispatch);
            },
            iter: Draws.Of(60));
    }

    /// <summary>
    /// Where every transformer between two levels turns by its clock number, all of the lower level is turned and nothing
    /// else changes.
    /// </summary>
    [Theory]
    [InlineData("pglib_opf_case14_ieee", 150)]
    [InlineData("pglib_opf_case30_ieee", -30)]
    [InlineData("pglib_opf_case118_ieee", 180)]
    [InlineData("pglib_opf_case2869_pegase", 150)]
    public void Clock_numbers_turn_the_angles_and_nothing_else(string name, double degrees)
    {
        var network = MatpowerReader.Read(SharedData.Network(name)).Value!;
        var reference = network.IndexOf(network.Buses.First(bus => bus.Type == BusType.Reference).Id);
        double[] turnOf = [.. network.Buses.Select((bus, i) => i != reference && bus.Id % 3 == 0 ? -degrees : 0)];
        var turned = new GridNetwork(
            name,
            network.BaseMegavoltAmperes,
            network.Buses,
            [.. network.Branches.Select(b => b with { ShiftDegrees = b.ShiftDegrees + turnOf[network.IndexOf(b.From)] - turnOf[network.IndexOf(b.To)] })],
            network.Generators,
            network.DcLines);

        var (plain, result) = (Solve(network), Solve(turned));

        Assert.True(plain.Converged && result.Converged);
        for (var bus = 0; bus < turnOf.Length; bus++)
        {
            Assert.Equal(plain.Voltages[bus].Magnitude, result.Voltages[bus].Magnitude, 1e-7);
            Assert.Equal(plain.Voltages[bus].AngleDegrees + turnOf[bus], result.Voltages[bus].AngleDegrees, 1e-5);
        }
    }

    private static void AssertBalanced(AcFlowResult result, Dispatch dispatch)
    {
        var network = result.State.Network;
        var sums = new Complex[network.Buses.Count];
        for (var i = 0; i < network.Branches.Count; i++)
        {
            sums[network.IndexOf(network.Branches[i].From)] -= new Complex(result.Branches[i].FromMegawatts, result.Branches[i].FromMegavars);
            sums[network.IndexOf(network.Branches[i].To)] -= new Complex(result.Branches[i].ToMegawatts, result.Branches[i].ToMegavars);
        }
        for (var i = 0; i < network.Generators.Count; i++)
            sums[network.IndexOf(network.Generators[i].Bus)] += new Complex(result.Generators[i].Megawatts, result.Generators[i].Megavars);
        for (var i = 0; i < sums.Length; i++)
        {
            var island = result.Islands.Of(i);
            if (island == Islands.None || result.IslandFlows[island].Outcome != IslandOutcome.Converged)
                continue;
            var (bus, square) = (network.Buses[i], result.Voltages[i].Magnitude * result.Voltages[i].Magnitude);
            sums[i] -= new Complex(dispatch.LoadMegawatts[i] + bus.ShuntMegawatts * square, dispatch.LoadMegavars[i] - bus.ShuntMegavars * square);
            Assert.True(sums[i].Magnitude < 1e-4, $"bus {bus.Id} lacks {sums[i]} MVA");
        }
    }

    private static GridNetwork TwoBuses(double megawatts, double rating = 0, double capacity = 999, double lowest = 0.5) => Read($"""
        mpc.bus = [ 1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 {megawatts} 0 0 0 1 1 0 110 1 1.1 {lowest} ];
        mpc.gen = [ 1 0 0 200 -200 1 100 1 {capacity} 0 ];
        mpc.branch = [ 1 2 0 0.1 0 {rating} 0 0 0 0 1 ];
        """);

    private static GridNetwork Read(string tables) =>
        MatpowerReader.Parse("mpc.version = '2'; mpc.baseMVA = 100;\n" + tables, "hand.m").Value!;

    private static AcFlowResult Solve(GridNetwork network, AcFlowOptions? options = null) =>
        new AcPowerFlow(network).Solve(new GridState(network), Dispatch.Of(network), options);
}

using Relight.Grid.Flow;
using Relight.Sample;

namespace Relight.Tests.Sample;

/// <summary>The intact synthetic grid holds up in AC too, with every unit at 85 % of its power.</summary>
public class SampleFlowTests
{
    [Fact]
    public void Voltages_flows_and_losses_are_those_of_a_sound_grid()
    {
        var network = SampleGrid.Default.Network;
        var flow = new AcPowerFlow(network).Solve(
            new GridState(network), Dispatch.Of(network), new AcFlowOptions { ShareLosses = true });
        Assert.True(flow.Converged);
        Assert.Empty(flow.Violations);
        Assert.All(flow.Voltages, voltage => Assert.InRange(voltage.Magnitude, 0.95, 1.06));
        var demand = network.Buses.Sum(bus => bus.DemandMegawatts);
        Assert.InRange(flow.Branches.Sum(branch => branch.LossMegawatts) / demand, 0.01, 0.03);
    }
}

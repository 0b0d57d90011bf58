using Relight.Restoration;
using Relight.Sample;

namespace Relight.Tests.Sample;

/// <summary>What the synthetic grid serves, by the plain program in bus angles.</summary>
public class SampleDeliveryTests
{
    private static readonly RestorationProblem s_problem = SampleProblem.Default.ToProblem();
    private static readonly double s_demand = s_problem.Network.Buses.Sum(bus => bus.DemandMegawatts);

    [Fact]
    public void Intact_it_serves_its_demand()
    {
        using var delivery = new ThetaLoadDelivery(s_problem.Network, []);
        Assert.InRange(delivery.Evaluate(new HashSet<Relight.Grid.ElementId>()).Served / s_demand, 0.999, 1.000001);
    }

    [Fact]
    public void It_still_does_with_a_tenth_more_demand()
    {
        var network = s_problem.Network;
        var more = new Relight.Grid.Network(
            network.Name,
            network.BaseMegavoltAmperes,
            [.. network.Buses.Select(bus => bus with { DemandMegawatts = bus.DemandMegawatts * 1.1 })],
            network.Branches,
            network.Generators);
        using var delivery = new ThetaLoadDelivery(more, []);
        Assert.InRange(delivery.Evaluate(new HashSet<Relight.Grid.ElementId>()).Served / s_demand, 1.08, 1.100001);
    }

    [Fact]
    public void Damaged_it_serves_well_under_three_quarters()
    {
        using var delivery = new ThetaLoadDelivery(s_problem.Network, []);
        var served = delivery.Evaluate(s_problem.Repairs.Select(repair => repair.Element).ToHashSet()).Served;
        Assert.InRange(served / s_demand, 0.5, 0.7);
    }

    [Fact]
    public void Limits_bind_while_it_is_being_repaired()
    {
        var network = s_problem.Network;
        var unlimited = new Relight.Grid.Network(
            network.Name,
            network.BaseMegavoltAmperes,
            network.Buses,
            [.. network.Branches.Select(branch => branch with { RatingMegavoltAmperes = 0 })],
            network.Generators);
        using var limited = new ThetaLoadDelivery(network, []);
        using var free = new ThetaLoadDelivery(unlimited, []);
        var differences = new[] { 10, 20, 30, 40, 50 }
            .Select(repaired => s_problem.Repairs.Skip(repaired).Select(repair => repair.Element).ToHashSet())
            .Select(damaged => free.Evaluate(damaged).Served - limited.Evaluate(damaged).Served);
        Assert.True(differences.Count(megawatts => megawatts > 20) >= 3);
    }
}

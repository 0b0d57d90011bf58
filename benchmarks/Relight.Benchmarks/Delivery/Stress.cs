using Relight.Grid;
using Relight.Restoration;

namespace Relight.Benchmarks.Delivery;

/// <summary>
/// A network made harder: limits that bind, loads that give, phase shifters, taps, branches of negative reactance and
/// branches in parallel, DC lines of which some must carry, several weights at a bus.
/// </summary>
internal static class Stress
{
    /// <summary>The problem of a network made harder, every element damaged.</summary>
    public static RestorationProblem Problem(Network network, Random random)
    {
        bool Rarely(double share) => random.NextDouble() < share;
        double Between(double low, double high) => low + ((high - low) * random.NextDouble());

        Bus[] buses = [.. network.Buses.Select(bus => bus with
        {
            DemandMegawatts = Rarely(0.05) ? -bus.DemandMegawatts : bus.DemandMegawatts,
            ShuntMegawatts = Rarely(0.05) ? Between(-3, 3) : bus.ShuntMegawatts,
        })];
        var branches = network.Branches.Select(branch => branch with
        {
            RatingMegavoltAmperes = Rarely(0.1) ? 0 : branch.RatingMegavoltAmperes * Between(0.3, 1),
            Tap = Rarely(0.05) ? Between(0.9, 1.1) : branch.Tap,
            ShiftDegrees = Rarely(0.02) ? Between(-2, 2) : branch.ShiftDegrees,
            Reactance = Rarely(0.01) ? -0.3 * branch.Reactance : branch.Reactance,
        }).ToList();
        foreach (var branch in branches.Where(_ => Rarely(0.03)).ToList())
            branches.Add(branch with { Row = branches.Count + 1, Reactance = branch.Reactance * Between(0.5, 2), ShiftDegrees = 0 });
        DcLine[] lines = [.. Enumerable.Range(1, 3).Select(row => new DcLine
        {
            Row = row,
            From = buses[random.Next(buses.Length)].Id,
            To = buses[random.Next(buses.Length)].Id,
            MinMegawatts = row == 3 ? Between(0, 5) : -Between(0, 100),
            MaxMegawatts = Between(5, 100),
        }).Where(line => line.From != line.To)];
        WeightedLoad[] weights = [.. buses.Where(bus => bus.DemandMegawatts > 1 && Rarely(0.2))
            .Select(bus => new WeightedLoad(bus.Id, bus.DemandMegawatts * Between(0.1, 0.9), Math.Round(Between(0, 10))))];
        var harder = new Network(
            network.Name, network.BaseMegavoltAmperes, buses, branches, network.Generators,
            [.. lines.Select((line, d) => line with { Row = d + 1 })]);
        return StateWalk.Problem(harder, StateWalk.Elements(harder), weights);
    }
}

using Relight.Grid.Flow;

namespace Relight.Grid;

/// <summary>How many elements of a kind a network has.</summary>
/// <param name="Total">All that the file names.</param>
/// <param name="InService">Those in service, with the buses they hang on.</param>
public readonly record struct ElementCount(int Total, int InService);

/// <summary>Power that stands on the two sides of a balance.</summary>
/// <param name="DemandMegawatts">Sum of the positive loads of buses in service.</param>
/// <param name="CapacityMegawatts">Sum of the highest outputs of generators in service.</param>
/// <param name="InjectionMegawatts">Sum of the injections written as negative loads or negative shunt conductances, as a positive number.</param>
/// <param name="DcImportMegawatts">The most that DC lines can bring in; 0 for the network as a whole.</param>
public readonly record struct PowerBalance(double DemandMegawatts, double CapacityMegawatts, double InjectionMegawatts, double DcImportMegawatts)
{
    /// <summary>All that could feed the demand.</summary>
    public double SupplyMegawatts => CapacityMegawatts + InjectionMegawatts + DcImportMegawatts;
}

/// <summary>One island of a network.</summary>
/// <param name="FirstBus">Number of its first bus in the order of the file; names the island.</param>
/// <param name="BusCount">Buses in it.</param>
/// <param name="Balance">Its demand and what could feed it.</param>
public readonly record struct IslandSummary(int FirstBus, int BusCount, PowerBalance Balance);

/// <summary>
/// What a planner wants to know of a network before trusting it: its size, its islands, and what is odd. Islands are
/// those of branches in service; DC lines do not join them, what they can bring in is told apart.
/// </summary>
/// <param name="Network">The network looked at.</param>
/// <param name="Buses">Buses.</param>
/// <param name="Branches">Lines and transformers.</param>
/// <param name="Generators">Generators.</param>
/// <param name="DcLines">DC lines.</param>
/// <param name="Balance">Demand and supply of the whole.</param>
/// <param name="Islands">Islands, the largest first.</param>
/// <param name="Oddities">What is odd, by kind and then in the order of the file.</param>
public sealed record NetworkCheck(
    Network Network,
    ElementCount Buses,
    ElementCount Branches,
    ElementCount Generators,
    ElementCount DcLines,
    PowerBalance Balance,
    IReadOnlyList<IslandSummary> Islands,
    IReadOnlyList<Oddity> Oddities)
{
    /// <summary>Looks a network over as its file has it.</summary>
    public static NetworkCheck Of(Network network)
    {
        var state = new GridState(network);
        var islands = new Islands(state);
        var balances = Balances(state, islands);
        var summaries = Enumerable.Range(0, islands.Count)
            .Select(i => new IslandSummary(network.Buses[islands.Buses(i)[0]].Id, islands.Buses(i).Count, balances[i]))
            .ToList();
        return new NetworkCheck(
            network,
            new ElementCount(network.Buses.Count, state.BusesOn.Count()),
            new ElementCount(network.Branches.Count, state.BranchesOn.Count()),
            new ElementCount(network.Generators.Count, state.GeneratorsOn.Count()),
            new ElementCount(network.DcLines.Count, state.DcLinesOn.Count()),
            Sum(balances),
            [.. summaries.OrderByDescending(island => island.BusCount)],
            OddityFinder.Find(state, islands, summaries));
    }

    private static PowerBalance[] Balances(GridState state, Islands islands)
    {
        var network = state.Network;
        var balances = new PowerBalance[islands.Count];
        foreach (var bus in state.BusesOn)
        {
            ref var of = ref balances[islands.Of(network.IndexOf(bus.Id))];
            var injection = Math.Max(0, -bus.DemandMegawatts) + Math.Max(0, -bus.ShuntMegawatts);
            of = of with
            {
                DemandMegawatts = of.DemandMegawatts + Math.Max(0, bus.DemandMegawatts),
                InjectionMegawatts = of.InjectionMegawatts + injection,
            };
        }
        foreach (var generator in state.GeneratorsOn)
        {
            ref var of = ref balances[islands.Of(network.IndexOf(generator.Bus))];
            of = of with { CapacityMegawatts = of.CapacityMegawatts + Math.Max(0, generator.MaxMegawatts) };
        }
        foreach (var line in state.DcLinesOn)
        {
            AddImport(line.From, -line.MinMegawatts);
            AddImport(line.To, line.MaxMegawatts);
        }
        return balances;

        void AddImport(int bus, double most)
        {
            ref var of = ref balances[islands.Of(network.IndexOf(bus))];
            of = of with { DcImportMegawatts = of.DcImportMegawatts + Math.Max(0, most) };
        }
    }

    private static PowerBalance Sum(PowerBalance[] balances) => new(
        balances.Sum(b => b.DemandMegawatts),
        balances.Sum(b => b.CapacityMegawatts),
        balances.Sum(b => b.InjectionMegawatts),
        0);
}

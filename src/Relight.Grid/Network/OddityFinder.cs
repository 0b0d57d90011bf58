using System.Globalization;
using Relight.Grid.Flow;

namespace Relight.Grid;

/// <summary>Looks for what is odd about the elements in service of a network.</summary>
internal static class OddityFinder
{
    private const double LowestTap = 0.8;
    private const double HighestTap = 1.25;
    private const double LeastReactance = 1e-4;
    private const double VoltageDifference = 0.1;

    public static IReadOnlyList<Oddity> Find(GridState state, Islands islands, IReadOnlyList<IslandSummary> summaries)
    {
        IEnumerable<Oddity> all =
        [
            .. summaries.SelectMany(OfIsland),
            .. OfReferences(state, islands),
            .. OfConnections(state),
            .. state.BusesOn.SelectMany(OfBus),
            .. state.BranchesOn.SelectMany(branch => OfBranch(state.Network, branch)),
            .. ParallelBranches(state),
            .. state.GeneratorsOn.SelectMany(OfGenerator),
        ];
        return [.. all.OrderBy(oddity => oddity.Kind)];
    }

    private static IEnumerable<Oddity> OfIsland(IslandSummary island)
    {
        var (demand, supply) = (island.Balance.DemandMegawatts, island.Balance.SupplyMegawatts);
        if (demand > 0 && supply == 0)
            yield return At(OddityKind.IslandWithoutSupply, island.FirstBus, demand,
                $"its island of {island.BusCount} buses has a demand of {Text(demand)} MW and nothing to feed it");
        else if (demand > supply)
            yield return At(OddityKind.DemandAboveSupply, island.FirstBus, demand,
                $"its island of {island.BusCount} buses has a demand of {Text(demand)} MW and at most {Text(supply)} MW to feed it");
    }

    private static IEnumerable<Oddity> OfReferences(GridState state, Islands islands)
    {
        var network = state.Network;
        var references = state.BusesOn.Where(bus => bus.Type == BusType.Reference).ToList();
        if (references.Count == 0)
            yield return new Oddity(OddityKind.NoReference, null, null, "no bus in service is a reference (type 3)");
        foreach (var group in references.GroupBy(bus => islands.Of(network.IndexOf(bus.Id))).Where(group => group.Count() > 1))
            foreach (var bus in group.Skip(1))
                yield return At(OddityKind.SeveralReferences, bus.Id, group.Count(), $"one of {group.Count()} references of its island, the first is bus:{group.First().Id}");
        var fed = state.GeneratorsOn.Select(generator => generator.Bus).ToHashSet();
        foreach (var bus in references.Where(bus => !fed.Contains(bus.Id)))
            yield return At(OddityKind.ReferenceWithoutGenerator, bus.Id, null, "a reference without generator in service");
    }

    private static IEnumerable<Oddity> OfConnections(GridState state)
    {
        var joined = state.BranchesOn.SelectMany(branch => new[] { branch.From, branch.To }).ToHashSet();
        return state.BusesOn.Where(bus => !joined.Contains(bus.Id))
            .Select(bus => At(OddityKind.BusWithoutBranch, bus.Id, bus.DemandMegawatts, $"no closed branch; demand {Text(bus.DemandMegawatts)} MW"));
    }

    private static IEnumerable<Oddity> OfBus(Bus bus)
    {
        if (bus.DemandMegawatts < 0)
            yield return At(OddityKind.NegativeLoad, bus.Id, bus.DemandMegawatts, $"a negative load, {Text(bus.DemandMegawatts)} MW, is an injection");
        if (bus.BaseKilovolts <= 0)
            yield return At(OddityKind.NoBaseVoltage, bus.Id, bus.BaseKilovolts, "its nominal voltage is not given");
        if (bus.MinVoltage > bus.MaxVoltage)
            yield return At(OddityKind.VoltageLimitsCrossed, bus.Id, bus.MinVoltage,
                $"its lowest voltage, {Text(bus.MinVoltage)}, is above its highest, {Text(bus.MaxVoltage)} p.u.");
    }

    private static IEnumerable<Oddity> OfBranch(Network network, Branch branch)
    {
        if (branch.RatingMegavoltAmperes == 0)
            yield return On(OddityKind.NoRating, null, "no rating; nothing limits its flow");
        if (branch.Reactance < 0)
            yield return On(OddityKind.NegativeReactance, branch.Reactance, $"its reactance is negative, {Text(branch.Reactance)} p.u.");
        if (Math.Abs(branch.Reactance) < LeastReactance)
            yield return On(OddityKind.TinyReactance, branch.Reactance, $"its reactance is very small, {Text(branch.Reactance)} p.u.");
        if (branch.Ratio is < LowestTap or > HighestTap)
            yield return On(OddityKind.TapOutOfRange, branch.Tap, $"its tap ratio, {Text(branch.Tap)}, is outside {Text(LowestTap)} to {Text(HighestTap)}");
        var from = network.Buses[network.IndexOf(branch.From)].BaseKilovolts;
        var to = network.Buses[network.IndexOf(branch.To)].BaseKilovolts;
        if (branch.Tap == 0 && from > 0 && to > 0 && Math.Abs(from - to) > VoltageDifference * Math.Min(from, to))
            yield return On(OddityKind.VoltagesDifferWithoutTap, null, $"joins {Text(from)} kV and {Text(to)} kV without a tap ratio");

        Oddity On(OddityKind kind, double? value, string text) => new(kind, new ElementId(ElementKind.Branch, branch.Row), value, text);
    }

    private static IEnumerable<Oddity> ParallelBranches(GridState state) =>
        from pair in state.BranchesOn.GroupBy(branch => (Math.Min(branch.From, branch.To), Math.Max(branch.From, branch.To)))
        where pair.Count() > 1
        from branch in pair.Skip(1)
        orderby branch.Row
        select new Oddity(OddityKind.ParallelBranch, new ElementId(ElementKind.Branch, branch.Row), pair.Count(),
            $"one of {pair.Count()} branches between the same buses, the first is branch:{pair.First().Row}");

    private static IEnumerable<Oddity> OfGenerator(Generator generator)
    {
        if (generator.MaxMegawatts <= 0)
            yield return new Oddity(OddityKind.NoCapacity, new ElementId(ElementKind.Generator, generator.Row), generator.MaxMegawatts,
                $"its highest output is {Text(generator.MaxMegawatts)} MW");
    }

    private static Oddity At(OddityKind kind, int bus, double? value, string text) => new(kind, new ElementId(ElementKind.Bus, bus), value, text);

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}

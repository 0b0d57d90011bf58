using System.Globalization;
using Relight.Grid;

namespace Relight.Plans;

/// <summary>Names of the elements of a network, made of the names of its buses, for networks whose files name nothing else.</summary>
internal static class GridNames
{
    /// <summary>The name of a bus as its file has it; <c>bus:7</c> where it has none.</summary>
    public static string OfBus(Network network, int bus) =>
        network.Buses[network.IndexOf(bus)].Name is { } name && !string.IsNullOrWhiteSpace(name) ? name.Trim() : $"{new ElementId(ElementKind.Bus, bus)}";

    /// <summary>
    /// The elements of a network by the names of its buses: <c>Harbour</c>, <c>Old town – Harbour, 110 kV</c>,
    /// <c>Power plant (gen:1)</c>. What would have the name of another has its element behind it.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="buses">Names of its buses.</param>
    public static IReadOnlyList<ElementName> Of(Network network, IReadOnlyDictionary<int, string> buses)
    {
        var named = network.Buses.Select(bus => new ElementName(new ElementId(ElementKind.Bus, bus.Id), buses[bus.Id]))
            .Concat(network.Branches.Select(branch => new ElementName(
                new ElementId(ElementKind.Branch, branch.Row), $"{buses[branch.From]} – {buses[branch.To]}{Voltage(network, branch)}")))
            .ToList();
        var often = named.GroupBy(one => one.Name, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. named.Select(one => often.Contains(one.Name) ? one with { Name = $"{one.Name} ({one.Element})" } : one),
            .. network.Generators.Select(generator => new ElementId(ElementKind.Generator, generator.Row))
                .Select(element => new ElementName(element, $"{buses[network.Generators[element.Number - 1].Bus]} ({element})")),
        ];
    }

    private static string Voltage(Network network, Branch branch)
    {
        var (from, to) = (network.Buses[network.IndexOf(branch.From)].BaseKilovolts, network.Buses[network.IndexOf(branch.To)].BaseKilovolts);
        return (from, to) switch
        {
            ( <= 0, _) or (_, <= 0) => "",
            _ when from == to => string.Create(CultureInfo.InvariantCulture, $", {from:0.###} kV"),
            _ => string.Create(CultureInfo.InvariantCulture, $", {Math.Max(from, to):0.###}/{Math.Min(from, to):0.###} kV"),
        };
    }
}

namespace Relight.Grid.Flow;

/// <summary>
/// What of a network is switched on. An element is on if its file has it in service, it is not named as out, and no bus
/// that it hangs on is out. Immutable; by position in the lists of <see cref="Network"/>.
/// </summary>
public sealed class GridState
{
    private readonly bool[] _buses;
    private readonly bool[] _branches;
    private readonly bool[] _generators;
    private readonly bool[] _dcLines;

    /// <summary>The network as its file has it, less the elements named.</summary>
    /// <param name="network">The network.</param>
    /// <param name="without">Elements that are damaged or open; a bus takes with it everything attached.</param>
    /// <exception cref="KeyNotFoundException">The network has no such element.</exception>
    public GridState(Network network, IEnumerable<ElementId>? without = null)
    {
        Network = network;
        var outs = new HashSet<ElementId>(without ?? []);
        foreach (var element in outs)
            if (!network.Contains(element))
                throw new KeyNotFoundException($"{element} is not an element of {network.Name}");
        _buses = [.. network.Buses.Select(bus => bus.Type != BusType.Isolated && !outs.Contains(new(ElementKind.Bus, bus.Id)))];
        _branches = [.. network.Branches.Select(branch => branch.InService
            && !outs.Contains(new(ElementKind.Branch, branch.Row)) && At(branch.From) && At(branch.To))];
        _generators = [.. network.Generators.Select(generator => generator.InService
            && !outs.Contains(new(ElementKind.Generator, generator.Row)) && At(generator.Bus))];
        _dcLines = [.. network.DcLines.Select(line => line.InService && At(line.From) && At(line.To))];

        bool At(int busId) => _buses[network.IndexOf(busId)];
    }

    /// <summary>The network this is a state of.</summary>
    public Network Network { get; }

    /// <summary>True where the bus at this position is on.</summary>
    public bool BusIsOn(int index) => _buses[index];

    /// <summary>True where the branch at this position is closed and both its buses are on.</summary>
    public bool BranchIsOn(int index) => _branches[index];

    /// <summary>True where the generator at this position and its bus are on.</summary>
    public bool GeneratorIsOn(int index) => _generators[index];

    /// <summary>True where the DC line at this position and both its buses are on.</summary>
    public bool DcLineIsOn(int index) => _dcLines[index];

    /// <summary>Buses that are on, in the order of the network.</summary>
    public IEnumerable<Bus> BusesOn => Network.Buses.Where((_, i) => _buses[i]);

    /// <summary>Branches that are on.</summary>
    public IEnumerable<Branch> BranchesOn => Network.Branches.Where((_, i) => _branches[i]);

    /// <summary>Generators that are on.</summary>
    public IEnumerable<Generator> GeneratorsOn => Network.Generators.Where((_, i) => _generators[i]);

    /// <summary>DC lines that are on.</summary>
    public IEnumerable<DcLine> DcLinesOn => Network.DcLines.Where((_, i) => _dcLines[i]);
}

using Relight.Grid;

namespace Relight.Restoration;

/// <summary>Which elements of a network are in service at one time, and the islands that they make.</summary>
internal sealed class GridState
{
    private readonly Network _network;
    private readonly bool[] _bus;
    private readonly bool[] _branch;
    private readonly bool[] _generator;
    private readonly bool[] _direct;
    private readonly bool[] _reference;

    /// <summary>The state of a network with some elements out besides those that its file takes out. A bus takes with it what hangs on it.</summary>
    public GridState(Network network, IReadOnlySet<ElementId> outOfService)
    {
        _network = network;
        _bus = [.. network.Buses.Select(b => b.Type != BusType.Isolated && !outOfService.Contains(new(ElementKind.Bus, b.Id)))];
        _branch = [.. network.Branches.Select(b =>
            b.InService && HasBus(b.From) && HasBus(b.To) && !outOfService.Contains(new(ElementKind.Branch, b.Row)))];
        _generator = [.. network.Generators.Select(g =>
            g.InService && HasBus(g.Bus) && !outOfService.Contains(new(ElementKind.Generator, g.Row)))];
        _direct = [.. network.DcLines.Select(d => d.InService && HasBus(d.From) && HasBus(d.To))];
        var island = Join(direct: false);
        _reference = [.. island.Select((root, bus) => root == bus)];
    }

    /// <summary>A bus, branch or generator by its index in the network's list.</summary>
    public readonly record struct Place(ElementKind Kind, int Index);

    /// <summary>True where the element is in service.</summary>
    public bool IsIn(Place place) => place.Kind switch
    {
        ElementKind.Bus => _bus[place.Index],
        ElementKind.Branch => _branch[place.Index],
        _ => _generator[place.Index],
    };

    /// <summary>True where the direct-current line with this index is in service.</summary>
    public bool IsDirectIn(int index) => _direct[index];

    /// <summary>True for one bus of each island; a bus out of service is an island of its own.</summary>
    public bool IsReference(int bus) => _reference[bus];

    /// <summary>The groups of buses in service that exchange power over branches or direct-current lines.</summary>
    public IEnumerable<IReadOnlyList<int>> Groups()
    {
        var root = Join(direct: true);
        return Enumerable.Range(0, _bus.Length).Where(bus => _bus[bus]).GroupBy(bus => root[bus]).Select(group => group.ToList());
    }

    private bool HasBus(int id) => _bus[_network.IndexOf(id)];

    /// <summary>Joins buses over what is in service between them; gives for each the first of its group.</summary>
    private int[] Join(bool direct)
    {
        var root = Enumerable.Range(0, _bus.Length).ToArray();
        int Find(int bus)
        {
            while (root[bus] != bus)
                bus = root[bus] = root[root[bus]];
            return bus;
        }
        var joined = _network.Branches.Where((_, i) => _branch[i]).Select(b => (b.From, b.To));
        if (direct)
            joined = joined.Concat(_network.DcLines.Where((_, i) => _direct[i]).Select(d => (d.From, d.To)));
        foreach (var (from, to) in joined)
        {
            var (a, b) = (Find(_network.IndexOf(from)), Find(_network.IndexOf(to)));
            root[Math.Max(a, b)] = Math.Min(a, b);
        }
        return [.. root.Select((_, bus) => Find(bus))];
    }
}

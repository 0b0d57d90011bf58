using System.Collections.Frozen;

namespace Relight.Grid;

/// <summary>
/// A power network as MATPOWER v2 defines it. Immutable; elements keep the order and the rows of their file,
/// those out of service included. Every bus number that a branch, generator or DC line names exists here.
/// </summary>
public sealed class Network
{
    private readonly FrozenDictionary<int, int> _busIndex;

    /// <summary>Makes a network of elements that have been checked against one another.</summary>
    /// <exception cref="ArgumentException">
    /// A bus number stands twice, rows do not count from 1, or an element names a bus that is not there: the importer
    /// must have reported it before.
    /// </exception>
    public Network(
        string name,
        double baseMegavoltAmperes,
        IReadOnlyList<Bus> buses,
        IReadOnlyList<Branch> branches,
        IReadOnlyList<Generator> generators,
        IReadOnlyList<DcLine>? dcLines = null)
    {
        Name = name;
        BaseMegavoltAmperes = baseMegavoltAmperes;
        Buses = buses;
        Branches = branches;
        Generators = generators;
        DcLines = dcLines ?? [];
        _busIndex = buses.Select((bus, index) => (bus.Id, index)).ToFrozenDictionary(p => p.Id, p => p.index);
        RequireRows(branches.Select(b => b.Row), nameof(branches));
        RequireRows(generators.Select(g => g.Row), nameof(generators));
        RequireRows(DcLines.Select(d => d.Row), nameof(dcLines));
        var named = branches.SelectMany(b => new[] { b.From, b.To })
            .Concat(generators.Select(g => g.Bus))
            .Concat(DcLines.SelectMany(d => new[] { d.From, d.To }));
        foreach (var id in named)
            if (!_busIndex.ContainsKey(id))
                throw new ArgumentException($"bus {id} does not exist", nameof(buses));
    }

    /// <summary>Name of the case.</summary>
    public string Name { get; }

    /// <summary>MVA base of the per-unit system; positive.</summary>
    public double BaseMegavoltAmperes { get; }

    /// <summary>Buses in the order of the file.</summary>
    public IReadOnlyList<Bus> Buses { get; }

    /// <summary>Branches; the one of row r stands at r − 1.</summary>
    public IReadOnlyList<Branch> Branches { get; }

    /// <summary>Generators; the one of row r stands at r − 1.</summary>
    public IReadOnlyList<Generator> Generators { get; }

    /// <summary>Direct-current lines; the one of row r stands at r − 1.</summary>
    public IReadOnlyList<DcLine> DcLines { get; }

    /// <summary>Place in <see cref="Buses"/> of the bus with this number.</summary>
    /// <exception cref="KeyNotFoundException">There is no such bus.</exception>
    public int IndexOf(int busId) => _busIndex[busId];

    /// <summary>True where a bus has this number.</summary>
    public bool HasBus(int busId) => _busIndex.ContainsKey(busId);

    /// <summary>True where this names an element of the network, in service or not.</summary>
    public bool Contains(ElementId element) => element.Kind switch
    {
        ElementKind.Bus => HasBus(element.Number),
        ElementKind.Branch => element.Number <= Branches.Count,
        ElementKind.Generator => element.Number <= Generators.Count,
        _ => false,
    };

    /// <summary>
    /// True where the file has the element in service: not switched off itself, and no bus that it hangs on is of
    /// type <see cref="BusType.Isolated"/>.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The network has no such element.</exception>
    public bool IsInService(ElementId element)
    {
        if (!Contains(element))
            throw new KeyNotFoundException($"{element} is not an element of {Name}");
        return element.Kind switch
        {
            ElementKind.Bus => BusInService(element.Number),
            ElementKind.Branch => Branches[element.Number - 1] is { InService: true } branch
                && BusInService(branch.From) && BusInService(branch.To),
            _ => Generators[element.Number - 1] is { InService: true } generator && BusInService(generator.Bus),
        };
    }

    private bool BusInService(int busId) => Buses[IndexOf(busId)].Type != BusType.Isolated;

    private static void RequireRows(IEnumerable<int> rows, string name)
    {
        if (!rows.Select((row, index) => row == index + 1).All(inPlace => inPlace))
            throw new ArgumentException("rows must count from 1", name);
    }
}

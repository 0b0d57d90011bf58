namespace Relight.Grid.Flow;

/// <summary>
/// The islands of a grid state: buses that closed branches hold together. DC lines do not join islands, because the two
/// ends of one need not run at the same frequency. Numbered from 0 in the order of their first bus.
/// </summary>
public sealed class Islands
{
    /// <summary>Island of a bus that is out of service.</summary>
    public const int None = -1;

    private readonly int[] _islandOf;
    private readonly int[][] _buses;

    /// <summary>Finds the islands of a state.</summary>
    public Islands(GridState state)
    {
        var network = state.Network;
        var parent = Enumerable.Range(0, network.Buses.Count).ToArray();
        for (var i = 0; i < network.Branches.Count; i++)
            if (state.BranchIsOn(i))
                parent[Root(parent, network.IndexOf(network.Branches[i].From))] = Root(parent, network.IndexOf(network.Branches[i].To));
        var numbers = new Dictionary<int, int>();
        _islandOf = new int[parent.Length];
        for (var i = 0; i < parent.Length; i++)
        {
            _islandOf[i] = None;
            if (!state.BusIsOn(i))
                continue;
            var root = Root(parent, i);
            if (!numbers.TryGetValue(root, out var number))
                numbers[root] = number = numbers.Count;
            _islandOf[i] = number;
        }
        _buses = Grouped(_islandOf, numbers.Count);
    }

    /// <summary>Number of islands.</summary>
    public int Count => _buses.Length;

    /// <summary>Island of the bus at this position; <see cref="None"/> where it is out of service.</summary>
    public int Of(int busIndex) => _islandOf[busIndex];

    /// <summary>Positions of the buses of an island, rising.</summary>
    public IReadOnlyList<int> Buses(int island) => _buses[island];

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    }

    private static int[][] Grouped(int[] islandOf, int count)
    {
        var groups = new List<int>[count];
        for (var i = 0; i < count; i++)
            groups[i] = [];
        for (var i = 0; i < islandOf.Length; i++)
            if (islandOf[i] != None)
                groups[islandOf[i]].Add(i);
        return [.. groups.Select(group => group.ToArray())];
    }
}

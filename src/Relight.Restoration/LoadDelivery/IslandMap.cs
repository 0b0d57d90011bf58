namespace Relight.Restoration.LoadDelivery;

/// <summary>
/// The islands of a grid state, and the groups of islands that DC lines tie together. One bus of each island, the one
/// eliminated last, is its reference.
/// </summary>
internal sealed class IslandMap
{
    private readonly DeliveryModel _model;
    private readonly int[] _island, _order, _parent;
    private readonly bool[] _reference;
    private readonly List<(int Start, int End, int Reference)> _islands = [];
    private readonly List<int> _changed = [];

    public IslandMap(DeliveryModel model)
    {
        _model = model;
        _island = new int[model.BusCount];
        _order = new int[model.BusCount];
        _parent = new int[model.BusCount];
        _reference = new bool[model.BusCount];
    }

    /// <summary>The islands: their buses as a stretch of <see cref="Buses"/>, and the reference bus.</summary>
    public IReadOnlyList<(int Start, int End, int Reference)> Islands => _islands;

    /// <summary>Buses that are up, island by island.</summary>
    public ReadOnlySpan<int> Buses => _order;

    /// <summary>Buses that became a reference, or ceased to be one, with the last <see cref="Find"/>.</summary>
    public IReadOnlyList<int> ReferenceChanges => _changed;

    /// <summary>Number of the island of a bus that is up; −1 for one that is down.</summary>
    public int IslandOf(int bus) => _island[bus];

    /// <summary>True where the bus is pinned to angle zero: a reference, or not up.</summary>
    public bool IsPinned(int bus) => _island[bus] < 0 || _islands[_island[bus]].Reference == bus;

    /// <summary>Finds the islands of the buses and branches that are up.</summary>
    public void Find(bool[] busUp, bool[] branchUp)
    {
        _islands.Clear();
        Array.Fill(_island, -1);
        var position = _model.Pattern.Position;
        var end = 0;
        for (var seed = 0; seed < busUp.Length; seed++)
        {
            if (!busUp[seed] || _island[seed] >= 0)
                continue;
            var start = end;
            var reference = seed;
            _island[seed] = _islands.Count;
            _order[end++] = seed;
            for (var next = start; next < end; next++)
            {
                var bus = _order[next];
                if (position[bus] > position[reference])
                    reference = bus;
                for (var a = _model.AdjacencyStart[bus]; a < _model.AdjacencyStart[bus + 1]; a++)
                {
                    var branch = _model.AdjacencyBranch[a];
                    var other = _model.BranchFrom[branch] ^ _model.BranchTo[branch] ^ bus;
                    if (!branchUp[branch] || _island[other] >= 0)
                        continue;
                    _island[other] = _islands.Count;
                    _order[end++] = other;
                }
            }
            _islands.Add((start, end, reference));
        }
        NoteReferenceChanges();
    }

    /// <summary>Islands by group: those that DC lines tie together, directly or through others, in one.</summary>
    public IEnumerable<(List<int> Islands, List<int> DcLines)> DcGroups()
    {
        for (var i = 0; i < _islands.Count; i++)
            _parent[i] = i;
        for (var d = 0; d < _model.DcFrom.Length; d++)
            if (Ties(d))
                _parent[Root(_island[_model.DcFrom[d]])] = Root(_island[_model.DcTo[d]]);
        var groups = new SortedDictionary<int, (List<int> Islands, List<int> DcLines)>();
        for (var i = 0; i < _islands.Count; i++)
        {
            if (!groups.TryGetValue(Root(i), out var group))
                groups[Root(i)] = group = ([], []);
            group.Islands.Add(i);
        }
        for (var d = 0; d < _model.DcFrom.Length; d++)
            if (Ties(d))
                groups[Root(_island[_model.DcFrom[d]])].DcLines.Add(d);
        return groups.Values;
    }

    private bool Ties(int line) => _island[_model.DcFrom[line]] >= 0 && _island[_model.DcTo[line]] >= 0;

    private int Root(int island)
    {
        while (_parent[island] != island)
            island = _parent[island] = _parent[_parent[island]];
        return island;
    }

    private void NoteReferenceChanges()
    {
        _changed.Clear();
        for (var bus = 0; bus < _reference.Length; bus++)
        {
            var pinned = IsPinned(bus);
            if (pinned == _reference[bus])
                continue;
            _reference[bus] = pinned;
            _changed.Add(bus);
        }
    }
}

namespace Relight.Restoration.LoadDelivery;

/// <summary>
/// The islands of a grid state, and the groups of islands that DC lines tie together, kept from one state to the next:
/// a branch that closes joins two islands, one that opens has its own searched anew, all others stay as they are.
/// </summary>
internal sealed class IslandMap
{
    private readonly DeliveryModel _model;
    private readonly GridSwitches _switches;
    private readonly Island?[] _islandOf;
    private readonly bool[] _isTouched;
    private readonly List<int> _touched = [], _loose = [];
    private readonly List<Island> _changed = [];
    private readonly Stack<Island> _spare = [];
    private readonly List<int> _ways = [];

    public IslandMap(DeliveryModel model, GridSwitches switches)
    {
        _model = model;
        _switches = switches;
        _islandOf = new Island?[model.BusCount];
        _isTouched = new bool[model.BusCount];
    }

    /// <summary>Island of a bus; null where it is down.</summary>
    public Island? Of(int bus) => _islandOf[bus];

    /// <summary>True where the bus is pinned to angle zero: a reference, or not up.</summary>
    public bool IsPinned(int bus) => _islandOf[bus] is not { } island || island.Reference == bus;

    /// <summary>Islands in which something changed with the last <see cref="Update"/>.</summary>
    public IReadOnlyList<Island> Changed => _changed;

    /// <summary>Buses whose row of the susceptance matrix may have changed with the last <see cref="Update"/>.</summary>
    public IReadOnlyList<int> Touched => _touched;

    /// <summary>Follows the switches.</summary>
    public void Update()
    {
        foreach (var island in _changed)
            island.IsChanged = false;
        _changed.Clear();
        foreach (var bus in _touched)
            _isTouched[bus] = false;
        _touched.Clear();
        _loose.Clear();

        foreach (var branch in _switches.Opened)
        {
            TouchEnds(branch);
            Dissolve(_model.BranchFrom[branch]);
            Dissolve(_model.BranchTo[branch]);
        }
        foreach (var bus in _switches.Fallen)
        {
            Touch(bus);
            Dissolve(bus);
        }
        _loose.AddRange(_switches.Risen);
        foreach (var bus in _loose)
            if (_switches.BusUp[bus] && _islandOf[bus] is null)
                Search(bus);
        foreach (var branch in _switches.Closed)
        {
            TouchEnds(branch);
            Join(_model.BranchFrom[branch], _model.BranchTo[branch]);
        }
        foreach (var bus in _switches.Supply)
            if (_islandOf[bus] is { } island)
                Change(island);
        _changed.RemoveAll(island => island.Buses.IsEmpty);
    }

    /// <summary>Islands that are up by group: those that DC lines tie together, directly or through others, in one.</summary>
    public IEnumerable<(List<Island> Islands, int[] DcLines)> DcGroups()
    {
        var islands = _islandOf.OfType<Island>().Distinct().ToList();
        var parent = islands.ToDictionary(i => i, i => i);
        Island Root(Island island)
        {
            while (parent[island] != island)
                island = parent[island];
            return island;
        }
        var lines = Enumerable.Range(0, _model.DcFrom.Length)
            .Where(d => _islandOf[_model.DcFrom[d]] is not null && _islandOf[_model.DcTo[d]] is not null).ToList();
        foreach (var d in lines)
            parent[Root(_islandOf[_model.DcFrom[d]]!)] = Root(_islandOf[_model.DcTo[d]]!);
        var linesOf = lines.ToLookup(d => Root(_islandOf[_model.DcFrom[d]]!));
        return islands.GroupBy(Root).Select(g => (g.ToList(), linesOf[g.Key].ToArray()));
    }

    private void TouchEnds(int branch)
    {
        Touch(_model.BranchFrom[branch]);
        Touch(_model.BranchTo[branch]);
    }

    private void Touch(int bus)
    {
        if (_isTouched[bus])
            return;
        _isTouched[bus] = true;
        _touched.Add(bus);
    }

    private void Change(Island island)
    {
        if (island.IsChanged)
            return;
        island.IsChanged = true;
        _changed.Add(island);
    }

    /// <summary>Takes the island of a bus apart.</summary>
    private void Dissolve(int bus)
    {
        if (_islandOf[bus] is not { } island)
            return;
        Touch(island.Reference);
        foreach (var member in island.Buses)
        {
            _islandOf[member] = null;
            _loose.Add(member);
        }
        Drop(island);
    }

    /// <summary>Makes an island of a loose bus and all loose ones that it is joined to.</summary>
    private void Search(int seed)
    {
        var island = _spare.TryPop(out var spare) ? spare : new Island();
        island.Add(seed);
        _islandOf[seed] = island;
        _ways.Clear();
        _ways.Add(seed);
        while (_ways.Count > 0)
        {
            var bus = _ways[^1];
            _ways.RemoveAt(_ways.Count - 1);
            for (var a = _model.AdjacencyStart[bus]; a < _model.AdjacencyStart[bus + 1]; a++)
            {
                var branch = _model.AdjacencyBranch[a];
                var other = _model.BranchFrom[branch] ^ _model.BranchTo[branch] ^ bus;
                if (!_switches.BranchUp[branch] || _islandOf[other] is not null)
                    continue;
                _islandOf[other] = island;
                island.Add(other);
                _ways.Add(other);
            }
        }
        Sort(island);
        Touch(island.Reference);
        Change(island);
    }

    /// <summary>Puts the buses of an island in order; of many, the quickest way is to go through all there are.</summary>
    private void Sort(Island island)
    {
        if (island.Buses.Length < _islandOf.Length / 16)
        {
            island.Sort();
            return;
        }
        island.Clear();
        for (var bus = 0; bus < _islandOf.Length; bus++)
            if (_islandOf[bus] == island)
                island.Add(bus);
    }

    private void Join(int from, int to)
    {
        var (large, small) = (_islandOf[from]!, _islandOf[to]!);
        Change(large);
        if (large == small)
            return;
        if (large.Buses.Length < small.Buses.Length)
            (large, small) = (small, large);
        Change(large);
        Touch(large.Reference);
        Touch(small.Reference);
        foreach (var bus in small.Buses)
            _islandOf[bus] = large;
        large.Absorb(small);
        Drop(small);
    }

    private void Drop(Island island)
    {
        island.Clear();
        _spare.Push(island);
    }
}

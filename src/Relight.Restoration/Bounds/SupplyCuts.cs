using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Bounds;

/// <summary>What a part of the grid can be served at most: megawatts of its own, and through gates.</summary>
/// <param name="Part">The part.</param>
/// <param name="Constant">MW through no gate.</param>
/// <param name="Terms">MW through each gate that is open.</param>
internal sealed record SupplyCut(int Part, double Constant, (int Gate, double Megawatts)[] Terms)
{
    /// <summary>MW by which a part is said to be served more than it can be.</summary>
    public double Violation(double served, ReadOnlySpan<double> open)
    {
        var violation = served - Constant;
        foreach (var (gate, megawatts) in Terms)
            violation -= megawatts * open[gate];
        return violation;
    }
}

/// <summary>
/// Finds sets of elements that all power for one part of the grid has to pass. No more than the part's demand d passes an
/// element for it, nor more than the element carries, u, and nothing where its gate is shut; so the part is served at most
/// Σ min(d, u) · open over the set. What is left out when these sets are not known is that a line is either there or not:
/// a program with parts of repairs takes as small a part of a big line as its load needs. Gates are the repairs, and the
/// two directions of each branch between parts: power passes it in one of them.
/// </summary>
internal sealed class SupplyCuts
{
    private const int Source = 0;

    private readonly DeliveryModel _model;
    private readonly GridParts _parts;
    private readonly double[] _demand;
    private readonly List<int> _to = [], _gate = [];
    private readonly List<double> _most = [];
    private readonly List<int>[] _arcs;
    private readonly int[] _level, _next;
    private double[] _room = [];

    /// <summary>Prepares for a network.</summary>
    public SupplyCuts(DeliveryModel model, GridParts parts)
    {
        (_model, _parts) = (model, parts);
        var nodes = 1 + (2 * parts.Count);
        _arcs = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        (_level, _next) = (new int[nodes], new int[nodes]);
        _demand = new double[parts.Count];
        var own = new double[parts.Count];
        for (var bus = 0; bus < model.BusCount; bus++)
        {
            for (var s = model.SegmentStart[bus]; s < model.SegmentStart[bus + 1]; s++)
                _demand[parts.Of[bus]] += model.SegmentMegawatts[s];
            own[parts.Of[bus]] += model.FixedHigh[bus];
        }
        for (var g = 0; g < model.GeneratorBus.Length; g++)
            if (model.GeneratorRepair[g] < 0)
                own[parts.Of[model.GeneratorBus[g]]] += model.GeneratorHigh[g];
            else
                AddArc(Source, In(parts.Of[model.GeneratorBus[g]]), model.GeneratorHigh[g], model.GeneratorRepair[g]);
        for (var part = 0; part < parts.Count; part++)
        {
            if (own[part] > 0)
                AddArc(Source, In(part), own[part], -1);
            AddArc(In(part), Out(part), double.PositiveInfinity, parts.Repair(part));
        }
        for (var branch = 0; branch < model.BranchCount; branch++)
        {
            Join(model.BranchFrom[branch], model.BranchTo[branch], model.Limit[branch], Forth(branch));
            Join(model.BranchTo[branch], model.BranchFrom[branch], model.Limit[branch], Back(branch));
        }
        for (var d = 0; d < model.DcFrom.Length; d++)
        {
            Join(model.DcFrom[d], model.DcTo[d], Math.Max(0, model.DcHigh[d]), -1);
            Join(model.DcTo[d], model.DcFrom[d], Math.Max(0, -model.DcLow[d]), -1);
        }
    }

    /// <summary>How many gates there are: first the repairs, then the directions of branches.</summary>
    public int Gates => _model.Problem.Repairs.Count + (2 * _model.BranchCount);

    /// <summary>Gate of a branch from its from end to its to end.</summary>
    public int Forth(int branch) => _model.Problem.Repairs.Count + (2 * branch);

    /// <summary>Gate of a branch the other way.</summary>
    public int Back(int branch) => Forth(branch) + 1;

    /// <summary>The tightest limit on what a part can be served with gates open in part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="served">MW that it is said to be served.</param>
    /// <param name="open">How much of each gate is open, 0 to 1.</param>
    /// <returns>A limit below what is served; null where there is none.</returns>
    public SupplyCut? Find(int part, double served, ReadOnlySpan<double> open)
    {
        var demand = _demand[part];
        if (served <= 1e-6 * demand)
            return null;
        if (_room.Length != _to.Count)
            _room = new double[_to.Count];
        for (var arc = 0; arc < _room.Length; arc++)
            _room[arc] = Math.Min(demand, _most[arc]) * (_gate[arc] < 0 ? 1 : open[_gate[arc]]);
        double flow = 0, enough = served - (1e-4 * demand);
        while (flow < enough && FindLevels(Out(part)))
        {
            Array.Clear(_next);
            while (flow < enough && Push(Source, Out(part), double.PositiveInfinity) is > 1e-9 and var pushed)
                flow += pushed;
        }
        return flow >= enough ? null : Cut(part, demand);
    }

    private static int In(int part) => 1 + (2 * part);

    private static int Out(int part) => 2 + (2 * part);

    private void Join(int from, int to, double most, int gate)
    {
        if (_parts.Of[from] != _parts.Of[to])
            AddArc(Out(_parts.Of[from]), In(_parts.Of[to]), most, gate);
    }

    /// <summary>Arcs come in pairs, one to push along and one to push back: the other one of <c>arc</c> is <c>arc ^ 1</c>.</summary>
    private void AddArc(int from, int to, double most, int gate)
    {
        _arcs[from].Add(_to.Count);
        _to.Add(to);
        _most.Add(most);
        _gate.Add(gate);
        _arcs[to].Add(_to.Count);
        _to.Add(from);
        _most.Add(0);
        _gate.Add(gate);
    }

    private bool FindLevels(int sink)
    {
        Array.Fill(_level, -1);
        _level[Source] = 0;
        var queue = new Queue<int>([Source]);
        while (queue.TryDequeue(out var node))
            foreach (var arc in _arcs[node])
                if (_room[arc] > 1e-9 && _level[_to[arc]] < 0)
                {
                    _level[_to[arc]] = _level[node] + 1;
                    queue.Enqueue(_to[arc]);
                }
        return _level[sink] >= 0;
    }

    /// <summary>One more path of Dinic's method (1970).</summary>
    private double Push(int node, int sink, double most)
    {
        if (node == sink)
            return most;
        for (; _next[node] < _arcs[node].Count; _next[node]++)
        {
            var arc = _arcs[node][_next[node]];
            if (_room[arc] <= 1e-9 || _level[_to[arc]] != _level[node] + 1)
                continue;
            var pushed = Push(_to[arc], sink, Math.Min(most, _room[arc]));
            if (pushed <= 1e-9)
                continue;
            _room[arc] -= pushed;
            _room[arc ^ 1] += pushed;
            return pushed;
        }
        return 0;
    }

    /// <summary>The arcs that lead out of what the source still reaches.</summary>
    private SupplyCut Cut(int part, double demand)
    {
        var constant = 0.0;
        var terms = new SortedDictionary<int, double>();
        for (var node = 0; node < _arcs.Length; node++)
            foreach (var arc in _level[node] < 0 ? [] : _arcs[node])
            {
                if (_level[_to[arc]] >= 0 || _most[arc] == 0)
                    continue;
                var most = Math.Min(demand, _most[arc]);
                if (_gate[arc] < 0)
                    constant += most;
                else
                    terms[_gate[arc]] = terms.GetValueOrDefault(_gate[arc]) + most;
            }
        return new SupplyCut(part, constant, [.. terms.Select(t => (t.Key, Math.Min(t.Value, demand - constant)))]);
    }
}

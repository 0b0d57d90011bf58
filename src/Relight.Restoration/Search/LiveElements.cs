using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>
/// Which repairs take part in a grid state: elements of islands that have both something that supplies and something that
/// is supplied. What a state serves does not depend on the others. Told from the connections alone, without load delivery.
/// </summary>
internal sealed class LiveElements
{
    private readonly DeliveryModel _model;
    private readonly int[] _firstBus, _otherBus;
    private readonly bool[] _supplies, _demands;
    private readonly int[][] _generators, _lines;
    private readonly int[] _part;
    private readonly List<int> _buses = [];
    private readonly List<bool> _isLive = [];

    /// <summary>Prepares for a network.</summary>
    public LiveElements(DeliveryModel model)
    {
        _model = model;
        var repairs = model.Problem.Repairs.Count;
        (_firstBus, _otherBus) = (new int[repairs], new int[repairs]);
        Array.Fill(_firstBus, -1);
        Place(model.BusRepair, bus => (bus, bus));
        Place(model.BranchRepair, branch => (model.BranchFrom[branch], model.BranchTo[branch]));
        Place(model.GeneratorRepair, generator => (model.GeneratorBus[generator], model.GeneratorBus[generator]));
        var generators = Enumerable.Range(0, model.GeneratorBus.Length).Where(g => model.GeneratorHigh[g] > 0).ToLookup(g => model.GeneratorBus[g]);
        var lines = Enumerable.Range(0, model.DcFrom.Length).SelectMany(d => new[] { (model.DcFrom[d], model.DcTo[d]), (model.DcTo[d], model.DcFrom[d]) }).ToLookup(l => l.Item1, l => l.Item2);
        _generators = [.. Enumerable.Range(0, model.BusCount).Select(bus => generators[bus].ToArray())];
        _lines = [.. Enumerable.Range(0, model.BusCount).Select(bus => lines[bus].ToArray())];
        _supplies = [.. model.FixedHigh.Select(most => most > 0)];
        _demands = [.. Enumerable.Range(0, model.BusCount).Select(bus => model.SegmentStart[bus + 1] > model.SegmentStart[bus])];
        _part = new int[model.BusCount];
    }

    /// <summary>Looks at a state.</summary>
    public void Enter(RepairSet repaired)
    {
        Array.Fill(_part, -1);
        _isLive.Clear();
        for (var bus = 0; bus < _part.Length; bus++)
            if (_part[bus] < 0 && IsBack(_model.BusRepair[bus], repaired))
                _isLive.Add(Spread(bus, repaired));
    }

    /// <summary>True where a repair that is done takes part in the state looked at.</summary>
    public bool this[int repair] => _firstBus[repair] >= 0 && IsLive(_firstBus[repair]) && IsLive(_otherBus[repair]);

    private bool Spread(int first, RepairSet repaired)
    {
        var part = _isLive.Count;
        bool supply = false, demand = false;
        _buses.Clear();
        Reach(first);
        for (var next = 0; next < _buses.Count; next++)
        {
            var bus = _buses[next];
            demand |= _demands[bus];
            supply |= _supplies[bus];
            foreach (var generator in supply ? [] : _generators[bus])
                supply |= IsBack(_model.GeneratorRepair[generator], repaired);
            for (var a = _model.AdjacencyStart[bus]; a < _model.AdjacencyStart[bus + 1]; a++)
            {
                var branch = _model.AdjacencyBranch[a];
                var other = _model.BranchFrom[branch] ^ _model.BranchTo[branch] ^ bus;
                if (_part[other] < 0 && IsBack(_model.BranchRepair[branch], repaired) && IsBack(_model.BusRepair[other], repaired))
                    Reach(other);
            }
            foreach (var other in _lines[bus])
                if (_part[other] < 0 && IsBack(_model.BusRepair[other], repaired))
                    Reach(other);
        }
        return supply && demand;

        void Reach(int bus)
        {
            _part[bus] = part;
            _buses.Add(bus);
        }
    }

    private void Place(int[] repairOf, Func<int, (int, int)> buses)
    {
        for (var element = 0; element < repairOf.Length; element++)
            if (repairOf[element] is >= 0 and var repair)
                (_firstBus[repair], _otherBus[repair]) = buses(element);
    }

    private bool IsLive(int bus) => _part[bus] >= 0 && _isLive[_part[bus]];

    private static bool IsBack(int repair, RepairSet repaired) => repair < 0 || repaired[repair];
}

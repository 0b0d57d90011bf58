using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>
/// Sets of repairs that belong together: for each bus that is not supplied, and for each generator that is out, the
/// repairs with the least work that join it to a place that has power. Found by Dijkstra's algorithm, with the hours of
/// damaged buses and branches as lengths.
/// </summary>
internal sealed class RestorationPaths(JobBoard board, DeliveryModel model)
{
    private readonly double[] _hours = new double[model.BusCount];
    private readonly int[] _via = new int[model.BusCount];
    private readonly PriorityQueue<int, (double, int)> _queue = new();

    /// <summary>The paths from a state, each set once, in the order of the buses at their ends.</summary>
    public IEnumerable<IReadOnlyList<int>> From(RepairSet repaired)
    {
        Spread(repaired);
        var seen = new HashSet<string>();
        var ends = Enumerable.Range(0, model.BusCount).Select(bus => (Bus: bus, Repair: -1))
            .Concat(Enumerable.Range(0, model.GeneratorBus.Length)
                .Where(g => IsOut(model.GeneratorRepair[g], repaired))
                .Select(g => (Bus: model.GeneratorBus[g], Repair: model.GeneratorRepair[g])));
        foreach (var (bus, repair) in ends)
        {
            if (double.IsInfinity(_hours[bus]))
                continue;
            var path = Back(bus, repaired);
            if (repair >= 0)
                path.Add(repair);
            path = WithPredecessors(path, repaired);
            if (path.Count > 0 && seen.Add(string.Join(',', path.Order())))
                yield return path;
        }
    }

    private static bool IsOut(int repair, RepairSet repaired) => repair >= 0 && !repaired[repair];

    private double HoursOf(int repair, RepairSet repaired) => IsOut(repair, repaired) ? Math.Max(board.Hours[repair], 1e-6) : 0;

    /// <summary>Shortest work from the places that have power: buses with a generator, or the nearest to having one where none has.</summary>
    private void Spread(RepairSet repaired)
    {
        Array.Fill(_hours, double.PositiveInfinity);
        Array.Fill(_via, -1);
        _queue.Clear();
        var supplied = Enumerable.Range(0, model.GeneratorBus.Length)
            .Where(g => model.GeneratorHigh[g] > 0 && !IsOut(model.GeneratorRepair[g], repaired)
                && !IsOut(model.BusRepair[model.GeneratorBus[g]], repaired))
            .Select(g => model.GeneratorBus[g]).ToHashSet();
        if (supplied.Count > 0)
            foreach (var bus in supplied)
                Reach(bus, 0, -1);
        else
            for (var g = 0; g < model.GeneratorBus.Length; g++)
                Reach(
                    model.GeneratorBus[g],
                    HoursOf(model.GeneratorRepair[g], repaired) + HoursOf(model.BusRepair[model.GeneratorBus[g]], repaired),
                    -2 - g);
        while (_queue.TryDequeue(out var bus, out var at))
        {
            if (at.Item1 > _hours[bus])
                continue;
            for (var a = model.AdjacencyStart[bus]; a < model.AdjacencyStart[bus + 1]; a++)
            {
                var branch = model.AdjacencyBranch[a];
                var other = model.BranchFrom[branch] ^ model.BranchTo[branch] ^ bus;
                Reach(
                    other,
                    _hours[bus] + HoursOf(model.BranchRepair[branch], repaired) + HoursOf(model.BusRepair[other], repaired),
                    branch);
            }
        }
    }

    private void Reach(int bus, double hours, int via)
    {
        if (hours >= _hours[bus])
            return;
        (_hours[bus], _via[bus]) = (hours, via);
        _queue.Enqueue(bus, (hours, bus));
    }

    /// <summary>Repairs on the way from a place that has power to a bus, in the order in which they are met.</summary>
    private List<int> Back(int bus, RepairSet repaired)
    {
        var path = new List<int>();
        void Add(int repair)
        {
            if (IsOut(repair, repaired))
                path.Add(repair);
        }
        for (; ; )
        {
            Add(model.BusRepair[bus]);
            var via = _via[bus];
            if (via < 0)
            {
                if (via <= -2)
                    Add(model.GeneratorRepair[-2 - via]);
                break;
            }
            Add(model.BranchRepair[via]);
            bus = model.BranchFrom[via] ^ model.BranchTo[via] ^ bus;
        }
        path.Reverse();
        return path;
    }

    private List<int> WithPredecessors(List<int> path, RepairSet repaired)
    {
        var all = new List<int>();
        void Add(int job)
        {
            if (repaired[job] || all.Contains(job))
                return;
            foreach (var before in board.Before[job])
                Add(before);
            all.Add(job);
        }
        foreach (var job in path)
            Add(job);
        return all;
    }
}

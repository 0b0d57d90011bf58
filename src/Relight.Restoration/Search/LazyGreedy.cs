using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>
/// Much the order of the greedy rule with a small part of its states. What a repair would bring is computed anew where it
/// stands first in the queue, after a neighbour has been repaired, and for all repairs a few times over the order; in
/// between it is taken to be what it was.
/// </summary>
internal sealed class LazyGreedy
{
    // Rounds in which what all repairs bring is computed anew.
    private const int Rounds = 8;

    private readonly JobBoard _board;
    private readonly StateValues _values;
    private readonly Func<bool> _stop;
    private readonly RepairSet _repaired;
    private readonly int[][] _neighbours;
    private readonly int[] _waiting, _placed;
    private readonly double[] _rate;
    private readonly PriorityQueue<int, (double Rate, double Hours, int Job)> _queue = new();
    private UInt128 _key;
    private double _worth;

    private LazyGreedy(JobBoard board, DeliveryModel model, StateValues values, Func<bool> stop)
    {
        (_board, _values, _stop) = (board, values, stop);
        _repaired = new RepairSet(board.Count);
        _neighbours = Neighbours(board.Count, model);
        _waiting = [.. Enumerable.Range(0, board.Count).Select(j => board.Before[j].Length)];
        _placed = new int[board.Count];
        _rate = new double[board.Count];
        _worth = values.Get(_key, _repaired);
    }

    /// <summary>All jobs, each after what it waits for.</summary>
    public static int[] Order(JobBoard board, DeliveryModel model, StateValues values, Func<bool> stop) =>
        new LazyGreedy(board, model, values, stop).Run();

    private int[] Run()
    {
        var after = Enumerable.Range(0, _board.Count).SelectMany(j => _board.Before[j].Select(before => (before, j))).ToLookup(p => p.before, p => p.j);
        var order = new int[_board.Count];
        for (var place = 0; place < order.Length; place++)
        {
            if (place % Math.Max(1, order.Length / Rounds) == 0)
                foreach (var job in Enumerable.Range(0, order.Length).Where(IsOpen))
                    Enqueue(job, place);
            var best = Dequeue(place);
            order[place] = best;
            _repaired[best] = true;
            _key ^= _values.Key(best);
            _worth = _stop() ? _worth : _values.Get(_key, _repaired);
            foreach (var job in after[best])
                _waiting[job]--;
            foreach (var job in after[best].Concat(_neighbours[best]).Where(IsOpen))
                Enqueue(job, place + 1);
        }
        return order;
    }

    private bool IsOpen(int job) => !_repaired[job] && _waiting[job] == 0;

    /// <summary>The first of the queue whose figure is of this state.</summary>
    private int Dequeue(int place)
    {
        while (true)
        {
            _queue.TryDequeue(out var job, out var rank);
            if (!IsOpen(job) || -rank.Rate != _rate[job])
                continue;
            if (_placed[job] == place || _stop())
                return job;
            Enqueue(job, place);
        }
    }

    private void Enqueue(int job, int place)
    {
        if (!_stop())
        {
            _repaired[job] = true;
            _rate[job] = (_values.Get(_key ^ _values.Key(job), _repaired) - _worth) / Math.Max(_board.Hours[job], 1e-6);
            _repaired[job] = false;
        }
        _placed[job] = place;
        _queue.Enqueue(job, (-_rate[job], _board.Hours[job], job));
    }

    /// <summary>For each job those at the buses that its element is at, or that a branch joins to them.</summary>
    private static int[][] Neighbours(int jobs, DeliveryModel model)
    {
        var at = new List<(int Bus, int Job)>();
        for (var bus = 0; bus < model.BusCount; bus++)
            Add(model.BusRepair[bus], bus);
        for (var branch = 0; branch < model.BranchCount; branch++)
            Add(model.BranchRepair[branch], model.BranchFrom[branch], model.BranchTo[branch]);
        for (var generator = 0; generator < model.GeneratorBus.Length; generator++)
            Add(model.GeneratorRepair[generator], model.GeneratorBus[generator]);
        var jobsAt = at.ToLookup(p => p.Bus, p => p.Job);
        var busesOf = at.ToLookup(p => p.Job, p => p.Bus);
        return [.. Enumerable.Range(0, jobs).Select(job => busesOf[job].SelectMany(Near).SelectMany(bus => jobsAt[bus]).Where(j => j != job).Distinct().ToArray())];

        void Add(int repair, params ReadOnlySpan<int> buses)
        {
            foreach (var bus in repair < 0 ? [] : buses)
                at.Add((bus, repair));
        }

        IEnumerable<int> Near(int bus) => model.AdjacencyBranch[model.AdjacencyStart[bus]..model.AdjacencyStart[bus + 1]]
            .Select(branch => model.BranchFrom[branch] ^ model.BranchTo[branch] ^ bus).Append(bus);
    }
}

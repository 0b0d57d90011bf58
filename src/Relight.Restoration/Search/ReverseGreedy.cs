using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>
/// Builds an order from its end: of all that is repaired, what can be missed most easily for each hour of its work comes
/// last. Going backwards sees what going forwards does not: that a line is worth nothing until both ends are back. With a
/// repair goes the work on all that is cut off without it: a bus and the only line to it are missed together. What a
/// repair's absence costs hardly ever falls as more is missing, so a cost found earlier is a bound, and few are computed
/// anew.
/// </summary>
internal sealed class ReverseGreedy
{
    private readonly JobBoard _board;
    private readonly StateValues _values;
    private readonly Func<bool> _stop;
    private readonly LiveElements _live;
    private readonly RepairSet _left;
    private readonly bool[] _isLive;
    private readonly int[] _waiting, _round;
    private readonly PriorityQueue<(int Job, int Round), (double Cost, double Later, int Job)> _queue = new();
    private UInt128 _key;
    private double _worth;

    private ReverseGreedy(JobBoard board, DeliveryModel model, StateValues values, Func<bool> stop)
    {
        (_board, _values, _stop) = (board, values, stop);
        _live = new LiveElements(model);
        _left = new RepairSet(board.Count);
        _isLive = new bool[board.Count];
        _waiting = new int[board.Count];
        _round = new int[board.Count];
        for (var j = 0; j < board.Count; j++)
        {
            _left[j] = true;
            foreach (var before in board.Before[j])
                _waiting[before]++;
        }
        _key = values.Key(_left);
        _worth = values.Get(_key, _left);
    }

    /// <summary>All jobs, each after what it waits for.</summary>
    public static int[] Order(JobBoard board, DeliveryModel model, StateValues values, Func<bool> stop) =>
        new ReverseGreedy(board, model, values, stop).Run();

    private int[] Run()
    {
        Look();
        for (var j = 0; j < _board.Count; j++)
            if (_waiting[j] == 0)
                Enqueue(j, _board.Count, 0);
        var order = new int[_board.Count];
        for (var place = _board.Count - 1; place >= 0; place--)
        {
            var (job, round) = _queue.Dequeue();
            while (round != _round[job] || (round != place && !_stop()))
            {
                if (round == _round[job])
                    Enqueue(job, place, Cost(job));
                (job, round) = _queue.Dequeue();
            }
            order[place] = job;
            _left[job] = false;
            _key ^= _values.Key(job);
            _worth = _stop() ? _worth : _values.Get(_key, _left);
            var cutOff = Look();
            _round[job] = -1;
            foreach (var before in _board.Before[job])
                if (--_waiting[before] == 0)
                    Enqueue(before, place, 0);
            foreach (var other in cutOff)
                if (_waiting[other] == 0)
                    Enqueue(other, place, 0);
        }
        return order;
    }

    private void Enqueue(int job, int round, double cost)
    {
        _round[job] = round;
        _queue.Enqueue((job, round), (cost, -_board.AvailableFrom[job], job));
    }

    /// <summary>Notes what takes part in what is left, and gives what no longer does.</summary>
    private List<int> Look()
    {
        _live.Enter(_left);
        List<int> cutOff = [];
        for (var j = 0; j < _isLive.Length; j++)
        {
            var isLive = _left[j] && _live[j];
            if (_isLive[j] && !isLive && _left[j])
                cutOff.Add(j);
            _isLive[j] = isLive;
        }
        return cutOff;
    }

    /// <summary>MW that are missed without a job for each hour of work on it and on what is cut off without it.</summary>
    private double Cost(int job)
    {
        if (!_isLive[job])
            return 0;
        _left[job] = false;
        var cost = Math.Max(0, _worth - _values.Get(_key ^ _values.Key(job), _left));
        var hours = _board.Hours[job];
        if (cost > 0)
        {
            _live.Enter(_left);
            for (var j = 0; j < _isLive.Length; j++)
                if (_isLive[j] && j != job && !_live[j])
                    hours += _board.Hours[j];
        }
        _left[job] = true;
        return cost / Math.Max(hours, 1e-6);
    }
}

using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>
/// Builds an order from its end: of all that is repaired, what can be missed most easily for each hour of its work comes
/// last. Going backwards sees what going forwards does not: that a line is worth nothing until both ends are back. What a
/// repair's absence costs hardly ever falls as more is missing, so a cost found earlier is a bound, and few are computed
/// anew.
/// </summary>
internal static class ReverseGreedy
{
    /// <summary>All jobs, each after what it waits for.</summary>
    public static int[] Order(JobBoard board, StateValues values, Func<bool> stop)
    {
        var left = new RepairSet(board.Count);
        var waiting = new int[board.Count];
        for (var j = 0; j < board.Count; j++)
        {
            left[j] = true;
            foreach (var before in board.Before[j])
                waiting[before]++;
        }
        var key = values.Key(left);
        var worth = values.Get(key, left);
        var queue = new PriorityQueue<(int Job, int Round), (double Cost, double Later, int Job)>();
        void Enqueue(int job, int round)
        {
            var cost = 0.0;
            if (round >= 0)
            {
                left[job] = false;
                cost = Math.Max(0, worth - values.Get(key ^ values.Key(job), left));
                left[job] = true;
            }
            queue.Enqueue((job, round), (cost / Math.Max(board.Hours[job], 1e-6), -board.AvailableFrom[job], job));
        }

        for (var j = 0; j < board.Count; j++)
            if (waiting[j] == 0)
                Enqueue(j, -1);
        var order = new int[board.Count];
        for (var place = board.Count - 1; place >= 0; place--)
        {
            while (queue.Peek().Round != place && !stop())
                Enqueue(queue.Dequeue().Job, place);
            var job = queue.Dequeue().Job;
            order[place] = job;
            left[job] = false;
            key ^= values.Key(job);
            worth = stop() ? worth : values.Get(key, left);
            foreach (var before in board.Before[job])
                if (--waiting[before] == 0)
                    Enqueue(before, -1);
        }
        return order;
    }
}

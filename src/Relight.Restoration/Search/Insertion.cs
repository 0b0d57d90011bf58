namespace Relight.Restoration.Search;

/// <summary>
/// Improves a candidate by taking out one job after the other and putting it, by itself or with its neighbours in the
/// order, where it leaves least unserved, until a whole round of jobs changes nothing. Where states are dear this gains
/// more with few of them than moves drawn at random, as the places tried for a job share most of their states.
/// </summary>
internal sealed class Insertion(JobBoard board, Evaluation evaluation, Schedule schedule, Random random)
{
    private const double LeastGain = 1e-6;
    private const int LongestBlock = 4;

    /// <summary>Improves a candidate, until nothing can be gained this way or its share of the budget is used.</summary>
    /// <param name="from">Where it starts.</param>
    /// <param name="progress">Share of this run's budget that is used; the run ends at 1.</param>
    public Candidate Run(Candidate from, Func<double> progress)
    {
        var best = from;
        schedule.Place(best.Order, best.Crew);
        evaluation.Unserved(schedule);
        evaluation.Keep(schedule);
        for (var length = 1; length <= LongestBlock && progress() < 1; length++)
        {
            var before = best.Unserved;
            int[] jobs = [.. best.Order];
            random.Shuffle(jobs);
            foreach (var job in jobs)
            {
                if (progress() >= 1)
                    break;
                var place = Array.IndexOf(best.Order, job);
                if (place <= evaluation.KeptActive + (board.Count / 20) && place + length <= board.Count)
                    best = Moved(best, place, length);
            }
            // A gain may have made room for more of the same; longer blocks come once there is none.
            if (best.Unserved < before * (1 - 1e-4))
                length = 0;
        }
        return best;
    }

    /// <summary>The candidate with a block at the best of some places: near ones, and twice as far each time.</summary>
    private Candidate Moved(Candidate from, int place, int length)
    {
        var block = from.Order.AsSpan(place, length).ToArray();
        int[] rest = [.. from.Order.AsSpan(0, place), .. from.Order.AsSpan(place + length)];
        var best = from;
        for (var distance = 1; distance <= rest.Length; distance *= 2)
        {
            Try(place - distance);
            Try(place + distance);
        }
        if (best == from)
            return from;
        schedule.Place(best.Order, best.Crew);
        evaluation.Unserved(schedule);
        evaluation.Keep(schedule);
        return best;

        void Try(int at)
        {
            if (at < 0 || at > rest.Length)
                return;
            int[] order = [.. rest.AsSpan(0, at), .. block, .. rest.AsSpan(at)];
            schedule.Place(order, from.Crew);
            var unserved = evaluation.Unserved(schedule, best.Unserved);
            if (unserved < best.Unserved - LeastGain)
                best = new Candidate(order, from.Crew, unserved);
        }
    }
}

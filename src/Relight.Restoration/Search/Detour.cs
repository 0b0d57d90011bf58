namespace Relight.Restoration.Search;

/// <summary>
/// Leads a candidate out of its valley. A set of repairs that serves more at some hour than the candidate does then is put
/// first, it and the rest in the order that they had, and each job is put where it costs least from there. What an hour
/// could serve is found without regard to the others, so such a set often lies in another valley, a few moves from its floor.
/// </summary>
/// <param name="board">The jobs.</param>
/// <param name="stream">The line of search.</param>
internal sealed class Detour(JobBoard board, SearchStream stream)
{
    private const double LeastMegawatts = 1e-2;

    private readonly HashSet<(UInt128 Set, double Unserved)> _tried = [];

    /// <summary>Tries the sets, those first that serve most more than the best candidate so far.</summary>
    /// <param name="from">Where it starts.</param>
    /// <param name="sets">The sets.</param>
    /// <param name="progress">Share of this run's budget that is used; the run ends at 1.</param>
    /// <returns>The best candidate seen, the start included.</returns>
    public Candidate Run(Candidate from, IReadOnlyCollection<GoodSet> sets, Func<double> progress)
    {
        var best = from;
        while (progress() < 1 && Next(best, sets) is { } set)
        {
            _tried.Add((set.Name, best.Unserved));
            var first = stream.Of([.. best.Order.OrderBy(job => set.Done[job] ? 0 : 1)], best.Crew);
            if (stream.Insert(first, progress) is var found && found.Unserved < best.Unserved)
                best = found;
        }
        return best;
    }

    private GoodSet? Next(Candidate best, IReadOnlyCollection<GoodSet> sets)
    {
        var plan = new Incumbent(board, best, stream.Values);
        return sets
            .Where(set => !_tried.Contains((set.Name, best.Unserved)))
            .Select(set => (Set: set, More: stream.Values.Get(set.Name, set.Done) - plan.ServedAt(set.Hour)))
            .Where(s => s.More > LeastMegawatts)
            .OrderByDescending(s => s.More)
            .Select(s => s.Set)
            .FirstOrDefault();
    }
}

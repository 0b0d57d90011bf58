namespace Relight.Restoration.Search;

/// <summary>
/// Turns a ranking of jobs into an order in which no crew waits for equipment, or for another repair, while there is
/// something that it could do (Giffler and Thompson 1960, non-delay schedules): always, of the jobs that can start first,
/// the one that ranks highest.
/// </summary>
internal static class Dispatch
{
    // Each job is sought among all that are left.
    private const int MostJobs = 3000;

    /// <summary>The jobs of a ranking in the order in which they start; null where there are too many.</summary>
    public static int[]? Order(JobBoard board, IReadOnlyList<int> ranking)
    {
        if (board.Count > MostJobs)
            return null;
        var free = board.CrewFree.ToArray();
        var at = Enumerable.Range(0, free.Length).Select(board.FirstPlace).ToArray();
        var end = new double[board.Count];
        Array.Fill(end, double.PositiveInfinity);
        for (var crew = 0; crew < free.Length; crew++)
            if (board.UnderWay[crew] is >= 0 and var job)
                end[job] = board.Hours[job];
        var left = ranking.Where(job => double.IsInfinity(end[job])).ToList();
        var order = ranking.Where(job => !double.IsInfinity(end[job])).ToList();
        while (left.Count > 0)
        {
            var (place, crew, start) = First(board, left, free, at, end);
            var job = left[place];
            left.RemoveAt(place);
            order.Add(job);
            end[job] = free[crew] = start + board.Hours[job];
            at[crew] = job;
        }
        return [.. order];
    }

    private static (int Place, int Crew, double Start) First(
        JobBoard board, List<int> left, double[] free, int[] at, double[] end)
    {
        var best = (Place: -1, Crew: -1, Start: double.PositiveInfinity);
        var soonest = free.Min();
        for (var place = 0; place < left.Count && best.Start > soonest; place++)
        {
            var job = left[place];
            var ready = board.AvailableFrom[job];
            foreach (var before in board.Before[job])
                ready = Math.Max(ready, end[before]);
            foreach (var crew in board.Crews[job])
                if (Math.Max(ready, free[crew] + board.Travel(at[crew], job)) is var start && start < best.Start)
                    best = (place, crew, start);
        }
        return best;
    }
}

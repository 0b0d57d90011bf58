namespace Relight.Restoration.Search;

/// <summary>
/// Who does which job when. Made from an order of jobs, and for each job the crew that is to do it: every job starts as
/// early as what stands before it in the order allows.
/// </summary>
internal sealed class Schedule
{
    /// <summary>Crew of a job: whoever can start it first.</summary>
    public const int AnyCrew = -1;

    private const int Decimals = 9;

    private readonly JobBoard _board;
    private readonly double[] _crewFree;
    private readonly int[] _crewAt;
    private readonly bool[] _placed;

    /// <summary>An empty schedule for these jobs.</summary>
    public Schedule(JobBoard board)
    {
        _board = board;
        _crewFree = new double[board.CrewFrom.Length];
        _crewAt = new int[board.CrewFrom.Length];
        _placed = new bool[board.Count];
        Crew = new int[board.Count];
        Start = new double[board.Count];
        End = new double[board.Count];
        ByEnd = new int[board.Count];
    }

    /// <summary>Crew of each job.</summary>
    public int[] Crew { get; }

    /// <summary>Hour at which each job starts.</summary>
    public double[] Start { get; }

    /// <summary>Hour at which each job ends.</summary>
    public double[] End { get; }

    /// <summary>The jobs by end, then by number.</summary>
    public int[] ByEnd { get; }

    /// <summary>Places all jobs. A job that waits for others is placed right after the last of them.</summary>
    /// <param name="order">All jobs, each once.</param>
    /// <param name="crew">The crew wanted for each job, or <see cref="AnyCrew"/>.</param>
    public void Place(ReadOnlySpan<int> order, ReadOnlySpan<int> crew)
    {
        Array.Clear(_placed);
        PlaceUnderWay();
        foreach (var job in order)
            PlaceAfterPredecessors(job, crew);
        order.CopyTo(ByEnd);
        SortByEnd();
    }

    /// <summary>
    /// Rounds all hours to nine decimals, so that ends that are the same hour but for the last bits of their sums become
    /// the same number.
    /// </summary>
    public void RoundHours()
    {
        for (var job = 0; job < Start.Length; job++)
            (Start[job], End[job]) = (Math.Round(Start[job], Decimals), Math.Round(End[job], Decimals));
        SortByEnd();
    }

    private void PlaceUnderWay()
    {
        _board.CrewFree.CopyTo(_crewFree, 0);
        for (var crew = 0; crew < _crewAt.Length; crew++)
        {
            _crewAt[crew] = _board.FirstPlace(crew);
            if (_board.UnderWay[crew] is not (>= 0 and var job))
                continue;
            _placed[job] = true;
            (Crew[job], Start[job], End[job]) = (crew, 0, _board.Hours[job]);
        }
    }

    private void PlaceAfterPredecessors(int job, ReadOnlySpan<int> crew)
    {
        if (_placed[job])
            return;
        _placed[job] = true;
        var ready = _board.AvailableFrom[job];
        foreach (var before in _board.Before[job])
        {
            PlaceAfterPredecessors(before, crew);
            ready = Math.Max(ready, End[before]);
        }
        var chosen = crew[job] == AnyCrew ? FirstFree(job, ready) : crew[job];
        Crew[job] = chosen;
        Start[job] = Math.Max(ready, _crewFree[chosen] + _board.Travel(_crewAt[chosen], job));
        End[job] = _crewFree[chosen] = Start[job] + _board.Hours[job];
        _crewAt[chosen] = job;
    }

    /// <summary>The crew that can start first; among those that have to wait anyway, the one that is free last.</summary>
    private int FirstFree(int job, double ready)
    {
        var best = -1;
        double bestStart = 0, bestFree = 0;
        foreach (var crew in _board.Crews[job])
        {
            var free = _crewFree[crew] + _board.Travel(_crewAt[crew], job);
            var start = Math.Max(ready, free);
            if (best < 0 || start < bestStart || (start == bestStart && free > bestFree))
                (best, bestStart, bestFree) = (crew, start, free);
        }
        return best;
    }

    /// <summary>Insertion sort: an order of jobs is nearly an order of ends.</summary>
    private void SortByEnd()
    {
        for (var k = 1; k < ByEnd.Length; k++)
        {
            var job = ByEnd[k];
            var at = k - 1;
            for (; at >= 0 && (End[ByEnd[at]] > End[job] || (End[ByEnd[at]] == End[job] && ByEnd[at] > job)); at--)
                ByEnd[at + 1] = ByEnd[at];
            ByEnd[at + 1] = job;
        }
    }
}

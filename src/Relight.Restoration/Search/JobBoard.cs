using Relight.Grid;

namespace Relight.Restoration.Search;

/// <summary>A problem's repairs and crews as arrays: jobs in the order of the damage list, hours.</summary>
internal sealed class JobBoard
{
    private readonly double[]? _travel;

    /// <summary>Compiles the jobs; <paramref name="problem"/> must have passed its checks.</summary>
    public JobBoard(RestorationProblem problem)
    {
        Problem = problem;
        var repairs = problem.Repairs;
        var place = new Dictionary<ElementId, int>();
        for (var j = 0; j < repairs.Count; j++)
            place[repairs[j].Element] = j;
        Hours = [.. repairs.Select(r => r.Hours)];
        AvailableFrom = [.. repairs.Select(r => r.AvailableFrom)];
        Before = [.. repairs.Select(r => r.After.Select(e => place[e]).Distinct().Order().ToArray())];
        Crews = [.. repairs.Select(r => Enumerable.Range(0, problem.Crews.Count).Where(c => problem.Crews[c].CanDo(r)).ToArray())];
        UnderWay = [.. problem.Crews.Select(c => Enumerable.Range(0, Count).FirstOrDefault(j => repairs[j].UnderWay == c.Name, -1))];
        CrewFrom = [.. problem.Crews.Select((c, i) => UnderWay[i] >= 0 ? 0 : c.AvailableFrom)];
        CrewFree = [.. problem.Crews.Select((c, i) => UnderWay[i] >= 0 ? Math.Max(c.AvailableFrom, Hours[UnderWay[i]]) : c.AvailableFrom)];
        EarliestEnd = new double[Count];
        Array.Fill(EarliestEnd, -1);
        for (var j = 0; j < Count; j++)
            EndOf(j);
        if (problem.Travel.Count == 0 && problem.Crews.All(c => c.Ways.Count == 0))
            return;
        _travel = new double[(repairs.Count + problem.Crews.Count) * repairs.Count];
        for (var c = 0; c < problem.Crews.Count; c++)
            foreach (var way in problem.Crews[c].Ways.Where(way => place.ContainsKey(way.To)))
                _travel[(Count + c) * Count + place[way.To]] = way.Hours;
        foreach (var leg in problem.Travel)
        {
            if (!place.TryGetValue(leg.From, out var a) || !place.TryGetValue(leg.To, out var b))
                continue;
            _travel[a * Count + b] = problem.TravelHours(leg.From, leg.To);
            _travel[b * Count + a] = problem.TravelHours(leg.To, leg.From);
        }
    }

    /// <summary>The problem that was compiled.</summary>
    public RestorationProblem Problem { get; }

    /// <summary>How many jobs there are.</summary>
    public int Count => Hours.Length;

    /// <summary>Hours of work of each job.</summary>
    public double[] Hours { get; }

    /// <summary>Hour from which the equipment of each job is there.</summary>
    public double[] AvailableFrom { get; }

    /// <summary>Jobs that must have ended before each job starts.</summary>
    public int[][] Before { get; }

    /// <summary>Job that each crew has under way at hour 0; −1 where it has none. It is the crew's first, from hour 0.</summary>
    public int[] UnderWay { get; }

    /// <summary>Hour before which each crew does no work at all: 0 where it has a job under way.</summary>
    public double[] CrewFrom { get; }

    /// <summary>Hour before which each crew starts no job: never before the end of what it has under way.</summary>
    public double[] CrewFree { get; }

    /// <summary>Crews that can do each job.</summary>
    public int[][] Crews { get; }

    /// <summary>Hour before which each job cannot have ended, for its equipment, its crews and what it waits for, whoever does it.</summary>
    public double[] EarliestEnd { get; }

    /// <summary>Hours of which every end of a job is a sum, whatever the schedule.</summary>
    public IEnumerable<double> GivenHours =>
    [
        .. Hours, .. AvailableFrom, .. CrewFrom, .. CrewFree,
        .. Problem.Travel.Select(t => t.Hours),
        .. Problem.Crews.SelectMany(c => c.Ways).Select(w => w.Hours),
    ];

    /// <summary>Where a crew stands before its first job that is not under way, for <see cref="Travel"/>.</summary>
    public int FirstPlace(int crew) => UnderWay[crew] >= 0 ? UnderWay[crew] : Count + crew;

    /// <summary>Hours from the site of a job, or from a crew's first place, to the site of a job.</summary>
    public double Travel(int from, int to) => _travel is null ? 0 : _travel[from * Count + to];

    private double EndOf(int job)
    {
        if (EarliestEnd[job] >= 0)
            return EarliestEnd[job];
        var start = Math.Max(AvailableFrom[job], Crews[job].Min(c => UnderWay[c] == job ? 0 : CrewFree[c]));
        foreach (var before in Before[job])
            start = Math.Max(start, EndOf(before));
        return EarliestEnd[job] = start + Hours[job];
    }
}

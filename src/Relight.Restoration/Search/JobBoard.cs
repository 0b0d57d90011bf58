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
        CrewFrom = [.. problem.Crews.Select(c => c.AvailableFrom)];
        Crews = [.. repairs.Select(r => Enumerable.Range(0, problem.Crews.Count).Where(c => problem.Crews[c].CanDo(r)).ToArray())];
        EarliestEnd = new double[Count];
        Array.Fill(EarliestEnd, -1);
        for (var j = 0; j < Count; j++)
            EndOf(j);
        if (problem.Travel.Count == 0)
            return;
        _travel = new double[repairs.Count * repairs.Count];
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

    /// <summary>Hour from which each crew can work.</summary>
    public double[] CrewFrom { get; }

    /// <summary>Crews that can do each job.</summary>
    public int[][] Crews { get; }

    /// <summary>Hour before which each job cannot have ended, for its equipment, its crews and what it waits for, whoever does it.</summary>
    public double[] EarliestEnd { get; }

    /// <summary>Hours between the sites of two jobs; 0 from nowhere (−1).</summary>
    public double Travel(int from, int to) => _travel is null || from < 0 ? 0 : _travel[from * Count + to];

    private double EndOf(int job)
    {
        if (EarliestEnd[job] >= 0)
            return EarliestEnd[job];
        var start = Math.Max(AvailableFrom[job], Crews[job].Min(c => CrewFrom[c]));
        foreach (var before in Before[job])
            start = Math.Max(start, EndOf(before));
        return EarliestEnd[job] = start + Hours[job];
    }
}

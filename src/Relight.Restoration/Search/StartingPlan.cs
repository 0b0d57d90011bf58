using Relight.Grid;

namespace Relight.Restoration.Search;

/// <summary>
/// A plan as the start of a search. Jobs that the plan knows keep their order and, where it can do them, their crew; new
/// ones are put in, one after the other, at the place where they cost least.
/// </summary>
internal static class StartingPlan
{
    private const int PlacesTried = 8;

    /// <summary>
    /// The candidate, or the same order by whoever is free first where that is better; where the search must stop, new
    /// jobs that are left come last.
    /// </summary>
    public static Candidate Of(Plan plan, JobBoard board, SearchStream stream, Func<bool> stop)
    {
        var (start, crew) = CarriedOn(plan, board);
        double Unserved(int[] jobs, double limit = double.PositiveInfinity)
        {
            stream.Schedule.Place(jobs, crew);
            return stream.Evaluation.Unserved(stream.Schedule, limit);
        }

        var known = plan.Repairs.Select(r => r.Element).ToHashSet();
        var rest = start.Where(job => !known.Contains(board.Problem.Repairs[job].Element)).ToList();
        var order = start[..^rest.Count].ToList();
        for (var k = 0; k < rest.Count && !stop(); k++)
        {
            var job = rest[k];
            var after = rest[(k + 1)..];
            order.Insert(BestPlace(order.Count, (place, limit) => Unserved([.. order[..place], job, .. order[place..], .. after], limit), stop), job);
        }
        int[] all = [.. order, .. rest.Skip(order.Count + rest.Count - start.Length)];
        var kept = new Candidate(all, crew, Unserved(all));
        var free = stream.Of(all);
        return free.Unserved < kept.Unserved ? free : kept;
    }

    /// <summary>
    /// The plan as it is: its jobs by start, then new ones by number; the crew of each job of the plan where it can do it,
    /// whoever is free first for the rest.
    /// </summary>
    public static (int[] Order, int[] Crew) CarriedOn(Plan plan, JobBoard board)
    {
        var crew = new int[board.Count];
        Array.Fill(crew, Schedule.AnyCrew);
        var order = Known(plan, board, crew);
        var known = order.ToHashSet();
        return ([.. order, .. Enumerable.Range(0, board.Count).Where(job => !known.Contains(job))], crew);
    }

    /// <summary>Jobs of the plan by start, and the crew of each where it can do it.</summary>
    private static List<int> Known(Plan plan, JobBoard board, int[] crew)
    {
        var problem = board.Problem;
        var jobs = new Dictionary<ElementId, int>();
        for (var j = 0; j < board.Count; j++)
            jobs[problem.Repairs[j].Element] = j;
        var crews = Enumerable.Range(0, problem.Crews.Count).ToDictionary(c => problem.Crews[c].Name, StringComparer.Ordinal);
        var order = new List<int>();
        foreach (var repair in plan.Repairs.OrderBy(r => r.Start).ThenBy(r => r.End).ThenBy(r => r.Element))
        {
            if (!jobs.Remove(repair.Element, out var job))
                continue;
            order.Add(job);
            if (crews.TryGetValue(repair.Crew, out var wanted) && board.Crews[job].Contains(wanted))
                crew[job] = wanted;
        }
        return order;
    }

    /// <summary>Looks for the least of a cost over the places 0 to <paramref name="last"/>: at some, then nearer and nearer round the best of them.</summary>
    private static int BestPlace(int last, Func<int, double, double> cost, Func<bool> stop)
    {
        var tried = new HashSet<int>();
        var best = (Place: last, Cost: double.PositiveInfinity);
        void Try(int place)
        {
            if (place < 0 || place > last || !tried.Add(place) || (stop() && tried.Count > 1))
                return;
            var found = cost(place, best.Cost);
            if (found < best.Cost)
                best = (place, found);
        }

        var step = Math.Max(1, last / PlacesTried);
        for (var place = last; place >= 0; place -= step)
            Try(place);
        for (step /= 2; step > 0; step /= 2)
        {
            var middle = best.Place;
            Try(middle - step);
            Try(middle + step);
        }
        return best.Place;
    }
}

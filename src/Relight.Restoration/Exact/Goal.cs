using Relight.Restoration.Search;

namespace Relight.Restoration.Exact;

/// <summary>The best plan known, and how a label becomes a plan.</summary>
internal sealed class Goal
{
    private readonly JobBoard _board;
    private readonly ServedTable _served;
    private readonly Schedule _schedule;

    /// <summary>Starts from a plan, valued by the table.</summary>
    public Goal(JobBoard board, ServedTable served, Candidate incumbent)
    {
        _board = board;
        _served = served;
        _schedule = new Schedule(board);
        Best = incumbent with { Unserved = Unserved(incumbent.Order, incumbent.Crew) };
    }

    /// <summary>The best plan known.</summary>
    public Candidate Best { get; private set; }

    /// <summary>
    /// Makes the plan of a label after which nothing counts any more: the jobs that are left follow in the order of the
    /// damage list, by whichever crew is free first.
    /// </summary>
    /// <returns>The label's bound: no plan that begins as it does has less.</returns>
    public double Reach(LabelGrowth growth, List<LabelLayer> layers, int depth, int at)
    {
        var steps = new Stack<Label>();
        for (var label = layers[depth][at]; label.Parent >= 0; label = layers[--depth][label.Parent])
            steps.Push(label);
        var bound = steps.Count > 0 ? layers[steps.Count][at].Bound : growth.First.Bound;
        var crew = new int[_board.Count];
        Array.Fill(crew, Schedule.AnyCrew);
        long[] numbers = [.. growth.FirstNumbers];
        int[] crewOf = [.. growth.CrewOfFirst];
        var order = new List<int>();
        var set = 0;
        foreach (var step in steps)
        {
            if (step.Slot >= 0)
                crew[step.Job] = crewOf[step.Slot];
            growth.Apply(numbers, set, step.Job, step.Slot, crewOf);
            order.Add(step.Job);
            set |= 1 << step.Job;
        }
        order.AddRange(Enumerable.Range(0, _board.Count).Where(job => (set & (1 << job)) == 0));
        var unserved = Unserved([.. order], crew);
        if (unserved < Best.Unserved)
            Best = new Candidate([.. order], crew, unserved);
        return bound;
    }

    /// <summary>Weighted MWh that a plan leaves unserved, by the table.</summary>
    public double Unserved(ReadOnlySpan<int> order, ReadOnlySpan<int> crew)
    {
        _schedule.Place(order, crew);
        var horizon = _board.Problem.HorizonHours ?? (order.Length == 0 ? 0 : _schedule.End[_schedule.ByEnd[^1]]);
        double unserved = 0, hour = 0;
        var set = 0;
        foreach (var job in _schedule.ByEnd)
        {
            var end = Math.Min(horizon, _schedule.End[job]);
            unserved += Math.Max(0, end - hour) * (_served.WeightedDemand - _served.Worth(set));
            hour = Math.Max(hour, end);
            set |= 1 << job;
        }
        return unserved + (Math.Max(0, horizon - hour) * (_served.WeightedDemand - _served.Worth(set)));
    }
}

using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration;

/// <summary>A problem that one of the searches is about, and the best way to do its repairs that is known so far.</summary>
internal sealed class OneMoreSearch
{
    private readonly DeliveryModel _model;
    private readonly Evaluation _evaluation;
    private readonly Schedule _schedule;
    private readonly double _neverServed;
    private readonly int _crews;

    /// <summary>Starts from a plan of the unchanged problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="crews">Crews of the unchanged problem; any further one is more.</param>
    /// <param name="model">The grid, which is the same for all.</param>
    /// <param name="values">What states of the grid deliver, shared by all.</param>
    public OneMoreSearch(RestorationProblem problem, int crews, DeliveryModel model, StateValues values)
    {
        Board = new JobBoard(problem);
        _crews = crews;
        _model = model;
        _evaluation = new Evaluation(Board, values);
        _schedule = new Schedule(Board);
        var all = new RepairSet(Board.Count);
        for (var job = 0; job < Board.Count; job++)
            all[job] = true;
        _neverServed = values.WeightedDemand - values.Get(values.Key(all), all);
    }

    /// <summary>The problem as jobs.</summary>
    public JobBoard Board { get; }

    /// <summary>The best way so far: all jobs in order, the crew wanted for each.</summary>
    public (int[] Order, int[] Crew) Best { get; private set; } = ([], []);

    /// <summary>Weighted MWh that the best way leaves unserved and that the repaired grid would serve, however long it lasts.</summary>
    public double BestLoss { get; private set; } = double.PositiveInfinity;

    /// <summary>Takes a way of doing the repairs, of this problem or of another, where it is better than the best so far.</summary>
    public void Offer((int[] Order, int[] Crew) way)
    {
        int[] crew = [.. way.Crew.Select((c, job) => Board.Crews[job].Contains(c) ? c : Schedule.AnyCrew)];
        Take(way.Order, crew);
    }

    /// <summary>The same with every repair that a crew of the unchanged problem would do left to whoever is free first.</summary>
    public void OfferFree((int[] Order, int[] Crew) way) => Take(way.Order, [.. way.Crew.Select(_ => Schedule.AnyCrew)]);

    /// <summary>Searches from the best way so far; gives the states that were computed.</summary>
    public long Search(PlannerOptions options, CancellationToken cancel)
    {
        var budget = new Budget(options.States, options.Time, cancel);
        var search = new PlanSearch(Board, _model, options with { StartFrom = Sketch() }, budget, (_, _, _) => { });
        var found = search.Run();
        Take(found.Order, found.Crew);
        return search.Computed;
    }

    /// <summary>The best way as a plan with its curve.</summary>
    public Plan ToPlan()
    {
        _schedule.Place(Best.Order, Best.Crew);
        return PlanBuilder.Build(Board, _model, _schedule, explain: false);
    }

    /// <summary>True where this problem has a crew that the unchanged one has not.</summary>
    public bool HasCrewMore => Board.CrewFrom.Length > _crews;

    /// <summary>
    /// Keeps what each crew does in turn, not who happened to be free first: only then does equipment that comes earlier
    /// never put anything off.
    /// </summary>
    private void Take(int[] order, int[] crew)
    {
        _schedule.Place(order, crew);
        var loss = _evaluation.Unserved(_schedule) - (_neverServed * _evaluation.Horizon(_schedule));
        if (loss >= BestLoss)
            return;
        int[] byStart = [.. Enumerable.Range(0, Board.Count)
            .OrderBy(j => _schedule.Start[j]).ThenBy(j => _schedule.End[j]).ThenBy(j => Array.IndexOf(order, j))];
        (Best, BestLoss) = ((byStart, [.. _schedule.Crew]), loss);
    }

    /// <summary>The best way as a plan that a search can start from: who does what when.</summary>
    private Plan Sketch()
    {
        _schedule.Place(Best.Order, Best.Crew);
        var problem = Board.Problem;
        return new Plan
        {
            Scenario = problem.Name,
            Objective = new PlanObjective(0, 0, 0),
            Repairs = [.. Enumerable.Range(0, Board.Count).Select(j => new PlannedRepair(
                problem.Repairs[j].Element, problem.Crews[_schedule.Crew[j]].Name, _schedule.Start[j], _schedule.End[j], ""))],
            Curve = [],
            Solver = new SolverRun("", 0, 0, 0),
        };
    }
}

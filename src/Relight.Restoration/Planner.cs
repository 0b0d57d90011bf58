using Relight.Restoration.Bounds;
using Relight.Restoration.Exact;
using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration;

/// <summary>How long to look for a plan, and how.</summary>
public sealed record PlannerOptions
{
    /// <summary>Method: <c>search</c> (the default), or a simple rule to compare with.</summary>
    public string Method { get; init; } = PlanMethods.Search;

    /// <summary>Wall time; null for no limit of time.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Grid states to evaluate at most; null for no limit of states. The plan is then the same whatever the machine.</summary>
    public long? States { get; init; }

    /// <summary>Seed of the search.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads to use; changes the time, never the plan of a limit of states.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>
    /// A plan of this problem, or of one like it, that the search starts from; null for none. What both know keeps its
    /// order and, where it can do the repair, its crew; what only the problem knows is put in where it costs least. The
    /// plan found is never worse than this start.
    /// </summary>
    public Plan? StartFrom { get; init; }

    /// <summary>False to leave out the reason of each repair, where only the worth of a plan is asked for.</summary>
    public bool Explain { get; init; } = true;
}

/// <summary>Names of the planning methods.</summary>
public static class PlanMethods
{
    /// <summary>The search.</summary>
    public const string Search = "search";

    /// <summary>The order of the damage list.</summary>
    public const string List = "list";

    /// <summary>The biggest first, by rating, capacity or demand.</summary>
    public const string Biggest = "biggest";

    /// <summary>What carries most when all is repaired first.</summary>
    public const string Utilisation = "utilisation";

    /// <summary>Whatever brings most megawatts for each hour of work, one repair at a time.</summary>
    public const string Greedy = "greedy";

    /// <summary>The same, one restoration path at a time.</summary>
    public const string LookAhead = "lookahead";

    /// <summary>All methods by name.</summary>
    public static IReadOnlyList<string> All { get; } = [Search, List, Biggest, Utilisation, Greedy, LookAhead];
}

/// <summary>Where a running search stands.</summary>
/// <param name="BestMegawattHours">Weighted unserved energy of the best plan so far.</param>
/// <param name="LowerBoundMegawattHours">Proven lower bound so far.</param>
/// <param name="StatesEvaluated">Grid states evaluated so far.</param>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="Done">Share of the budget used, 0 to 1.</param>
public sealed record PlanProgress(
    double BestMegawattHours,
    double LowerBoundMegawattHours,
    long StatesEvaluated,
    TimeSpan Elapsed,
    double Done);

/// <summary>Finds plans.</summary>
public static class Planner
{
    /// <summary>Seconds that a search takes where the options set no limit.</summary>
    public const int DefaultSeconds = 10;

    // Of the time, where the best of all plans is sought: a good plan to start from leaves less to look at.
    private const double ShareForStart = 0.1;

    /// <summary>Finds a plan for a problem that has passed its checks.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How long to look, and how.</param>
    /// <param name="progress">Is told of the best value and the share of the budget used, some times a second, while the search and the bound go on.</param>
    /// <param name="cancel">Ends the search; the best plan so far is returned, marked as interrupted.</param>
    /// <exception cref="ArgumentException">The method is not one of <see cref="PlanMethods.All"/>.</exception>
    public static Plan Plan(
        RestorationProblem problem,
        PlannerOptions options,
        IProgress<PlanProgress>? progress = null,
        CancellationToken cancel = default)
    {
        if (!PlanMethods.All.Contains(options.Method))
            throw new ArgumentException($"{options.Method} is not a method", nameof(options));
        var board = new JobBoard(problem);
        var model = new DeliveryModel(problem);
        var time = options.Time
            ?? (options.States is null && options.Method == PlanMethods.Search ? TimeSpan.FromSeconds(DefaultSeconds) : null);
        var budget = new Budget(options.States, time, cancel);
        var watch = new PlanWatch(progress, budget);
        var bounding = new Bounding(board, model, options, budget, watch);
        var exact = options.Method == PlanMethods.Search ? Exactly(board, model, options, time, budget, bounding, watch) : null;
        var (candidate, computed) = exact is { IsProven: true } ? (exact.Best, exact.Served.Computed)
            : options.Method == PlanMethods.Search ? bounding.While(() => Search(board, model, options, budget, bounding, watch))
            : ByRule(board, model, options, budget);
        if (exact is not null && exact.Best.Unserved <= candidate.Unserved)
            candidate = exact.Best;
        var schedule = new Schedule(board);
        schedule.Place(candidate.Order, candidate.Crew);
        var plan = PlanBuilder.Build(board, model, schedule, options.Explain, exact?.Served);
        var value = plan.Objective.WeightedUnservedMegawattHours;
        var bound = exact is { IsProven: true } ? value : Math.Max(bounding.MegawattHours, exact?.Bound ?? 0);
        watch.End(value, Math.Min(bound, value), computed);
        var end = End(budget, options, isWhole: exact is { IsProven: true } || board.Count < 2, computed);
        return plan with
        {
            Objective = plan.Objective with { LowerBoundMegawattHours = Math.Min(bound, value) },
            Interrupted = end is SearchEnd.Interrupted or SearchEnd.OutOfMemory,
            Solver = new SolverRun(options.Method, budget.Elapsed.TotalSeconds, computed, options.Seed)
            {
                EndedBy = end,
            },
        };
    }

    /// <summary>What ended a search: with a limit of states never the time that it happened to take.</summary>
    private static SearchEnd End(Budget budget, PlannerOptions options, bool isWhole, long computed) =>
        budget.IsOutOfMemory ? SearchEnd.OutOfMemory
        : budget.IsCancelled ? SearchEnd.Interrupted
        : isWhole || (options.Method != PlanMethods.Search && budget.Used(computed, 0) < 1) ? SearchEnd.Complete
        : options.States is not null && (options.Time is null || budget.Elapsed < options.Time) ? SearchEnd.States
        : SearchEnd.Time;

    /// <summary>The best plan of a short damage list, proven where there is time for it; null for a long one.</summary>
    private static ExactResult? Exactly(
        JobBoard board,
        DeliveryModel model,
        PlannerOptions options,
        TimeSpan? time,
        Budget budget,
        Bounding bounding,
        PlanWatch watch)
    {
        var exact = new ExactSearch(board, model);
        if (!exact.CanTry)
            return null;
        var start = new Budget(options.States, time * ShareForStart, budget.Cancel);
        return exact.Run(Search(board, model, options, start, bounding, watch, time is null ? 1 : ShareForStart).Candidate, () => budget.Used(0, 0), after: found =>
        {
            watch.Found(found.Best);
            watch.Bounded(found.Bound);
            watch.Used(budget.Used(0, 0), found.Served.Computed);
        });
    }

    private static (Candidate Candidate, long Computed) Search(
        JobBoard board,
        DeliveryModel model,
        PlannerOptions options,
        Budget budget,
        Bounding bounding,
        PlanWatch watch,
        double shareOfAll = 1)
    {
        var search = new PlanSearch(
            board,
            model,
            options,
            budget,
            (best, states, used) =>
            {
                bounding.Tell(best);
                watch.Found(best);
                watch.Used(used * shareOfAll, states);
            },
            watch.Found,
            bounding.Good);
        return (search.Run(), search.Computed);
    }

    private static (Candidate Candidate, long Computed) ByRule(
        JobBoard board, DeliveryModel model, PlannerOptions options, Budget budget)
    {
        var stream = new SearchStream(board, model, options.Seed, budget);
        var values = stream.Values;
        bool Stop() => budget.Used(values.Computed, 0) >= 1;
        var order = options.Method switch
        {
            PlanMethods.Biggest => SimpleRules.BiggestFirst(board),
            PlanMethods.Utilisation => SimpleRules.Utilisation(board, model),
            PlanMethods.Greedy => SimpleRules.Greedy(board, values, Stop),
            PlanMethods.LookAhead => SimpleRules.LookAhead(board, model, values, Stop),
            _ => Enumerable.Range(0, board.Count),
        };
        return (Candidate.Unvalued(order), values.Computed);
    }
}

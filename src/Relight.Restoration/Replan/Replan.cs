using Relight.Restoration.Exact;
using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration;

/// <summary>
/// A plan made anew in the middle of carrying one out: what has ended is done, what is under way goes on, all else is
/// planned from now.
/// </summary>
public sealed record Replan
{
    /// <summary>Hour of the old plan that is hour 0 of the new problem and its plans.</summary>
    public required double NowHours { get; init; }

    /// <summary>What is left, from now on.</summary>
    public required RestorationProblem Problem { get; init; }

    /// <summary>The new plan of it.</summary>
    public required Plan Plan { get; init; }

    /// <summary>
    /// The old plan carried on: the same crews do the same repairs in the same order, each as early as it can be;
    /// repairs of a lost crew go in their turn to whoever can start them first, new damage comes last.
    /// </summary>
    public required Plan CarriedOn { get; init; }

    /// <summary>What became of each repair, and why: first what is to be done, by start; then what has ended.</summary>
    public required IReadOnlyList<RepairMove> Moves { get; init; }

    /// <summary>The new plan beside the old one carried on.</summary>
    public PlanComparison Comparison => PlanComparison.Of(Problem, Plan, CarriedOn);

    /// <summary>Plans anew.</summary>
    /// <param name="problem">The problem that the old plan solves.</param>
    /// <param name="plan">The old plan; its schedule must hold (<see cref="PlanCheck.CheckSchedule"/>).</param>
    /// <param name="changes">What has changed; must have passed the checks of <see cref="ChangesReader"/>.</param>
    /// <param name="options">How long to look, and how; the start is the old plan.</param>
    /// <param name="progress">Is told how the search goes.</param>
    /// <param name="cancel">Ends the search; the best plan so far is given, marked as interrupted.</param>
    public static Replan Run(
        RestorationProblem problem,
        Plan plan,
        Changes changes,
        PlannerOptions options,
        IProgress<PlanProgress>? progress = null,
        CancellationToken cancel = default)
    {
        var course = PlanCourse.Of(problem, plan, changes);
        var left = RemainingProblem.Of(problem, course, changes);
        // What has ended and is damaged again is new, whatever place it had.
        var present = plan with { Repairs = [.. plan.Repairs.Where(r => course[r.Element]?.Stage != CourseStage.Ended)] };
        var made = Planner.Plan(left, options with { StartFrom = present }, progress, cancel);
        var board = new JobBoard(left);
        var model = new DeliveryModel(left);
        Plan? carriedOn = null;
        IReadOnlyList<RepairMove> moves = new MoveReasons(problem, plan, changes, course, made).All();
        Parallel.Invoke(
            () => carriedOn = CarryOn(board, model, present),
            () => moves = new OldPlaces(board, model, present, made).Price(moves, changes.NowHours));
        return new Replan
        {
            NowHours = changes.NowHours,
            Problem = left,
            Plan = made,
            CarriedOn = carriedOn!,
            Moves = moves,
        };
    }

    private static Plan CarryOn(JobBoard board, DeliveryModel model, Plan plan)
    {
        var (order, crew) = StartingPlan.CarriedOn(plan, board);
        var schedule = new Schedule(board);
        schedule.Place(order, crew);
        var table = ServedTable.IsShort(model) ? ServedTable.Of(model, () => false) : null;
        return PlanBuilder.Build(board, model, schedule, explain: false, table) with
        {
            Solver = new SolverRun("carried on", 0, 0, 0),
        };
    }
}

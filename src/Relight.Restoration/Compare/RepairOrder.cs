using Relight.Grid;
using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration;

/// <summary>Repairs in somebody's own order.</summary>
/// <param name="Steps">The repairs in their order, each damaged element at most once.</param>
public sealed record RepairOrder(IReadOnlyList<OrderStep> Steps)
{
    /// <summary>
    /// The plan that follows the order: each repair in its turn starts as early as its crew, equipment and what must come
    /// first allow; without a crew of its own it goes to whoever can start it first. What the order does not name comes
    /// last, in the order of the damage list.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="explain">Whether each repair gets its reason.</param>
    public Plan Follow(RestorationProblem problem, bool explain = false)
    {
        var board = new JobBoard(problem);
        var jobs = Enumerable.Range(0, board.Count).ToDictionary(j => problem.Repairs[j].Element);
        var crew = new int[board.Count];
        Array.Fill(crew, Schedule.AnyCrew);
        foreach (var step in Steps.Where(s => s.Crew is not null))
            crew[jobs[step.Element]] = Enumerable.Range(0, problem.Crews.Count).First(c => problem.Crews[c].Name == step.Crew);
        var named = Steps.Select(s => jobs[s.Element]).ToList();
        var schedule = new Schedule(board);
        schedule.Place([.. named, .. Enumerable.Range(0, board.Count).Except(named)], crew);
        return PlanBuilder.Build(board, new DeliveryModel(problem), schedule, explain) with { Solver = new SolverRun("order", 0, 0, 0) };
    }
}

/// <summary>One repair in an order.</summary>
/// <param name="Element">What is repaired.</param>
/// <param name="Crew">Name of the crew; null where whoever can start it first does it.</param>
public sealed record OrderStep(ElementId Element, string? Crew);

using Relight.Grid;
using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration;

/// <summary>What a new plan would lose if one repair alone kept its old crew and its old place in the order.</summary>
internal sealed class OldPlaces
{
    // Counted, not timed, so that the answer does not depend on the machine.
    private const int MostStates = 1000;

    private readonly JobBoard _board;
    private readonly StateValues _values;
    private readonly Evaluation _evaluation;
    private readonly Schedule _schedule;
    private readonly int[] _order;
    private readonly int[] _crew;
    private readonly int[] _oldCrew;
    private readonly double[] _start;
    private readonly Dictionary<ElementId, int> _jobs;

    /// <summary>Takes both plans, the new one on its own clock.</summary>
    public OldPlaces(JobBoard board, DeliveryModel model, Plan old, Plan made)
    {
        _board = board;
        _values = new StateValues(model);
        _evaluation = new Evaluation(board, _values);
        _schedule = new Schedule(board);
        (_order, _crew) = StartingPlan.CarriedOn(made, board);
        (_, _oldCrew) = StartingPlan.CarriedOn(old, board);
        _jobs = Enumerable.Range(0, board.Count).ToDictionary(j => board.Problem.Repairs[j].Element);
        _start = new double[board.Count];
        foreach (var repair in made.Repairs)
            _start[_jobs[repair.Element]] = repair.Start;
    }

    /// <summary>Prices those that moved, the longest moves first, as far as the states go.</summary>
    /// <param name="moves">All moves, on the clock of the old plan.</param>
    /// <param name="now">Hour of the old plan that is hour 0 of the new one.</param>
    public IReadOnlyList<RepairMove> Price(IReadOnlyList<RepairMove> moves, double now)
    {
        var cost = new Dictionary<ElementId, double>();
        var moved = moves.Where(m => m.Kind is MoveKind.Earlier or MoveKind.Later or MoveKind.OtherCrew)
            .OrderByDescending(m => Math.Abs(m.HoursLater ?? 0)).ThenBy(m => m.Element).ToList();
        if (moved.Count == 0)
            return moves;
        var unserved = Unserved(_order, _crew);
        foreach (var move in moved.TakeWhile(_ => _values.Computed < MostStates))
            cost[move.Element] = InOldPlace(_jobs[move.Element], move.Before!.Start - now) - unserved;
        return [.. moves.Select(m => cost.TryGetValue(m.Element, out var more) ? m with { OldPlaceCostsMegawattHours = more } : m)];
    }

    /// <summary>Before the first job of the new plan that starts when this one was to start, or later.</summary>
    private double InOldPlace(int job, double start)
    {
        var others = _order.Where(j => j != job).ToList();
        var place = others.FindIndex(j => _board.UnderWay[_crew[j]] != j && _start[j] >= start - PlanCheck.HoursTolerance);
        others.Insert(place < 0 ? others.Count : place, job);
        int[] crew = [.. _crew];
        crew[job] = _oldCrew[job];
        return Unserved([.. others], crew);
    }

    private double Unserved(int[] order, int[] crew)
    {
        _schedule.Place(order, crew);
        return _evaluation.Unserved(_schedule);
    }
}

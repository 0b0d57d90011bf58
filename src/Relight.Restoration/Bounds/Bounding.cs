using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>Raises the lower bound beside a running search.</summary>
internal sealed class Bounding
{
    private const double StatesPerStep = 2000;
    private const double LeastSeconds = 0.2;

    private readonly JobBoard _board;
    private readonly LowerBound _bound;
    private readonly StateValues _values;
    private readonly int _buses;
    private readonly PlannerOptions _options;
    private readonly Budget _budget;
    private readonly PlanWatch _watch;
    private Candidate? _best;
    private Incumbent? _incumbent;
    private double _megawattHours;
    private volatile bool _stopped;

    /// <summary>Starts from what is known without computing.</summary>
    public Bounding(JobBoard board, DeliveryModel model, PlannerOptions options, Budget budget, PlanWatch watch)
    {
        _board = board;
        _options = options;
        _budget = budget;
        _watch = watch;
        _buses = model.BusCount;
        _values = new StateValues(model);
        var nothing = new RepairSet(board.Count);
        var servedAtFirst = _values.Get(_values.Key(nothing), nothing) + StateValues.MostRounded;
        _bound = new LowerBound(board, model, servedAtFirst, () => _stopped || budget.IsCancelled, Keep);
        _megawattHours = _bound.MegawattHours;
        _watch.Bounded(_megawattHours);
    }

    /// <summary>The bound so far, weighted MWh.</summary>
    public double MegawattHours => Volatile.Read(ref _megawattHours);

    /// <summary>Sets of repairs that serve more at some hour than the best plan did then.</summary>
    public GoodSets Good { get; } = new();

    /// <summary>Tells the best plan so far: where it is furthest from the bound, the bound is worth raising.</summary>
    public void Tell(Candidate best) => Volatile.Write(ref _best, best);

    /// <summary>Runs a search and raises the bound beside it, until both have used their budget.</summary>
    public T While<T>(Func<T> search)
    {
        var raising = _options.States is null ? Task.Run(Raise) : null;
        try
        {
            return search();
        }
        finally
        {
            // With a limit of states the bound has a budget of its own, and starts from the plan found, so that it comes
            // out the same everywhere.
            _stopped = raising is not null;
            if (raising is null)
                Raise();
            else
                raising.GetAwaiter().GetResult();
        }
    }

    private void Raise()
    {
        var steps = _options.States is { } states
            ? (8 + (states / StatesPerStep)) * Math.Min(1, 500.0 / _buses)
            : double.PositiveInfinity;
        for (var k = 0; k < steps && !_stopped && !_budget.IsCancelled; k++)
        {
            _incumbent = Volatile.Read(ref _best) is { } best ? new Incumbent(_board, best, _values) : null;
            try
            {
                if (!_bound.Improve(_options.States is null ? Allowance() : null, _incumbent))
                    return;
            }
            catch (OutOfMemoryException)
            {
                _budget.EndForMemory();
            }
            Volatile.Write(ref _megawattHours, _bound.MegawattHours);
            _watch.Bounded(_bound.MegawattHours);
        }
    }

    /// <summary>Keeps a set that serves more at its hour than the best plan does.</summary>
    private void Keep(double hour, RepairSet done)
    {
        if (_incumbent?.Worth(done) > _incumbent?.ServedAt(hour))
            Good.Add(new GoodSet(_values.Key(done), hour, done));
    }

    /// <summary>Time for one step: a share of what is left, so that several are taken.</summary>
    private double Allowance()
    {
        var left = (_options.Time ?? TimeSpan.FromSeconds(Planner.DefaultSeconds)) - _budget.Elapsed;
        return Math.Max(LeastSeconds, left.TotalSeconds * _bound.ShareOfNext);
    }
}

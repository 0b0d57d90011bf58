using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>Raises the lower bound beside a running search.</summary>
internal sealed class Bounding : IDisposable
{
    private const double StatesPerHour = 2000;

    private readonly LowerBound _bound;
    private readonly int _buses;
    private readonly PlannerOptions _options;
    private readonly Budget _budget;
    private double _megawattHours;

    /// <summary>Starts from what is known without computing.</summary>
    public Bounding(JobBoard board, DeliveryModel model, PlannerOptions options, Budget budget)
    {
        _options = options;
        _budget = budget;
        _buses = model.BusCount;
        var values = new StateValues(model);
        var repaired = new RepairSet(board.Count);
        var atFirst = values.Get(values.Key(repaired), repaired);
        for (var job = 0; job < board.Count; job++)
            repaired[job] = true;
        var atLast = values.Get(values.Key(repaired), repaired);
        _bound = new LowerBound(board, model, atFirst, atLast);
        _megawattHours = _bound.MegawattHours;
    }

    /// <summary>The bound so far, weighted MWh.</summary>
    public double MegawattHours => Volatile.Read(ref _megawattHours);

    /// <summary>Runs a search and raises the bound beside it, until both have used their budget.</summary>
    public T While<T>(Func<T> search)
    {
        using var done = new CancellationTokenSource();
        var raising = Task.Run(() => Raise(done.Token));
        try
        {
            return search();
        }
        finally
        {
            // With a limit of states the bound has a budget of its own, so that it comes out the same everywhere.
            if (_options.States is null || _budget.IsCancelled)
            {
                done.Cancel();
                _bound.Interrupt();
            }
            raising.GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _bound.Dispose();

    private void Raise(CancellationToken done)
    {
        var hours = _options.States is { } states
            ? (8 + (states / StatesPerHour)) * Math.Min(1, 500.0 / _buses)
            : double.PositiveInfinity;
        for (var k = 0; k < hours && !done.IsCancellationRequested && !_budget.IsCancelled; k++)
        {
            if (!_bound.Improve(_options.States is null ? Allowance() : null))
                return;
            Volatile.Write(ref _megawattHours, _bound.MegawattHours);
        }
    }

    /// <summary>Time for one hour of the plan: never more than a fifth of what is left, so that several are looked at.</summary>
    private TimeSpan Allowance()
    {
        var left = (_options.Time ?? TimeSpan.FromSeconds(Planner.DefaultSeconds)) - _budget.Elapsed;
        return left / 5 > TimeSpan.FromSeconds(0.2) ? left / 5 : TimeSpan.FromSeconds(0.2);
    }
}

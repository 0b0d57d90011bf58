using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>
/// A lower bound on what every plan leaves unserved: the integral of demand less the most that any affordable set of
/// repairs could serve. The most is computed at some hours; it never falls with time, so it also holds for every hour
/// before. Each further hour is put where most is open.
/// </summary>
internal sealed class LowerBound : IDisposable
{
    private readonly JobBoard _board;
    private readonly double _weightedDemand;
    private readonly double _end;
    private readonly double _quantum;
    private readonly Lazy<AffordableLoad> _load;
    private readonly SortedDictionary<double, double> _most = [];

    /// <summary>Starts from what is served before any repair can end, and after all have.</summary>
    public LowerBound(JobBoard board, DeliveryModel model, double servedAtFirst, double servedAtLast)
    {
        _board = board;
        _weightedDemand = model.WeightedDemand;
        _load = new Lazy<AffordableLoad>(() => new AffordableLoad(board, model));
        _end = board.Problem.HorizonHours ?? ShortestPlan();
        _quantum = Quantum();
        if (board.Count == 0 || _end <= 0)
            return;
        ServedAtLast = servedAtLast;
        var firstEnd = Math.Min(_end, _board.EarliestEnd.Min());
        if (firstEnd - _quantum >= 0)
            _most[firstEnd - _quantum] = servedAtFirst;
        _most[_end] = servedAtLast;
    }

    private double ServedAtLast { get; }

    /// <summary>The bound, weighted MWh; it only rises.</summary>
    public double MegawattHours => Integral();

    /// <summary>Computes one more hour.</summary>
    /// <param name="time">Time to spend at most on it; null to count work instead of time.</param>
    /// <returns>False where no hour is left that could raise the bound by more than a ten-thousandth.</returns>
    public bool Improve(TimeSpan? time)
    {
        var (hour, open) = WidestHour();
        if (open <= 1e-4 * Math.Max(1e-3, Integral()))
            return false;
        var most = Math.Min(ServedAtLast, _load.Value.At(hour, time));
        foreach (var later in _most.Where(p => p.Key > hour))
            most = Math.Min(most, later.Value);
        _most[hour] = most;
        foreach (var earlier in _most.Where(p => p.Key < hour && p.Value > most).ToList())
            _most[earlier.Key] = most;
        return true;
    }

    /// <summary>Ends a computation that is under way.</summary>
    public void Interrupt()
    {
        if (_load.IsValueCreated)
            _load.Value.Interrupt();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_load.IsValueCreated)
            _load.Value.Dispose();
    }

    /// <summary>What is computed for an hour holds until just before the next hour at which a repair can end.</summary>
    private double Integral()
    {
        double sum = 0, from = 0;
        foreach (var (hour, most) in _most)
        {
            var to = Math.Min(_end, hour + _quantum);
            sum += Math.Max(0, to - from) * Math.Max(0, _weightedDemand - most);
            from = Math.Max(from, to);
        }
        return Math.Max(0, sum * (1 - 1e-9));
    }

    /// <summary>The middle of the stretch between two computed hours over which most may still be gained.</summary>
    private (double Hour, double Open) WidestHour()
    {
        var best = (Hour: 0.0, Open: 0.0);
        double from = -_quantum, served = 0;
        foreach (var (hour, most) in _most)
        {
            var middle = (from + hour) / 2;
            if (_quantum > 0)
                middle = Math.Floor((middle / _quantum) + 1e-6) * _quantum;
            if (middle > from + 1e-6 && middle < hour - 1e-6 && middle >= 0)
            {
                var open = (middle - from) * (most - served);
                if (open > best.Open)
                    best = (middle, open);
            }
            (from, served) = (hour, most);
        }
        return best;
    }

    /// <summary>No plan ends before every job could have, nor before all crews together could have done the work.</summary>
    private double ShortestPlan()
    {
        if (_board.Count == 0)
            return 0;
        double low = 0, high = _board.CrewFrom.Max() + _board.Hours.Sum();
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (_board.CrewFrom.Sum(from => Math.Max(0, middle - from)) >= _board.Hours.Sum())
                high = middle;
            else
                low = middle;
        }
        return Math.Max(low, _board.EarliestEnd.Max());
    }

    /// <summary>All repairs end at multiples of this many hours; 0 where no such number of at least a hundredth is found.</summary>
    private double Quantum()
    {
        double[] hours = [.. _board.GivenHours];
        foreach (var quantum in new[] { 24, 12, 6, 4, 3, 2, 1, 0.5, 0.25, 0.1, 0.05, 0.01 })
            if (hours.All(h => Math.Abs((h / quantum) - Math.Round(h / quantum)) < 1e-9))
                return quantum;
        return 0;
    }
}

using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>
/// The time that a bound speaks of, in slots of one length. Where all repairs end at multiples of some number of hours,
/// nothing changes within a slot of that length; otherwise a slot counts with what can be done by its end.
/// </summary>
internal sealed class TimeSlots
{
    private readonly double _hours;
    private readonly bool _startsCount;

    /// <summary>Divides the time up to the horizon, or to the end of the shortest plan that there could be.</summary>
    public TimeSlots(JobBoard board, int mostOtherwise)
    {
        if (board.Count == 0)
            return;
        End = board.Problem.HorizonHours ?? ShortestPlan(board);
        if (End <= 0)
            return;
        _hours = Quantum(board);
        _startsCount = _hours > 0;
        if (!_startsCount)
            _hours = End / mostOtherwise;
        Count = Math.Max(1, (int)Math.Ceiling((End / _hours) - 1e-9));
    }

    /// <summary>Hour at which counting ends, at the earliest.</summary>
    public double End { get; }

    /// <summary>How many slots there are; the last one may be cut short.</summary>
    public int Count { get; }

    /// <summary>Hour by which the repairs that count in a slot have ended.</summary>
    public double Hour(int slot) => _startsCount ? slot * _hours : EndOf(slot);

    /// <summary>Hours after one slot up to the end of another; −1 stands for the start.</summary>
    public double Length(int after, int slot) => EndOf(slot) - EndOf(after);

    private double EndOf(int slot) => Math.Min(End, (slot + 1) * _hours);

    /// <summary>No plan ends before every job could have, nor before all crews together could have done the work.</summary>
    private static double ShortestPlan(JobBoard board)
    {
        double low = 0, high = board.CrewFrom.Max() + board.Hours.Sum();
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (board.CrewFrom.Sum(from => Math.Max(0, middle - from)) >= board.Hours.Sum())
                high = middle;
            else
                low = middle;
        }
        return Math.Max(low, board.EarliestEnd.Max());
    }

    /// <summary>All repairs end at multiples of this many hours; 0 where no such number of at least a hundredth is found.</summary>
    private static double Quantum(JobBoard board)
    {
        double[] hours = [.. board.GivenHours];
        foreach (var quantum in new[] { 24, 12, 6, 4, 3, 2, 1, 0.5, 0.25, 0.1, 0.05, 0.01 })
            if (hours.All(h => Math.Abs((h / quantum) - Math.Round(h / quantum)) < 1e-9))
                return quantum;
        return 0;
    }
}

using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>What a schedule leaves unserved.</summary>
internal sealed class Evaluation(JobBoard board, StateValues values)
{
    private readonly RepairSet _repaired = new(board.Count);

    /// <summary>
    /// Weighted MWh unserved from hour 0 to the horizon. Stops with some number above <paramref name="limit"/> as soon as
    /// that is certain to be exceeded.
    /// </summary>
    public double Unserved(Schedule schedule, double limit = double.PositiveInfinity)
    {
        var horizon = Horizon(schedule);
        var byEnd = schedule.ByEnd;
        _repaired.Clear();
        UInt128 key = 0;
        double hour = 0, unserved = 0;
        var next = 0;
        while (hour < horizon && unserved <= limit)
        {
            for (; next < byEnd.Length && schedule.End[byEnd[next]] <= hour; next++)
            {
                _repaired[byEnd[next]] = true;
                key ^= values.Key(byEnd[next]);
            }
            var until = next < byEnd.Length ? Math.Min(horizon, schedule.End[byEnd[next]]) : horizon;
            unserved += (until - hour) * (values.WeightedDemand - values.Get(key, _repaired));
            hour = until;
        }
        return unserved;
    }

    /// <summary>Hour at which counting ends.</summary>
    public double Horizon(Schedule schedule) => board.Problem.HorizonHours
        ?? (schedule.ByEnd.Length == 0 ? 0 : schedule.End[schedule.ByEnd[^1]]);
}

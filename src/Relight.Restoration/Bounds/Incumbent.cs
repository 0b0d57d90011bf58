using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>The best plan so far, as seen by what bounds it.</summary>
internal sealed class Incumbent
{
    private readonly JobBoard _board;
    private readonly Schedule _schedule;
    private readonly StateValues _values;

    /// <summary>Places the candidate's jobs.</summary>
    public Incumbent(JobBoard board, Candidate candidate, StateValues values)
    {
        _board = board;
        _values = values;
        _schedule = new Schedule(board);
        _schedule.Place(candidate.Order, candidate.Crew);
    }

    /// <summary>Jobs that have ended by an hour.</summary>
    public RepairSet DoneBy(double hour)
    {
        var done = new RepairSet(_board.Count);
        foreach (var job in _schedule.ByEnd)
            if (_schedule.End[job] <= hour + 1e-9)
                done[job] = true;
        return done;
    }

    /// <summary>Weighted MW served at an hour.</summary>
    public double ServedAt(double hour) => Worth(DoneBy(hour));

    /// <summary>Weighted MW that the grid serves with a set of repairs.</summary>
    public double Worth(RepairSet done) => _values.Get(_values.Key(done), done);
}

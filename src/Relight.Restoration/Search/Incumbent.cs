using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>A candidate as a plan: what is done and served at each hour.</summary>
internal sealed class Incumbent
{
    private readonly JobBoard _board;
    private readonly Schedule _schedule;
    private readonly StateValues _values;

    /// <summary>Places the candidate's jobs.</summary>
    public Incumbent(JobBoard board, Candidate candidate, StateValues values)
    {
        (_board, _values) = (board, values);
        Unserved = candidate.Unserved;
        _schedule = new Schedule(board);
        _schedule.Place(candidate.Order, candidate.Crew);
    }

    /// <summary>Weighted MWh that the candidate leaves unserved.</summary>
    public double Unserved { get; }

    /// <summary>Jobs that have ended by an hour.</summary>
    public RepairSet DoneBy(double hour)
    {
        var done = new RepairSet(_board.Count);
        foreach (var job in _schedule.ByEnd)
            if (_schedule.End[job] <= hour + 1e-9)
                done[job] = true;
        return done;
    }

    /// <summary>Hours at which jobs end, the first first.</summary>
    public IEnumerable<double> Ends => _schedule.ByEnd.ToArray().Select(job => _schedule.End[job]).Distinct();

    /// <summary>What is done by an hour.</summary>
    public GoodSet SetAt(double hour)
    {
        var done = DoneBy(hour);
        return new GoodSet(_values.Key(done), hour, done);
    }

    /// <summary>Weighted MW served at an hour.</summary>
    public double ServedAt(double hour) => Worth(DoneBy(hour));

    /// <summary>Weighted MW that the grid serves with a set of repairs.</summary>
    public double Worth(RepairSet done) => _values.Get(_values.Key(done), done);
}

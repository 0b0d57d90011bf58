namespace Relight.Restoration.Search;

/// <summary>
/// Tells how a search stands whenever its best plan or its bound gets better, or more of its budget is used, but not more
/// often than some times a second. May be told by several threads at a time; what it is told changes nothing of the search.
/// </summary>
/// <param name="progress">Who listens; null for nobody.</param>
/// <param name="budget">The clock of the search.</param>
internal sealed class PlanWatch(IProgress<PlanProgress>? progress, Budget budget)
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private TimeSpan? _said;
    private double _best = double.PositiveInfinity;
    private double _bound;
    private double _used;
    private long _states;

    /// <summary>A plan leaves so much unserved by weight, MWh.</summary>
    public void Found(Candidate candidate) => Note(() => _best = Math.Min(_best, candidate.Unserved));

    /// <summary>No plan leaves less unserved by weight than this, MWh.</summary>
    public void Bounded(double megawattHours) => Note(() => _bound = Math.Max(_bound, megawattHours));

    /// <summary>So much of the budget is used, for so many grid states.</summary>
    public void Used(double share, long states) => Note(() => (_used, _states) = (Math.Clamp(share, _used, 1), Math.Max(_states, states)));

    /// <summary>Tells the end, however little time has passed since it last told anything.</summary>
    public void End(double best, double bound, long states)
    {
        lock (_gate)
        {
            (_best, _bound, _used, _states) = (best, bound, 1, states);
            Say();
        }
    }

    private void Note(Action what)
    {
        if (progress is null)
            return;
        lock (_gate)
        {
            what();
            if (!double.IsInfinity(_best) && (_said is null || budget.Elapsed - _said >= s_between))
                Say();
        }
    }

    private void Say()
    {
        _said = budget.Elapsed;
        progress?.Report(new PlanProgress(_best, Math.Min(_best, _bound), _states, budget.Elapsed, _used));
    }
}

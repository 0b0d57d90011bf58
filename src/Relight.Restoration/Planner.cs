namespace Relight.Restoration;

/// <summary>How long to look for a plan, and how.</summary>
public sealed record PlannerOptions
{
    /// <summary>Method: <c>search</c> (the default), or a simple rule to compare with.</summary>
    public string Method { get; init; } = PlanMethods.Search;

    /// <summary>Wall time; null for no limit of time.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Grid states to evaluate at most; null for no limit of states. The plan is then the same whatever the machine.</summary>
    public long? States { get; init; }

    /// <summary>Seed of the search.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads to use; changes the time, never the plan of a limit of states.</summary>
    public int Threads { get; init; } = 2;
}

/// <summary>Names of the planning methods.</summary>
public static class PlanMethods
{
    /// <summary>The search.</summary>
    public const string Search = "search";

    /// <summary>The order of the damage list.</summary>
    public const string List = "list";
}

/// <summary>Where a running search stands.</summary>
/// <param name="BestMegawattHours">Weighted unserved energy of the best plan so far.</param>
/// <param name="LowerBoundMegawattHours">Proven lower bound so far.</param>
/// <param name="StatesEvaluated">Grid states evaluated so far.</param>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="Done">Share of the budget used, 0 to 1.</param>
public sealed record PlanProgress(
    double BestMegawattHours,
    double LowerBoundMegawattHours,
    long StatesEvaluated,
    TimeSpan Elapsed,
    double Done);

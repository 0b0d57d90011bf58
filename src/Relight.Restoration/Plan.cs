using Relight.Grid;

namespace Relight.Restoration;

/// <summary>Which crew repairs what, when, what it brings, and how good it can be at most.</summary>
public sealed record Plan
{
    /// <summary>Name of the scenario that it answers.</summary>
    public required string Scenario { get; init; }

    /// <summary>What the plan is worth.</summary>
    public required PlanObjective Objective { get; init; }

    /// <summary>The repairs by start, then by element.</summary>
    public required IReadOnlyList<PlannedRepair> Repairs { get; init; }

    /// <summary>What is served from one end of repair to the next; without a gap from hour 0 to the horizon.</summary>
    public required IReadOnlyList<CurveStage> Curve { get; init; }

    /// <summary>How it was found.</summary>
    public required SolverRun Solver { get; init; }

    /// <summary>True where the search was stopped before its budget: the best plan so far.</summary>
    public bool Interrupted { get; init; }

    /// <summary>True where the AC check was stopped before it came to every stage: what it came to has its AC part, the rest none.</summary>
    public bool AcInterrupted { get; init; }

    /// <summary>True where the search ended as memory ran out.</summary>
    public bool OutOfMemory => Solver.EndedBy == SearchEnd.OutOfMemory;
}

/// <summary>Worth of a plan. Energies in MWh from hour 0 to the horizon.</summary>
/// <param name="UnservedMegawattHours">Demand less served load, each megawatt counted once.</param>
/// <param name="WeightedUnservedMegawattHours">The same by weight: what the planner makes small.</param>
/// <param name="LowerBoundMegawattHours">No plan has less weighted unserved energy than this.</param>
public sealed record PlanObjective(
    double UnservedMegawattHours,
    double WeightedUnservedMegawattHours,
    double LowerBoundMegawattHours)
{
    /// <summary>(weighted unserved − lower bound) / weighted unserved; 0 where nothing is unserved.</summary>
    public double Gap => WeightedUnservedMegawattHours <= 0
        ? 0
        : Math.Max(0, (WeightedUnservedMegawattHours - LowerBoundMegawattHours) / WeightedUnservedMegawattHours);
}

/// <summary>One repair in a plan.</summary>
/// <param name="Element">What is repaired.</param>
/// <param name="Crew">Name of the crew.</param>
/// <param name="Start">Hour at which work starts.</param>
/// <param name="End">Hour at which the element is back.</param>
/// <param name="Why">Why it stands where it stands, in English words and numbers.</param>
public sealed record PlannedRepair(ElementId Element, string Crew, double Start, double End, string Why)
{
    /// <summary>The same as figures, for other languages and for checks; null in plans of other origin.</summary>
    public RepairReason? Reason { get; init; }
}

/// <summary>What the grid delivers between two hours.</summary>
/// <param name="FromHours">Start in hours.</param>
/// <param name="ToHours">End in hours; later than the start.</param>
/// <param name="DemandMegawatts">Demand: the sum of all positive loads in service before the damage.</param>
/// <param name="ServedMegawatts">Load that is served, each megawatt counted once.</param>
/// <param name="WeightedServed">The same by weight.</param>
/// <param name="Open">Repaired branches that stay open because closing them would serve less.</param>
/// <param name="PeopleWithoutPower">
/// People of a bus times the unserved share of its demand, summed. Where several dispatches serve the same most, the
/// one that leaves the fewest people without power counts; that makes the figure well defined.
/// </param>
public sealed record CurveStage(
    double FromHours,
    double ToHours,
    double DemandMegawatts,
    double ServedMegawatts,
    double WeightedServed,
    IReadOnlyList<ElementId> Open,
    double PeopleWithoutPower)
{
    /// <summary>
    /// For each branch of <see cref="Open"/> the MW by weight that would not be served if it alone were closed; empty in
    /// plans of other origin.
    /// </summary>
    public IReadOnlyList<double> ClosingCosts { get; init; } = [];

    /// <summary>The stage in AC; null where that was not checked.</summary>
    public AcStage? Ac { get; init; }
}

/// <summary>How a plan was found.</summary>
/// <param name="Method">Name of the method.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="StatesEvaluated">Grid states whose load delivery was computed.</param>
/// <param name="Seed">Seed of the search.</param>
public sealed record SolverRun(string Method, double Seconds, long StatesEvaluated, int Seed)
{
    /// <summary>What ended it; null where that is not known, as in plans of other origin.</summary>
    public SearchEnd? EndedBy { get; init; }
}

/// <summary>What ended a search.</summary>
public enum SearchEnd
{
    /// <summary>Nothing was left to look at: the plan is proven to be the best, or its rule of thumb is worked off.</summary>
    Complete,

    /// <summary>Its limit of grid states.</summary>
    States,

    /// <summary>Its limit of time.</summary>
    Time,

    /// <summary>Ctrl-C, or a request to end: the plan is the best until then.</summary>
    Interrupted,

    /// <summary>Memory that ran out: the plan is the best until then.</summary>
    OutOfMemory,
}

using Relight.Register;
using Relight.Restoration;

namespace Relight.Plans;

/// <summary>How planning and allocating in turn ended.</summary>
public enum JointEnd
{
    /// <summary>The values of a plan gave the allocation that it was made with.</summary>
    Settled,

    /// <summary>An allocation came that had been there before.</summary>
    Cycle,

    /// <summary>As many rounds were done as are allowed.</summary>
    MostRounds,

    /// <summary>It was stopped.</summary>
    Stopped,
}

/// <summary>One round: a plan with the units of an allocation.</summary>
/// <param name="Units">How many repairs it gives a unit.</param>
/// <param name="Changed">How many repairs get another unit than in the round before, or none any more.</param>
/// <param name="Loss">What its plan leaves unserved.</param>
public sealed record JointRound(int Units, int Changed, PlanLoss Loss);

/// <summary>What planning and allocating together gave, beside allocating first and planning then.</summary>
public sealed record JointPlanning
{
    /// <summary>Id of the record.</summary>
    public required Id<JointPlanning> Id { get; init; }

    /// <summary>The plan that it gave.</summary>
    public required Id<StoredPlan> Plan { get; init; }

    /// <summary>The rounds in their order.</summary>
    public required IReadOnlyList<JointRound> Rounds { get; init; }

    /// <summary>How they ended.</summary>
    public required JointEnd End { get; init; }

    /// <summary>What the plan leaves unserved.</summary>
    public required PlanLoss Joint { get; init; }

    /// <summary>The same where each need in turn takes what fits and is there first.</summary>
    public required PlanLoss ByFit { get; init; }

    /// <summary>The same where each need in turn takes what has the right voltages and is there first.</summary>
    public required PlanLoss ByVoltage { get; init; }

    /// <summary>Units that are given by voltage.</summary>
    public required int GivenByVoltage { get; init; }

    /// <summary>Of these, units that turn out not to fit.</summary>
    public required int Misfits { get; init; }

    /// <summary>Of these, units of which it cannot be told yet.</summary>
    public int Doubtful { get; init; }

    /// <summary>Grid states that each of the three plans was searched through for at most; null where time was the limit.</summary>
    public long? StatesEach { get; init; }

    /// <summary>Seconds that each of the three plans was searched for at most; null where states were the limit.</summary>
    public double? SecondsEach { get; init; }

    /// <summary>What the ways of the plan's units cost as far as is known, in euros; null where that was not kept.</summary>
    public decimal? TransportEuros { get; init; }

    /// <summary>Of how many of these ways it is not known what they cost; null where that was not kept.</summary>
    public int? WaysUnknown { get; init; }
}

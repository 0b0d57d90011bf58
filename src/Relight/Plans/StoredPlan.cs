using Relight.Register;

namespace Relight.Plans;

/// <summary>A plan that the register keeps. Only a plan that its check passed is kept.</summary>
public sealed record StoredPlan
{
    /// <summary>Id of the plan.</summary>
    public required Id<StoredPlan> Id { get; init; }

    /// <summary>The scenario that it solves.</summary>
    public required Id<Scenario> Scenario { get; init; }

    /// <summary>Name, e.g. <c>Best found</c> or <c>In the order of the damage list</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The plan in the format of plan files.</summary>
    public required string Json { get; init; }

    /// <summary>What the check found, one line each; none of it an error.</summary>
    public required IReadOnlyList<string> Findings { get; init; }
}

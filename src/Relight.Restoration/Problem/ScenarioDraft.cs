using Relight.Grid;

namespace Relight.Restoration;

/// <summary>A value read from a scenario, with the place that it was read from.</summary>
internal sealed record Placed<T>(T Value, JsonPart Part);

/// <summary>The parts of a scenario as read, before the rules that tie them together are checked.</summary>
internal sealed record ScenarioDraft
{
    public required string Name { get; init; }

    public required Network? Network { get; init; }

    public required double? HorizonHours { get; init; }

    public required IReadOnlyList<Placed<Repair>> Repairs { get; init; }

    public required IReadOnlyList<Placed<ElementId>> Repaired { get; init; }

    public required IReadOnlyList<Placed<Crew>> Crews { get; init; }

    public required IReadOnlyList<Placed<Travel>> Travel { get; init; }

    public required IReadOnlyList<Placed<WeightedLoad>> Weights { get; init; }

    public required IReadOnlyList<Placed<BusPeople>> People { get; init; }

    /// <summary>The problem, once no rule is broken.</summary>
    public RestorationProblem ToProblem() => new(
        Name,
        Network!,
        [.. Repairs.Select(p => p.Value)],
        [.. Crews.Select(p => p.Value)],
        [.. Travel.Select(p => p.Value)],
        [.. Weights.Select(p => p.Value)],
        [.. People.Select(p => p.Value)],
        HorizonHours,
        [.. Repaired.Select(p => p.Value)]);
}

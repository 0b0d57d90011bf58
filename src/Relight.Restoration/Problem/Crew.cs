namespace Relight.Restoration;

/// <summary>A repair crew. Does one job at a time.</summary>
public sealed record Crew
{
    /// <summary>Name; unique in its scenario.</summary>
    public required string Name { get; init; }

    /// <summary>What it can do; a repair that asks for a skill is done only by a crew that lists it.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>Hour from which it can work; 0 or more.</summary>
    public double AvailableFrom { get; init; }

    /// <summary>True where this crew may do the repair.</summary>
    public bool CanDo(Repair repair) => repair.Skill is null || Skills.Contains(repair.Skill, StringComparer.Ordinal);
}

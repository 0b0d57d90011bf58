namespace Relight.Restoration;

/// <summary>A repair crew. Does one job at a time.</summary>
public sealed record Crew
{
    /// <summary>Name; unique in its scenario.</summary>
    public required string Name { get; init; }

    /// <summary>What it can do; a repair that asks for a skill is done only by a crew that lists it.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>Hour from which it can start repairs; 0 or more. What it has under way at hour 0 goes on before.</summary>
    public double AvailableFrom { get; init; }

    /// <summary>
    /// Hours from where it stands to the sites of repairs, for its first one; 0 where nothing is given. A crew with a
    /// repair under way stands at that repair's site, and has none.
    /// </summary>
    public IReadOnlyList<CrewWay> Ways { get; init; } = [];

    /// <summary>True where this crew may do the repair: it has the skill, and no other crew is at work on it.</summary>
    public bool CanDo(Repair repair) =>
        (repair.Skill is null || Skills.Contains(repair.Skill, StringComparer.Ordinal))
        && (repair.UnderWay is null || repair.UnderWay == Name);

    /// <summary>Hours from where it stands at first to the site of a repair.</summary>
    public double WayHours(Relight.Grid.ElementId to) => Ways.FirstOrDefault(way => way.To == to)?.Hours ?? 0;
}

/// <summary>The way of a crew to its first repair.</summary>
/// <param name="To">Element whose site it goes to.</param>
/// <param name="Hours">Hours on the way; 0 or more.</param>
public sealed record CrewWay(Relight.Grid.ElementId To, double Hours);

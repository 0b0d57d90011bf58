using Relight.Grid;

namespace Relight.Restoration;

/// <summary>The work that brings one damaged element back. Done by one crew, without interruption.</summary>
public sealed record Repair
{
    /// <summary>The damaged element; back at the end of its repair.</summary>
    public required ElementId Element { get; init; }

    /// <summary>Hours of work; 0 or more.</summary>
    public required double Hours { get; init; }

    /// <summary>Skill that the crew must have; null where any crew will do.</summary>
    public string? Skill { get; init; }

    /// <summary>Hour from which the equipment is there; 0 or more.</summary>
    public double AvailableFrom { get; init; }

    /// <summary>Elements whose repair must have ended before this one starts; each of them damaged, without a cycle.</summary>
    public IReadOnlyList<ElementId> After { get; init; } = [];

    /// <summary>
    /// Name of the crew that is at work on it at hour 0; null where work has not begun. Work under way goes on with its
    /// crew: it starts at hour 0, <see cref="Hours"/> are those that are left, and nothing is waited for.
    /// </summary>
    public string? UnderWay { get; init; }
}

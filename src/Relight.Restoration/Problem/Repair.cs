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
}

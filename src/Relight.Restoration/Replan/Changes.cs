using Relight.Grid;

namespace Relight.Restoration;

/// <summary>What is different from what a plan took for granted. All hours are on the clock of that plan.</summary>
public sealed record Changes
{
    /// <summary>Hour up to which the plan has been carried out; from here on all is planned anew.</summary>
    public required double NowHours { get; init; }

    /// <summary>What has been damaged since, with the work that it needs. May name an element that was repaired before.</summary>
    public IReadOnlyList<Repair> Damage { get; init; } = [];

    /// <summary>What is different about repairs of the scenario.</summary>
    public IReadOnlyList<RepairChange> Repairs { get; init; } = [];

    /// <summary>What is different about crews of the scenario.</summary>
    public IReadOnlyList<CrewChange> Crews { get; init; } = [];

    /// <summary>Crews that the scenario does not have.</summary>
    public IReadOnlyList<Crew> CrewsAdded { get; init; } = [];

    /// <summary>Ways between sites, of which one at least is new; they hold before those of the scenario.</summary>
    public IReadOnlyList<Travel> Travel { get; init; } = [];
}

/// <summary>What is different about one repair.</summary>
/// <param name="Element">The damaged element.</param>
public sealed record RepairChange(ElementId Element)
{
    /// <summary>Hours of work from its start to its end; null as before.</summary>
    public double? Hours { get; init; }

    /// <summary>Hour from which the equipment is there; null as before. Where that is after now, work has not begun, whatever the plan says.</summary>
    public double? AvailableFrom { get; init; }

    /// <summary>True where the element is found to be back, whoever did it.</summary>
    public bool Done { get; init; }

    /// <summary>True where work has not begun, though the plan says so.</summary>
    public bool NotBegun { get; init; }
}

/// <summary>What is different about one crew.</summary>
/// <param name="Name">Name of the crew.</param>
public sealed record CrewChange(string Name)
{
    /// <summary>True where it is there no longer. What it has under way stops; the hours that are left are for another crew.</summary>
    public bool Lost { get; init; }

    /// <summary>Hour from which it can start repairs; null as before. What it has under way goes on.</summary>
    public double? AvailableFrom { get; init; }
}

using Relight.Register;

namespace Relight.Plans;

/// <summary>A restoration problem that the register keeps, on one of its network models.</summary>
public sealed record Scenario
{
    /// <summary>Id of the scenario.</summary>
    public required Id<Scenario> Id { get; init; }

    /// <summary>The network model that it is on.</summary>
    public required Id<GridModel> Model { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The instant that its hours count from, UTC.</summary>
    public required DateTimeOffset HourZero { get; init; }

    /// <summary>The problem in the format of scenario files; the network it names is the model's case.</summary>
    public required string Json { get; init; }

    /// <summary>The offered units that its hours of arrival reckon with; empty where it reckons with none.</summary>
    public IReadOnlyList<UnitArrival> Units { get; init; } = [];

    /// <summary>When people entered it, UTC; null for one that planning made of another, and for that of the sample.</summary>
    public DateTimeOffset? EnteredAt { get; init; }

    /// <summary>The scenario that people entered and planning made this one of; null for one that was entered.</summary>
    public Id<Scenario>? Of { get; init; }

    /// <summary>The scenario that people entered: this one, or the one that it was made of.</summary>
    internal Id<Scenario> Origin => Of ?? Id;
}

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
}

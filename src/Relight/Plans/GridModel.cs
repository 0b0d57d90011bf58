using Relight.Grid;
using Relight.Register;

namespace Relight.Plans;

/// <summary>A network model that the register keeps: the case file, and what people call its parts.</summary>
public sealed record GridModel
{
    /// <summary>Id of the model.</summary>
    public required Id<GridModel> Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What must stand wherever the model shows, e.g. that it is synthetic; null for nothing.</summary>
    public string? Label { get; init; }

    /// <summary>The network as a MATPOWER v2 case.</summary>
    public required string Case { get; init; }

    /// <summary>Where the buses are.</summary>
    public required IReadOnlyList<BusPlace> Places { get; init; }

    /// <summary>What people call the elements.</summary>
    public required IReadOnlyList<ElementName> Names { get; init; }
}

/// <summary>
/// Where a bus is, and who lives on it. The exact place is on the earth, or on a drawing of the grid, or not known; a bus without
/// one is on no map, and its area may be known all the same.
/// </summary>
/// <param name="Bus">Number of the bus.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Oblast">P-code of its area; null where it is not known.</param>
/// <param name="Longitude">Degrees east; null where it is not known.</param>
/// <param name="Latitude">Degrees north, from -85 to 85; null where it is not known.</param>
/// <param name="People">People who live on its demand.</param>
public sealed record BusPlace(int Bus, string Name, AreaCode? Oblast, double? Longitude, double? Latitude, int People)
{
    /// <summary>Where it stands on a drawing of the grid, across, in any unit; null where it is on none.</summary>
    public double? X { get; init; }

    /// <summary>Where it stands on a drawing of the grid, upwards, in the same unit; null where it is on none.</summary>
    public double? Y { get; init; }

    /// <summary>Whether it is known where on the earth it is.</summary>
    internal bool IsOnEarth => Longitude is not null && Latitude is not null;
}

/// <summary>What people call a network element.</summary>
/// <param name="Element">The element.</param>
/// <param name="Name">Its name.</param>
public sealed record ElementName(ElementId Element, string Name);

using Relight.Register;

namespace Relight.Deliveries;

/// <summary>A place that consignments pass: a port, an airport, a railway station, a border point, a hub. Never the site of a need.</summary>
public sealed record Place
{
    /// <summary>Width of the railways of most of Europe, in mm.</summary>
    public const int StandardGauge = 1435;

    /// <summary>Width of the railways of Ukraine, Moldova, the Baltic states and others, in mm.</summary>
    public const int BroadGauge = 1520;

    /// <summary>Id of the place.</summary>
    public required Id<Place> Id { get; init; }

    /// <summary>Counts its changes from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Its UN/LOCODE, which no other place of the operation has.</summary>
    public required Unlocode Code { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Gauges of the railways that reach it, in mm; empty where none does. A place where wagons are changed has two.</summary>
    public required IReadOnlyList<int> GaugesMillimetres { get; init; }

    /// <summary>Where it is; null where nobody has said: then the cost of a way from it is not known.</summary>
    public Position? Position { get; init; }

    /// <summary>Whether it is a hub, where goods are kept until it is known who gets them.</summary>
    public required bool IsHub { get; init; }
}

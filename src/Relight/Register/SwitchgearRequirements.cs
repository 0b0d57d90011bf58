using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>A bay that waits for a disconnector.</summary>
public sealed record DisconnectorBay : Requirement
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override NeedKind Kind => NeedKind.GridAsset;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.Disconnector;

    /// <summary>Highest voltage Um of the system, in kV.</summary>
    public required decimal SystemUm { get; init; }

    /// <summary>Load current, in A.</summary>
    public decimal? LoadAmperes { get; init; }

    /// <summary>Fault level, in kA.</summary>
    public decimal? FaultLevelKiloamperes { get; init; }

    /// <summary>Control voltage of the station, in V; null where it is not known, or it is to be moved by hand.</summary>
    public decimal? ControlVolts { get; init; }

    /// <summary>Whether it must have an earthing switch.</summary>
    public bool EarthingSwitch { get; init; }
}

/// <summary>A place that waits for a current or voltage transformer.</summary>
public sealed record InstrumentPlace : Requirement
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override NeedKind Kind => NeedKind.GridAsset;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.InstrumentTransformer;

    /// <summary>What is to be measured.</summary>
    public required InstrumentKind Measures { get; init; }

    /// <summary>Highest voltage Um of the system, in kV.</summary>
    public required decimal SystemUm { get; init; }

    /// <summary>Rated primary value, in A or in kV.</summary>
    public decimal? Primary { get; init; }

    /// <summary>Rated secondary value, in A or in V: what the relays and meters there take.</summary>
    public decimal? Secondary { get; init; }

    /// <summary>Accuracy class that is wanted, e.g. <c>0.2S</c>.</summary>
    public string? AccuracyClass { get; init; }

    /// <summary>Burden of what is connected, in VA.</summary>
    public decimal? BurdenVoltamperes { get; init; }

    /// <summary>Number of cores that are wanted.</summary>
    public int? Cores { get; init; }
}

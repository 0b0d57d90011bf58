using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>A disconnector: opens a circuit that carries no current.</summary>
public sealed record Disconnector : Specification
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.Disconnector;

    /// <summary>Rated voltage Ur, in kV.</summary>
    public decimal? RatedKilovolts { get; init; }

    /// <summary>Rated current Ir, in A.</summary>
    public decimal? RatedAmperes { get; init; }

    /// <summary>Short-time current that it withstands closed, in kA.</summary>
    public decimal? ShortTimeKiloamperes { get; init; }

    /// <summary>Whether an earthing switch comes with it.</summary>
    public bool? EarthingSwitch { get; init; }

    /// <summary>Control voltage of its drive, in V; null where unknown, or where it is moved by hand.</summary>
    public decimal? ControlVolts { get; init; }

    /// <summary>Lowest temperature that it works at, in °C.</summary>
    public decimal? LowestCelsius { get; init; }
}

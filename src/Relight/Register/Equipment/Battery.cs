using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>A battery with its converter, or batteries for the supply of a substation.</summary>
public sealed record Battery : Specification
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.Battery;

    /// <summary>Power that it gives over long, in kW.</summary>
    public decimal? Kilowatts { get; init; }

    /// <summary>Energy that can be taken from it, in kWh.</summary>
    public decimal? KilowattHours { get; init; }

    /// <summary>Whether it forms a grid of its own; one that only follows a grid gives nothing while that is away.</summary>
    public bool? GridForming { get; init; }

    /// <summary>Whether it has three phases.</summary>
    public bool? ThreePhase { get; init; }

    /// <summary>Voltage between phases, of the one phase, or of the direct current, in V.</summary>
    public decimal? Volts { get; init; }

    /// <summary>Frequency, in Hz; 0 for direct current.</summary>
    public decimal? FrequencyHertz { get; init; }

    /// <summary>Lowest temperature that it works at, in °C.</summary>
    public decimal? LowestCelsius { get; init; }

    /// <summary>Highest temperature that it works at, in °C.</summary>
    public decimal? HighestCelsius { get; init; }
}

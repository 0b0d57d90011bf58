using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>A pump for water or heat, with its motor.</summary>
public sealed record Pump : Specification
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.WaterEquipment;

    /// <summary>Rated flow, in m³ per hour.</summary>
    public decimal? CubicMetresPerHour { get; init; }

    /// <summary>Head at the rated flow, in m.</summary>
    public decimal? HeadMetres { get; init; }

    /// <summary>Power of its motor, in kW.</summary>
    public decimal? Kilowatts { get; init; }

    /// <summary>Whether its motor has three phases.</summary>
    public bool? ThreePhase { get; init; }

    /// <summary>Voltage of its motor, in V.</summary>
    public decimal? Volts { get; init; }

    /// <summary>Frequency of its motor, in Hz.</summary>
    public decimal? FrequencyHertz { get; init; }
}

using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>How long an engine may give its rated power.</summary>
public enum EngineRating
{
    /// <summary>Without limit in time, at varying load.</summary>
    Prime,

    /// <summary>In emergencies only.</summary>
    Standby,
}

/// <summary>A generating set with an engine.</summary>
public sealed record GeneratingSet : Specification
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.GeneratingSet;

    /// <summary>Rated apparent power, in kVA.</summary>
    public decimal? Kilovoltamperes { get; init; }

    /// <summary>Rated active power, in kW; at a power factor of 0.8 where only kVA are given.</summary>
    public decimal? Kilowatts { get; init; }

    /// <summary>Whether it has three phases.</summary>
    public bool? ThreePhase { get; init; }

    /// <summary>Voltage between phases, or of the one phase, in V.</summary>
    public decimal? Volts { get; init; }

    /// <summary>Frequency, in Hz.</summary>
    public decimal? FrequencyHertz { get; init; }

    /// <summary>What the rating means.</summary>
    public EngineRating? Rating { get; init; }

    /// <summary>Whether a transfer switch comes with it.</summary>
    public bool? TransferSwitch { get; init; }

    /// <summary>Fuel, e.g. <c>diesel</c>.</summary>
    public string? Fuel { get; init; }

    /// <summary>Fuel at 75 % load, in litres per kWh.</summary>
    public decimal? LitresPerKilowattHour { get; init; }
}

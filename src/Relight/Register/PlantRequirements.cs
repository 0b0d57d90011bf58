using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>A place with gas and a connection to the network that waits for a gas turbine.</summary>
public sealed record TurbineSite : Requirement
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override NeedKind Kind => NeedKind.GridAsset;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.GasTurbine;

    /// <summary>Power that is wanted, in MW.</summary>
    public required decimal Megawatts { get; init; }

    /// <summary>Frequency of the system, in Hz.</summary>
    public decimal FrequencyHertz { get; init; } = 50;

    /// <summary>Pressure of the gas there, in bar.</summary>
    public decimal? GasBar { get; init; }

    /// <summary>Voltage of the connection, in kV.</summary>
    public decimal? ConnectionKilovolts { get; init; }
}

/// <summary>A section of a line that waits for conductor or cable.</summary>
public sealed record LineSection : Requirement
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override NeedKind Kind => NeedKind.GridAsset;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.Conductor;

    /// <summary>How it is to be laid.</summary>
    public required ConductorForm Form { get; init; }

    /// <summary>Length of conductor that is needed in all, in m: of all phases together.</summary>
    public required decimal LengthMetres { get; init; }

    /// <summary>Highest voltage Um of the system, in kV.</summary>
    public decimal? SystemUm { get; init; }

    /// <summary>Load current, in A.</summary>
    public decimal? LoadAmperes { get; init; }

    /// <summary>Cross-section that fittings and towers are made for, in mm².</summary>
    public decimal? SquareMillimetres { get; init; }
}

/// <summary>A water works or heat network that waits for a pump.</summary>
public sealed record PumpPlace : Requirement
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override NeedKind Kind => NeedKind.Goods;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.WaterEquipment;

    /// <summary>Flow that is wanted, in m³ per hour.</summary>
    public required decimal CubicMetresPerHour { get; init; }

    /// <summary>Head that is wanted at that flow, in m.</summary>
    public decimal? HeadMetres { get; init; }

    /// <summary>Voltage there, in V.</summary>
    public decimal Volts { get; init; } = 400;

    /// <summary>Whether there are three phases.</summary>
    public bool ThreePhase { get; init; } = true;

    /// <summary>Frequency there, in Hz.</summary>
    public decimal FrequencyHertz { get; init; } = 50;
}

/// <summary>A building or heat network that waits for a boiler.</summary>
public sealed record HeatPlace : Requirement
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override NeedKind Kind => NeedKind.Goods;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.HeatingEquipment;

    /// <summary>Heat that is wanted, in kW.</summary>
    public required decimal HeatKilowatts { get; init; }

    /// <summary>Fuels that can be had there, e.g. <c>gas</c>; empty where any can.</summary>
    public IReadOnlyList<string> Fuels { get; init; } = [];

    /// <summary>Pressure of the heat network, in bar.</summary>
    public decimal? Bar { get; init; }
}

using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>A boiler for heat.</summary>
public sealed record Boiler : Specification
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.HeatingEquipment;

    /// <summary>Heat that it gives, in kW.</summary>
    public decimal? HeatKilowatts { get; init; }

    /// <summary>Fuel, e.g. <c>gas</c>, <c>diesel</c>, <c>wood</c>, <c>electricity</c>.</summary>
    public string? Fuel { get; init; }

    /// <summary>Highest pressure that it works at, in bar.</summary>
    public decimal? Bar { get; init; }

    /// <summary>Whether it stands on a trailer or in a container.</summary>
    public bool? Mobile { get; init; }
}

using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>The kinds of need.</summary>
public enum NeedKind
{
    /// <summary>Equipment of the network.</summary>
    GridAsset,

    /// <summary>Power for a hospital, water works, heat plant or the like.</summary>
    FacilityPower,

    /// <summary>Fuel, medical supplies, winter equipment.</summary>
    Goods,

    /// <summary>Money.</summary>
    Money,
}

/// <summary>What would serve a need: the place's side of a match. A value that is null is not known yet.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TransformerBay), "transformerBay")]
[JsonDerivedType(typeof(BreakerBay), "breakerBay")]
[JsonDerivedType(typeof(FacilityPower), "facilityPower")]
[JsonDerivedType(typeof(DisconnectorBay), "disconnectorBay")]
[JsonDerivedType(typeof(InstrumentPlace), "instrumentPlace")]
[JsonDerivedType(typeof(TurbineSite), "turbineSite")]
[JsonDerivedType(typeof(LineSection), "lineSection")]
[JsonDerivedType(typeof(PumpPlace), "pumpPlace")]
[JsonDerivedType(typeof(HeatPlace), "heatPlace")]
[JsonDerivedType(typeof(GoodsRequirement), "goods")]
[JsonDerivedType(typeof(MoneyRequirement), "money")]
public abstract record Requirement
{
    /// <summary>What kind of need it makes.</summary>
    [JsonIgnore]
    public abstract NeedKind Kind { get; }

    /// <summary>The kind of item that serves it.</summary>
    [JsonIgnore]
    public abstract ItemKind Item { get; }

    /// <summary>Every kind of item that can serve it: <see cref="Item"/>, and what can stand in for that.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<ItemKind> Served => [Item];
}

/// <summary>A bay that waits for a power transformer or autotransformer.</summary>
public sealed record TransformerBay : Requirement
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override NeedKind Kind => NeedKind.GridAsset;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.PowerTransformer;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<ItemKind> Served => [Item, ItemKind.MobileSubstation];

    /// <summary>What the unit does there.</summary>
    public TransformerFunction? Function { get; init; }

    /// <summary>Voltage of the upper side, at which the system is run, in kV.</summary>
    public required decimal HighKilovolts { get; init; }

    /// <summary>Voltage wanted on the lower side, in kV.</summary>
    public required decimal LowKilovolts { get; init; }

    /// <summary>Load to be carried, in MVA.</summary>
    public decimal? LoadMegavoltamperes { get; init; }

    /// <summary>Frequency of the system, in Hz.</summary>
    public decimal FrequencyHertz { get; init; } = 50;

    /// <summary>Highest voltage Um of the upper system, in kV.</summary>
    public decimal? HighSystemUm { get; init; }

    /// <summary>Highest voltage Um of the lower system, in kV.</summary>
    public decimal? LowSystemUm { get; init; }

    /// <summary>Lightning impulse level of the site on the upper side, in kV.</summary>
    public decimal? HighImpulseKilovolts { get; init; }

    /// <summary>Lightning impulse level of the site on the lower side, in kV.</summary>
    public decimal? LowImpulseKilovolts { get; init; }

    /// <summary>Fault level of the upper side, in kA.</summary>
    public decimal? FaultLevelKiloamperes { get; init; }

    /// <summary>Fault level that the switchgear of the lower side can stand, in kA.</summary>
    public decimal? LowSwitchgearKiloamperes { get; init; }

    /// <summary>Voltage at which the tertiary feeds station service, in kV; null where it feeds none.</summary>
    public decimal? StationServiceKilovolts { get; init; }

    /// <summary>The unit it is to run beside; null where it runs alone.</summary>
    public ParallelUnit? Parallel { get; init; }

    /// <summary>Greatest transport mass that can reach the bay, in t.</summary>
    public decimal? TransportLimitTonnes { get; init; }

    /// <summary>Greatest length that can reach the bay, in m.</summary>
    public decimal? TransportLimitLengthMetres { get; init; }

    /// <summary>Greatest width that can reach the bay, in m.</summary>
    public decimal? TransportLimitWidthMetres { get; init; }

    /// <summary>Greatest height that can reach the bay, in m.</summary>
    public decimal? TransportLimitHeightMetres { get; init; }

    /// <summary>Gauge of the railway to the bay, in mm; null where it comes by road, or is not known.</summary>
    public int? RailGaugeMillimetres { get; init; }
}

/// <summary>A unit in service that another is to run in parallel with.</summary>
/// <param name="HighKilovolts">Its rated voltage of the upper side, in kV.</param>
/// <param name="LowKilovolts">Its rated voltage of the lower side, in kV.</param>
/// <param name="PowerMegavoltamperes">Its rated power, in MVA.</param>
/// <param name="ClockNumber">Clock number of its vector group, 0 to 11.</param>
/// <param name="ImpedancePercent">Its impedance between upper and lower side, in %.</param>
public sealed record ParallelUnit(
    decimal HighKilovolts, decimal LowKilovolts, decimal PowerMegavoltamperes, int ClockNumber, decimal ImpedancePercent);

/// <summary>A bay that waits for a circuit breaker.</summary>
public sealed record BreakerBay : Requirement
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override NeedKind Kind => NeedKind.GridAsset;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.CircuitBreaker;

    /// <summary>Highest voltage Um of the system, in kV.</summary>
    public required decimal SystemUm { get; init; }

    /// <summary>Load current, in A.</summary>
    public decimal? LoadAmperes { get; init; }

    /// <summary>Fault level, in kA.</summary>
    public decimal? FaultLevelKiloamperes { get; init; }

    /// <summary>Control voltage of the station, in V; null where it is not known.</summary>
    public decimal? ControlVolts { get; init; }

    /// <summary>Whether it is to close again within a third of a second of breaking, as on lines overhead.</summary>
    public bool Reclosing { get; init; }

    /// <summary>Frequency of the system, in Hz.</summary>
    public decimal FrequencyHertz { get; init; } = 50;
}

/// <summary>What a facility does.</summary>
public enum FacilityKind
{
    /// <summary>Hospital.</summary>
    Hospital,

    /// <summary>Water works.</summary>
    Water,

    /// <summary>Heat plant.</summary>
    Heat,

    /// <summary>Shelter.</summary>
    Shelter,

    /// <summary>Telecommunications.</summary>
    Telecom,
}

/// <summary>A facility that needs power of its own while the grid is away.</summary>
public sealed record FacilityPower : Requirement
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override NeedKind Kind => NeedKind.FacilityPower;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.GeneratingSet;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<ItemKind> Served => [Item, ItemKind.Battery];

    /// <summary>What the facility does.</summary>
    public required FacilityKind Facility { get; init; }

    /// <summary>Load to be carried, in kW.</summary>
    public required decimal LoadKilowatts { get; init; }

    /// <summary>Hours a day for which it is to be carried; null where unknown.</summary>
    public decimal? HoursPerDay { get; init; }

    /// <summary>Voltage between phases, or of the one phase, in V.</summary>
    public decimal Volts { get; init; } = 400;

    /// <summary>Whether three phases are needed.</summary>
    public bool ThreePhase { get; init; } = true;

    /// <summary>Frequency, in Hz.</summary>
    public decimal FrequencyHertz { get; init; } = 50;

    /// <summary>Fuels that can be had there, e.g. <c>diesel</c>; empty where any can, or it is not known.</summary>
    public IReadOnlyList<string> Fuels { get; init; } = [];
}

/// <summary>Goods that are needed by quantity.</summary>
/// <param name="Goods">What they are.</param>
/// <param name="Amount">How much of them.</param>
public sealed record GoodsRequirement(Item Goods, Quantity Amount) : Requirement
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override NeedKind Kind => NeedKind.Goods;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => Goods.Kind;
}

/// <summary>Money that is needed.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Purpose">What for.</param>
public sealed record MoneyRequirement(Money Amount, string Purpose) : Requirement
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override NeedKind Kind => NeedKind.Money;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.Money;
}

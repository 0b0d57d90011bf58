using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>What a power transformer does; the three do not replace each other.</summary>
public enum TransformerFunction
{
    /// <summary>Autotransformer between two systems.</summary>
    Auto,

    /// <summary>Two separate windings between two systems.</summary>
    TwoWinding,

    /// <summary>Between a generator and the network.</summary>
    GeneratorStepUp,
}

/// <summary>Where a transformer served before.</summary>
public enum FormerPlace
{
    /// <summary>In a substation of the network.</summary>
    Substation,

    /// <summary>In a power plant.</summary>
    PowerPlant,
}

/// <summary>What the third winding is for.</summary>
public enum TertiaryUse
{
    /// <summary>Its terminals are brought out, and carry load: station service, reactors or capacitors.</summary>
    Loadable,

    /// <summary>A closed delta that only stabilises: nothing is fed from it.</summary>
    Stabilising,
}

/// <summary>A power transformer or autotransformer.</summary>
public sealed record PowerTransformer : Specification
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.PowerTransformer;

    /// <summary>What it does.</summary>
    public TransformerFunction? Function { get; init; }

    /// <summary>Where it served before; null where unknown.</summary>
    public FormerPlace? Served { get; init; }

    /// <summary>The winding of the upper side.</summary>
    public required Winding High { get; init; }

    /// <summary>The winding of the lower side.</summary>
    public required Winding Low { get; init; }

    /// <summary>The third winding; null where there is none, or none is named.</summary>
    public Winding? Tertiary { get; init; }

    /// <summary>What the third winding is for; null where unknown.</summary>
    public TertiaryUse? TertiaryUse { get; init; }

    /// <summary>Vector group as the plate gives it, e.g. <c>YNa0d11</c>.</summary>
    public VectorGroup? VectorGroup { get; init; }

    /// <summary>Rated frequency, in Hz.</summary>
    public decimal? FrequencyHertz { get; init; }

    /// <summary>Impedance between upper and lower side, in % at rated power.</summary>
    public decimal? HighLowImpedancePercent { get; init; }

    /// <summary>Impedance between upper side and tertiary, in %.</summary>
    public decimal? HighTertiaryImpedancePercent { get; init; }

    /// <summary>Impedance between lower side and tertiary, in %.</summary>
    public decimal? LowTertiaryImpedancePercent { get; init; }

    /// <summary>Tap changer; null where unknown.</summary>
    public TapChanger? Taps { get; init; }

    /// <summary>Short-circuit current that it withstands on the upper side, in kA.</summary>
    public decimal? ShortCircuitKiloamperes { get; init; }

    /// <summary>Whether a unit is one phase of a bank of three; null where unknown.</summary>
    public bool? SinglePhase { get; init; }

    /// <summary>Cooling by its code, e.g. <c>ONAF</c>.</summary>
    public string? Cooling { get; init; }

    /// <summary>How the neutral is earthed, in words.</summary>
    public string? NeutralEarthing { get; init; }

    /// <summary>Total mass, in t.</summary>
    public decimal? TotalTonnes { get; init; }

    /// <summary>Length as it travels, in m.</summary>
    public decimal? TransportLengthMetres { get; init; }

    /// <summary>Width as it travels, in m.</summary>
    public decimal? TransportWidthMetres { get; init; }

    /// <summary>Height as it travels, in m.</summary>
    public decimal? TransportHeightMetres { get; init; }

    /// <summary>Oil, in t.</summary>
    public decimal? OilTonnes { get; init; }

    /// <summary>What is known to be missing; null where nobody has looked, empty where nothing is.</summary>
    public IReadOnlyList<string>? MissingParts { get; init; }

    /// <summary>What engineers look through before a foreign unit is connected; null where nothing of it is known.</summary>
    public TransformerReview? Review { get; init; }
}

/// <summary>What papers and inspection tell of a transformer beside its plate; a value that is null is unknown.</summary>
public sealed record TransformerReview
{
    /// <summary>Bushings: type, connection and creepage, in words.</summary>
    public string? Bushings { get; init; }

    /// <summary>Cores of the built-in current transformers, in words, e.g. <c>600/1 A, 5P20</c>; "none" where there are none.</summary>
    public string? CurrentTransformers { get; init; }

    /// <summary>Maker and type of the tap changer.</summary>
    public string? TapChangerMake { get; init; }

    /// <summary>Space that the unit takes on its foundation, in words, e.g. <c>9.2 × 5.1 m, rails 1524 mm apart</c>.</summary>
    public string? Footprint { get; init; }

    /// <summary>Settings of its protection, as its maker or last owner gives them; null where unknown.</summary>
    public string? ProtectionSettings { get; init; }

    /// <summary>Whether the oil was found free of PCB.</summary>
    public bool? FreeOfPcb { get; init; }

    /// <summary>Whether the analysis of gases in the oil is good.</summary>
    public bool? GasesGood { get; init; }

    /// <summary>Moisture of the insulation, in %.</summary>
    public decimal? MoisturePercent { get; init; }
}

/// <summary>One winding of a transformer.</summary>
public sealed record Winding
{
    /// <summary>Rated voltage between phases, in kV.</summary>
    public decimal? RatedKilovolts { get; init; }

    /// <summary>Rated power of all three phases, in MVA.</summary>
    public decimal? RatedMegavoltamperes { get; init; }

    /// <summary>Highest voltage for equipment Um, in kV.</summary>
    public decimal? Um { get; init; }

    /// <summary>Lightning impulse level, in kV.</summary>
    public decimal? ImpulseKilovolts { get; init; }
}

/// <summary>Which side of a transformer.</summary>
public enum WindingSide
{
    /// <summary>The upper side.</summary>
    High,

    /// <summary>The lower side.</summary>
    Low,
}

/// <summary>A tap changer: equal steps to both sides of the rated ratio.</summary>
/// <param name="OnLoad">Whether it works under load; null where unknown.</param>
/// <param name="Side">The winding it is on.</param>
/// <param name="StepsEachWay">Number of steps up, and the same number down; 0 or more.</param>
/// <param name="StepPercent">One step, in % of the rated voltage of its winding.</param>
public sealed record TapChanger(bool? OnLoad, WindingSide Side, int StepsEachWay, decimal StepPercent)
{
    /// <summary>Farthest deviation from the rated voltage, in %.</summary>
    public decimal RangePercent => StepsEachWay * StepPercent;
}

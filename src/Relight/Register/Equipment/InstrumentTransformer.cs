using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>What an instrument transformer measures.</summary>
public enum InstrumentKind
{
    /// <summary>Current.</summary>
    Current,

    /// <summary>Voltage.</summary>
    Voltage,
}

/// <summary>A current or voltage transformer for measuring and protection: never a stand-in for a power transformer.</summary>
public sealed record InstrumentTransformer : Specification
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.InstrumentTransformer;

    /// <summary>What it measures.</summary>
    public InstrumentKind? Measures { get; init; }

    /// <summary>Highest voltage for equipment Um, in kV.</summary>
    public decimal? Um { get; init; }

    /// <summary>Rated primary value, in A or in kV.</summary>
    public decimal? Primary { get; init; }

    /// <summary>Rated secondary value, in A or in V.</summary>
    public decimal? Secondary { get; init; }

    /// <summary>Accuracy class, e.g. <c>0.2S</c>.</summary>
    public string? AccuracyClass { get; init; }

    /// <summary>Burden, in VA.</summary>
    public decimal? BurdenVoltamperes { get; init; }

    /// <summary>Number of cores or secondary windings.</summary>
    public int? Cores { get; init; }
}

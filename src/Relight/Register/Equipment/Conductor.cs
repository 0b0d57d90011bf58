using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>How a conductor is laid.</summary>
public enum ConductorForm
{
    /// <summary>Bare, between towers.</summary>
    Overhead,

    /// <summary>Insulated cable, in the ground or on it.</summary>
    Cable,
}

/// <summary>What a conductor is made of.</summary>
public enum ConductorMaterial
{
    /// <summary>Copper.</summary>
    Copper,

    /// <summary>Aluminium or one of its alloys.</summary>
    Aluminium,

    /// <summary>Aluminium around steel.</summary>
    SteelAluminium,
}

/// <summary>A cable or conductor.</summary>
public sealed record Conductor : Specification
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.Conductor;

    /// <summary>How it is laid.</summary>
    public ConductorForm? Form { get; init; }

    /// <summary>What it is made of.</summary>
    public ConductorMaterial? Material { get; init; }

    /// <summary>Cross-section of one core, in mm².</summary>
    public decimal? SquareMillimetres { get; init; }

    /// <summary>Number of cores of a cable.</summary>
    public int? Cores { get; init; }

    /// <summary>Highest voltage for equipment Um of a cable, in kV.</summary>
    public decimal? Um { get; init; }

    /// <summary>Current that it carries over long, in A.</summary>
    public decimal? RatedAmperes { get; init; }

    /// <summary>Length of one unit, e.g. of one drum, in m.</summary>
    public decimal? LengthMetres { get; init; }

    /// <summary>Phases for which one length does: three with three cores or more, else one; also where the cores are not known.</summary>
    [JsonIgnore]
    public int Phases => Cores >= 3 ? 3 : 1;
}

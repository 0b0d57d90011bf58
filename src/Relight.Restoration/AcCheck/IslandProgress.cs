using Relight.Grid.Flow;

namespace Relight.Restoration;

/// <summary>How far the search has come in an island.</summary>
/// <param name="parts">What is in it.</param>
internal sealed class IslandProgress(IslandParts parts)
{
    /// <summary>What is in it.</summary>
    public IslandParts Parts { get; } = parts;

    /// <summary>Share of the longest steps that the next correction may take.</summary>
    public double Radius { get; set; } = 1;

    /// <summary>True where a step that is kept lets the next be longer: not the one after a step that was taken back.</summary>
    public bool Grows { get; set; } = true;

    /// <summary>What the last correction took of <see cref="Radius"/>.</summary>
    public double Used { get; set; } = 1;

    /// <summary>True where no further correction is of use.</summary>
    public bool Done { get; set; }

    /// <summary>Unserved load and the price of what is outside its limits, at the last point that was kept.</summary>
    public double Merit { get; set; } = double.PositiveInfinity;

    /// <summary>The last point that was kept, with its power flow.</summary>
    public OperatingPoint? Last { get; set; }

    /// <summary>True where <see cref="Last"/> holds.</summary>
    public bool Holds { get; set; }

    /// <summary>The power flow of <see cref="Last"/>.</summary>
    public AcFlowResult? LastFlow { get; set; }

    /// <summary>The point that serves most of those that hold; null for none.</summary>
    public OperatingPoint? Best { get; set; }

    /// <summary>The power flow of <see cref="Best"/>.</summary>
    public AcFlowResult? BestFlow { get; set; }

    /// <summary>Load by weight that is unserved at <see cref="Best"/>.</summary>
    public double BestUnserved { get; set; }

    /// <summary>The limits at the last solution.</summary>
    public IReadOnlyList<LimitRow> Rows { get; set; } = [];
}

using Relight.Grid.Flow;

namespace Relight.Restoration;

/// <summary>When a stage holds in AC, and how long to look for a point at which it does.</summary>
public sealed record AcCheckOptions
{
    /// <summary>How far a voltage may be beyond the limits of its bus, in p.u.</summary>
    public double VoltageTolerance { get; init; } = 1e-3;

    /// <summary>How far a loading or an output may be beyond its limit, as a share of the limit, or in MVA where that is below 1.</summary>
    public double PowerTolerance { get; init; } = 1e-3;

    /// <summary>Rounds of power flow and correction in one stage.</summary>
    public int MostRounds { get; init; } = 80;

    /// <summary>Findings to keep of a stage; the gravest first.</summary>
    public int MostFindings { get; init; } = 20;

    /// <summary>Threads to use; changes the time, never the result.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>True where something outside its limits is so by more than the tolerance.</summary>
    public bool Matters(FlowViolation violation) => violation.Kind switch
    {
        ViolationKind.DoesNotConverge or ViolationKind.NoSource => true,
        ViolationKind.LowVoltage or ViolationKind.HighVoltage => Math.Abs(violation.Value - violation.Limit) > VoltageTolerance,
        _ => Math.Abs(violation.Value - violation.Limit) > PowerTolerance * Math.Max(1, Math.Abs(violation.Limit)),
    };
}

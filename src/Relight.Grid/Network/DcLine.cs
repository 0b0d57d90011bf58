namespace Relight.Grid;

/// <summary>A controllable direct-current line (MATPOWER v2, <c>mpc.dcline</c>). Load delivery takes it as lossless.</summary>
public sealed record DcLine
{
    /// <summary>Row in the file, from 1.</summary>
    public required int Row { get; init; }

    /// <summary>Number of the bus at the from end.</summary>
    public required int From { get; init; }

    /// <summary>Number of the bus at the to end.</summary>
    public required int To { get; init; }

    /// <summary>False where the file takes it out of service.</summary>
    public bool InService { get; init; } = true;

    /// <summary>MW that enter at the from end: start value.</summary>
    public double FlowMegawatts { get; init; }

    /// <summary>Lowest flow from → to in MW.</summary>
    public double MinMegawatts { get; init; }

    /// <summary>Highest flow from → to in MW.</summary>
    public double MaxMegawatts { get; init; }

    /// <summary>Mvar injected at the from end: start value.</summary>
    public double FromMegavars { get; init; }

    /// <summary>Mvar injected at the to end: start value.</summary>
    public double ToMegavars { get; init; }

    /// <summary>Voltage set-point at the from end in p.u.</summary>
    public double FromVoltage { get; init; } = 1;

    /// <summary>Voltage set-point at the to end in p.u.</summary>
    public double ToVoltage { get; init; } = 1;

    /// <summary>Lowest and highest Mvar at the from end.</summary>
    public (double Min, double Max) FromMegavarLimits { get; init; }

    /// <summary>Lowest and highest Mvar at the to end.</summary>
    public (double Min, double Max) ToMegavarLimits { get; init; }

    /// <summary>Loss in MW that does not depend on the flow.</summary>
    public double ConstantLoss { get; init; }

    /// <summary>Loss in MW for each MW of flow.</summary>
    public double ProportionalLoss { get; init; }
}

namespace Relight.Grid;

/// <summary>A generator (MATPOWER v2, <c>mpc.gen</c>).</summary>
public sealed record Generator
{
    /// <summary>Row in the file, from 1.</summary>
    public required int Row { get; init; }

    /// <summary>Number of the bus it feeds.</summary>
    public required int Bus { get; init; }

    /// <summary>Active output in MW: start value.</summary>
    public double OutputMegawatts { get; init; }

    /// <summary>Reactive output in Mvar: start value.</summary>
    public double OutputMegavars { get; init; }

    /// <summary>Highest reactive output in Mvar.</summary>
    public double MaxMegavars { get; init; }

    /// <summary>Lowest reactive output in Mvar.</summary>
    public double MinMegavars { get; init; }

    /// <summary>Voltage set-point in p.u.</summary>
    public double VoltageSetPoint { get; init; } = 1;

    /// <summary>MVA base of the machine.</summary>
    public double MachineBase { get; init; }

    /// <summary>False where the file takes it out of service.</summary>
    public bool InService { get; init; } = true;

    /// <summary>Highest active output in MW.</summary>
    public double MaxMegawatts { get; init; }

    /// <summary>Lowest active output in MW while running; negative for a dispatchable load.</summary>
    public double MinMegawatts { get; init; }
}

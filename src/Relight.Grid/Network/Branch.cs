namespace Relight.Grid;

/// <summary>A line or transformer in the π model with an ideal transformer at its from end (MATPOWER v2, <c>mpc.branch</c>).</summary>
public sealed record Branch
{
    /// <summary>Row in the file, from 1.</summary>
    public required int Row { get; init; }

    /// <summary>Number of the bus at the from end.</summary>
    public required int From { get; init; }

    /// <summary>Number of the bus at the to end; differs from <see cref="From"/>.</summary>
    public required int To { get; init; }

    /// <summary>Series resistance in p.u.</summary>
    public double Resistance { get; init; }

    /// <summary>Series reactance in p.u.; never 0, may be negative.</summary>
    public required double Reactance { get; init; }

    /// <summary>Total charging susceptance in p.u.</summary>
    public double Susceptance { get; init; }

    /// <summary>Long-term rating A in MVA; 0 is no limit.</summary>
    public double RatingMegavoltAmperes { get; init; }

    /// <summary>Short-term rating B in MVA; 0 is no limit.</summary>
    public double ShortTermRating { get; init; }

    /// <summary>Emergency rating C in MVA; 0 is no limit.</summary>
    public double EmergencyRating { get; init; }

    /// <summary>Off-nominal tap ratio at the from end as written; 0 stands for a line, that is a ratio of 1.</summary>
    public double Tap { get; init; }

    /// <summary>Phase shift in degrees, positive is a delay.</summary>
    public double ShiftDegrees { get; init; }

    /// <summary>False where the file takes it out of service.</summary>
    public bool InService { get; init; } = true;

    /// <summary>Lower limit of the angle difference in degrees; kept, not used in load delivery.</summary>
    public double MinAngleDegrees { get; init; } = -360;

    /// <summary>Upper limit of the angle difference in degrees; kept, not used in load delivery.</summary>
    public double MaxAngleDegrees { get; init; } = 360;

    /// <summary>Tap ratio to compute with: <see cref="Tap"/>, or 1 where that is 0.</summary>
    public double Ratio => Tap == 0 ? 1 : Tap;

    /// <summary>True where the row describes a transformer: a tap or a phase shift is written.</summary>
    public bool IsTransformer => Tap != 0 || ShiftDegrees != 0;
}

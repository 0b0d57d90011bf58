namespace Relight.Grid;

/// <summary>Bus types as MATPOWER v2 numbers them.</summary>
public enum BusType
{
    /// <summary>Load bus: active and reactive power given.</summary>
    Load = 1,

    /// <summary>Generator bus: active power and voltage given.</summary>
    Generator = 2,

    /// <summary>Reference bus: voltage and angle given.</summary>
    Reference = 3,

    /// <summary>Out of service, with everything attached to it.</summary>
    Isolated = 4,
}

/// <summary>A bus with its demand and shunt (MATPOWER v2, <c>mpc.bus</c>).</summary>
public sealed record Bus
{
    /// <summary>Number of the bus in the file; positive and unique.</summary>
    public required int Id { get; init; }

    /// <summary>Type; <see cref="BusType.Isolated"/> is out of service.</summary>
    public BusType Type { get; init; } = BusType.Load;

    /// <summary>Active demand in MW; negative is an injection.</summary>
    public double DemandMegawatts { get; init; }

    /// <summary>Reactive demand in Mvar.</summary>
    public double DemandMegavars { get; init; }

    /// <summary>Shunt conductance Gs: MW consumed at 1 p.u. voltage.</summary>
    public double ShuntMegawatts { get; init; }

    /// <summary>Shunt susceptance Bs: Mvar injected at 1 p.u. voltage.</summary>
    public double ShuntMegavars { get; init; }

    /// <summary>Area number.</summary>
    public int Area { get; init; } = 1;

    /// <summary>Voltage magnitude in p.u.: start value, or result.</summary>
    public double VoltageMagnitude { get; init; } = 1;

    /// <summary>Voltage angle in degrees: start value, or result.</summary>
    public double VoltageAngleDegrees { get; init; }

    /// <summary>Nominal voltage in kV; 0 where the file does not give it.</summary>
    public double BaseKilovolts { get; init; }

    /// <summary>Loss zone.</summary>
    public int Zone { get; init; } = 1;

    /// <summary>Highest admissible voltage in p.u.</summary>
    public double MaxVoltage { get; init; } = 1.1;

    /// <summary>Lowest admissible voltage in p.u.</summary>
    public double MinVoltage { get; init; } = 0.9;

    /// <summary>Name, where the file gives one.</summary>
    public string? Name { get; init; }
}

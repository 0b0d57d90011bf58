using System.Globalization;

namespace Relight.Grid.Flow;

/// <summary>What can be wrong with an AC power flow.</summary>
public enum ViolationKind
{
    /// <summary>The power flow of an island does not converge.</summary>
    DoesNotConverge,

    /// <summary>An island with load has no generator in service.</summary>
    NoSource,

    /// <summary>The voltage of a bus is below its lowest admissible one, in p.u.</summary>
    LowVoltage,

    /// <summary>The voltage of a bus is above its highest admissible one, in p.u.</summary>
    HighVoltage,

    /// <summary>The apparent power of a branch is above rating A, in MVA.</summary>
    Overload,

    /// <summary>A generator gives more or less active power than it can, in MW.</summary>
    ActivePower,

    /// <summary>The generators of a bus give more or less reactive power than they can, in Mvar.</summary>
    ReactivePower,
}

/// <summary>Something outside its limits in an AC power flow.</summary>
/// <param name="Kind">What.</param>
/// <param name="Element">Where; for an island its reference bus, or its first.</param>
/// <param name="Value">What it is, in the unit of the kind; for an island its load in MW.</param>
/// <param name="Limit">What it may be; 0 for an island.</param>
public readonly record struct FlowViolation(ViolationKind Kind, ElementId Element, double Value, double Limit)
{
    /// <summary>One line for people.</summary>
    public override string ToString()
    {
        var (value, limit) = (Value.ToString("0.####", CultureInfo.InvariantCulture), Limit.ToString("0.####", CultureInfo.InvariantCulture));
        return Kind switch
        {
            ViolationKind.DoesNotConverge => $"{Element}: the power flow of its island, with {value} MW of load, does not converge",
            ViolationKind.NoSource => $"{Element}: its island, with {value} MW of load, has no generator in service",
            ViolationKind.LowVoltage => $"{Element}: {value} p.u. is below {limit}",
            ViolationKind.HighVoltage => $"{Element}: {value} p.u. is above {limit}",
            ViolationKind.Overload => $"{Element}: {value} MVA is above its rating of {limit}",
            ViolationKind.ActivePower => $"{Element}: {value} MW is beyond its limit of {limit}",
            _ => $"{Element}: {value} Mvar is beyond its limit of {limit}",
        };
    }
}

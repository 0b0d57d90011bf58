using System.Runtime.Intrinsics;

namespace Relight.Grid.Flow;

/// <summary>A quantity of a solved power flow of which derivatives are asked.</summary>
/// <param name="Kind">
/// What it is: <see cref="ViolationKind.ActivePower"/> and <see cref="ViolationKind.ReactivePower"/> are what a bus injects, in
/// MW and Mvar, <see cref="ViolationKind.Overload"/> the larger apparent power of the two ends of a closed branch in MVA, all
/// else the voltage of a bus in p.u.
/// </param>
/// <param name="Index">Position of the bus or branch.</param>
public readonly record struct AcQuantity(ViolationKind Kind, int Index);

/// <summary>Derivatives of up to eight quantities by what is given at each bus, by position; one quantity in each lane.</summary>
public sealed class AcGradients
{
    /// <summary>Quantities that one of these holds at most.</summary>
    public const int Lanes = 8;

    private readonly BusControl[] _control;
    private readonly double _perUnit;

    internal AcGradients(BusControl[] control, double baseMegavoltAmperes)
    {
        (_control, _perUnit) = (control, 1 / baseMegavoltAmperes);
        (X, Y) = (new Vector512<double>[control.Length], new Vector512<double>[control.Length]);
    }

    /// <summary>Derivatives by angle, then by active power, in p.u.</summary>
    internal Vector512<double>[] X { get; }

    /// <summary>Derivatives by relative voltage, then by reactive power in p.u. or, where it is given, by relative voltage.</summary>
    internal Vector512<double>[] Y { get; }

    /// <summary>By the active power injected, for each MW; 0 at the reference, whose active power follows.</summary>
    public Vector512<double> ByMegawatts(int bus) =>
        _control[bus] is BusControl.Reference or BusControl.None ? Vector512<double>.Zero : X[bus] * _perUnit;

    /// <summary>By the reactive power injected, for each Mvar; 0 where it follows from a voltage given.</summary>
    public Vector512<double> ByMegavars(int bus) => _control[bus] == BusControl.Power ? Y[bus] * _perUnit : Vector512<double>.Zero;

    /// <summary>By the relative change of a voltage given; 0 where the voltage follows.</summary>
    public Vector512<double> ByVoltage(int bus) => _control[bus] is BusControl.Voltage or BusControl.Reference ? Y[bus] : Vector512<double>.Zero;

    /// <summary>Adds to the derivatives of one quantity by angle and relative voltage of a bus.</summary>
    internal void Add(int lane, int bus, double byAngle, double byVoltage)
    {
        X[bus] = X[bus].WithElement(lane, X[bus][lane] + byAngle);
        Y[bus] = Y[bus].WithElement(lane, Y[bus][lane] + byVoltage);
    }
}

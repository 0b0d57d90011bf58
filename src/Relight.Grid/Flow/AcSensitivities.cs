using System.Numerics;

namespace Relight.Grid.Flow;

/// <summary>
/// What small changes of what is given at the buses do to a solved power flow: derivatives at its solution, by one
/// solve with the transposed Jacobian for each quantity. Holds for the islands that converged. Not for several threads
/// at a time.
/// </summary>
public sealed class AcSensitivities
{
    private readonly AcFlowResult _result;
    private readonly AcNewton _newton;
    private readonly double _base;

    /// <summary>Factors the Jacobian at the solution.</summary>
    public AcSensitivities(AcFlowResult result)
    {
        _result = result;
        _newton = result.Newton;
        _base = result.State.Network.BaseMegavoltAmperes;
        var solved = Enumerable.Range(0, result.IslandFlows.Count).Where(i => result.IslandFlows[i].Outcome == IslandOutcome.Converged);
        Singular = _newton.Linearise(solved);
    }

    /// <summary>Islands that converged where nothing can be derived, because the Jacobian is singular there.</summary>
    public IReadOnlyList<int> Singular { get; }

    /// <summary>True where the voltage of a bus is given, and its reactive power follows.</summary>
    public bool VoltageIsGiven(int bus) => _newton.Control[bus] is BusControl.Voltage or BusControl.Reference;

    /// <summary>True where the bus holds the angle of its island, and its active power follows.</summary>
    public bool IsReference(int bus) => _newton.Control[bus] == BusControl.Reference;

    /// <summary>Derivatives of the voltage of a bus in p.u.</summary>
    public AcGradient OfVoltage(int bus)
    {
        var derivatives = Empty();
        derivatives[bus].Y = _newton.Magnitude[bus];
        return Traced(derivatives);
    }

    /// <summary>Derivatives of the active power in MW that a bus injects; of use where it follows.</summary>
    public AcGradient OfActiveInjection(int bus)
    {
        var derivatives = Empty();
        _newton.AddInjectionDerivatives(derivatives, bus, _base, 0);
        return Traced(derivatives);
    }

    /// <summary>Derivatives of the reactive power in Mvar that a bus injects; of use where it follows.</summary>
    public AcGradient OfReactiveInjection(int bus)
    {
        var derivatives = Empty();
        _newton.AddInjectionDerivatives(derivatives, bus, 0, _base);
        return Traced(derivatives);
    }

    /// <summary>Derivatives of the larger apparent power in MVA of the two ends of a closed branch.</summary>
    public AcGradient OfApparentPower(int branch)
    {
        var network = _result.State.Network;
        var of = _newton.Branches[branch];
        var (from, to) = (network.IndexOf(network.Branches[branch].From), network.IndexOf(network.Branches[branch].To));
        var flow = _result.Branches[branch];
        var derivatives = Empty();
        if (double.Hypot(flow.FromMegawatts, flow.FromMegavars) >= double.Hypot(flow.ToMegawatts, flow.ToMegavars))
            AddApparentPower(derivatives, from, to, of.FromFrom, of.FromTo);
        else
            AddApparentPower(derivatives, to, from, of.ToTo, of.ToFrom);
        return Traced(derivatives);
    }

    /// <summary>Voltages in p.u. and degrees that small changes would bring, as far as they are linear.</summary>
    /// <param name="megawatts">Change of the active power injected at each bus, in MW.</param>
    /// <param name="given">Change of the reactive power injected in Mvar or, where the voltage is given, its relative change.</param>
    public BusVoltage[] VoltagesAfter(IReadOnlyList<double> megawatts, IReadOnlyList<double> given)
    {
        var changes = Empty();
        for (var bus = 0; bus < changes.Length; bus++)
            changes[bus] = (IsReference(bus) ? 0 : megawatts[bus] / _base, VoltageIsGiven(bus) ? given[bus] : given[bus] / _base);
        _newton.Respond(changes);
        return [.. changes.Select((change, bus) =>
            new BusVoltage(_newton.Magnitude[bus] * (1 + change.Y), (_newton.Angle[bus] + change.X) * 180 / Math.PI))];
    }

    /// <summary>The larger apparent power in MVA of the two ends of a branch at other voltages.</summary>
    public double ApparentPowerAt(int branch, IReadOnlyList<BusVoltage> voltages)
    {
        var network = _result.State.Network;
        var of = _newton.Branches[branch];
        var (from, to) = (PhasorOf(network.Branches[branch].From), PhasorOf(network.Branches[branch].To));
        var enters = Complex.Abs(from) * Complex.Abs(of.FromFrom * from + of.FromTo * to);
        var leaves = Complex.Abs(to) * Complex.Abs(of.ToFrom * from + of.ToTo * to);
        return _base * Math.Max(enters, leaves);

        Complex PhasorOf(int busId)
        {
            var (magnitude, degrees) = voltages[network.IndexOf(busId)];
            return Complex.FromPolarCoordinates(magnitude, degrees * Math.PI / 180);
        }
    }

    /// <summary>Reactive power in Mvar that a bus injects at other voltages.</summary>
    public double ReactiveInjectionAt(int bus, IReadOnlyList<BusVoltage> voltages) => _base * _newton.ReactiveInjection(bus, voltages);

    private (double X, double Y)[] Empty() => new (double X, double Y)[_newton.Magnitude.Length];

    private AcGradient Traced((double X, double Y)[] derivatives)
    {
        _newton.Trace(derivatives);
        return new AcGradient(derivatives, _newton.Control, _base);
    }

    /// <summary>|S| at the near end, by angles and relative voltages of both ends.</summary>
    private void AddApparentPower((double X, double Y)[] derivatives, int near, int far, Complex own, Complex mutual)
    {
        var (nearVoltage, product) = (_newton.Magnitude[near], _newton.Magnitude[near] * _newton.Magnitude[far]);
        var (sin, cos) = Math.SinCos(_newton.Angle[near] - _newton.Angle[far]);
        var (a, b) = (product * (mutual.Real * cos + mutual.Imaginary * sin), product * (mutual.Real * sin - mutual.Imaginary * cos));
        var (ownActive, ownReactive) = (nearVoltage * nearVoltage * own.Real, -nearVoltage * nearVoltage * own.Imaginary);
        var (active, reactive) = (ownActive + a, ownReactive + b);
        var apparent = double.Hypot(active, reactive);
        if (apparent == 0)
            return;
        var (ofActive, ofReactive) = (_base * active / apparent, _base * reactive / apparent);
        derivatives[near].X += ofReactive * a - ofActive * b;
        derivatives[far].X += ofActive * b - ofReactive * a;
        derivatives[near].Y += ofActive * (2 * ownActive + a) + ofReactive * (2 * ownReactive + b);
        derivatives[far].Y += ofActive * a + ofReactive * b;
    }
}

/// <summary>Derivatives of one quantity by what is given at each bus, by position.</summary>
public readonly struct AcGradient
{
    private readonly (double X, double Y)[] _values;
    private readonly BusControl[] _control;
    private readonly double _base;

    internal AcGradient((double X, double Y)[] values, BusControl[] control, double baseMegavoltAmperes) =>
        (_values, _control, _base) = (values, control, baseMegavoltAmperes);

    /// <summary>By the active power injected, for each MW; 0 at the reference, whose active power follows.</summary>
    public double ByMegawatts(int bus) => _control[bus] is BusControl.Reference or BusControl.None ? 0 : _values[bus].X / _base;

    /// <summary>By the reactive power injected, for each Mvar; 0 where it follows from a voltage given.</summary>
    public double ByMegavars(int bus) => _control[bus] == BusControl.Power ? _values[bus].Y / _base : 0;

    /// <summary>By the relative change of a voltage given; 0 where the voltage follows.</summary>
    public double ByVoltage(int bus) => _control[bus] is BusControl.Voltage or BusControl.Reference ? _values[bus].Y : 0;
}

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

    /// <summary>Derivatives of up to <see cref="AcGradients.Lanes"/> quantities; those of injections are of use where they follow.</summary>
    public AcGradients Of(IReadOnlyList<AcQuantity> quantities)
    {
        var derivatives = new AcGradients(_newton.Control, _base);
        for (var lane = 0; lane < quantities.Count; lane++)
        {
            var (kind, index) = quantities[lane];
            if (kind == ViolationKind.ActivePower)
                _newton.AddInjectionDerivatives(derivatives, lane, index, _base, 0);
            else if (kind == ViolationKind.ReactivePower)
                _newton.AddInjectionDerivatives(derivatives, lane, index, 0, _base);
            else if (kind == ViolationKind.Overload)
                AddApparentPower(derivatives, lane, index);
            else
                derivatives.Add(lane, index, 0, _newton.Magnitude[index]);
        }
        _newton.Trace(derivatives);
        return derivatives;
    }

    /// <summary>Voltages in p.u. and degrees that small changes would bring, as far as they are linear.</summary>
    /// <param name="megawatts">Change of the active power injected at each bus, in MW.</param>
    /// <param name="given">Change of the reactive power injected in Mvar or, where the voltage is given, its relative change.</param>
    public BusVoltage[] VoltagesAfter(IReadOnlyList<double> megawatts, IReadOnlyList<double> given)
    {
        var changes = new (double X, double Y)[_newton.Magnitude.Length];
        for (var bus = 0; bus < changes.Length; bus++)
            changes[bus] = (IsReference(bus) ? 0 : megawatts[bus] / _base, VoltageIsGiven(bus) ? given[bus] : given[bus] / _base);
        _newton.Respond(changes);
        return [.. changes.Select((change, bus) =>
            new BusVoltage(_newton.Magnitude[bus] * (1 + change.Y), (_newton.Angle[bus] + change.X) * 180 / Math.PI))];
    }

    /// <summary>The larger apparent power in MVA of the two ends of a branch at other voltages, in p.u. by position of the bus.</summary>
    public double ApparentPowerAt(int branch, int fromBus, int toBus, IReadOnlyList<Complex> voltages)
    {
        var of = _newton.Branches[branch];
        var (from, to) = (voltages[fromBus], voltages[toBus]);
        var enters = Square(from) * Square(of.FromFrom * from + of.FromTo * to);
        var leaves = Square(to) * Square(of.ToFrom * from + of.ToTo * to);
        return _base * Math.Sqrt(Math.Max(enters, leaves));

        static double Square(Complex value) => value.Real * value.Real + value.Imaginary * value.Imaginary;
    }

    /// <summary>Reactive power in Mvar that a bus injects at other voltages.</summary>
    public double ReactiveInjectionAt(int bus, IReadOnlyList<BusVoltage> voltages) => _base * _newton.ReactiveInjection(bus, voltages);

    /// <summary>Adds the derivatives of the larger of the apparent powers at the ends of a branch.</summary>
    private void AddApparentPower(AcGradients derivatives, int lane, int branch)
    {
        var network = _result.State.Network;
        var of = _newton.Branches[branch];
        var (from, to) = (network.IndexOf(network.Branches[branch].From), network.IndexOf(network.Branches[branch].To));
        var flow = _result.Branches[branch];
        if (double.Hypot(flow.FromMegawatts, flow.FromMegavars) >= double.Hypot(flow.ToMegawatts, flow.ToMegavars))
            AddApparentPower(derivatives, lane, (from, to), of.FromFrom, of.FromTo);
        else
            AddApparentPower(derivatives, lane, (to, from), of.ToTo, of.ToFrom);
    }

    /// <summary>|S| at the near end, by angles and relative voltages of both ends.</summary>
    private void AddApparentPower(AcGradients derivatives, int lane, (int Near, int Far) ends, Complex own, Complex mutual)
    {
        var (near, far) = ends;
        var (nearVoltage, product) = (_newton.Magnitude[near], _newton.Magnitude[near] * _newton.Magnitude[far]);
        var (sin, cos) = Math.SinCos(_newton.Angle[near] - _newton.Angle[far]);
        var (a, b) = (product * (mutual.Real * cos + mutual.Imaginary * sin), product * (mutual.Real * sin - mutual.Imaginary * cos));
        var (ownActive, ownReactive) = (nearVoltage * nearVoltage * own.Real, -nearVoltage * nearVoltage * own.Imaginary);
        var (active, reactive) = (ownActive + a, ownReactive + b);
        var apparent = double.Hypot(active, reactive);
        if (apparent == 0)
            return;
        var (ofActive, ofReactive) = (_base * active / apparent, _base * reactive / apparent);
        derivatives.Add(lane, near, ofReactive * a - ofActive * b, ofActive * (2 * ownActive + a) + ofReactive * (2 * ownReactive + b));
        derivatives.Add(lane, far, ofActive * b - ofReactive * a, ofActive * a + ofReactive * b);
    }
}

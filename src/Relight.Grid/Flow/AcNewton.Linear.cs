namespace Relight.Grid.Flow;

/// <summary>The power flow made linear where it has settled: what small changes of what is given do to the rest.</summary>
internal sealed partial class AcNewton
{
    /// <summary>Factors the Jacobian of these islands at their present voltages; gives those where it is singular.</summary>
    public IReadOnlyList<int> Linearise(IEnumerable<int> islands)
    {
        Array.Clear(_moves);
        foreach (var island in islands)
            _moves[island] = true;
        var singular = new List<int>();
        ComputeInjections();
        FactorJacobian(singular);
        return singular;
    }

    /// <summary>
    /// Turns changes of what is given at each bus into changes of angle and relative voltage. A pair is a change of active
    /// power with one of reactive power or, where the voltage is given, of relative voltage.
    /// </summary>
    public void Respond((double X, double Y)[] changes) => _factors.Solve(changes);

    /// <summary>
    /// Turns the derivatives of quantities by angle and relative voltage of each bus into those by what is given there.
    /// </summary>
    public void Trace(AcGradients derivatives) => _factors.SolveTransposed(derivatives.X, derivatives.Y);

    /// <summary>Adds the derivatives of the power that a bus injects, times a factor for each of its parts.</summary>
    public void AddInjectionDerivatives(AcGradients derivatives, int lane, int bus, double active, double reactive)
    {
        var start = _pattern.Start(bus);
        for (var entry = start; entry < _pattern.End(bus); entry++)
        {
            var (p, q) = _entryPower[entry];
            if (entry == start)
                derivatives.Add(
                    lane,
                    bus,
                    active * (q - Injection[bus].Reactive) + reactive * (Injection[bus].Active - p),
                    active * (Injection[bus].Active + p) + reactive * (Injection[bus].Reactive + q));
            else
                derivatives.Add(lane, _pattern.Column(entry), active * q - reactive * p, active * p + reactive * q);
        }
    }

    /// <summary>Reactive power that a bus injects at voltages in p.u. and degrees.</summary>
    public double ReactiveInjection(int bus, IReadOnlyList<BusVoltage> voltages)
    {
        var reactive = 0.0;
        for (var entry = _pattern.Start(bus); entry < _pattern.End(bus); entry++)
        {
            var other = voltages[_pattern.Column(entry)];
            var (sin, cos) = Math.SinCos((voltages[bus].AngleDegrees - other.AngleDegrees) * Math.PI / 180);
            reactive += other.Magnitude * (_admittance[entry].Real * sin - _admittance[entry].Imaginary * cos);
        }
        return voltages[bus].Magnitude * reactive;
    }
}

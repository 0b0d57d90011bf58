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
    /// Turns the derivatives of a quantity by angle and relative voltage of each bus into those by what is given there.
    /// </summary>
    public void Trace((double X, double Y)[] derivatives) => _factors.SolveTransposed(derivatives);

    /// <summary>Adds the derivatives of the power that a bus injects, times a factor for each of its parts.</summary>
    public void AddInjectionDerivatives((double X, double Y)[] derivatives, int bus, double active, double reactive)
    {
        var start = _pattern.Start(bus);
        for (var entry = start; entry < _pattern.End(bus); entry++)
        {
            var (p, q) = _entryPower[entry];
            ref var at = ref derivatives[_pattern.Column(entry)];
            at = entry == start
                ? (at.X + active * (q - Injection[bus].Reactive) + reactive * (Injection[bus].Active - p),
                    at.Y + active * (Injection[bus].Active + p) + reactive * (Injection[bus].Reactive + q))
                : (at.X + active * q - reactive * p, at.Y + active * p + reactive * q);
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

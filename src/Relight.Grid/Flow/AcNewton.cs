using System.Numerics;

namespace Relight.Grid.Flow;

/// <summary>What is given at a bus of a power flow; the rest is sought.</summary>
internal enum BusControl : byte
{
    /// <summary>Nothing: the bus is out, or nothing holds a voltage in its island.</summary>
    None,

    /// <summary>Voltage and angle.</summary>
    Reference,

    /// <summary>Active power and voltage.</summary>
    Voltage,

    /// <summary>Active and reactive power.</summary>
    Power,
}

/// <summary>
/// Newton's method for the power balance of every bus, in polar form: the unknowns are the angle θ and the relative
/// change of the voltage V. Islands are solved side by side; one that has settled or failed no longer moves. All
/// quantities are in p.u. and radians.
/// </summary>
internal sealed partial class AcNewton
{
    // Beyond the nose of its power-voltage curve a grid has second solutions, at voltages at which nothing is run.
    private const double LeastMagnitude = 0.4;

    // A step with the factors of an earlier one costs a fraction, and near the solution is as good: it is taken where the
    // mismatch is small, and as long as each makes it smaller by that.
    private const double LargestForOldFactors = 1e-2;
    private const double LeastGain = 0.1;

    private readonly SparsePattern _pattern;
    private readonly Complex[] _admittance;
    private readonly int[] _islandOf;
    private readonly SparseBlockLu _factors;
    private readonly SparseBlock[] _jacobian;
    private readonly (double Active, double Reactive)[] _entryPower;
    private readonly (double X, double Y)[] _step;
    private readonly bool[] _moves;
    private readonly double[] _lowest;

    // What was given at each bus that moved when the Jacobian was last factored.
    private readonly BusControl[] _factoredFor;

    public AcNewton(
        SparsePattern pattern,
        SparseElimination elimination,
        BranchAdmittance[] branches,
        GridState state,
        Islands islands,
        IReadOnlyList<double>? shuntShares)
    {
        Branches = branches;
        _pattern = pattern;
        _admittance = Admittance.Of(state, pattern, branches, shuntShares);
        _islandOf = [.. Enumerable.Range(0, pattern.Size).Select(islands.Of)];
        _factors = new SparseBlockLu(pattern, elimination);
        _jacobian = new SparseBlock[pattern.EntryCount];
        _entryPower = new (double, double)[pattern.EntryCount];
        _step = new (double, double)[pattern.Size];
        _moves = new bool[islands.Count];
        _lowest = new double[islands.Count];
        _factoredFor = new BusControl[pattern.Size];
        Control = new BusControl[pattern.Size];
        Magnitude = new double[pattern.Size];
        Angle = new double[pattern.Size];
        Target = new (double, double)[pattern.Size];
        Injection = new (double, double)[pattern.Size];
        Iterations = new int[islands.Count];
        Mismatch = new double[islands.Count];
    }

    /// <summary>The admittances of each branch of the network, also of those that are out.</summary>
    public BranchAdmittance[] Branches { get; }

    /// <summary>What is given at each bus.</summary>
    public BusControl[] Control { get; }

    /// <summary>Voltage of each bus.</summary>
    public double[] Magnitude { get; }

    /// <summary>Angle of each bus.</summary>
    public double[] Angle { get; }

    /// <summary>Power that each bus shall inject, as far as it is given.</summary>
    public (double Active, double Reactive)[] Target { get; }

    /// <summary>Power that each bus injects at the present voltages.</summary>
    public (double Active, double Reactive)[] Injection { get; }

    /// <summary>Iterations made so far in each island.</summary>
    public int[] Iterations { get; }

    /// <summary>Largest mismatch of each island when it last moved.</summary>
    public double[] Mismatch { get; }

    /// <summary>Iterates the islands named until each has settled or failed; gives those that failed.</summary>
    /// <param name="islands">Islands to move; the others stay as they are.</param>
    /// <param name="tolerance">Largest mismatch of a settled island.</param>
    /// <param name="most">Iterations after which an island has failed.</param>
    /// <param name="damped">Shortens each step to where the mismatch is least along it (Iwamoto's multiplier).</param>
    public IReadOnlyList<int> Iterate(IEnumerable<int> islands, double tolerance, int most, bool damped)
    {
        Array.Clear(_moves);
        foreach (var island in islands)
            _moves[island] = true;
        var failed = new List<int>();
        var before = LargestForOldFactors / LeastGain;
        for (var iteration = 0; ;)
        {
            ComputeInjections();
            Settle(tolerance, iteration == most, failed);
            if (!_moves.Contains(true))
                return failed;
            var largest = Mismatch.Where((_, island) => _moves[island]).Max();
            if (damped || largest > LeastGain * before || !IsFactored())
            {
                FactorJacobian(failed);
                iteration++;
            }
            before = largest;
            ComputeMismatches(_step);
            _factors.Solve(_step);
            if (damped)
                MoveDamped();
            else
                Move(static _ => 1);
            for (var island = 0; island < _moves.Length; island++)
                if (_moves[island])
                    Iterations[island]++;
        }
    }

    /// <summary>True where the Jacobian was factored for all that moves, with the same given at each bus, if at other voltages.</summary>
    private bool IsFactored()
    {
        for (var bus = 0; bus < _factoredFor.Length; bus++)
            if (Moves(bus) && _factoredFor[bus] != Control[bus])
                return false;
        return true;
    }

    private bool Moves(int bus) => _islandOf[bus] != Islands.None && _moves[_islandOf[bus]];

    /// <summary>Power of every bus that moves; keeps each entry's share for the Jacobian.</summary>
    private void ComputeInjections()
    {
        for (var bus = 0; bus < _pattern.Size; bus++)
        {
            if (!Moves(bus))
                continue;
            var (active, reactive) = (0.0, 0.0);
            for (var entry = _pattern.Start(bus); entry < _pattern.End(bus); entry++)
            {
                var other = _pattern.Column(entry);
                var admittance = _admittance[entry];
                if (admittance == Complex.Zero)
                {
                    _entryPower[entry] = default;
                    continue;
                }
                var (sin, cos) = Math.SinCos(Angle[bus] - Angle[other]);
                var product = Magnitude[bus] * Magnitude[other];
                var share = (Active: product * (admittance.Real * cos + admittance.Imaginary * sin), Reactive: product * (admittance.Real * sin - admittance.Imaginary * cos));
                _entryPower[entry] = share;
                active += share.Active;
                reactive += share.Reactive;
            }
            Injection[bus] = (active, reactive);
        }
    }

    /// <summary>What each bus that moves still lacks of its target; zero where nothing is sought.</summary>
    private void ComputeMismatches((double X, double Y)[] mismatches)
    {
        for (var bus = 0; bus < mismatches.Length; bus++)
            mismatches[bus] = Moves(bus) ? MismatchOf(bus) : default;
    }

    private (double X, double Y) MismatchOf(int bus)
    {
        var active = Target[bus].Active - Injection[bus].Active;
        return Control[bus] switch
        {
            BusControl.Power => (active, Target[bus].Reactive - Injection[bus].Reactive),
            BusControl.Voltage => (active, 0),
            _ => default,
        };
    }

    /// <summary>Stops the islands that have settled, those that left all bounds, and in the end all others.</summary>
    private void Settle(double tolerance, bool isLast, List<int> failed)
    {
        for (var island = 0; island < _moves.Length; island++)
            if (_moves[island])
                (Mismatch[island], _lowest[island]) = (0, double.PositiveInfinity);
        for (var bus = 0; bus < _pattern.Size; bus++)
        {
            if (!Moves(bus))
                continue;
            _lowest[_islandOf[bus]] = Math.Min(_lowest[_islandOf[bus]], Magnitude[bus]);
            var (x, y) = MismatchOf(bus);
            ref var largest = ref Mismatch[_islandOf[bus]];
            largest = Math.Max(largest, Math.Max(Math.Abs(x), Math.Abs(y)));
        }
        for (var island = 0; island < _moves.Length; island++)
            if (_moves[island] && Mismatch[island] < tolerance && _lowest[island] >= LeastMagnitude)
                _moves[island] = false;
            else if (_moves[island] && (isLast || Mismatch[island] < tolerance || !(Mismatch[island] < 1e10)))
                Fail(island, failed);
    }

    private void Fail(int island, List<int> failed)
    {
        _moves[island] = false;
        failed.Add(island);
    }

    /// <summary>Factors the Jacobian; an island in which that is not possible has failed.</summary>
    private void FactorJacobian(List<int> failed)
    {
        while (true)
        {
            for (var bus = 0; bus < _pattern.Size; bus++)
                FillRow(bus);
            var singularAt = _factors.Factor(_jacobian);
            if (singularAt == SparseBlockLu.Regular)
            {
                for (var bus = 0; bus < _factoredFor.Length; bus++)
                    _factoredFor[bus] = Moves(bus) ? Control[bus] : BusControl.None;
                return;
            }
            Fail(_islandOf[singularAt], failed);
        }
    }

    private void FillRow(int bus)
    {
        var start = _pattern.Start(bus);
        var control = Moves(bus) ? Control[bus] : BusControl.None;
        if (control is BusControl.None or BusControl.Reference)
        {
            _jacobian.AsSpan(start, _pattern.End(bus) - start).Clear();
            _jacobian[start] = SparseBlock.Identity;
            return;
        }
        var seeksVoltage = control == BusControl.Power;
        for (var entry = start + 1; entry < _pattern.End(bus); entry++)
        {
            var (active, reactive) = _entryPower[entry];
            _jacobian[entry] = seeksVoltage ? new(reactive, active, -active, reactive) : new(reactive, active, 0, 0);
        }
        var own = _entryPower[start];
        var (p, q) = Injection[bus];
        _jacobian[start] = seeksVoltage
            ? new(own.Reactive - q, p + own.Active, p - own.Active, q + own.Reactive)
            : new(own.Reactive - q, p + own.Active, 0, 1);
    }
}

namespace Relight.Grid.Flow;

/// <summary>
/// Finds a first solution of each island: by plain Newton from the start given; where that fails, and reactive limits
/// aside, with damped steps from angles that carry the active power at the voltages held; where that fails too, by
/// raising all power from nothing to its full height, step by step, each from the voltages of the last.
/// </summary>
/// <param name="newton">The solver.</param>
/// <param name="setup">What is given at each bus.</param>
/// <param name="options">Tolerances and start.</param>
/// <param name="flat">Angle in radians of each bus where no power flows; most solves start elsewhere and need none.</param>
internal sealed class AcAttempts(AcNewton newton, AcSetup setup, AcFlowOptions options, Lazy<double[]> flat)
{
    private const int AngleIterations = 4;
    private const double FirstStep = 0.25;
    private const double LeastStep = 0.02;

    /// <summary>Solves the islands; gives those that failed every attempt.</summary>
    public IReadOnlyList<int> Solve(IReadOnlyList<int> islands)
    {
        SetStart(islands, options.Start ?? options.Warm?.Voltages);
        var failed = newton.Iterate(islands, options.Tolerance, options.MostIterations, damped: false);
        if (failed.Count == 0)
            return failed;
        foreach (var island in failed)
            setup.Release(island);
        setup.Apply(newton, failed);
        SetStart(failed, null);
        SettleAngles(failed);
        failed = newton.Iterate(failed, options.Tolerance, options.MostIterations, damped: true);
        return [.. failed.Where(island => !TryRaise(island))];
    }

    private void SetStart(IEnumerable<int> islands, IReadOnlyList<BusVoltage>? start)
    {
        foreach (var bus in islands.SelectMany(setup.Islands.Buses))
        {
            var (magnitude, angle) = start?[bus] is { Magnitude: > 0 } given ? (given.Magnitude, given.AngleDegrees * Math.PI / 180) : (1, Turned(bus));
            newton.Magnitude[bus] = HoldsVoltage(bus) ? setup.Generating[bus].SetPoint : magnitude;
            newton.Angle[bus] = angle;
        }
    }

    private double Turned(int bus) => flat.Value[bus] - flat.Value[setup.References[setup.Islands.Of(bus)]];

    private bool HoldsVoltage(int bus) => newton.Control[bus] is BusControl.Voltage or BusControl.Reference;

    /// <summary>Lets the angles alone follow the active power, every voltage held where it is.</summary>
    private void SettleAngles(IReadOnlyList<int> islands)
    {
        var loads = islands.SelectMany(setup.Islands.Buses).Where(bus => newton.Control[bus] == BusControl.Power).ToList();
        foreach (var bus in loads)
            newton.Control[bus] = BusControl.Voltage;
        newton.Iterate(islands, options.Tolerance, AngleIterations, damped: true);
        foreach (var bus in loads)
            newton.Control[bus] = BusControl.Power;
    }

    private bool TryRaise(int island)
    {
        var buses = setup.Islands.Buses(island);
        var targets = buses.Select(bus => newton.Target[bus]).ToArray();
        SetStart([island], null);
        return TryWalk(island, FirstStep, height => SetHeight(buses, targets, height));
    }

    /// <summary>
    /// Leads a settled island whose control was changed from where it was to what is given now, step by step.
    /// </summary>
    /// <param name="island">The island.</param>
    /// <param name="before">Power and voltage of each of its buses when it was settled.</param>
    public bool TryLead(int island, IReadOnlyList<BusSolution> before)
    {
        var buses = setup.Islands.Buses(island);
        var goals = buses.Select(bus => (newton.Target[bus], Magnitude: HoldsVoltage(bus) ? setup.Generating[bus].SetPoint : 0)).ToArray();
        for (var i = 0; i < buses.Count; i++)
            (newton.Magnitude[buses[i]], newton.Angle[buses[i]]) = (before[i].Magnitude, before[i].Angle);
        return TryWalk(island, FirstStep, height =>
        {
            for (var i = 0; i < buses.Count; i++)
            {
                var (from, (to, magnitude)) = (before[i], goals[i]);
                newton.Target[buses[i]] = (from.Active + height * (to.Active - from.Active), from.Reactive + height * (to.Reactive - from.Reactive));
                if (HoldsVoltage(buses[i]))
                    newton.Magnitude[buses[i]] = from.Magnitude + height * (magnitude - from.Magnitude);
            }
        });
    }

    /// <summary>Raises a height from 0 to 1 in steps that fit, each solved from the last; false where they become too small.</summary>
    private bool TryWalk(int island, double step, Action<double> setHeight)
    {
        var buses = setup.Islands.Buses(island);
        var height = 0.0;
        while (height < 1 && step >= LeastStep)
        {
            var voltages = buses.Select(bus => (newton.Magnitude[bus], newton.Angle[bus])).ToArray();
            var next = Math.Min(1, height + step);
            setHeight(next);
            if (newton.Iterate([island], options.Tolerance, options.MostIterations / 2, damped: false).Count == 0)
            {
                (height, step) = (next, step * 1.5);
                continue;
            }
            step /= 2;
            for (var i = 0; i < buses.Count; i++)
                (newton.Magnitude[buses[i]], newton.Angle[buses[i]]) = voltages[i];
        }
        setHeight(1);
        return height == 1;
    }

    private void SetHeight(IReadOnlyList<int> buses, (double Active, double Reactive)[] targets, double height)
    {
        for (var i = 0; i < buses.Count; i++)
        {
            newton.Target[buses[i]] = (targets[i].Active * height, targets[i].Reactive * height);
            if (HoldsVoltage(buses[i]))
                newton.Magnitude[buses[i]] = 1 + height * (setup.Generating[buses[i]].SetPoint - 1);
        }
    }
}

/// <summary>Power and voltage of a bus in a solution, in p.u. and radians.</summary>
internal readonly record struct BusSolution(double Active, double Reactive, double Magnitude, double Angle);

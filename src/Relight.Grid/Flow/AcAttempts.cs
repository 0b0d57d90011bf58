namespace Relight.Grid.Flow;

/// <summary>
/// Finds a first solution of each island, reactive limits aside: by plain Newton from the start given; where that fails,
/// with damped steps from angles that carry the active power at the voltages held; where that fails too, by raising all
/// power from nothing to its full height, step by step, each from the voltages of the last.
/// </summary>
internal sealed class AcAttempts(AcNewton newton, AcSetup setup, AcFlowOptions options)
{
    private const int AngleIterations = 4;
    private const double FirstStep = 0.25;
    private const double LeastStep = 0.02;

    /// <summary>Solves the islands; gives those that failed every attempt.</summary>
    public IReadOnlyList<int> Solve(IReadOnlyList<int> islands)
    {
        SetStart(islands, options.Start);
        var failed = newton.Iterate(islands, options.Tolerance, options.MostIterations, damped: false);
        SetStart(failed, null);
        SettleAngles(failed);
        failed = newton.Iterate(failed, options.Tolerance, options.MostIterations, damped: true);
        return [.. failed.Where(island => !TryRaise(island))];
    }

    private void SetStart(IEnumerable<int> islands, IReadOnlyList<BusVoltage>? start)
    {
        foreach (var bus in islands.SelectMany(setup.Islands.Buses))
        {
            var (magnitude, degrees) = start?[bus] is { Magnitude: > 0 } given ? given : new BusVoltage(1, 0);
            newton.Magnitude[bus] = HoldsVoltage(bus) ? setup.Generating[bus].SetPoint : magnitude;
            newton.Angle[bus] = degrees * Math.PI / 180;
        }
    }

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
        var (height, step) = (0.0, FirstStep);
        while (height < 1 && step >= LeastStep)
        {
            var voltages = buses.Select(bus => (newton.Magnitude[bus], newton.Angle[bus])).ToArray();
            var next = Math.Min(1, height + step);
            SetHeight(buses, targets, next);
            if (newton.Iterate([island], options.Tolerance, options.MostIterations / 2, damped: false).Count == 0)
            {
                (height, step) = (next, step * 1.5);
                continue;
            }
            step /= 2;
            for (var i = 0; i < buses.Count; i++)
                (newton.Magnitude[buses[i]], newton.Angle[buses[i]]) = voltages[i];
        }
        SetHeight(buses, targets, 1);
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

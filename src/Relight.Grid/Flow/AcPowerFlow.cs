namespace Relight.Grid.Flow;

/// <summary>
/// AC power flow of the states of one network: Newton's method in polar form, each island by itself with its own
/// reference, reactive limits respected, DC lines as fixed injections. What can be prepared for all states, the
/// elimination order and the pattern of the factors, is prepared once. May be used by several threads at a time.
/// </summary>
public sealed class AcPowerFlow
{
    private const int MostRounds = 30;
    private const int MostReturns = 3;
    private const double ReactiveTolerance = 1e-5;
    private const double VoltageTolerance = 1e-6;
    private const double SharingTolerance = 1e-5;

    private readonly Network _network;
    private readonly SparsePattern _pattern;
    private readonly SparseElimination _elimination;

    /// <summary>Prepares for the states of a network.</summary>
    public AcPowerFlow(Network network)
    {
        _network = network;
        _pattern = Admittance.PatternOf(network);
        _elimination = new SparseElimination(_pattern);
    }

    /// <summary>Solves a state for a dispatch.</summary>
    /// <exception cref="ArgumentException">The state is one of another network.</exception>
    public AcFlowResult Solve(GridState state, Dispatch dispatch, AcFlowOptions? options = null)
    {
        if (state.Network != _network)
            throw new ArgumentException("the state must be one of the same network", nameof(state));
        options ??= new AcFlowOptions();
        var islands = new Islands(state);
        var setup = new AcSetup(state, islands, dispatch);
        var newton = new AcNewton(_pattern, _elimination, state, islands);
        setup.Apply(newton);
        var failed = new HashSet<int>();
        var moving = Enumerable.Range(0, islands.Count).Where(island => setup.References[island] >= 0).ToList();
        SolveFromStart(newton, setup, moving, options, failed);
        for (var round = 0; round < MostRounds && moving.Count > 0; round++)
        {
            moving = [.. moving.Where(island => !failed.Contains(island) && Adjust(newton, setup, island, options))];
            failed.UnionWith(newton.Iterate(moving, options.Tolerance, options.MostIterations, damped: true));
        }
        return AcFlowReport.Make(state, setup, newton, failed);
    }

    /// <summary>
    /// First by plain Newton from the start given. Islands that fail: once more with damped steps, from angles that carry
    /// the active power at the voltages held.
    /// </summary>
    private static void SolveFromStart(AcNewton newton, AcSetup setup, IReadOnlyList<int> islands, AcFlowOptions options, HashSet<int> failed)
    {
        SetStart(newton, setup, islands, options.Start);
        var again = newton.Iterate(islands, options.Tolerance, options.MostIterations, damped: false);
        SetStart(newton, setup, again, null);
        var controls = (BusControl[])newton.Control.Clone();
        foreach (var bus in again.SelectMany(setup.Islands.Buses).Where(bus => newton.Control[bus] == BusControl.Power))
            newton.Control[bus] = BusControl.Voltage;
        newton.Iterate(again, options.Tolerance, 4, damped: true);
        controls.CopyTo(newton.Control, 0);
        failed.UnionWith(newton.Iterate(again, options.Tolerance, 2 * options.MostIterations, damped: true));
    }

    private static void SetStart(AcNewton newton, AcSetup setup, IEnumerable<int> islands, IReadOnlyList<BusVoltage>? start)
    {
        foreach (var bus in islands.SelectMany(setup.Islands.Buses))
        {
            var (magnitude, degrees) = start?[bus] is { Magnitude: > 0 } given ? given : new BusVoltage(1, 0);
            var holds = newton.Control[bus] is BusControl.Voltage or BusControl.Reference;
            newton.Magnitude[bus] = holds ? setup.Generating[bus].SetPoint : magnitude;
            newton.Angle[bus] = degrees * Math.PI / 180;
        }
    }

    /// <summary>Moves limits and shares of an island that has settled; true where it has to be solved again.</summary>
    private static bool Adjust(AcNewton newton, AcSetup setup, int island, AcFlowOptions options) =>
        (options.RespectReactiveLimits && HoldReactiveLimits(newton, setup, island))
        || (options.ShareLosses && ShareLosses(newton, setup, island));

    /// <summary>
    /// Gives up the voltage of a bus whose generators would pass a reactive limit, and takes it back where holding the
    /// limit moves the voltage beyond the set-point; back at most three times a bus, so that it ends.
    /// </summary>
    private static bool HoldReactiveLimits(AcNewton newton, AcSetup setup, int island)
    {
        var changed = false;
        foreach (var at in setup.Islands.Buses(island).Where(setup.Generating.ContainsKey).Select(bus => setup.Generating[bus]))
        {
            if (newton.Control[at.Bus] == BusControl.Voltage)
            {
                var reactive = newton.Injection[at.Bus].Reactive - setup.Fixed[at.Bus].Reactive;
                at.HeldAt = reactive > at.ReactiveLimits.Max + ReactiveTolerance ? 1 : reactive < at.ReactiveLimits.Min - ReactiveTolerance ? -1 : 0;
                if (at.HeldAt == 0)
                    continue;
                newton.Control[at.Bus] = BusControl.Power;
            }
            else if (at.HeldAt != 0 && at.Returns < MostReturns
                && at.HeldAt * (newton.Magnitude[at.Bus] - at.SetPoint) > VoltageTolerance)
            {
                at.HeldAt = 0;
                at.Returns++;
                newton.Control[at.Bus] = BusControl.Voltage;
                newton.Magnitude[at.Bus] = at.SetPoint;
            }
            else
                continue;
            setup.SetTarget(newton, at);
            changed = true;
        }
        return changed;
    }

    /// <summary>Moves what the reference makes up to all generators of the island by the range each has left.</summary>
    private static bool ShareLosses(AcNewton newton, AcSetup setup, int island)
    {
        var reference = setup.References[island];
        var extra = newton.Injection[reference].Active - newton.Target[reference].Active;
        if (Math.Abs(extra) < SharingTolerance)
            return false;
        var sharing = setup.Islands.Buses(island).Where(setup.Generating.ContainsKey).Select(bus => setup.Generating[bus]).ToList();
        var room = sharing.SelectMany(at => at.Generators).ToDictionary(i => i, i => setup.RoomOf(i, extra > 0));
        var total = room.Values.Sum();
        if (total < SharingTolerance)
            return false;
        var share = Math.Min(1, Math.Abs(extra) / total) * Math.Sign(extra);
        foreach (var (generator, own) in room)
            setup.Output[generator] += share * own;
        foreach (var at in sharing)
            setup.SetTarget(newton, at);
        return true;
    }
}

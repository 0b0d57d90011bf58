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
    private const double LossAllowance = 0.05;

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
        var moving = Enumerable.Range(0, islands.Count).Where(island => setup.References[island] >= 0).ToList();
        if (options.ShareLosses)
            moving.ForEach(island => Balance(newton, setup, island));
        var failed = new AcAttempts(newton, setup, options).Solve(moving).ToHashSet();
        for (var round = 0; round < MostRounds && moving.Count > 0; round++)
        {
            moving = [.. moving.Where(island => !failed.Contains(island) && Adjust(newton, setup, island, options))];
            failed.UnionWith(newton.Iterate(moving, options.Tolerance, options.MostIterations, damped: true));
        }
        return AcFlowReport.Make(state, setup, newton, failed);
    }

    /// <summary>
    /// Shares what a dispatch lacks or has too much, before losses are known, so that the first solution need not bring
    /// it all from the reference; what is no more than losses may be is left for later.
    /// </summary>
    private static void Balance(AcNewton newton, AcSetup setup, int island)
    {
        var buses = setup.Islands.Buses(island);
        var surplus = buses.Sum(bus => newton.Target[bus].Active);
        if (Math.Abs(surplus) > LossAllowance * buses.Sum(bus => Math.Abs(setup.Fixed[bus].Active)))
            setup.Share(newton, island, -surplus);
    }

    /// <summary>Moves limits and shares of an island that has settled; true where it has to be solved again.</summary>
    private static bool Adjust(AcNewton newton, AcSetup setup, int island, AcFlowOptions options) =>
        (options.RespectReactiveLimits && HoldReactiveLimits(newton, setup, island))
        || (options.ShareLosses && setup.Share(newton, island, ExtraOfReference(newton, setup, island)));

    /// <summary>What the reference of an island makes up beyond its own dispatch.</summary>
    private static double ExtraOfReference(AcNewton newton, AcSetup setup, int island) =>
        newton.Injection[setup.References[island]].Active - newton.Target[setup.References[island]].Active;

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
}

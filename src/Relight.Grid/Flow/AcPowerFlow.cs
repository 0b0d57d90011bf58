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
    private readonly BranchAdmittance[] _branches;

    /// <summary>Prepares for the states of a network.</summary>
    public AcPowerFlow(Network network)
    {
        _network = network;
        _pattern = Admittance.PatternOf(network);
        _elimination = new SparseElimination(_pattern);
        _branches = [.. network.Branches.Select(BranchAdmittance.Of)];
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
        var newton = new AcNewton(_pattern, _elimination, _branches, state, islands, dispatch.ShuntShares);
        if (options is { RespectReactiveLimits: true, Warm: { } earlier })
            setup.Hold(earlier);
        setup.Apply(newton);
        var moving = Enumerable.Range(0, islands.Count).Where(island => setup.References[island] >= 0).ToList();
        if (options is { ShareLosses: true, Warm: null })
            moving.ForEach(island => Balance(newton, setup, island));
        var attempts = new AcAttempts(newton, setup, options, new Lazy<double[]>(() => FlatStart.AnglesOf(state, _pattern, _elimination, islands)));
        var failed = attempts.Solve(moving).ToHashSet();
        for (var round = 0; round < MostRounds && moving.Count > 0; round++)
        {
            var before = moving.Except(failed).ToDictionary(island => island, island => SolutionOf(newton, islands.Buses(island)));
            moving = [.. moving.Where(island => !failed.Contains(island) && Adjust(newton, setup, island, options))];
            var stuck = newton.Iterate(moving, options.Tolerance, options.MostIterations / 2, damped: false);
            failed.UnionWith(stuck.Where(island => !attempts.TryLead(island, before[island])));
        }
        return AcFlowReport.Make(state, setup, newton, failed);
    }

    private static BusSolution[] SolutionOf(AcNewton newton, IReadOnlyList<int> buses) =>
        [.. buses.Select(bus => new BusSolution(newton.Injection[bus].Active, newton.Injection[bus].Reactive, newton.Magnitude[bus], newton.Angle[bus]))];

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
    private static bool Adjust(AcNewton newton, AcSetup setup, int island, AcFlowOptions options)
    {
        var (reference, extra) = (setup.References[island], ExtraOfReference(newton, setup, island));
        var changed = options.RespectReactiveLimits && HoldReactiveLimits(newton, setup, island, options);
        // Where the angle was given to another bus, what the old one made up has been shared with that.
        return (options.ShareLosses && setup.References[island] == reference && setup.Share(newton, island, extra)) || changed;
    }

    /// <summary>What the reference of an island makes up beyond its own dispatch.</summary>
    private static double ExtraOfReference(AcNewton newton, AcSetup setup, int island) =>
        newton.Injection[setup.References[island]].Active - newton.Target[setup.References[island]].Active;

    /// <summary>
    /// Gives up the voltage of a bus whose generators would pass a reactive limit, and takes it back where holding the
    /// limit moves the voltage beyond the set-point; back at most three times a bus, so that it ends.
    /// </summary>
    private static bool HoldReactiveLimits(AcNewton newton, AcSetup setup, int island, AcFlowOptions options)
    {
        var changed = BeyondLimit(newton, setup, setup.Generating[setup.References[island]]) != 0 && setup.MoveReference(newton, island, options.ShareLosses);
        foreach (var at in setup.GeneratingIn[island])
        {
            if (newton.Control[at.Bus] == BusControl.Voltage)
            {
                at.HeldAt = BeyondLimit(newton, setup, at);
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

    /// <summary>The reactive limit that the generators of a bus have passed: 1 the highest, −1 the least, 0 none.</summary>
    private static int BeyondLimit(AcNewton newton, AcSetup setup, GeneratingBus at)
    {
        var reactive = newton.Injection[at.Bus].Reactive - setup.Fixed[at.Bus].Reactive;
        return reactive > at.ReactiveLimits.Max + ReactiveTolerance ? 1 : reactive < at.ReactiveLimits.Min - ReactiveTolerance ? -1 : 0;
    }
}

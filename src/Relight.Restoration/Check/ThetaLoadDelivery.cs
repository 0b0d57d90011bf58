using Google.OrTools.LinearSolver;
using Relight.Grid;
using Relight.Grid.Flow;

namespace Relight.Restoration;

/// <summary>
/// How much load a grid state can serve, by the textbook: one linear program in bus angles a state, solved by CLP and,
/// where that fails, by one solver after another. Slow and plain; it is what faster ways are measured against and what
/// plans are checked with.
/// </summary>
internal sealed class ThetaLoadDelivery(Network network, IReadOnlyList<WeightedLoad> weights) : IDisposable
{
    // Program names of OR-Tools. The first goes from state to state with its basis; the others are built where it fails.
    private const string Warm = "CLP";
    private static readonly string[] s_others = ["GLOP", "CLP"];

    private readonly ThetaModel _warm = new(Warm, network, weights);
    private ThetaModel? _other;

    /// <summary>Serves the most by weight with these elements out of service.</summary>
    /// <exception cref="InvalidOperationException">No solver gives an answer.</exception>
    public ThetaDelivery Evaluate(IReadOnlySet<ElementId> outOfService)
    {
        var state = new GridState(network, outOfService);
        if (Solve(state) is { } model)
            return Result(model, outOfService, []);
        var dark = DarkBuses(state, outOfService);
        var without = Without(outOfService, dark);
        model = Solve(new GridState(network, without))
            ?? throw new InvalidOperationException("a grid of islands that can each be operated cannot be operated as a whole");
        return Result(model, without, dark);
    }

    /// <summary>
    /// The least and the most of Σ factor · MW served over buses, among the ways to serve as much by weight as was found
    /// to be the most. A tolerance is left below that most.
    /// </summary>
    public (double Least, double Most) Range(ThetaDelivery delivery, Func<int, double> factor, double tolerance)
    {
        var state = new GridState(network, delivery.OutOfService);
        double Extreme(bool most)
        {
            foreach (var model in Models())
            {
                model.Enter(state);
                if (model.SolveForBuses(delivery.WeightedServed - tolerance, factor, most) == Solver.ResultStatus.OPTIMAL)
                    return model.ObjectiveValue;
            }
            throw new InvalidOperationException("no solver finds again what one of them has found");
        }
        return (Extreme(most: false), Extreme(most: true));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _warm.Dispose();
        _other?.Dispose();
    }

    /// <summary>The program in one solver after another; each is gone when the next is asked for.</summary>
    private IEnumerable<ThetaModel> Models()
    {
        yield return _warm;
        foreach (var solver in s_others)
        {
            _other?.Dispose();
            yield return _other = new ThetaModel(solver, network, weights);
        }
    }

    /// <summary>The model that holds the optimum; null where solvers find that nothing satisfies the equations: two, or all that end.</summary>
    private ThetaModel? Solve(GridState state)
    {
        var ends = new List<Solver.ResultStatus>();
        foreach (var model in Models())
        {
            model.Enter(state);
            ends.Add(model.SolveForWorth());
            if (ends[^1] == Solver.ResultStatus.OPTIMAL)
                return model;
            if (ends.Count(end => end == Solver.ResultStatus.INFEASIBLE) == 2)
                return null;
        }
        return ends.Contains(Solver.ResultStatus.INFEASIBLE)
            ? null
            : throw new InvalidOperationException(
                $"no solver has an answer to the linear program of a grid state: {string.Join(", ", s_others.Prepend(Warm).Zip(ends, (solver, end) => $"{solver} ends as {end}"))}");
    }

    private static ThetaDelivery Result(ThetaModel model, IReadOnlySet<ElementId> outOfService, IReadOnlyList<int> dark)
    {
        var byBus = model.ServedByBus();
        return new ThetaDelivery(byBus.Sum(), model.ObjectiveValue, byBus, dark, outOfService);
    }

    /// <summary>
    /// Buses of the groups of islands that cannot be operated at all: flow that phase shifters drive round whatever the
    /// dispatch, or a direct-current line that must carry what nobody gives.
    /// </summary>
    private List<int> DarkBuses(GridState state, IReadOnlySet<ElementId> outOfService)
    {
        var ids = network.Buses.Select(b => b.Id).ToList();
        return [.. Groups(state).Where(IsForced)
            .Where(group => Solve(new GridState(network, Without(outOfService, ids.Except(group)))) is null)
            .SelectMany(group => group).Order()];

        bool IsForced(IReadOnlySet<int> group) =>
            network.Branches.Any(b => b.ShiftDegrees != 0 && group.Contains(b.From))
            || network.DcLines.Any(d => (d.MinMegawatts > 0 || d.MaxMegawatts < 0) && group.Contains(d.From));
    }

    /// <summary>Numbers of the buses of each group of islands that direct-current lines join.</summary>
    private IEnumerable<IReadOnlySet<int>> Groups(GridState state)
    {
        var islands = new Islands(state);
        var group = Enumerable.Range(0, islands.Count).ToArray();
        foreach (var line in state.DcLinesOn)
        {
            var (from, to) = (group[islands.Of(network.IndexOf(line.From))], group[islands.Of(network.IndexOf(line.To))]);
            for (var i = 0; i < group.Length; i++)
                group[i] = group[i] == from ? to : group[i];
        }
        return state.BusesOn.GroupBy(bus => group[islands.Of(network.IndexOf(bus.Id))]).Select(g => g.Select(b => b.Id).ToHashSet());
    }

    private static HashSet<ElementId> Without(IReadOnlySet<ElementId> outOfService, IEnumerable<int> buses) =>
        [.. outOfService, .. buses.Select(id => new ElementId(ElementKind.Bus, id))];
}

/// <summary>What a grid state delivers.</summary>
/// <param name="Served">MW served, each counted once: one of perhaps several amounts with the same worth.</param>
/// <param name="WeightedServed">The most that can be served by weight.</param>
/// <param name="ServedByBus">MW served at each bus, in the order of the network.</param>
/// <param name="Dark">Numbers of the buses in service whose island cannot be operated at all.</param>
/// <param name="OutOfService">The elements out of service, dark buses among them.</param>
internal sealed record ThetaDelivery(
    double Served,
    double WeightedServed,
    IReadOnlyList<double> ServedByBus,
    IReadOnlyList<int> Dark,
    IReadOnlySet<ElementId> OutOfService);

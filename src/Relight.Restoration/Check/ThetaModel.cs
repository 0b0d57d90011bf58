using Google.OrTools.LinearSolver;
using Relight.Grid;
using Relight.Grid.Flow;

namespace Relight.Restoration;

/// <summary>
/// The DC load delivery of a whole network as one linear program in bus angles: balance at each bus, flow of each
/// branch from the angles at its ends, everything in MW. States differ only in bounds, so that one program serves all.
/// </summary>
internal sealed class ThetaModel : IDisposable
{
    // Below this a weight is none: beside ones of 1 it would only spoil the arithmetic of the solvers.
    private const double LeastWeight = 1e-9;

    private readonly Network _network;
    private readonly Solver _solver;
    private readonly Constraint[] _balance;
    private readonly Constraint[] _ohm;
    private readonly Constraint _worth;
    private readonly Variable[] _angle;
    private readonly Variable[] _flow;
    private readonly Variable[] _direct;
    private readonly List<(Variable Variable, Func<GridState, bool> IsOn, double Least, double Most)> _injections = [];

    // What bounds are set to: neighbouring states differ in few, and each that is set goes through to the solver.
    private readonly Dictionary<object, (double Low, double High)> _bounds = new(ReferenceEqualityComparer.Instance);
    private bool _seeksWorth;
    private readonly List<(Variable Variable, int Bus, double Weight)> _served = [];

    /// <summary>Builds the program for a solver of OR-Tools, by its name.</summary>
    public ThetaModel(string solver, Network network, IReadOnlyList<WeightedLoad> weights)
    {
        _network = network;
        _solver = Solver.CreateSolver(solver) ?? throw new InvalidOperationException($"the solver {solver} is missing");
        _balance = [.. network.Buses.Select(_ => _solver.MakeConstraint(0, 0))];
        _worth = _solver.MakeConstraint(double.NegativeInfinity, double.PositiveInfinity);
        _angle = [.. network.Buses.Select(_ => Free())];
        _flow = [.. network.Branches.Select(_ => Free())];
        _direct = [.. network.DcLines.Select(_ => Free())];
        _ohm = [.. network.Branches.Select(AddFlow)];
        for (var i = 0; i < network.DcLines.Count; i++)
            Join(_direct[i], network.DcLines[i].From, network.DcLines[i].To);
        foreach (var generator in network.Generators)
            AddInjection(
                network.IndexOf(generator.Bus),
                state => state.GeneratorIsOn(generator.Row - 1),
                Math.Min(0, generator.MinMegawatts),
                Math.Max(0, generator.MaxMegawatts));
        var parts = weights.ToLookup(w => w.Bus);
        for (var bus = 0; bus < network.Buses.Count; bus++)
            AddDemand(bus, [.. parts[network.Buses[bus].Id]]);
    }

    /// <summary>
    /// Puts the program into a grid state, with one angle of each island of several buses held at 0. Those of buses alone or
    /// dead are free: to hold them and let them go again costs the dual simplex method thousands of steps on a large grid.
    /// </summary>
    public void Enter(GridState state)
    {
        var islands = new Islands(state);
        for (var i = 0; i < _angle.Length; i++)
        {
            var buses = islands.Of(i) == Islands.None ? [] : islands.Buses(islands.Of(i));
            var held = buses.Count > 1 && buses[0] == i;
            Bound(_angle[i], held ? 0 : double.NegativeInfinity, held ? 0 : double.PositiveInfinity);
        }
        for (var i = 0; i < _flow.Length; i++)
        {
            var branch = _network.Branches[i];
            var closed = state.BranchIsOn(i);
            var limit = !closed ? 0 : branch.RatingMegavoltAmperes > 0 ? branch.RatingMegavoltAmperes : double.PositiveInfinity;
            Bound(_flow[i], -limit, limit);
            var shifted = -Susceptance(branch) * double.DegreesToRadians(branch.ShiftDegrees);
            var (low, high) = closed ? (shifted, shifted) : (double.NegativeInfinity, double.PositiveInfinity);
            if (IsNew(_ohm[i], low, high))
                _ohm[i].SetBounds(low, high);
        }
        for (var i = 0; i < _direct.Length; i++)
        {
            var line = _network.DcLines[i];
            var closed = state.DcLineIsOn(i);
            Bound(_direct[i], closed ? line.MinMegawatts : 0, closed ? line.MaxMegawatts : 0);
        }
        foreach (var (variable, isOn, least, most) in _injections)
            Bound(variable, isOn(state) ? least : 0, isOn(state) ? most : 0);
    }

    private void Bound(Variable variable, double low, double high)
    {
        if (IsNew(variable, low, high))
            variable.SetBounds(low, high);
    }

    private bool IsNew(object bounded, double low, double high)
    {
        if (_bounds.TryGetValue(bounded, out var set) && set == (low, high))
            return false;
        _bounds[bounded] = (low, high);
        return true;
    }

    /// <summary>Serves the most by weight.</summary>
    public Solver.ResultStatus SolveForWorth()
    {
        if (!_seeksWorth)
        {
            _worth.SetBounds(double.NegativeInfinity, double.PositiveInfinity);
            var objective = _solver.Objective();
            foreach (var (variable, _, weight) in _served)
                objective.SetCoefficient(variable, weight);
            objective.SetMaximization();
            _seeksWorth = true;
        }
        return Solve();
    }

    /// <summary>Serves the most, or the least, by a factor for each bus, among the ways to serve at least a given worth.</summary>
    public Solver.ResultStatus SolveForBuses(double worth, Func<int, double> factor, bool most)
    {
        _seeksWorth = false;
        _worth.SetBounds(worth, double.PositiveInfinity);
        var objective = _solver.Objective();
        foreach (var (variable, bus, _) in _served)
            objective.SetCoefficient(variable, factor(bus));
        objective.SetOptimizationDirection(most);
        return Solve();
    }

    /// <summary>Value of the objective last solved for.</summary>
    public double ObjectiveValue => _solver.Objective().Value();

    /// <summary>MW served at each bus, in the order of the network.</summary>
    public double[] ServedByBus()
    {
        var served = new double[_network.Buses.Count];
        foreach (var (variable, bus, _) in _served)
            served[bus] += variable.SolutionValue();
        return served;
    }

    /// <inheritdoc/>
    public void Dispose() => _solver.Dispose();

    private Solver.ResultStatus Solve()
    {
        using var parameters = new MPSolverParameters();
        parameters.SetIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE, (int)MPSolverParameters.PresolveValues.PRESOLVE_OFF);
        parameters.SetIntegerParam(MPSolverParameters.IntegerParam.LP_ALGORITHM, (int)MPSolverParameters.LpAlgorithmValues.DUAL);
        return _solver.Solve(parameters);
    }

    private Variable Free() => _solver.MakeNumVar(double.NegativeInfinity, double.PositiveInfinity, "");

    private double Susceptance(Branch branch) => _network.BaseMegavoltAmperes / (branch.Reactance * branch.Ratio);

    // flow − b·(θ from − θ to) = −b·shift
    private Constraint AddFlow(Branch branch, int index)
    {
        Join(_flow[index], branch.From, branch.To);
        var ohm = _solver.MakeConstraint(double.NegativeInfinity, double.PositiveInfinity);
        ohm.SetCoefficient(_flow[index], 1);
        ohm.SetCoefficient(_angle[_network.IndexOf(branch.From)], -Susceptance(branch));
        ohm.SetCoefficient(_angle[_network.IndexOf(branch.To)], Susceptance(branch));
        return ohm;
    }

    private void Join(Variable flow, int from, int to)
    {
        _balance[_network.IndexOf(from)].SetCoefficient(flow, -1);
        _balance[_network.IndexOf(to)].SetCoefficient(flow, 1);
    }

    private void AddDemand(int index, IReadOnlyList<WeightedLoad> parts)
    {
        var bus = _network.Buses[index];
        if (bus.DemandMegawatts < 0)
            AddInjection(index, IsOn, 0, -bus.DemandMegawatts);
        if (bus.ShuntMegawatts != 0)
            AddInjection(index, IsOn, Math.Min(0, -bus.ShuntMegawatts), Math.Max(0, -bus.ShuntMegawatts));
        if (bus.DemandMegawatts <= 0)
            return;
        foreach (var part in parts)
            AddServed(index, part.Megawatts, part.Weight < LeastWeight ? 0 : part.Weight);
        AddServed(index, Math.Max(0, bus.DemandMegawatts - parts.Sum(part => part.Megawatts)), 1);

        bool IsOn(GridState state) => state.BusIsOn(index);
    }

    private void AddServed(int bus, double megawatts, double weight)
    {
        var served = AddInjection(bus, state => state.BusIsOn(bus), 0, megawatts);
        _balance[bus].SetCoefficient(served, -1);
        _worth.SetCoefficient(served, weight);
        _served.Add((served, bus, weight));
    }

    private Variable AddInjection(int bus, Func<GridState, bool> isOn, double least, double most)
    {
        var injected = _solver.MakeNumVar(least, most, "");
        _balance[bus].SetCoefficient(injected, 1);
        _injections.Add((injected, isOn, least, most));
        return injected;
    }
}

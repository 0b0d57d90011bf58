using Google.OrTools.LinearSolver;
using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>
/// The most load, by weight, that any set of repairs could serve that can be done by a given hour: an upper bound on
/// what every plan serves then. The set is chosen by a mixed-integer program, under the hours that all crews together,
/// and those of each skill, have until then; the grid is relaxed to a transport network, in which power may take any way
/// that the limits of the lines allow.
/// </summary>
internal sealed class AffordableLoad : IDisposable
{
    // SCIP would take Ctrl-C for itself, and leave the rest of the process none of it.
    private const string LeaveInterrupts = "misc/catchctrlc = FALSE";

    private readonly JobBoard _board;
    private readonly DeliveryModel _model;
    private readonly Solver _solver;
    private readonly Variable[] _done;
    private readonly List<(Constraint Hours, int[] Crews)> _capacities = [];
    private readonly double[] _earliestEnd;

    /// <summary>Builds the program.</summary>
    public AffordableLoad(JobBoard board, DeliveryModel model)
    {
        _board = board;
        _model = model;
        _solver = Solver.CreateSolver("SCIP") ?? throw new InvalidOperationException("the solver SCIP is missing");
        _solver.SetSolverSpecificParametersAsString(LeaveInterrupts);
        _done = [.. Enumerable.Range(0, board.Count).Select(_ => _solver.MakeIntVar(0, 1, ""))];
        _earliestEnd = board.EarliestEnd;
        AddNetwork();
        AddCapacities();
        for (var job = 0; job < board.Count; job++)
            foreach (var before in board.Before[job])
                AtMost(_done[job], 1, before);
    }

    /// <summary>Upper bound on the weighted MW that can be served at an hour.</summary>
    /// <param name="hour">Hours from the start.</param>
    /// <param name="time">Time to spend at most; null to count the nodes of the search tree instead.</param>
    /// <returns>The bound: that of the best plan once the program is solved, a higher one before; infinite where none was found.</returns>
    public double At(double hour, TimeSpan? time)
    {
        for (var job = 0; job < _done.Length; job++)
            _done[job].SetUb(_earliestEnd[job] <= hour + 1e-9 ? 1 : 0);
        foreach (var (constraint, crews) in _capacities)
            constraint.SetUb(crews.Sum(c => Math.Max(0, hour - _board.CrewFrom[c])) + 1e-6);
        if (time is { } limit)
            _solver.SetTimeLimit((long)Math.Max(1, limit.TotalMilliseconds));
        else
            _solver.SetSolverSpecificParametersAsString(
                $"{LeaveInterrupts}\nlimits/totalnodes = {Math.Clamp(20_000 / _model.BusCount, 1, 200)}");
        var status = _solver.Solve();
        if (status is Solver.ResultStatus.ABNORMAL or Solver.ResultStatus.INFEASIBLE or Solver.ResultStatus.UNBOUNDED)
            return double.PositiveInfinity;
        var bound = _solver.Objective().BestBound();
        return double.IsFinite(bound) ? bound + (1e-7 * (1 + Math.Abs(bound))) : double.PositiveInfinity;
    }

    /// <summary>Ends a computation that is under way.</summary>
    public void Interrupt() => _solver.InterruptSolve();

    /// <inheritdoc/>
    public void Dispose() => _solver.Dispose();

    /// <summary>
    /// Hours of all jobs within those of all crews; and for each skill, hours of the jobs that only some crews can do
    /// within those of these crews.
    /// </summary>
    private void AddCapacities()
    {
        var groups = Enumerable.Range(0, _board.Count).Select(j => _board.Crews[j])
            .Append([.. Enumerable.Range(0, _board.CrewFrom.Length)])
            .DistinctBy(crews => string.Join(',', crews));
        foreach (var crews in groups)
        {
            var hours = _solver.MakeConstraint(double.NegativeInfinity, 0);
            for (var job = 0; job < _board.Count; job++)
                if (_board.Crews[job].All(crews.Contains))
                    hours.SetCoefficient(_done[job], _board.Hours[job]);
            _capacities.Add((hours, crews));
        }
    }

    private void AddNetwork()
    {
        var balance = new Constraint[_model.BusCount];
        var supply = _model.FixedHigh.Sum() + _model.GeneratorHigh.Sum();
        for (var bus = 0; bus < _model.BusCount; bus++)
        {
            balance[bus] = _solver.MakeConstraint(0, 0);
            var repair = _model.BusRepair[bus];
            AddColumn(balance[bus], 1, _model.FixedLow[bus], _model.FixedHigh[bus], 0, repair);
            for (var s = _model.SegmentStart[bus]; s < _model.SegmentStart[bus + 1]; s++)
                AddColumn(balance[bus], -1, 0, _model.SegmentMegawatts[s], _model.SegmentWeight[s], repair);
        }
        for (var g = 0; g < _model.GeneratorBus.Length; g++)
            AddColumn(
                balance[_model.GeneratorBus[g]],
                1,
                _model.GeneratorLow[g],
                _model.GeneratorHigh[g],
                0,
                _model.GeneratorRepair[g],
                _model.BusRepair[_model.GeneratorBus[g]]);
        for (var k = 0; k < _model.BranchCount; k++)
        {
            int from = _model.BranchFrom[k], to = _model.BranchTo[k];
            var limit = Math.Min(_model.Limit[k], supply);
            var flow = AddColumn(
                balance[to], 1, -limit, limit, 0, _model.BranchRepair[k], _model.BusRepair[from], _model.BusRepair[to]);
            balance[from].SetCoefficient(flow, -1);
        }
        for (var d = 0; d < _model.DcFrom.Length; d++)
        {
            var flow = AddColumn(
                balance[_model.DcTo[d]],
                1,
                Math.Min(0, _model.DcLow[d]),
                Math.Max(0, _model.DcHigh[d]),
                0,
                _model.BusRepair[_model.DcFrom[d]],
                _model.BusRepair[_model.DcTo[d]]);
            balance[_model.DcFrom[d]].SetCoefficient(flow, -1);
        }
        _solver.Objective().SetMaximization();
    }

    /// <summary>A flow in MW that is 0 until all of some repairs are done; −1 stands for what is not damaged.</summary>
    private Variable AddColumn(Constraint balance, double sign, double low, double high, double weight, params ReadOnlySpan<int> repairs)
    {
        var column = _solver.MakeNumVar(low, high, "");
        balance.SetCoefficient(column, sign);
        if (weight != 0)
            _solver.Objective().SetCoefficient(column, weight);
        foreach (var repair in repairs)
        {
            if (repair < 0)
                continue;
            if (high > 0)
                AtMost(column, high, repair);
            if (low < 0)
            {
                var atLeast = _solver.MakeConstraint(0, double.PositiveInfinity);
                atLeast.SetCoefficient(column, 1);
                atLeast.SetCoefficient(_done[repair], -low);
            }
        }
        return column;
    }

    private void AtMost(Variable column, double high, int repair)
    {
        var atMost = _solver.MakeConstraint(double.NegativeInfinity, 0);
        atMost.SetCoefficient(column, 1);
        atMost.SetCoefficient(_done[repair], -high);
    }
}

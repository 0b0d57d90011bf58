using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>
/// The grid at some instants of any plan, relaxed, as part of a linear program. What is not damaged obeys Ohm's law in the
/// DC form, as it does in every plan. A damaged branch, or one at a damaged bus, carries any power within its limits once
/// its repairs are done: closed or open, that includes what it really carries. Repairs done at an instant are done at
/// every later one.
/// </summary>
internal sealed class RelaxedGrid
{
    private const int None = -1;

    private readonly JobBoard _board;
    private readonly DeliveryModel _model;
    private readonly LinearProgram _program;
    private readonly int[,] _done;
    private readonly bool[] _pinned;
    private readonly double _mostFlow;
    private readonly List<(int Column, double Worth)>[] _served;

    /// <summary>Adds the grid to an empty program whose objective becomes Σ length · weighted MW served, over instants.</summary>
    /// <param name="board">The jobs.</param>
    /// <param name="model">The network.</param>
    /// <param name="program">The program.</param>
    /// <param name="instants">The instants, in order.</param>
    /// <param name="whole">True where a repair is done or not; false where it may be done in part.</param>
    public RelaxedGrid(JobBoard board, DeliveryModel model, LinearProgram program, IReadOnlyList<Instant> instants, bool whole)
    {
        (_board, _model, _program) = (board, model, program);
        _done = new int[board.Count, instants.Count];
        _pinned = FirstBusOfEachPart();
        _served = [.. instants.Select(_ => new List<(int, double)>())];
        _mostFlow = Math.Min(
            model.FixedHigh.Sum() + model.GeneratorHigh.Sum(),
            model.Demand - model.FixedLow.Sum() - model.GeneratorLow.Sum());
        for (var k = 0; k < instants.Count; k++)
        {
            for (var job = 0; job < board.Count; job++)
            {
                _done[job, k] = board.EarliestEnd[job] > instants[k].Hour + 1e-9 ? None : program.AddColumn(0, 1, 0, whole);
                if (k > 0 && _done[job, k - 1] != None)
                    AtMost(_done[job, k - 1], 1, _done[job, k]);
            }
            AddNetwork(k, instants[k].Length);
            if (double.IsFinite(instants[k].Hour))
                AddCapacities(k, instants[k].Hour);
        }
    }

    /// <summary>Column that says whether a job is done at an instant; −1 where it cannot be.</summary>
    public int Done(int job, int instant) => _done[job, instant];

    /// <summary>The columns of load served at an instant, with what each counts for in the objective.</summary>
    public (int Column, double Worth)[] Served(int instant) => [.. _served[instant]];

    private void AddNetwork(int k, double length)
    {
        var balance = new List<(int, double)>[_model.BusCount];
        var angle = new int[_model.BusCount];
        for (var bus = 0; bus < _model.BusCount; bus++)
        {
            balance[bus] = [];
            angle[bus] = _pinned[bus] ? None : _program.AddColumn(double.NegativeInfinity, double.PositiveInfinity);
            var repair = _model.BusRepair[bus];
            if (_model.FixedLow[bus] < 0 || _model.FixedHigh[bus] > 0)
                balance[bus].Add((AddFlow(k, _model.FixedLow[bus], _model.FixedHigh[bus], 0, repair), 1));
            for (var s = _model.SegmentStart[bus]; s < _model.SegmentStart[bus + 1]; s++)
            {
                var worth = _model.SegmentWeight[s] * length;
                var served = AddFlow(k, 0, _model.SegmentMegawatts[s], worth, repair);
                balance[bus].Add((served, -1));
                _served[k].Add((served, worth));
            }
        }
        for (var g = 0; g < _model.GeneratorBus.Length; g++)
        {
            var bus = _model.GeneratorBus[g];
            balance[bus].Add((AddFlow(
                k, _model.GeneratorLow[g], Math.Min(_mostFlow, _model.GeneratorHigh[g]), 0, _model.GeneratorRepair[g], _model.BusRepair[bus]), 1));
        }
        for (var branch = 0; branch < _model.BranchCount; branch++)
            AddBranch(k, branch, balance, angle);
        for (var d = 0; d < _model.DcFrom.Length; d++)
        {
            int from = _model.DcFrom[d], to = _model.DcTo[d];
            var flow = AddFlow(
                k, Math.Min(0, _model.DcLow[d]), Math.Max(0, _model.DcHigh[d]), 0, _model.BusRepair[from], _model.BusRepair[to]);
            balance[from].Add((flow, -1));
            balance[to].Add((flow, 1));
        }
        foreach (var entries in balance)
            _program.AddRow(0, 0, [.. entries]);
    }

    private void AddBranch(int k, int branch, List<(int, double)>[] balance, int[] angle)
    {
        int from = _model.BranchFrom[branch], to = _model.BranchTo[branch];
        int flow;
        if (IsRigid(branch))
        {
            var (susceptance, limit) = (_model.Susceptance[branch], _model.Limit[branch]);
            flow = _program.AddColumn(-limit, limit);
            // Angles in base MW: flows and angles are then of one size.
            var perUnit = susceptance / _model.Problem.Network.BaseMegavoltAmperes;
            var entries = new List<(int, double)> { (flow, 1) };
            if (angle[from] != None)
                entries.Add((angle[from], -perUnit));
            if (angle[to] != None)
                entries.Add((angle[to], perUnit));
            var shifted = -susceptance * _model.Shift[branch];
            _program.AddRow(shifted, shifted, [.. entries]);
        }
        else
        {
            var limit = Math.Min(_model.Limit[branch], _mostFlow);
            flow = AddFlow(k, -limit, limit, 0, _model.BranchRepair[branch], _model.BusRepair[from], _model.BusRepair[to]);
        }
        balance[from].Add((flow, -1));
        balance[to].Add((flow, 1));
    }

    /// <summary>True where a branch is closed in every state of the grid.</summary>
    private bool IsRigid(int branch) => _model.BranchRepair[branch] < 0
        && _model.BusRepair[_model.BranchFrom[branch]] < 0 && _model.BusRepair[_model.BranchTo[branch]] < 0;

    /// <summary>A flow in MW that is 0 until all of some repairs are done; −1 stands for what is not damaged.</summary>
    private int AddFlow(int k, double low, double high, double worth, params ReadOnlySpan<int> repairs)
    {
        var flow = _program.AddColumn(low, high, worth);
        foreach (var repair in repairs)
        {
            if (repair < 0)
                continue;
            if (high > 0)
                AtMost(flow, high, _done[repair, k]);
            if (low < 0)
                AtLeast(flow, low, _done[repair, k]);
        }
        return flow;
    }

    private void AtMost(int column, double factor, int done)
    {
        if (done == None)
            _program.AddRow(double.NegativeInfinity, 0, (column, 1));
        else
            _program.AddRow(double.NegativeInfinity, 0, (column, 1), (done, -factor));
    }

    private void AtLeast(int column, double factor, int done)
    {
        if (done == None)
            _program.AddRow(0, double.PositiveInfinity, (column, 1));
        else
            _program.AddRow(0, double.PositiveInfinity, (column, 1), (done, -factor));
    }

    /// <summary>
    /// Hours of the jobs done within those of all crews; and for each skill, hours of the jobs that only some crews can do
    /// within those of these crews.
    /// </summary>
    private void AddCapacities(int k, double hour)
    {
        foreach (var crews in CrewGroups(_board))
        {
            var entries = new List<(int, double)>();
            for (var job = 0; job < _board.Count; job++)
                if (_done[job, k] != None && _board.Hours[job] > 0 && _board.Crews[job].All(crews.Contains))
                    entries.Add((_done[job, k], _board.Hours[job]));
            if (entries.Count > 0)
                _program.AddRow(double.NegativeInfinity, Capacity(_board, crews, hour), [.. entries]);
        }
        for (var job = 0; job < _board.Count; job++)
            if (_done[job, k] != None)
                foreach (var before in _board.Before[job])
                    AtMost(_done[job, k], 1, _done[before, k]);
    }

    /// <summary>Hours that some crews can have worked by an hour.</summary>
    public static double Capacity(JobBoard board, int[] crews, double hour) =>
        crews.Sum(c => Math.Max(0, hour - board.CrewFrom[c])) + 1e-6;

    /// <summary>The sets of crews that share jobs of their own: those that some job asks for, and all.</summary>
    public static IEnumerable<int[]> CrewGroups(JobBoard board) => Enumerable.Range(0, board.Count)
        .Select(j => board.Crews[j])
        .Append([.. Enumerable.Range(0, board.CrewFrom.Length)])
        .DistinctBy(crews => string.Join(',', crews));

    /// <summary>In each part of the grid that is joined by what is not damaged, the bus whose angle is zero.</summary>
    private bool[] FirstBusOfEachPart()
    {
        var pinned = new bool[_model.BusCount];
        var seen = new bool[_model.BusCount];
        var stack = new Stack<int>();
        for (var first = 0; first < pinned.Length; first++)
        {
            if (seen[first])
                continue;
            pinned[first] = seen[first] = true;
            stack.Push(first);
            while (stack.TryPop(out var bus))
                for (var a = _model.AdjacencyStart[bus]; a < _model.AdjacencyStart[bus + 1]; a++)
                {
                    var branch = _model.AdjacencyBranch[a];
                    var other = _model.BranchFrom[branch] ^ _model.BranchTo[branch] ^ bus;
                    if (seen[other] || !IsRigid(branch))
                        continue;
                    seen[other] = true;
                    stack.Push(other);
                }
        }
        return pinned;
    }
}

/// <summary>An instant of a plan at which the most that can be served is asked for.</summary>
/// <param name="Hour">The hour by which what is done then must have ended.</param>
/// <param name="Length">Hours for which the answer counts.</param>
internal readonly record struct Instant(double Hour, double Length);

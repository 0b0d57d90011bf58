using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>
/// The grid at an instant of any plan, relaxed, as a linear program. Inside a part Ohm's law holds in the DC form: on small
/// grids with a column for the angle of every bus, on large ones the part is one node, and the limits of its lines are
/// added where a solution passes them. A damaged branch, or one at a damaged bus, carries any power within its limits once
/// its repairs are done: closed or open, that includes what it really carries.
/// </summary>
internal sealed partial class RelaxedGrid
{
    private const int None = -1;

    private readonly JobBoard _board;
    private readonly DeliveryModel _model;
    private readonly GridParts _parts;
    private readonly RigidLines _lines;
    private readonly OpenBranches _open;
    private readonly LinearProgram _program;
    private readonly SupplyCuts _supply;
    private readonly int[] _done;
    private readonly int[] _gate;
    private readonly double _mostFlow;
    private readonly bool _circles;
    private readonly List<Injection> _injections;
    private readonly List<Load> _loads = [];
    private readonly List<(int Column, int Bus, int Sign)> _ends = [];
    private readonly int[] _angle;
    private readonly List<int> _closed = [];

    /// <summary>Adds the grid to an empty program whose objective becomes the weighted MW served.</summary>
    /// <param name="board">The jobs.</param>
    /// <param name="model">The network.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="lines">Ohm's law in these.</param>
    /// <param name="open">How far apart the angles of open branches are.</param>
    /// <param name="supply">The ways to these.</param>
    /// <param name="program">The program.</param>
    /// <param name="hour">The hour by which what is done then must have ended.</param>
    /// <param name="byAngles">True for columns of angles; false where each part is to be one node.</param>
    /// <param name="switched">True where a repaired branch obeys Ohm's law, or stays open.</param>
    public RelaxedGrid(
        JobBoard board,
        DeliveryModel model,
        GridParts parts,
        RigidLines lines,
        OpenBranches open,
        SupplyCuts supply,
        LinearProgram program,
        double hour,
        bool byAngles,
        bool switched)
    {
        (_board, _model, _parts, _lines, _open, _supply, _program) = (board, model, parts, lines, open, supply, program);
        _done = new int[board.Count];
        _gate = new int[supply.Gates];
        _angle = new int[model.BusCount];
        _injections = [.. Injections()];
        _circles = model.Shifters.Length > 0 || model.DcFrom.Length > 0 || model.Susceptance.Any(b => b < 0);
        _mostFlow = Math.Min(
            model.FixedHigh.Sum() + model.GeneratorHigh.Sum(),
            model.Demand - model.FixedLow.Sum() - model.GeneratorLow.Sum());
        Array.Fill(_gate, None);
        for (var job = 0; job < board.Count; job++)
            _gate[job] = _done[job] = board.EarliestEnd[job] > hour + 1e-9 ? None : program.AddColumn(0, 1);
        AddNetwork(byAngles, switched);
        AddCapacities(hour);
    }

    private void AddNetwork(bool byAngles, bool switched)
    {
        foreach (var injection in _injections)
        {
            var column = AddFlow(
                injection.Low, Math.Min(_mostFlow, injection.High), injection.Weight, injection.Repair, injection.BusRepair);
            _ends.Add((column, injection.Bus, injection.IsLoad ? -1 : 1));
            if (injection.IsLoad)
                _loads.Add(new Load(column, injection.Weight, _parts.Of[injection.Bus]));
        }
        List<(int Branch, int Flow)> free = [];
        for (var branch = 0; branch < _model.BranchCount; branch++)
        {
            if (_parts.IsRigid(branch))
                continue;
            var (from, to, most) = (_model.BranchFrom[branch], _model.BranchTo[branch], MostThrough(branch));
            var flow = Join(from, to, -most, most, _model.BranchRepair[branch]);
            free.Add((branch, flow));
            if (_parts.Of[from] != _parts.Of[to])
                AddGates(branch, flow);
        }
        for (var d = 0; d < _model.DcFrom.Length; d++)
            Join(_model.DcFrom[d], _model.DcTo[d], Math.Min(0, _model.DcLow[d]), Math.Max(0, _model.DcHigh[d]), None);
        foreach (var node in _ends.Concat(byAngles ? RigidFlows(switched) : []).GroupBy(e => byAngles ? e.Bus : _parts.Of[e.Bus]))
            _program.AddRow(0, 0, Sum(node.Select(e => (e.Column, (double)e.Sign))));
        foreach (var (branch, flow) in switched && byAngles ? free : [])
            if (Repairs(branch).All(r => _done[r] != None))
                AddOhmOrOpen(branch, flow);
    }

    /// <summary>A branch between parts carries power one way or the other, once its repairs are done.</summary>
    private void AddGates(int branch, int flow)
    {
        var forth = _gate[_supply.Forth(branch)] = _program.AddColumn(0, 1);
        var back = _gate[_supply.Back(branch)] = _program.AddColumn(0, 1);
        AtMost(flow, MostThrough(branch), forth);
        AtLeast(flow, -MostThrough(branch), back);
        _program.AddRow(double.NegativeInfinity, 1, (forth, 1), (back, 1));
        foreach (var repair in Repairs(branch))
            _program.AddRow(
                double.NegativeInfinity, 0, _done[repair] is >= 0 and var done ? [(forth, 1), (back, 1), (done, -1)] : [(forth, 1), (back, 1)]);
    }

    /// <summary>The repairs that a branch waits for: its own, and those of the buses at its ends.</summary>
    private IEnumerable<int> Repairs(int branch) =>
        new[] { _model.BranchRepair[branch], _model.BusRepair[_model.BranchFrom[branch]], _model.BusRepair[_model.BranchTo[branch]] }
            .Where(r => r >= 0);

    private int Join(int from, int to, double low, double high, int repair)
    {
        var flow = AddFlow(low, high, 0, repair, _model.BusRepair[from], _model.BusRepair[to]);
        _ends.Add((flow, from, -1));
        _ends.Add((flow, to, 1));
        return flow;
    }

    /// <summary>
    /// MW that a branch carries at most. Power that flows from higher angles to lower ones makes no circles, so no more
    /// passes a branch than all that is put in; phase shifters, negative reactances and direct-current lines may drive circles.
    /// </summary>
    private double MostThrough(int branch) => _circles ? _model.Limit[branch] : Math.Min(_model.Limit[branch], _mostFlow);

    /// <summary>What is put in or taken out; what is alike at one bus as one.</summary>
    private IEnumerable<Injection> Injections()
    {
        var all = new List<Injection>();
        for (var bus = 0; bus < _model.BusCount; bus++)
        {
            all.Add(new Injection(bus, false, _model.FixedLow[bus], _model.FixedHigh[bus], 0, -1, _model.BusRepair[bus]));
            for (var s = _model.SegmentStart[bus]; s < _model.SegmentStart[bus + 1]; s++)
                all.Add(new Injection(bus, true, 0, _model.SegmentMegawatts[s], _model.SegmentWeight[s], -1, _model.BusRepair[bus]));
        }
        for (var g = 0; g < _model.GeneratorBus.Length; g++)
            all.Add(new Injection(
                _model.GeneratorBus[g], false, _model.GeneratorLow[g], _model.GeneratorHigh[g], 0, _model.GeneratorRepair[g], _model.BusRepair[_model.GeneratorBus[g]]));
        return all.Where(i => i.Low < 0 || i.High > 0)
            .GroupBy(i => (i.Bus, i.IsLoad, i.Weight, i.Repair, i.BusRepair))
            .Select(g => g.First() with { Low = g.Sum(i => i.Low), High = g.Sum(i => i.High) });
    }

    /// <summary>A flow in MW that is 0 until all of some repairs are done; −1 stands for what is not damaged.</summary>
    private int AddFlow(double low, double high, double worth, params ReadOnlySpan<int> repairs)
    {
        var flow = _program.AddColumn(low, high, worth);
        foreach (var repair in repairs)
        {
            if (repair < 0)
                continue;
            if (high > 0)
                AtMost(flow, high, _done[repair]);
            if (low < 0)
                AtLeast(flow, low, _done[repair]);
        }
        return flow;
    }

    /// <summary>column ≤ factor · done; an infinite factor says nothing once it is done.</summary>
    private void AtMost(int column, double factor, int done)
    {
        if (done == None)
            _program.AddRow(double.NegativeInfinity, 0, (column, 1));
        else if (double.IsFinite(factor))
            _program.AddRow(double.NegativeInfinity, 0, (column, 1), (done, -factor));
    }

    /// <summary>column ≥ factor · done.</summary>
    private void AtLeast(int column, double factor, int done)
    {
        if (done == None)
            _program.AddRow(0, double.PositiveInfinity, (column, 1));
        else if (double.IsFinite(factor))
            _program.AddRow(0, double.PositiveInfinity, (column, 1), (done, -factor));
    }

    /// <summary>
    /// Hours of the jobs done within those of all crews; and for each skill, hours of the jobs that only some crews can do
    /// within those of these crews. As crews do whole repairs, so are the hours seen through dual feasible functions.
    /// </summary>
    private void AddCapacities(double hour)
    {
        foreach (var crews in CrewGroups(_board))
        {
            int[] jobs =
            [
                .. Enumerable.Range(0, _board.Count)
                    .Where(j => _done[j] != None && _board.Hours[j] > 0 && _board.Crews[j].All(crews.Contains)),
            ];
            if (jobs.Length == 0)
                continue;
            _program.AddRow(double.NegativeInfinity, Capacity(_board, crews, hour), [.. jobs.Select(j => (_done[j], _board.Hours[j]))]);
            foreach (var shares in WholeRepairs.Shares([.. jobs.Select(j => _board.Hours[j])], hour - crews.Min(c => _board.CrewFrom[c])))
                _program.AddRow(
                    double.NegativeInfinity, crews.Length + 1e-6, [.. jobs.Select((j, k) => (_done[j], shares[k])).Where(e => e.Item2 > 0)]);
        }
        for (var job = 0; job < _board.Count; job++)
            if (_done[job] != None)
                foreach (var before in _board.Before[job])
                    AtMost(_done[job], 1, _done[before]);
    }

    /// <summary>Hours that some crews can have worked by an hour.</summary>
    public static double Capacity(JobBoard board, int[] crews, double hour) =>
        crews.Sum(c => Math.Max(0, hour - board.CrewFrom[c])) + 1e-6;

    /// <summary>The sets of crews that share jobs of their own: those that some job asks for, and all.</summary>
    public static IEnumerable<int[]> CrewGroups(JobBoard board) => Enumerable.Range(0, board.Count)
        .Select(j => board.Crews[j])
        .Append([.. Enumerable.Range(0, board.CrewFrom.Length)])
        .DistinctBy(crews => string.Join(',', crews));

    private sealed record Injection(int Bus, bool IsLoad, double Low, double High, double Weight, int Repair, int BusRepair);
}

/// <summary>A load served.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Worth">What a megawatt of it counts for.</param>
/// <param name="Part">The part of the grid at which it is.</param>
internal readonly record struct Load(int Column, double Worth, int Part);

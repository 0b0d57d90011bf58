using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>
/// The grid at some instants of any plan, relaxed, as part of a linear program. Each part is one node; what is put in and
/// taken out at its buses adds up to nothing. A damaged branch, or one at a damaged bus, carries any power within its
/// limits once its repairs are done: closed or open, that includes what it really carries. Rows that say more are added
/// where a solution passes them. Repairs done at an instant are done at every later one.
/// </summary>
internal sealed partial class RelaxedGrid
{
    private const int None = -1;

    private readonly JobBoard _board;
    private readonly DeliveryModel _model;
    private readonly GridParts _parts;
    private readonly RigidLines _lines;
    private readonly LinearProgram _program;
    private readonly SupplyCuts _supply;
    private readonly int[,] _done;
    private readonly int[,] _gate;
    private readonly double _mostFlow;
    private readonly bool _circles;
    private readonly List<Injection> _injections;
    private readonly List<Load>[] _loads;
    private readonly List<(int Column, int Bus, int Sign)>[] _ends;
    private readonly List<int> _closed = [];

    /// <summary>Adds the grid to an empty program whose objective becomes Σ length · weighted MW served, over instants.</summary>
    /// <param name="board">The jobs.</param>
    /// <param name="model">The network.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="lines">Ohm's law in these.</param>
    /// <param name="supply">The ways to these.</param>
    /// <param name="program">The program.</param>
    /// <param name="instants">The instants, in order.</param>
    /// <param name="switched">True where a repaired branch between buses of one part obeys Ohm's law there, or stays open.</param>
    public RelaxedGrid(
        JobBoard board,
        DeliveryModel model,
        GridParts parts,
        RigidLines lines,
        SupplyCuts supply,
        LinearProgram program,
        IReadOnlyList<Instant> instants,
        bool switched)
    {
        (_board, _model, _parts, _lines, _supply, _program) = (board, model, parts, lines, supply, program);
        _done = new int[board.Count, instants.Count];
        _gate = new int[supply.Gates, instants.Count];
        _injections = [.. Injections()];
        _loads = [.. instants.Select(_ => new List<Load>())];
        _ends = [.. instants.Select(_ => new List<(int, int, int)>())];
        _circles = model.Shifters.Length > 0 || model.DcFrom.Length > 0 || model.Susceptance.Any(b => b < 0);
        _mostFlow = Math.Min(
            model.FixedHigh.Sum() + model.GeneratorHigh.Sum(),
            model.Demand - model.FixedLow.Sum() - model.GeneratorLow.Sum());
        for (var k = 0; k < instants.Count; k++)
        {
            for (var job = 0; job < board.Count; job++)
            {
                _done[job, k] = board.EarliestEnd[job] > instants[k].Hour + 1e-9 ? None : program.AddColumn(0, 1);
                _gate[job, k] = _done[job, k];
                if (k > 0 && _done[job, k - 1] != None)
                    AtMost(_done[job, k - 1], 1, _done[job, k]);
            }
            for (var gate = board.Count; gate < supply.Gates; gate++)
                _gate[gate, k] = None;
            AddNetwork(k, instants[k].Length, switched);
            AddCapacities(k, instants[k].Hour);
        }
    }

    /// <summary>How many instants there are.</summary>
    public int Instants => _loads.Length;

    /// <summary>The columns of load served at an instant, with what each counts for in the objective.</summary>
    public IReadOnlyList<Load> Loads(int instant) => _loads[instant];

    private void AddNetwork(int k, double length, bool switched)
    {
        foreach (var injection in _injections)
        {
            var worth = injection.Weight * length;
            var column = AddFlow(k, injection.Low, Math.Min(_mostFlow, injection.High), worth, injection.Repair, injection.BusRepair);
            _ends[k].Add((column, injection.Bus, injection.IsLoad ? -1 : 1));
            if (injection.IsLoad)
                _loads[k].Add(new Load(column, worth, _parts.Of[injection.Bus]));
        }
        List<(int Branch, int Flow)> free = [];
        for (var branch = 0; branch < _model.BranchCount; branch++)
        {
            if (_parts.IsRigid(branch))
                continue;
            var (from, to, most) = (_model.BranchFrom[branch], _model.BranchTo[branch], MostThrough(branch));
            var flow = Join(k, from, to, -most, most, _model.BranchRepair[branch]);
            free.Add((branch, flow));
            if (_parts.Of[from] != _parts.Of[to])
                AddGates(k, branch, flow);
        }
        for (var d = 0; d < _model.DcFrom.Length; d++)
            Join(k, _model.DcFrom[d], _model.DcTo[d], Math.Min(0, _model.DcLow[d]), Math.Max(0, _model.DcHigh[d]), None);
        foreach (var part in _ends[k].GroupBy(e => _parts.Of[e.Bus]))
            _program.AddRow(0, 0, Sum(part.Select(e => (e.Column, (double)e.Sign))));
        foreach (var (branch, flow) in switched ? free : [])
            if (_lines.Knows(branch) && _done[_model.BranchRepair[branch], k] != None)
                AddOhm(k, branch, flow);
    }

    /// <summary>A branch between parts carries power one way or the other, once its repairs are done.</summary>
    private void AddGates(int k, int branch, int flow)
    {
        var forth = _gate[_supply.Forth(branch), k] = _program.AddColumn(0, 1);
        var back = _gate[_supply.Back(branch), k] = _program.AddColumn(0, 1);
        AtMost(flow, MostThrough(branch), forth);
        AtLeast(flow, -MostThrough(branch), back);
        _program.AddRow(double.NegativeInfinity, 1, (forth, 1), (back, 1));
        foreach (var repair in new[] { _model.BranchRepair[branch], _model.BusRepair[_model.BranchFrom[branch]], _model.BusRepair[_model.BranchTo[branch]] })
            if (repair >= 0 && _done[repair, k] is var done)
                _program.AddRow(double.NegativeInfinity, 0, done == None ? [(forth, 1), (back, 1)] : [(forth, 1), (back, 1), (done, -1)]);
    }

    private int Join(int k, int from, int to, double low, double high, int repair)
    {
        var flow = AddFlow(k, low, high, 0, repair, _model.BusRepair[from], _model.BusRepair[to]);
        _ends[k].Add((flow, from, -1));
        _ends[k].Add((flow, to, 1));
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

    private sealed record Injection(int Bus, bool IsLoad, double Low, double High, double Weight, int Repair, int BusRepair);
}

/// <summary>An instant of a plan at which the most that can be served is asked for.</summary>
/// <param name="Hour">The hour by which what is done then must have ended.</param>
/// <param name="Length">Hours for which the answer counts.</param>
internal readonly record struct Instant(double Hour, double Length);

/// <summary>A load served at an instant.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Worth">What a megawatt of it counts for in the objective.</param>
/// <param name="Part">The part of the grid at which it is.</param>
internal readonly record struct Load(int Column, double Worth, int Part);

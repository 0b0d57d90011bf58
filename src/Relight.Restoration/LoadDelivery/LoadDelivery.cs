namespace Relight.Restoration.LoadDelivery;

/// <summary>What a grid state delivers, MW.</summary>
/// <param name="Weighted">Σ weight · served.</param>
/// <param name="Served">Σ served.</param>
internal readonly record struct Delivery(double Weighted, double Served);

/// <summary>
/// How much load a grid state can serve: the maximal load delivery of the DC model (Coffrin et al. 2018, "Relaxations of
/// AC maximal load delivery for severe contingency analysis"). Keeps the factor and the basis of the last state, so
/// that neighbouring states cost little. Not for several threads at once; any number of them may share one model.
/// </summary>
internal sealed class LoadDelivery
{
    private const double FlowTolerance = 1e-6;
    private const int RowsARound = 24;

    private readonly DeliveryModel _model;
    private readonly GridSwitches _switches;
    private readonly IslandMap _islands;
    private readonly SusceptanceFactor _factor;
    private readonly InjectionProgram _program;
    private readonly bool[] _atLimit;
    private readonly double[] _injection, _angle, _right, _served, _price, _limitPrice;
    private readonly List<(double Excess, int Branch)> _violated = [];
    private readonly List<int> _closed = [];
    private readonly int[] _wholeIsland = new int[1];

    /// <summary>Makes an evaluator.</summary>
    public LoadDelivery(DeliveryModel model)
    {
        _model = model;
        _switches = new GridSwitches(model);
        _islands = new IslandMap(model);
        _factor = new SusceptanceFactor(model.Pattern);
        _program = new InjectionProgram(model);
        _atLimit = new bool[model.BranchCount];
        _injection = new double[model.BusCount];
        _angle = new double[model.BusCount];
        _right = new double[model.BusCount];
        _price = new double[model.BusCount];
        _limitPrice = new double[model.BranchCount];
        _served = new double[model.SegmentMegawatts.Length];
    }

    /// <summary>States computed so far.</summary>
    public long Count { get; private set; }

    /// <summary>True where some line was at its limit in the state computed last.</summary>
    public bool Congested { get; private set; }

    /// <summary>MW served of each part of a load in the state computed last.</summary>
    public ReadOnlySpan<double> Served => _served;

    /// <summary>Computes what a state delivers.</summary>
    /// <param name="repaired">Repairs that are done.</param>
    /// <param name="open">Repaired branches that stay open; null for none.</param>
    /// <remarks>
    /// An island whose phase shifters drive more through a line than it carries, whatever the dispatch, cannot be run and
    /// serves nothing.
    /// </remarks>
    public Delivery Evaluate(RepairSet repaired, RepairSet? open = null)
    {
        Count++;
        Congested = false;
        _switches.Apply(repaired, open);
        _islands.Find(_switches.BusUp, _switches.BranchUp);
        UpdateFactor();
        Array.Clear(_served);
        Array.Clear(_price);
        Array.Clear(_limitPrice);
        Array.Clear(_injection);
        if (_model.DcFrom.Length == 0)
            foreach (var (start, end, _) in _islands.Islands)
            {
                _wholeIsland[0] = end - start;
                Deliver(_islands.Buses[start..end], _wholeIsland, []);
            }
        else
            DeliverDcGroups();

        double weighted = 0, served = 0;
        for (var s = 0; s < _served.Length; s++)
        {
            served += _served[s];
            weighted += _model.SegmentWeight[s] * _served[s];
        }
        return new Delivery(weighted, served);
    }

    /// <summary>
    /// Lists the repaired branches whose opening might serve more in the state computed last: those that carry power from
    /// where it is worth more to where it is worth less, or whose own limit holds back more than they bring (Ruiz et al.
    /// 2012, "Tractable transmission topology control using sensitivity analysis"), with that loss, the greatest first.
    /// </summary>
    public void RankOpenings(List<(double Loss, int Repair)> ranked)
    {
        ranked.Clear();
        for (var k = 0; k < _model.BranchCount; k++)
        {
            if (_model.BranchRepair[k] < 0 || !_switches.BranchUp[k])
                continue;
            var flow = Flow(k);
            var loss = (flow * (_price[_model.BranchFrom[k]] - _price[_model.BranchTo[k]])) + (Math.Abs(flow) * _limitPrice[k]);
            if (loss > 1e-6)
                ranked.Add((loss, _model.BranchRepair[k]));
        }
        ranked.Sort(static (a, b) => a.Loss != b.Loss ? b.Loss.CompareTo(a.Loss) : a.Repair.CompareTo(b.Repair));
    }

    /// <summary>MW from the from end to the to end of a branch of the model in the state computed last; 0 where it is not closed.</summary>
    public double Flow(int branch) => !_switches.BranchUp[branch] ? 0 : _model.Susceptance[branch]
        * (_angle[_model.BranchFrom[branch]] - _angle[_model.BranchTo[branch]] - _model.Shift[branch]);

    private void UpdateFactor()
    {
        foreach (var bus in _islands.ReferenceChanges)
            _switches.Touch(bus);
        foreach (var bus in _switches.Touched)
        {
            double sum = 0;
            var branches = _model.AdjacencyBranch.AsSpan(
                _model.AdjacencyStart[bus], _model.AdjacencyStart[bus + 1] - _model.AdjacencyStart[bus]);
            foreach (var branch in branches)
                _factor.ClearEntry(branch);
            foreach (var branch in branches)
            {
                if (!_switches.BranchUp[branch])
                    continue;
                sum += _model.Susceptance[branch];
                _factor.AddEntry(branch, _model.Susceptance[branch]);
            }
            _factor.SetBus(bus, sum, _islands.IsPinned(bus));
        }
        _switches.ClearTouched();
        _factor.Refactor();
    }

    private void DeliverDcGroups()
    {
        foreach (var (islands, lines) in _islands.DcGroups())
        {
            var buses = new List<int>();
            var ends = new List<int>();
            foreach (var island in islands)
            {
                var (start, end, _) = _islands.Islands[island];
                buses.AddRange(_islands.Buses[start..end]);
                ends.Add(buses.Count);
            }
            Deliver([.. buses], [.. ends], [.. lines]);
        }
    }

    private void Deliver(ReadOnlySpan<int> buses, ReadOnlySpan<int> islandEnds, int[] dcLines)
    {
        double capacity = 0, demand = 0;
        foreach (var bus in buses)
        {
            capacity += _switches.FreeHigh[bus];
            for (var s = _model.SegmentStart[bus]; s < _model.SegmentStart[bus + 1]; s++)
                demand += _model.SegmentMegawatts[s];
        }
        if (capacity <= 0 || demand <= 0)
            return;
        if (buses.Length == 1)
        {
            DeliverAlone(buses[0]);
            return;
        }
        foreach (var bus in buses)
            _program.SetFree(bus, _switches.FreeLow[bus], _switches.FreeHigh[bus]);
        if (!DeliverTogether(buses, islandEnds, dcLines))
        {
            _program.Reset();
            Array.Clear(_atLimit);
            if (!DeliverTogether(buses, islandEnds, dcLines))
            {
                foreach (var bus in buses)
                    _injection[bus] = 0;
                return;
            }
        }
        Record(buses);
    }

    /// <summary>A bus by itself: the heaviest parts of its load first.</summary>
    private void DeliverAlone(int bus)
    {
        var left = _switches.FreeHigh[bus];
        for (var s = _model.SegmentStart[bus]; s < _model.SegmentStart[bus + 1]; s++)
        {
            if (_model.SegmentWeight[s] > 0)
                _served[s] = Math.Min(left, _model.SegmentMegawatts[s]);
            left -= _served[s];
        }
    }

    /// <summary>Solves for the group, and takes in line limits until none is violated.</summary>
    private bool DeliverTogether(ReadOnlySpan<int> buses, ReadOnlySpan<int> islandEnds, int[] dcLines)
    {
        _program.Begin(buses, islandEnds, dcLines);
        FindBranches(buses);
        foreach (var branch in _closed)
            if (_atLimit[branch])
                AddLimit(branch);
        _program.Start();
        while (true)
        {
            if (!_program.Solve() || !FindViolations())
                return false;
            if (_violated.Count == 0)
                return true;
            // A limit that the program already holds is met but for rounding, unless the arithmetic has failed.
            if (_violated.RemoveAll(v => _program.HasRow(v.Branch)) > 0 && _violated.Count == 0)
                return true;
            _violated.Sort(static (a, b) => a.Excess != b.Excess ? b.Excess.CompareTo(a.Excess) : a.Branch.CompareTo(b.Branch));
            var rows = _program.Rows;
            for (var v = 0; v < Math.Min(RowsARound, _violated.Count); v++)
                AddLimit(_violated[v].Branch);
            _program.Extend(rows);
        }
    }

    /// <summary>Lists the closed branches of the group.</summary>
    private void FindBranches(ReadOnlySpan<int> buses)
    {
        _closed.Clear();
        foreach (var bus in buses)
            for (var a = _model.AdjacencyStart[bus]; a < _model.AdjacencyStart[bus + 1]; a++)
            {
                var branch = _model.AdjacencyBranch[a];
                if (_model.BranchFrom[branch] == bus && _switches.BranchUp[branch])
                    _closed.Add(branch);
            }
    }

    /// <summary>
    /// Adds the limit row of a line. Its sensitivities are the angles that a unit of power from one end to the other
    /// makes, times the susceptance: one solve.
    /// </summary>
    private void AddLimit(int branch)
    {
        Array.Clear(_right);
        _right[_model.BranchFrom[branch]] = _model.Susceptance[branch];
        _right[_model.BranchTo[branch]] = -_model.Susceptance[branch];
        _factor.Solve(_right, _angle);
        var row = _program.AddRow(branch);
        var shifted = -_model.Susceptance[branch] * _model.Shift[branch];
        var buses = _program.Buses;
        for (var i = 0; i < buses.Length; i++)
            row[i] = _angle[buses[i]];
        foreach (var shifter in _model.Shifters)
            if (_switches.BranchUp[shifter])
                shifted += _model.Susceptance[shifter] * _model.Shift[shifter]
                    * (_angle[_model.BranchFrom[shifter]] - _angle[_model.BranchTo[shifter]]);
        _program.SetLimits(-_model.Limit[branch] - shifted, _model.Limit[branch] - shifted);
    }

    /// <summary>Lists the limits that the present dispatch violates; false where a flow is not a number.</summary>
    private bool FindViolations()
    {
        _program.NetInjection(_injection);
        _injection.CopyTo(_right, 0);
        foreach (var shifter in _model.Shifters)
        {
            if (!_switches.BranchUp[shifter])
                continue;
            var push = _model.Susceptance[shifter] * _model.Shift[shifter];
            _right[_model.BranchFrom[shifter]] += push;
            _right[_model.BranchTo[shifter]] -= push;
        }
        _factor.Solve(_right, _angle);
        _violated.Clear();
        foreach (var branch in _closed)
        {
            var excess = Math.Abs(Flow(branch)) / _model.Limit[branch] - 1;
            if (double.IsNaN(excess))
                return false;
            if (excess > FlowTolerance)
                _violated.Add((excess, branch));
        }
        return true;
    }

    private void Record(ReadOnlySpan<int> buses)
    {
        foreach (var bus in buses)
        {
            _price[bus] = _program.Price(bus);
            for (var s = _model.SegmentStart[bus]; s < _model.SegmentStart[bus + 1]; s++)
                _served[s] = _program.Served(s);
        }
        foreach (var branch in _closed)
            _atLimit[branch] = false;
        for (var r = 0; r < _program.Rows; r++)
        {
            if (_program.RowBranch(r) < 0 || !_program.IsBinding(r))
                continue;
            _atLimit[_program.RowBranch(r)] = true;
            _limitPrice[_program.RowBranch(r)] = _program.LimitPrice(r);
            Congested = true;
        }
    }
}

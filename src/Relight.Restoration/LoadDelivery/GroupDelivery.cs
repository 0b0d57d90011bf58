using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Relight.Restoration.LoadDelivery;

/// <summary>
/// Serves the most in one group of islands after another: solves the program with the limits that held lines back when
/// they were last solved, and takes in those that the answer violates, until there are none.
/// </summary>
internal sealed class GroupDelivery
{
    private const double FlowTolerance = 1e-6;
    private const int RowsARound = 8;
    private const int MostInversions = 3;
    private const int Lanes = 8;

    private readonly DeliveryModel _model;
    private readonly GridSwitches _switches;
    private readonly IslandMap _islands;
    private readonly SusceptanceFactor _factor;
    private readonly InjectionProgram _program;
    private readonly LineLimits _limits;
    private readonly double[] _served, _angle, _price, _limitPrice;
    private readonly List<(double Excess, int Branch)> _violated = [];
    private readonly List<int> _several = [], _entering = [];

    // Branches that were at their limit when their island was last solved.
    private readonly List<int> _binding = [];

    /// <summary>Serves into <paramref name="served"/>, by part of a load, with the angles that go with it.</summary>
    public GroupDelivery(
        DeliveryModel model, GridSwitches switches, IslandMap islands, SusceptanceFactor factor, double[] served, double[] angle)
    {
        _model = model;
        _switches = switches;
        _islands = islands;
        _factor = factor;
        _program = new InjectionProgram(model);
        _limits = new LineLimits(model);
        (_served, _angle) = (served, angle);
        _price = new double[model.BusCount];
        _limitPrice = new double[model.BranchCount];
        (Free, DcFlow) = (new double[model.BusCount], new double[model.DcFrom.Length]);
        for (var bus = 0; bus < model.BusCount; bus++)
            SetFree(bus);
    }

    /// <summary>Free injection of each bus that is up, in the state last delivered, MW: generators, negative loads, shunts.</summary>
    public double[] Free { get; }

    /// <summary>MW that enter each closed DC line at its from end, in the state last delivered.</summary>
    public double[] DcFlow { get; }

    /// <summary>True where a closed line is at its limit.</summary>
    public bool IsAnyBinding => _binding.Exists(branch => _switches.BranchUp[branch]);

    /// <summary>What one more megawatt of limit of a closed branch would add to the weighted load served, with a sign for its direction.</summary>
    public double LimitPrice(int branch) => _limitPrice[branch];

    /// <summary>Takes over the range of the free injection of a bus.</summary>
    public void SetFree(int bus) => _program.SetFree(bus, _switches.FreeLow[bus], _switches.FreeHigh[bus]);

    /// <summary>What one more megawatt at each bus would add to the weighted load served; 0 where nothing is served.</summary>
    public ReadOnlySpan<double> Prices()
    {
        Array.Clear(_price);
        foreach (var branch in _binding)
        {
            if (!_switches.BranchUp[branch])
                continue;
            _price[_model.BranchFrom[branch]] += _limitPrice[branch] * _model.Susceptance[branch];
            _price[_model.BranchTo[branch]] -= _limitPrice[branch] * _model.Susceptance[branch];
        }
        _several.Clear();
        for (var bus = 0; bus < _model.BusCount; bus++)
            if (_islands.Of(bus) is not null)
                _several.Add(bus);
        _factor.Solve(CollectionsMarshal.AsSpan(_several), _price);
        foreach (var bus in _several)
            _price[bus] += _islands.Of(bus)!.Price;
        return _price;
    }

    /// <summary>Serves a group of islands that these DC lines tie together, or a single island.</summary>
    public void Deliver(List<Island> islands, int[] dcLines)
    {
        _several.Clear();
        if (islands.Count > 1)
            foreach (var island in islands)
                _several.AddRange(island.Buses);
        var buses = islands.Count > 1 ? CollectionsMarshal.AsSpan(_several) : islands[0].Buses;
        TakeBinding(islands);
        foreach (var island in islands)
            (island.IsLive, island.Price) = (false, 0);
        foreach (var line in dcLines)
            DcFlow[line] = 0;
        if (!CanServe(buses))
            return;
        if (buses.Length == 1)
        {
            DeliverAlone(buses[0]);
            return;
        }
        if (!DeliverTogether(islands, buses, dcLines))
        {
            _program.Reset();
            _entering.Clear();
            if (!DeliverTogether(islands, buses, dcLines))
                return;
        }
        Record(islands, buses);
        foreach (var line in dcLines)
            DcFlow[line] = _program.DcFlow(line);
    }

    /// <summary>Serves nothing at these buses, and says whether more is possible.</summary>
    private bool CanServe(ReadOnlySpan<int> buses)
    {
        double capacity = 0, demand = 0;
        foreach (var bus in buses)
        {
            capacity += _switches.FreeHigh[bus];
            Free[bus] = 0;
            for (var s = _model.SegmentStart[bus]; s < _model.SegmentStart[bus + 1]; s++)
            {
                demand += _model.SegmentMegawatts[s];
                _served[s] = 0;
            }
        }
        return capacity > 0 && demand > 0;
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
            Free[bus] += _served[s];
        }
    }

    /// <summary>Moves the closed branches of these islands that were at their limit to those that enter the program first.</summary>
    private void TakeBinding(List<Island> islands)
    {
        _entering.Clear();
        var kept = 0;
        for (var b = 0; b < _binding.Count; b++)
        {
            var branch = _binding[b];
            if (_switches.BranchUp[branch] && islands.Contains(_islands.Of(_model.BranchFrom[branch])!))
            {
                _entering.Add(branch);
                _limitPrice[branch] = 0;
            }
            else
            {
                _binding[kept++] = branch;
            }
        }
        _binding.RemoveRange(kept, _binding.Count - kept);
    }

    /// <summary>Solves for the group, and takes in line limits until none is violated.</summary>
    private bool DeliverTogether(List<Island> islands, ReadOnlySpan<int> buses, int[] dcLines)
    {
        _program.Begin(islands, dcLines);
        AddLimits(buses, _entering);
        _program.Start();
        var inversions = 0;
        while (true)
        {
            if (!_program.Solve() || !FindViolations(islands, buses))
                return false;
            // The program meets the limits that it holds but for rounding, unless its inverse has lost its digits.
            if (_violated.Exists(v => v.Branch < 0 || _program.HasRow(v.Branch)))
            {
                if (++inversions > MostInversions || !_program.Invert())
                    return false;
                continue;
            }
            if (_violated.Count == 0)
                return true;
            _violated.Sort(static (a, b) => a.Excess != b.Excess ? b.Excess.CompareTo(a.Excess) : a.Branch.CompareTo(b.Branch));
            _entering.Clear();
            foreach (var (_, branch) in CollectionsMarshal.AsSpan(_violated)[..Math.Min(RowsARound, _violated.Count)])
                _entering.Add(branch);
            var rows = _program.Rows;
            AddLimits(buses, _entering);
            _program.Extend(rows);
        }
    }

    /// <summary>
    /// Adds the limits of lines. The sensitivities of a line are the angles that a unit of power from one end to the
    /// other makes, times the susceptance; eight lines are solved for at once.
    /// </summary>
    private void AddLimits(ReadOnlySpan<int> buses, List<int> branches)
    {
        Span<(int Lane, int From, int To, double Megawatts)> pushes = stackalloc (int, int, int, double)[Lanes];
        Span<(int Branch, double Low, double High)> limits = stackalloc (int, double, double)[Lanes];
        for (var first = 0; first < branches.Count;)
        {
            var lane = _program.NextLane;
            var count = Math.Min(Lanes - lane, branches.Count - first);
            for (var b = 0; b < count; b++)
            {
                var branch = branches[first + b];
                pushes[b] = (lane + b, _model.BranchFrom[branch], _model.BranchTo[branch], _model.Susceptance[branch]);
            }
            var angles = _factor.Solve(buses, pushes[..count]);
            for (var b = 0; b < count; b++)
            {
                var branch = branches[first + b];
                var shifted = Shifted(branch, lane + b, angles);
                limits[b] = (branch, -_model.Limit[branch] - shifted, _model.Limit[branch] - shifted);
            }
            _program.AddRows(limits[..count], angles);
            first += count;
        }
    }

    /// <summary>MW on a branch without injections: what phase shifters drive through it.</summary>
    private double Shifted(int branch, int lane, ReadOnlySpan<Vector512<double>> angles)
    {
        var shifted = -_model.Susceptance[branch] * _model.Shift[branch];
        var island = _islands.Of(_model.BranchFrom[branch]);
        foreach (var shifter in _model.Shifters)
        {
            var (from, to) = (_model.BranchFrom[shifter], _model.BranchTo[shifter]);
            if (_switches.BranchUp[shifter] && _islands.Of(from) == island)
                shifted += _model.Susceptance[shifter] * _model.Shift[shifter] * (angles[from][lane] - angles[to][lane]);
        }
        return shifted;
    }

    /// <summary>
    /// Lists the limits that the present dispatch violates, and a balance that it violates as branch −1; false where a
    /// flow is not a number.
    /// </summary>
    private bool FindViolations(List<Island> islands, ReadOnlySpan<int> buses)
    {
        _violated.Clear();
        foreach (var bus in buses)
            _angle[bus] = 0;
        _program.NetInjection(_angle);
        double sum = 0, most = 0;
        foreach (var bus in buses)
        {
            sum += _angle[bus];
            most += Math.Abs(_angle[bus]);
        }
        if (Math.Abs(sum) > FlowTolerance * (1 + most))
            _violated.Add((0, -1));
        foreach (var shifter in _model.Shifters)
        {
            if (!_switches.BranchUp[shifter] || !islands.Contains(_islands.Of(_model.BranchFrom[shifter])!))
                continue;
            var push = _model.Susceptance[shifter] * _model.Shift[shifter];
            _angle[_model.BranchFrom[shifter]] += push;
            _angle[_model.BranchTo[shifter]] -= push;
        }
        _factor.Solve(buses, _angle);
        foreach (var bus in buses)
            for (var k = _limits.Start[bus]; k < _limits.Start[bus + 1]; k++)
            {
                if (!_switches.BranchUp[_limits.Branch[k]])
                    continue;
                var flow = _limits.Susceptance[k] * (_angle[bus] - _angle[_limits.To[k]] - _limits.Shift[k]);
                if (Math.Abs(flow) <= _limits.Limit[k] * (1 + FlowTolerance))
                    continue;
                if (double.IsNaN(flow))
                    return false;
                _violated.Add(((Math.Abs(flow) / _limits.Limit[k]) - 1, _limits.Branch[k]));
            }
        return true;
    }

    private void Record(List<Island> islands, ReadOnlySpan<int> buses)
    {
        for (var i = 0; i < islands.Count; i++)
            (islands[i].IsLive, islands[i].Price) = (true, _program.Dual(i));
        foreach (var bus in buses)
        {
            Free[bus] = _program.Free(bus);
            for (var s = _model.SegmentStart[bus]; s < _model.SegmentStart[bus + 1]; s++)
                _served[s] = _program.Served(s);
        }
        for (var r = islands.Count; r < _program.Rows; r++)
        {
            if (!_program.IsBinding(r))
                continue;
            _binding.Add(_program.RowBranch(r));
            _limitPrice[_program.RowBranch(r)] = _program.Dual(r);
        }
    }
}

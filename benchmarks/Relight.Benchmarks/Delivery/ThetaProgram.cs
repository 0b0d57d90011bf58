using Relight.Grid;
using Relight.Grid.Flow;
using Relight.Restoration;

namespace Relight.Benchmarks.Delivery;

/// <summary>
/// The load delivery as a linear program in bus angles, in arrays as solvers take them: per bus a balance row, per
/// branch a flow column and a row that ties it to the angles. The same program as <c>ThetaModel</c> of the plan check.
/// Columns by compressed storage; a state changes bounds only.
/// </summary>
internal sealed class ThetaProgram
{
    private readonly Network _network;
    private readonly List<int> _index = [];
    private readonly List<double> _value = [], _cost = [];
    private readonly List<int> _start = [0];
    private readonly List<(int Column, Func<GridState, bool> IsOn, double Low, double High)> _injections = [];
    private readonly int _firstFlow, _firstDc;

    /// <summary>Builds the program of a network whose loads have these weights, or 1.</summary>
    public ThetaProgram(Network network, IReadOnlyList<WeightedLoad> weights)
    {
        var parts = weights.ToLookup(part => part.Bus);
        _network = network;
        var buses = network.Buses.Count;
        Rows = buses + network.Branches.Count;
        var at = network.Branches.Select((branch, k) => (branch, k))
            .SelectMany(b => new[] { (Bus: b.branch.From, b.k, Sign: -1), (Bus: b.branch.To, b.k, Sign: 1) })
            .ToLookup(e => e.Bus, e => (e.k, e.Sign));
        foreach (var bus in network.Buses)
            AddColumn(0, [.. at[bus.Id].Select(e => (buses + e.k, e.Sign * Susceptance(network.Branches[e.k])))]);
        _firstFlow = _cost.Count;
        foreach (var (branch, k) in network.Branches.Select((b, k) => (b, k)))
            AddColumn(0, (network.IndexOf(branch.From), -1), (network.IndexOf(branch.To), 1), (buses + k, 1));
        _firstDc = _cost.Count;
        foreach (var line in network.DcLines)
            AddColumn(0, (network.IndexOf(line.From), -1), (network.IndexOf(line.To), 1));
        foreach (var g in network.Generators)
            AddInjection(network.IndexOf(g.Bus), s => s.GeneratorIsOn(g.Row - 1), Math.Min(0, g.MinMegawatts), Math.Max(0, g.MaxMegawatts));
        for (var i = 0; i < buses; i++)
        {
            var (bus, place) = (network.Buses[i], i);
            AddInjection(i, s => s.BusIsOn(place), Math.Min(0, -bus.ShuntMegawatts), Math.Max(0, -bus.ShuntMegawatts));
            AddInjection(i, s => s.BusIsOn(place), 0, Math.Max(0, -bus.DemandMegawatts));
            foreach (var part in parts[bus.Id])
                AddInjection(i, s => s.BusIsOn(place), -part.Megawatts, 0, part.Weight);
            var rest = bus.DemandMegawatts - parts[bus.Id].Sum(part => part.Megawatts);
            AddInjection(i, s => s.BusIsOn(place), -Math.Max(0, rest), 0, cost: 1);
        }
        (Low, High) = (new double[Columns], new double[Columns]);
        (RowLow, RowHigh) = (new double[Rows], new double[Rows]);
    }

    public int Rows { get; }
    public int Columns => _cost.Count;

    /// <summary>Entries of column j: <c>Start[j] .. Start[j+1]−1</c>.</summary>
    public int[] Start => [.. _start];
    public int[] Index => [.. _index];
    public double[] Value => [.. _value];

    /// <summary>To be minimised: the load served, taken for a negative injection.</summary>
    public double[] Cost => [.. _cost];

    /// <summary>Bounds in the state last entered.</summary>
    public double[] Low { get; }
    public double[] High { get; }
    public double[] RowLow { get; }
    public double[] RowHigh { get; }

    /// <summary>Puts the bounds of a state in place.</summary>
    public void Enter(GridState state)
    {
        var islands = new Islands(state);
        for (var i = 0; i < _firstFlow; i++)
        {
            var buses = islands.Of(i) == Islands.None ? [] : islands.Buses(islands.Of(i));
            var held = buses.Count > 1 && buses[0] == i;
            (Low[i], High[i]) = held ? (0, 0) : (double.NegativeInfinity, double.PositiveInfinity);
        }
        for (var k = 0; k < _network.Branches.Count; k++)
        {
            var branch = _network.Branches[k];
            var closed = state.BranchIsOn(k);
            var limit = !closed ? 0 : branch.RatingMegavoltAmperes > 0 ? branch.RatingMegavoltAmperes : double.PositiveInfinity;
            (Low[_firstFlow + k], High[_firstFlow + k]) = (-limit, limit);
            var shifted = -Susceptance(branch) * double.DegreesToRadians(branch.ShiftDegrees);
            (RowLow[_firstFlow + k], RowHigh[_firstFlow + k]) =
                closed ? (shifted, shifted) : (double.NegativeInfinity, double.PositiveInfinity);
        }
        for (var d = 0; d < _network.DcLines.Count; d++)
        {
            var (line, closed) = (_network.DcLines[d], state.DcLineIsOn(d));
            (Low[_firstDc + d], High[_firstDc + d]) = closed ? (line.MinMegawatts, line.MaxMegawatts) : (0, 0);
        }
        foreach (var (column, isOn, low, high) in _injections)
            (Low[column], High[column]) = isOn(state) ? (low, high) : (0, 0);
    }

    private double Susceptance(Branch branch) => _network.BaseMegavoltAmperes / (branch.Reactance * branch.Ratio);

    private void AddInjection(int bus, Func<GridState, bool> isOn, double low, double high, double cost = 0)
    {
        if (low == high)
            return;
        _injections.Add((Columns, isOn, low, high));
        AddColumn(cost, (bus, 1));
    }

    private void AddColumn(double cost, params ReadOnlySpan<(int Row, double Value)> entries)
    {
        foreach (var (row, value) in entries)
        {
            _index.Add(row);
            _value.Add(value);
        }
        _start.Add(_index.Count);
        _cost.Add(cost);
    }
}

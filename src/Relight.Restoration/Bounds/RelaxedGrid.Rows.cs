using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Bounds;

// What a solution says of the grid, and the rows that are added where it says too much.
internal sealed partial class RelaxedGrid
{
    /// <summary>Adds a limit on what a part is served at an instant.</summary>
    public void Add(SupplyCut cut, int instant) => _program.AddRow(
        double.NegativeInfinity,
        cut.Constant,
        [
            .. _loads[instant].Where(l => l.Part == cut.Part).Select(l => (l.Column, 1.0)),
            .. cut.Terms.Where(t => _gate[t.Gate, instant] != None).Select(t => (_gate[t.Gate, instant], -t.Megawatts)),
        ]);

    /// <summary>Columns that are to be whole numbers: what is done, and which branches are closed.</summary>
    public IEnumerable<int> Whole => _done.Cast<int>().Where(c => c != None).Concat(_closed);

    /// <summary>Values of the columns of jobs where so much is done at each instant.</summary>
    public List<(int Column, double Value)> Start(IReadOnlyList<RepairSet> done) =>
    [
        .. from k in Enumerable.Range(0, Instants)
           from job in Enumerable.Range(0, _board.Count)
           where _done[job, k] != None
           select (_done[job, k], done[k][job] ? 1.0 : 0.0),
    ];

    /// <summary>How much of each gate is open at an instant, 0 to 1.</summary>
    public double[] OpenAt(int instant)
    {
        var open = new double[_supply.Gates];
        for (var gate = 0; gate < open.Length; gate++)
            open[gate] = _gate[gate, instant] == None ? 0 : Math.Clamp(_program.Value[_gate[gate, instant]], 0, 1);
        return open;
    }

    /// <summary>MW served of each part at an instant.</summary>
    public double[] ServedAt(int instant)
    {
        var served = new double[_parts.Count];
        foreach (var load in _loads[instant])
            served[load.Part] += _program.Value[load.Column];
        return served;
    }

    /// <summary>MW put in at each bus at an instant.</summary>
    public double[] PutIn(int instant)
    {
        var putIn = new double[_model.BusCount];
        foreach (var (column, bus, sign) in _ends[instant])
            putIn[bus] += sign * _program.Value[column];
        return putIn;
    }

    /// <summary>Adds the limit of a rigid branch at an instant.</summary>
    public void AddLimit(int branch, int instant)
    {
        var (constant, slope) = _lines.Row(branch);
        _program.AddRow(-_model.Limit[branch] - constant, _model.Limit[branch] - constant, Along(slope, instant));
    }

    /// <summary>
    /// A repaired branch between buses of one part is closed and carries what the angles say, or open and carries nothing;
    /// then the angles are within what the part's own branches carry.
    /// </summary>
    private void AddOhm(int k, int branch, int flow)
    {
        var most = _lines.MostWhenOpen(branch);
        if (!double.IsFinite(most))
            return;
        var closed = _program.AddColumn(0, 1);
        _closed.Add(closed);
        AtMost(closed, 1, _done[_model.BranchRepair[branch], k]);
        AtMost(flow, MostThrough(branch), closed);
        AtLeast(flow, -MostThrough(branch), closed);
        var (constant, slope) = _lines.Row(branch);
        var along = Along(slope, k);
        _program.AddRow(double.NegativeInfinity, most - constant, Sum([.. along, (flow, -1), (closed, most)]));
        _program.AddRow(-most - constant, double.PositiveInfinity, Sum([.. along, (flow, -1), (closed, -most)]));
    }

    private (int, double)[] Along(double[] slope, int k) =>
        Sum(_ends[k].Where(e => slope[e.Bus] != 0).Select(e => (e.Column, e.Sign * slope[e.Bus])));

    private static (int, double)[] Sum(IEnumerable<(int Column, double Value)> entries) =>
        [.. entries.GroupBy(e => e.Column).Select(g => (g.Key, g.Sum(e => e.Value))).Where(e => e.Item2 != 0)];
}

using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Bounds;

// What a solution says of the grid, and the rows that are added where it says too much.
internal sealed partial class RelaxedGrid
{
    /// <summary>Adds a limit on what a part is served.</summary>
    public void Add(SupplyCut cut) => _program.AddRow(
        double.NegativeInfinity,
        cut.Constant,
        [
            .. _loads.Where(l => l.Part == cut.Part).Select(l => (l.Column, 1.0)),
            .. cut.Terms.Where(t => _gate[t.Gate] != None).Select(t => (_gate[t.Gate], -t.Megawatts)),
        ]);

    /// <summary>Weighted MW served at most, where that is known from elsewhere.</summary>
    public void AddMost(double megawatts) => _program.AddRow(double.NegativeInfinity, megawatts, [.. _loads.Select(l => (l.Column, l.Worth))]);

    /// <summary>What a repair that is done counts for in the objective, in MW.</summary>
    public void SetReward(int job, double megawatts)
    {
        if (_done[job] != None)
            _program.SetCost(_done[job], megawatts);
    }

    /// <summary>Columns that are to be whole numbers: what is done, and which branches are closed.</summary>
    public IEnumerable<int> Whole => _done.Where(c => c != None).Concat(_closed);

    /// <summary>Values of the columns of jobs where so much is done.</summary>
    public List<(int Column, double Value)> Start(RepairSet done) =>
    [
        .. from job in Enumerable.Range(0, _board.Count)
           where _done[job] != None
           select (_done[job], done[job] ? 1.0 : 0.0),
    ];

    /// <summary>The repairs that are done in the last solution, of whole numbers.</summary>
    public RepairSet Done()
    {
        var done = new RepairSet(_board.Count);
        for (var job = 0; job < _board.Count; job++)
            done[job] = _done[job] != None && _program.Value[_done[job]] > 0.5;
        return done;
    }

    /// <summary>Weighted MW served in the last solution.</summary>
    public double Served()
    {
        var served = 0.0;
        foreach (var load in _loads)
            served += load.Worth * _program.Value[load.Column];
        return served;
    }

    /// <summary>How much of each gate is open, 0 to 1.</summary>
    public double[] Open()
    {
        var open = new double[_supply.Gates];
        for (var gate = 0; gate < open.Length; gate++)
            open[gate] = _gate[gate] == None ? 0 : Math.Clamp(_program.Value[_gate[gate]], 0, 1);
        return open;
    }

    /// <summary>MW served of each part.</summary>
    public double[] ServedOfParts()
    {
        var served = new double[_parts.Count];
        foreach (var load in _loads)
            served[load.Part] += _program.Value[load.Column];
        return served;
    }

    /// <summary>MW put in at each bus.</summary>
    public double[] PutIn()
    {
        var putIn = new double[_model.BusCount];
        foreach (var (column, bus, sign) in _ends)
            putIn[bus] += sign * _program.Value[column];
        return putIn;
    }

    /// <summary>Adds the limit of a rigid branch.</summary>
    public void AddLimit(int branch)
    {
        var (constant, slope) = _lines.Row(branch);
        _program.AddRow(
            -_model.Limit[branch] - constant,
            _model.Limit[branch] - constant,
            Sum(_ends.Where(e => slope[e.Bus] != 0).Select(e => (e.Column, e.Sign * slope[e.Bus]))));
    }

    private static (int, double)[] Sum(IEnumerable<(int Column, double Value)> entries) =>
        [.. entries.GroupBy(e => e.Column).Select(g => (g.Key, g.Sum(e => e.Value))).Where(e => e.Item2 != 0)];
}

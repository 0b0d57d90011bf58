namespace Relight.Restoration.LoadDelivery;

/// <summary>What a grid state delivers, MW.</summary>
/// <param name="Weighted">Σ weight · served.</param>
/// <param name="Served">Σ served.</param>
internal readonly record struct Delivery(double Weighted, double Served);

/// <summary>
/// How much load a grid state can serve: the maximal load delivery of the DC model (Coffrin et al. 2018, "Relaxations of
/// AC maximal load delivery for severe contingency analysis"). Keeps islands, factor, bases and results of the last state:
/// only what changed is computed again, from where it was. Not for several threads at once; any number of evaluators may
/// share one model.
/// </summary>
internal sealed partial class LoadDelivery
{
    private readonly DeliveryModel _model;
    private readonly GridSwitches _switches;
    private readonly IslandMap _islands;
    private readonly SusceptanceFactor _factor;
    private readonly GroupDelivery _group;
    private readonly List<Island> _alone = [];
    private readonly double[] _served, _angle;

    /// <summary>Makes an evaluator.</summary>
    public LoadDelivery(DeliveryModel model)
    {
        _model = model;
        _switches = new GridSwitches(model);
        _islands = new IslandMap(model, _switches);
        _factor = new SusceptanceFactor(model.Pattern);
        _served = new double[model.SegmentMegawatts.Length];
        _angle = new double[model.BusCount];
        _group = new GroupDelivery(model, _switches, _islands, _factor, _served, _angle);
    }

    /// <summary>States computed so far.</summary>
    public long Count { get; private set; }

    /// <summary>True where some line was at its limit in the state computed last.</summary>
    public bool Congested => _group.IsAnyBinding;

    /// <summary>MW served of each part of a load in the state computed last.</summary>
    public ReadOnlySpan<double> Served => _served;

    /// <summary>Computes what a state delivers.</summary>
    /// <param name="repaired">Repairs that are done.</param>
    /// <param name="open">Switches of the repaired branches that stay open; null for none.</param>
    /// <remarks>
    /// An island whose phase shifters drive more through a line than it carries, whatever the dispatch, cannot be run and
    /// serves nothing.
    /// </remarks>
    public Delivery Evaluate(RepairSet repaired, RepairSet? open = null)
    {
        Count++;
        _switches.Apply(repaired, open);
        _islands.Update();
        UpdateFactor();
        foreach (var bus in _switches.Fallen)
            _served.AsSpan(_model.SegmentStart[bus].._model.SegmentStart[bus + 1]).Clear();
        foreach (var bus in _switches.Supply)
            _group.SetFree(bus);
        _switches.Forget();
        if (_model.DcFrom.Length == 0)
            foreach (var island in _islands.Changed)
            {
                _alone.Clear();
                _alone.Add(island);
                _group.Deliver(_alone, []);
            }
        else
            foreach (var (islands, lines) in _islands.DcGroups())
                _group.Deliver(islands, lines);

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
    public void RankOpenings(List<(double Loss, int Switch)> ranked)
    {
        ranked.Clear();
        var price = _group.Prices();
        for (var k = 0; k < _model.BranchCount; k++)
        {
            if (_model.BranchSwitch[k] < 0 || !_switches.BranchUp[k])
                continue;
            var flow = Flow(k);
            var loss = (flow * (price[_model.BranchFrom[k]] - price[_model.BranchTo[k]])) + (Math.Abs(flow) * Math.Abs(_group.LimitPrice(k)));
            if (loss > 1e-6)
                ranked.Add((loss, _model.BranchSwitch[k]));
        }
        ranked.Sort(static (a, b) => a.Loss != b.Loss ? b.Loss.CompareTo(a.Loss) : a.Switch.CompareTo(b.Switch));
    }

    /// <summary>
    /// MW from the from end to the to end of a branch of the model in the state computed last; 0 where it is not closed or
    /// its island serves nothing.
    /// </summary>
    public double Flow(int branch) => !_switches.BranchUp[branch] || !_islands.Of(_model.BranchFrom[branch])!.IsLive
        ? 0
        : _model.Susceptance[branch]
            * (_angle[_model.BranchFrom[branch]] - _angle[_model.BranchTo[branch]] - _model.Shift[branch]);

    private void UpdateFactor()
    {
        foreach (var bus in _islands.Touched)
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
        _factor.Refactor();
    }
}

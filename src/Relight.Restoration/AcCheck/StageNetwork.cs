using Relight.Grid;
using Relight.Grid.Flow;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration;

/// <summary>
/// The network of a restoration problem as the AC check of its stages sees it: which position in the network a bus, a
/// branch or a generator of the load delivery's model has, and the DC dispatch of a stage. Not for several threads at once.
/// </summary>
internal sealed class StageNetwork
{
    private readonly DeliveryModel _model;
    private readonly Network _network;
    private readonly LoadDelivery.LoadDelivery _delivery;
    private readonly int[] _dcLineOf;
    private readonly ILookup<int, int> _segmentsAt, _generatorsAt;

    public StageNetwork(DeliveryModel model)
    {
        _model = model;
        _network = model.Problem.Network;
        _delivery = new LoadDelivery.LoadDelivery(model);
        BusOf = [.. model.BusIds.Select(_network.IndexOf)];
        Ends = [.. _network.Branches.Select(branch => (_network.IndexOf(branch.From), _network.IndexOf(branch.To)))];
        bool IsOn(int id) => _network.Buses[_network.IndexOf(id)].Type != BusType.Isolated;
        _dcLineOf = [.. _network.DcLines.Where(d => d.InService && IsOn(d.From) && IsOn(d.To)).Select(d => d.Row - 1)];
        _segmentsAt = Enumerable.Range(0, model.SegmentBus.Length).ToLookup(s => BusOf[model.SegmentBus[s]]);
        _generatorsAt = _network.Generators.ToLookup(g => _network.IndexOf(g.Bus), g => g.Row - 1);
    }

    /// <summary>Position in the network of each bus of the model.</summary>
    public int[] BusOf { get; }

    /// <summary>Positions of the buses at the ends of each branch of the network.</summary>
    public (int From, int To)[] Ends { get; }

    /// <summary>The grid state of a stage: what is not yet repaired and what stays open is out.</summary>
    public GridState StateOf(Plan plan, CurveStage stage)
    {
        var back = plan.Repairs.Where(r => r.End <= stage.FromHours + PlanCheck.HoursTolerance).Select(r => r.Element);
        return new GridState(_network, _model.Problem.Repairs.Select(r => r.Element).Except(back).Concat(stage.Open));
    }

    /// <summary>What is in an island.</summary>
    public IslandParts PartsOf(GridState state, IReadOnlyList<int> buses)
    {
        var generatorsAt = buses.Select(bus => (Bus: bus, Generators: _generatorsAt[bus].Where(state.GeneratorIsOn).ToArray()))
            .Where(at => at.Generators.Length > 0).ToDictionary(at => at.Bus, at => at.Generators);
        return new IslandParts(buses, [.. generatorsAt.Values.SelectMany(at => at)], [.. buses.SelectMany(bus => _segmentsAt[bus])], generatorsAt);
    }

    /// <summary>
    /// The DC dispatch of a stage: what the load delivery serves, given by generators in proportion to what they can give
    /// as far as that leaves every line within its limit, beyond that as the load delivery has it.
    /// </summary>
    public OperatingPoint Dispatch(GridState state, Plan plan, CurveStage stage)
    {
        var (repaired, open) = (new RepairSet(_model.Problem.Repairs.Count), _model.NothingOpen());
        foreach (var repair in plan.Repairs)
            if (repair.End <= stage.FromHours + PlanCheck.HoursTolerance)
                repaired[_model.SwitchOf[repair.Element]] = true;
        foreach (var element in stage.Open)
            open[_model.SwitchOf[element]] = true;
        _delivery.Evaluate(repaired, open);

        var point = new OperatingPoint(_model, this);
        for (var s = 0; s < point.Served.Length; s++)
            point.Served[s] = Math.Clamp(_delivery.Served[s], 0, _model.SegmentMegawatts[s]);
        for (var line = 0; line < _dcLineOf.Length; line++)
            point.DcFlow[_dcLineOf[line]] = state.DcLineIsOn(_dcLineOf[line]) ? _delivery.DcFlow[line] : 0;
        var generation = new double[_network.Buses.Count];
        for (var i = 0; i < BusOf.Length; i++)
        {
            var most = Math.Max(0, -_network.Buses[BusOf[i]].DemandMegawatts);
            var free = state.BusIsOn(BusOf[i]) ? _delivery.Free[i] : 0;
            point.Injected[BusOf[i]] = Math.Clamp(free, 0, most);
            generation[BusOf[i]] = free - point.Injected[BusOf[i]];
        }
        Spread(state, point, generation);
        return point;
    }

    private void Spread(GridState state, OperatingPoint point, double[] generation)
    {
        var islands = new Islands(state);
        var (low, high) = Ranges(state);
        var flows = FlowsOf(point, generation);
        var even = new double[generation.Length];
        for (var island = 0; island < islands.Count; island++)
        {
            var buses = islands.Buses(island);
            foreach (var bus in buses)
                generation[bus] = Math.Clamp(generation[bus], low[bus], high[bus]);
            ShareEvenly(buses, buses.Sum(bus => generation[bus]), low, high, even);
        }
        var evenFlows = FlowsOf(point, even);
        var share = new double[islands.Count];
        Array.Fill(share, 1);
        for (var k = 0; k < flows.Length; k++)
        {
            var island = islands.Of(BusOf[_model.BranchFrom[k]]);
            if (island == Islands.None)
                continue;
            var room = Math.Max(0, _model.Limit[k] - Math.Sign(evenFlows[k] - flows[k]) * flows[k]);
            var change = Math.Abs(evenFlows[k] - flows[k]);
            if (change > room)
                share[island] = Math.Min(share[island], room / change);
        }
        for (var island = 0; island < islands.Count; island++)
            foreach (var bus in islands.Buses(island))
                GiveTo(state, point, bus, generation[bus] + share[island] * (even[bus] - generation[bus]));
    }

    private double[] FlowsOf(OperatingPoint point, double[] generation)
    {
        var injection = new double[_model.BusCount];
        for (var i = 0; i < injection.Length; i++)
            injection[i] = generation[BusOf[i]] + point.Injected[BusOf[i]];
        for (var s = 0; s < point.Served.Length; s++)
            injection[_model.SegmentBus[s]] -= point.Served[s];
        for (var d = 0; d < _model.DcFrom.Length; d++)
        {
            injection[_model.DcFrom[d]] -= point.DcFlow[_dcLineOf[d]];
            injection[_model.DcTo[d]] += point.DcFlow[_dcLineOf[d]];
        }
        return _delivery.FlowsOf(injection);
    }

    private (double[] Low, double[] High) Ranges(GridState state)
    {
        var (low, high) = (new double[_network.Buses.Count], new double[_network.Buses.Count]);
        foreach (var generator in state.GeneratorsOn)
        {
            low[_network.IndexOf(generator.Bus)] += Math.Min(0, generator.MinMegawatts);
            high[_network.IndexOf(generator.Bus)] += Math.Max(0, generator.MaxMegawatts);
        }
        return (low, high);
    }

    /// <summary>Shares a sum among the generators of an island, each as far up its range, or below 0 down it, as all.</summary>
    private static void ShareEvenly(IReadOnlyList<int> buses, double sum, double[] low, double[] high, double[] even)
    {
        var range = buses.Sum(bus => sum >= 0 ? high[bus] : low[bus]);
        foreach (var bus in buses)
            even[bus] = range == 0 ? 0 : Math.Clamp(sum / range, 0, 1) * (sum >= 0 ? high[bus] : low[bus]);
    }

    private void GiveTo(GridState state, OperatingPoint point, int bus, double megawatts)
    {
        var generators = _generatorsAt[bus].Where(state.GeneratorIsOn).ToList();
        var range = generators.Sum(Range);
        foreach (var generator in generators)
            point.Generation[generator] = range == 0 ? 0 : megawatts / range * Range(generator);

        double Range(int generator) => megawatts >= 0
            ? Math.Max(0, _network.Generators[generator].MaxMegawatts)
            : Math.Min(0, _network.Generators[generator].MinMegawatts);
    }
}

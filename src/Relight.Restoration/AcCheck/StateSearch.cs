using Relight.Grid;
using Relight.Grid.Flow;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration;

/// <summary>
/// The search for a point that holds in one grid state: a step that makes things worse is taken back, and the next is
/// shorter.
/// </summary>
/// <param name="model">The model of the loads.</param>
/// <param name="stage">The network as stages see it.</param>
/// <param name="flow">Power flows.</param>
/// <param name="options">Tolerances.</param>
/// <param name="state">The grid state.</param>
/// <param name="start">The point to start from.</param>
/// <param name="dispatch">The DC dispatch; no more of any load is served.</param>
/// <param name="holdsReactiveLimits">
/// False where generators hold their voltages beyond their reactive limits, until corrections have led them back.
/// </param>
/// <param name="near">Limits to reckon with from the first program on.</param>
internal sealed class StateSearch(
    DeliveryModel model, StageNetwork stage, AcPowerFlow flow, AcCheckOptions options, GridState state, OperatingPoint start, OperatingPoint dispatch,
    bool holdsReactiveLimits, IReadOnlyList<(ViolationKind Kind, int Index)> near)
{
    private const double LeastRadius = 1e-3;
    private const double RadiusAfterCollapse = 0.25;
    private const double RaisedTo = 0.75;
    private const double WorthGaining = 2e-5;
    private const double WorthTrying = 1e-6;
    private const int Scalings = 14;
    private const double ScalingStep = 0.8;

    private readonly Network _network = state.Network;
    private readonly Islands _islands = new(state);
    private readonly CorrectionRows _rows = new(state.Network, stage.Ends, options, near);
    private readonly Dictionary<int, IslandProgress> _progress = [];
    private readonly OperatingPoint _point = start.Copy();
    private AcFlowResult? _result;

    /// <summary>Islands with load for which no point was found that holds.</summary>
    public IReadOnlyList<int> Failed => [.. _progress.Where(p => p.Value.Best is null).Select(p => p.Key)];

    /// <summary>The buses of the islands that failed.</summary>
    public IReadOnlyList<ElementId> FailedBuses() => [.. Failed.SelectMany(island => _progress[island].Parts.Buses).Select(BusAt)];

    /// <summary>Puts into a point what holds in the islands that did not fail.</summary>
    public void AssignBest(OperatingPoint point)
    {
        foreach (var of in _progress.Values)
            if (of.Best is { } best)
                point.Assign(best, of.Parts);
    }

    /// <summary>Where another try may start: the best of each island that held, the last of the others.</summary>
    public OperatingPoint Start()
    {
        foreach (var of in _progress.Values)
            if ((of.Best ?? of.Last) is { } known)
                _point.Assign(known, of.Parts);
        return _point;
    }

    /// <summary>Searches.</summary>
    /// <param name="most">Corrections after which it ends.</param>
    /// <param name="warm">An earlier power flow to start from; null for none.</param>
    /// <param name="cancel">Ends it without a result.</param>
    /// <returns>How many corrections there were.</returns>
    public int Run(int most, AcFlowResult? warm, CancellationToken cancel)
    {
        _result = warm;
        Solve();
        foreach (var island in Enumerable.Range(0, _islands.Count).Where(i => _result!.IslandFlows[i].Outcome != IslandOutcome.NoSource))
            _progress[island] = new IslandProgress(stage.PartsOf(state, _islands.Buses(island)));
        for (var round = 0; ; round++)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var (island, of) in _progress.Where(p => !p.Value.Done))
                Judge(island, of);
            var open = _progress.Where(p => !p.Value.Done).ToList();
            if (open.Count == 0 || round == most)
                return round;
            Correct(open);
            Solve();
        }
    }

    /// <summary>The best points of all islands together, with the power flows that were found to hold.</summary>
    public HoldingPoint Best(IReadOnlyList<ElementId> off)
    {
        var dark = Enumerable.Range(0, _islands.Count).Where(island => !_progress.ContainsKey(island)).ToHashSet();
        foreach (var of in _progress.Values)
            _point.Assign(of.Best!, of.Parts);
        foreach (var s in dark.SelectMany(island => stage.PartsOf(state, _islands.Buses(island)).Segments))
            _point.Served[s] = 0;
        for (var s = 0; s < _point.Served.Length; s++)
            if (!state.BusIsOn(_point.BusOf[model.SegmentBus[s]]))
                _point.Served[s] = 0;
        var flow = _result!.Join(island => _progress.TryGetValue(island, out var of) ? of.BestFlow! : _result);
        return new HoldingPoint(state, _point, flow, dark, off, _rows.Near(flow)) { Dispatch = dispatch };
    }

    /// <summary>Buses and branches at which the islands that do not hold fail; whole islands where no power flow was found.</summary>
    public IReadOnlyList<ElementId> Culprits()
    {
        var culprits = new HashSet<ElementId>();
        foreach (var island in Failed)
        {
            var of = _progress[island];
            var bad = of.Rows.Where(row => row.Excess > 0 && row.Kind is ViolationKind.LowVoltage or ViolationKind.Overload).ToList();
            foreach (var row in bad.Where(row => Correction.Price([row], 1) >= bad.Max(other => Correction.Price([other], 1)) / 2))
                culprits.Add(row.Kind == ViolationKind.Overload ? new ElementId(ElementKind.Branch, row.Index + 1) : BusAt(row.Index));
            if (bad.Count == 0)
                culprits.UnionWith(of.Parts.Buses.Select(BusAt));
        }
        return [.. culprits.Order()];
    }

    private void Solve() => _result = flow.Solve(
        state, _point.ToDispatch(), new AcFlowOptions { ShareLosses = true, RespectReactiveLimits = holdsReactiveLimits, Warm = Warm() });

    /// <summary>The last result, with each island as it was where it last got better.</summary>
    private AcFlowResult? Warm()
    {
        if (_result is null || _progress.Values.All(of => of.LastFlow is null || of.LastFlow == _result))
            return _result;
        return _result.Join(island => _progress.TryGetValue(island, out var of) && of.LastFlow is not null ? of.LastFlow : _result);
    }

    /// <summary>Looks at what the last step came to: keeps it, takes it back, or is content.</summary>
    private void Judge(int island, IslandProgress of)
    {
        var converged = Converges(island);
        if (!converged && of.Last is null)
            converged = TryRaise(island, of) || (!holdsReactiveLimits && TryScale(island, of));
        if (!converged && of.Last is null)
        {
            of.Done = true;
            return;
        }
        if (converged)
        {
            foreach (var generator in of.Parts.Generators)
                _point.Generation[generator] = _result!.Generators[generator].Megawatts;
            of.Rows = _rows.At(_result!, island, of.Parts);
        }
        var unserved = of.Parts.Segments.Sum(s => model.SegmentWeight[s] * (dispatch.Served[s] - _point.Served[s]));
        var heaviest = of.Parts.Segments.Select(s => model.SegmentWeight[s]).DefaultIfEmpty(1).Max();
        var merit = converged ? unserved + Correction.Price(of.Rows, heaviest) : double.PositiveInfinity;
        var holds = converged && !CorrectionRows.Violations(_result!, island, options).Any();
        if (holds)
            KeepBest(of, unserved);
        var gain = of.Merit - merit;
        var scale = ScaleOf(of);
        if (gain <= 0)
        {
            (of.Radius, of.Grows) = (of.Used * (converged ? 0.4 : 0.2), false);
            _point.Assign(of.Last!, of.Parts);
            of.Done = of.Radius < LeastRadius;
            return;
        }
        (of.Last, of.LastFlow, of.Holds) = (_point.Copy(), _result, holds);
        of.Done = of.Best is not null && (unserved <= WorthGaining * scale || gain < WorthGaining * scale) && of.Merit < double.PositiveInfinity
            || (of.Best is not null && unserved <= 1e-9);
        (of.Merit, of.Radius, of.Grows) = (merit, of.Grows ? Math.Min(1, of.Radius * 3) : of.Radius, true);
    }

    private void KeepBest(IslandProgress of, double unserved)
    {
        if (of.Best is not null && of.BestUnserved <= unserved)
            return;
        (of.Best, of.BestFlow, of.BestUnserved) = (_point.Copy(), _result, unserved);
    }

    /// <summary>Raises the voltages of an island; true where its power flow converges then.</summary>
    private bool TryRaise(int island, IslandProgress of)
    {
        foreach (var generator in of.Parts.Generators)
        {
            var bus = _network.Buses[_network.IndexOf(_network.Generators[generator].Bus)];
            _point.SetPoint[generator] = Math.Max(_point.SetPoint[generator], bus.MinVoltage + RaisedTo * (bus.MaxVoltage - bus.MinVoltage));
        }
        Solve();
        return Converges(island);
    }

    /// <summary>Lowers load and generation of an island together, until its power flow converges.</summary>
    private bool TryScale(int island, IslandProgress of)
    {
        for (var step = 0; step < Scalings && !Converges(island); step++)
        {
            foreach (var s in of.Parts.Segments)
                _point.Served[s] *= ScalingStep;
            foreach (var generator in of.Parts.Generators)
                _point.Generation[generator] *= ScalingStep;
            foreach (var bus in of.Parts.Buses)
                _point.Injected[bus] *= ScalingStep;
            Solve();
            of.Radius = RadiusAfterCollapse;
        }
        return Converges(island);
    }

    /// <summary>All that the DC dispatch serves in an island, by weight.</summary>
    private double ScaleOf(IslandProgress of) => of.Parts.Segments.Sum(s => model.SegmentWeight[s] * dispatch.Served[s]);

    private bool Converges(int island) => _result!.IslandFlows[island].Outcome == IslandOutcome.Converged;

    /// <summary>Takes a step in each island; one that was taken back has to be solved again before anything can be derived there.</summary>
    private void Correct(IReadOnlyList<KeyValuePair<int, IslandProgress>> open)
    {
        // The power flow of a point that was gone back to is there already, where all islands had it at once.
        if (open.Any(pair => pair.Value.LastFlow != _result))
        {
            if (open.Select(pair => pair.Value.LastFlow).Distinct().Count() == 1)
                _result = open[0].Value.LastFlow;
            else
                Solve();
        }
        var sensitivities = new AcSensitivities(_result!);
        foreach (var (island, of) in open)
        {
            var derivable = Converges(island) && !sensitivities.Singular.Contains(island);
            var step = !derivable ? null : Correction.Apply(
                model, _result!, sensitivities, of.Parts, _rows, _point, dispatch, of.Radius);
            (of.Done, of.Used) = (step is null || (of.Holds && step.Gain < WorthTrying * ScaleOf(of)), step?.Length ?? 0);
            if (of.Done)
                _point.Assign(of.Last!, of.Parts);
        }
    }

    private ElementId BusAt(int index) => new(ElementKind.Bus, _network.Buses[index].Id);
}

using Relight.Grid;
using Relight.Grid.Flow;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration;

/// <summary>A point of operation that holds in AC, in a state that may have more switched off than the one asked for.</summary>
/// <param name="State">The grid state.</param>
/// <param name="Point">What is set in it.</param>
/// <param name="Flow">Its power flow.</param>
/// <param name="Dark">Islands of the state that are not run: without a source, or without any point that was found to hold.</param>
/// <param name="SwitchedOff">What was switched off beyond the state asked for, because no point was found to hold with it.</param>
internal sealed record HoldingPoint(
    GridState State, OperatingPoint Point, AcFlowResult Flow, IReadOnlySet<int> Dark, IReadOnlyList<ElementId> SwitchedOff);

/// <summary>
/// Looks for a point of operation that holds in AC, near a dispatch and serving as much of its load as it can: power
/// flow, one linear program of corrections for each island that does not hold or serves less than it might, and so on.
/// A step that makes things worse is taken back and halved. What it finds holds; that nothing better would is not proven.
/// </summary>
internal sealed class HoldingSearch
{
    private const double LeastRadius = 1e-3;
    private const double RadiusAfterCollapse = 0.25;
    private const double RaisedTo = 0.75;
    private const double WorthGaining = 2e-4;
    private const int MostSwitchings = 8;
    private const int Scalings = 14;
    private const double ScalingStep = 0.8;

    private readonly DeliveryModel _model;
    private readonly Network _network;
    private readonly StageNetwork _stage;
    private readonly AcPowerFlow _flow;
    private readonly AcCheckOptions _options;

    public HoldingSearch(DeliveryModel model, StageNetwork stage, AcPowerFlow flow, AcCheckOptions options) =>
        (_model, _network, _stage, _flow, _options) = (model, model.Problem.Network, stage, flow, options);

    /// <summary>Finds a point that holds.</summary>
    /// <param name="state">The grid state.</param>
    /// <param name="dispatch">The DC dispatch; no more of any load is served.</param>
    /// <param name="earlier">A point that held in the stage before, whose voltages and shunts are tried first; null for none.</param>
    /// <param name="cancel">Ends the search without a result.</param>
    public HoldingPoint Run(GridState state, OperatingPoint dispatch, HoldingPoint? earlier, CancellationToken cancel)
    {
        var point = dispatch.Copy();
        if (earlier is not null)
        {
            earlier.Point.SetPoint.CopyTo(point.SetPoint, 0);
            earlier.Point.ShuntShare.CopyTo(point.ShuntShare, 0);
        }
        KeepWithinLimits(point);
        var off = new List<ElementId>();
        var warm = earlier?.Flow;
        for (var switching = 0; ; switching++)
        {
            var search = new Round(this, state, point, dispatch, warm, cancel);
            search.Run();
            var failed = search.Failed;
            if (failed.Count == 0)
                return search.Best(off);
            var culprits = switching < MostSwitchings ? search.Culprits() : [.. failed.SelectMany(island => search.Parts(island).Buses).Select(BusAt)];
            off.AddRange(culprits);
            state = new GridState(_network, Outages(state).Concat(culprits));
            (point, warm) = (search.Start(), null);
        }
    }

    private ElementId BusAt(int index) => new(ElementKind.Bus, _network.Buses[index].Id);

    private static IEnumerable<ElementId> Outages(GridState state)
    {
        var network = state.Network;
        return network.Buses.Where((_, i) => !state.BusIsOn(i)).Select(bus => new ElementId(ElementKind.Bus, bus.Id))
            .Concat(network.Branches.Where((_, i) => !state.BranchIsOn(i)).Select(branch => new ElementId(ElementKind.Branch, branch.Row)))
            .Concat(network.Generators.Where((_, i) => !state.GeneratorIsOn(i)).Select(generator => new ElementId(ElementKind.Generator, generator.Row)));
    }

    private void KeepWithinLimits(OperatingPoint point)
    {
        for (var g = 0; g < point.SetPoint.Length; g++)
        {
            var bus = _network.Buses[_network.IndexOf(_network.Generators[g].Bus)];
            point.SetPoint[g] = Math.Clamp(point.SetPoint[g], bus.MinVoltage, bus.MaxVoltage);
        }
    }

    /// <summary>The search in one grid state.</summary>
    private sealed class Round
    {
        private readonly HoldingSearch _search;
        private readonly GridState _state;
        private readonly OperatingPoint _dispatch;
        private readonly CancellationToken _cancel;
        private readonly Islands _islands;
        private readonly CorrectionRows _rows;
        private readonly Dictionary<int, Progress> _progress = [];
        private readonly OperatingPoint _point;
        private AcFlowResult? _result;

        public Round(HoldingSearch search, GridState state, OperatingPoint start, OperatingPoint dispatch, AcFlowResult? warm, CancellationToken cancel)
        {
            (_search, _state, _dispatch, _cancel, _result) = (search, state, dispatch, cancel, warm);
            _point = start.Copy();
            _islands = new Islands(state);
            _rows = new CorrectionRows(search._network, search._options);
        }

        /// <summary>Where an island stands.</summary>
        private sealed class Progress(IslandParts parts)
        {
            public IslandParts Parts { get; } = parts;
            public double Radius { get; set; } = 1;
            public double Used { get; set; } = 1;
            public bool Done { get; set; }
            public double Merit { get; set; } = double.PositiveInfinity;
            public OperatingPoint? Last { get; set; }
            public AcFlowResult? LastFlow { get; set; }
            public OperatingPoint? Best { get; set; }
            public AcFlowResult? BestFlow { get; set; }
            public double BestWorth { get; set; }
            public IReadOnlyList<LimitRow> Rows { get; set; } = [];
        }

        /// <summary>Islands with load for which no point was found that holds.</summary>
        public IReadOnlyList<int> Failed => [.. _progress.Where(p => p.Value.Best is null).Select(p => p.Key)];

        public IslandParts Parts(int island) => _progress[island].Parts;

        /// <summary>Where another try may start: the best of each island that held, the last of the others.</summary>
        public OperatingPoint Start()
        {
            foreach (var of in _progress.Values)
                if ((of.Best ?? of.Last) is { } known)
                    _point.Assign(known, of.Parts);
            return _point;
        }

        public void Run()
        {
            Solve();
            foreach (var island in Enumerable.Range(0, _islands.Count).Where(i => _result!.IslandFlows[i].Outcome != IslandOutcome.NoSource))
                _progress[island] = new Progress(_search._stage.PartsOf(_state, _islands.Buses(island)));
            for (var round = 0; round < _search._options.MostRounds; round++)
            {
                _cancel.ThrowIfCancellationRequested();
                foreach (var (island, of) in _progress.Where(p => !p.Value.Done))
                    Judge(island, of);
                var open = _progress.Where(p => !p.Value.Done).ToList();
                if (open.Count == 0)
                    break;
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
            foreach (var s in dark.SelectMany(island => _search._stage.PartsOf(_state, _islands.Buses(island)).Segments))
                _point.Served[s] = 0;
            for (var s = 0; s < _point.Served.Length; s++)
                if (!_state.BusIsOn(_point.BusOf[_search._model.SegmentBus[s]]))
                    _point.Served[s] = 0;
            var flow = _result!.Join(island => _progress.TryGetValue(island, out var of) ? of.BestFlow! : _result);
            return new HoldingPoint(_state, _point, flow, dark, off);
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
                    culprits.Add(row.Kind == ViolationKind.Overload ? new ElementId(ElementKind.Branch, row.Index + 1) : _search.BusAt(row.Index));
                if (bad.Count == 0)
                    culprits.UnionWith(of.Parts.Buses.Select(_search.BusAt));
            }
            return [.. culprits.Order()];
        }

        private void Solve() => _result = _search._flow.Solve(
            _state, _point.ToDispatch(), new AcFlowOptions { ShareLosses = true, Warm = Warm() });

        /// <summary>The last result, with each island as it was where it last got better.</summary>
        private AcFlowResult? Warm()
        {
            if (_result is null || _progress.Values.All(of => of.LastFlow is null || of.LastFlow == _result))
                return _result;
            return _result.Join(island => _progress.TryGetValue(island, out var of) && of.LastFlow is not null ? of.LastFlow : _result);
        }

        /// <summary>Looks at what the last step came to: keeps it, takes it back, or is content.</summary>
        private void Judge(int island, Progress of)
        {
            var converged = _result!.IslandFlows[island].Outcome == IslandOutcome.Converged;
            if (!converged && of.Last is null)
                converged = Scale(island, of);
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
            var unserved = of.Parts.Segments.Sum(s => _search._model.SegmentWeight[s] * (_dispatch.Served[s] - _point.Served[s]));
            var heaviest = of.Parts.Segments.Select(s => _search._model.SegmentWeight[s]).DefaultIfEmpty(1).Max();
            var merit = converged ? unserved + Correction.Price(of.Rows, heaviest) : double.PositiveInfinity;
            if (converged && !CorrectionRows.Violations(_result!, island, _search._options).Any())
                KeepBest(of, unserved);
            var gain = of.Merit - merit;
            var scale = of.Parts.Segments.Sum(s => _search._model.SegmentWeight[s] * _dispatch.Served[s]);
            if (gain <= 0)
            {
                of.Radius = of.Used * (converged ? 0.4 : 0.2);
                _point.Assign(of.Last!, of.Parts);
                of.Done = of.Radius < LeastRadius;
                return;
            }
            (of.Last, of.LastFlow) = (_point.Copy(), _result);
            of.Done = of.Best is not null && (unserved <= WorthGaining * scale || gain < WorthGaining * scale) && of.Merit < double.PositiveInfinity
                || (of.Best is not null && unserved <= 1e-9);
            (of.Merit, of.Radius) = (merit, Math.Min(1, of.Radius * 3));
        }

        private void KeepBest(Progress of, double unserved)
        {
            if (of.Best is not null && of.BestWorth <= unserved)
                return;
            (of.Best, of.BestFlow, of.BestWorth) = (_point.Copy(), _result, unserved);
        }

        /// <summary>Raises the voltages of an island, then lowers its load and generation together, until its power flow converges.</summary>
        private bool Scale(int island, Progress of)
        {
            foreach (var generator in of.Parts.Generators)
            {
                var bus = _search._network.Buses[_search._network.IndexOf(_search._network.Generators[generator].Bus)];
                _point.SetPoint[generator] = Math.Max(_point.SetPoint[generator], bus.MinVoltage + RaisedTo * (bus.MaxVoltage - bus.MinVoltage));
            }
            Solve();
            for (var step = 0; step < Scalings && _result!.IslandFlows[island].Outcome != IslandOutcome.Converged; step++)
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
            return _result!.IslandFlows[island].Outcome == IslandOutcome.Converged;
        }

        /// <summary>Takes a step in each island; one that was taken back has to be solved again before anything can be derived there.</summary>
        private void Correct(IReadOnlyList<KeyValuePair<int, Progress>> open)
        {
            if (open.Any(pair => pair.Value.LastFlow != _result))
                Solve();
            var sensitivities = new AcSensitivities(_result!);
            foreach (var (island, of) in open)
            {
                var derivable = _result!.IslandFlows[island].Outcome == IslandOutcome.Converged && !sensitivities.Singular.Contains(island);
                var used = !derivable ? null : Correction.Apply(
                    _search._model, _result, sensitivities, of.Parts, _rows, _point, _dispatch, of.Radius);
                (of.Done, of.Used) = (used is null, used ?? 0);
            }
        }
    }
}

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
/// <param name="Near">Limits that the point is near to, as far as the search came upon them.</param>
internal sealed record HoldingPoint(
    GridState State,
    OperatingPoint Point,
    AcFlowResult Flow,
    IReadOnlySet<int> Dark,
    IReadOnlyList<ElementId> SwitchedOff,
    IReadOnlyList<(ViolationKind Kind, int Index)> Near)
{
    /// <summary>The DC dispatch that the point was found near.</summary>
    public required OperatingPoint Dispatch { get; init; }
}

/// <summary>
/// Looks for a point of operation that holds in AC, near a dispatch and serving as much of its load as it can: power
/// flow, one linear program of corrections for each island that does not hold or serves less than it might, and so on.
/// Where that fails, generators are let beyond their reactive limits at first, which seldom leaves an island without a
/// power flow, and the corrections lead them back. Where that fails too, what fails worst is switched off. What it finds
/// holds; that nothing better would is not proven. Rounds are counted over all of it, so that every stage has an end.
/// </summary>
internal sealed class HoldingSearch
{
    private const int MostRoundsInState = 30;
    private const int MostRoundsFromNeighbour = 10;
    private const int MostSwitchings = 4;

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
    /// <param name="neighbour">A point that held in a neighbouring stage, which is tried first; null for none.</param>
    /// <param name="cancel">Ends the search without a result.</param>
    public HoldingPoint Run(GridState state, OperatingPoint dispatch, HoldingPoint? neighbour, CancellationToken cancel)
    {
        var point = dispatch.Copy();
        if (neighbour is not null)
        {
            neighbour.Point.SetPoint.CopyTo(point.SetPoint, 0);
            neighbour.Point.ShuntShare.CopyTo(point.ShuntShare, 0);
        }
        KeepWithinLimits(point);
        var off = new List<ElementId>();
        var (warm, rounds) = (neighbour?.Flow, _options.MostRounds);
        if (neighbour is not null)
        {
            var carried = CarriedPoint.Of(state, dispatch, neighbour, point);
            var near = new StateSearch(_model, _stage, _flow, _options, state, carried, dispatch, true, neighbour.Near);
            near.Run(MostRoundsFromNeighbour, warm, cancel);
            if (near.Failed.Count == 0)
                return near.Best(off);
            near.AssignBest(point);
        }
        for (var switching = 0; ; switching++)
        {
            var search = Search(true, warm);
            if (search.Failed.Count > 0 && rounds > 0)
            {
                search.AssignBest(point);
                var free = Search(false, null);
                search = free.Failed.Count <= search.Failed.Count ? free : search;
            }
            if (search.Failed.Count == 0)
                return search.Best(off);
            var culprits = switching < MostSwitchings && rounds > 0 ? search.Culprits() : search.FailedBuses();
            off.AddRange(culprits);
            state = new GridState(_network, Outages(state).Concat(culprits));
            (point, warm) = (search.Start(), null);
        }

        StateSearch Search(bool holdsReactiveLimits, AcFlowResult? from)
        {
            var search = new StateSearch(_model, _stage, _flow, _options, state, point, dispatch, holdsReactiveLimits, neighbour?.Near ?? []);
            rounds -= search.Run(Math.Min(rounds, MostRoundsInState), from, cancel);
            return search;
        }
    }

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
}

using Relight.Grid.Flow;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration;

/// <summary>Checks stages one after the other, each from where its neighbour ended. Not for several threads at once.</summary>
internal sealed class StageCheck(DeliveryModel model, AcPowerFlow flow, AcCheckOptions options)
{
    private readonly StageNetwork _network = new(model);
    private AcFlowResult? _unchanged;

    /// <summary>The DC dispatch of the stage last checked.</summary>
    public OperatingPoint? Dispatch { get; private set; }

    /// <summary>The point at which the stage last checked holds; before the first, that of a neighbour to start from.</summary>
    public HoldingPoint? Point { get; set; }

    /// <summary>Figures of the stage last checked.</summary>
    public AcStage? Stage { get; private set; }

    /// <summary>All that is wrong where the dispatch of the stage last checked is run unchanged.</summary>
    public IReadOnlyList<AcFinding> Findings { get; private set; } = [];

    /// <summary>Checks a stage; false where it was stopped.</summary>
    public bool TryRun(Plan plan, CurveStage stage, CancellationToken cancel)
    {
        try
        {
            cancel.ThrowIfCancellationRequested();
            Run(plan, stage, cancel);
            return true;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Run(Plan plan, CurveStage stage, CancellationToken cancel)
    {
        var state = _network.StateOf(plan, stage);
        Dispatch = _network.Dispatch(state, plan, stage);
        _unchanged = flow.Solve(state, Dispatch.ToDispatch(), new AcFlowOptions { ShareLosses = true, Warm = _unchanged });
        Findings = [.. _unchanged.Violations.Where(options.Matters)
            .Select(violation => new AcFinding(violation.Kind, violation.Element, violation.Value, violation.Limit))
            .OrderByDescending(finding => finding.Kind is ViolationKind.DoesNotConverge or ViolationKind.NoSource)
            .ThenByDescending(finding => finding.Gravity).ThenBy(finding => finding.Element).ThenBy(finding => finding.Kind)];
        Point = new HoldingSearch(model, _network, flow, options).Run(state, Dispatch, Point, cancel);
        Stage = Figures();
    }

    private AcStage Figures()
    {
        var served = Point!.Point.Served;
        return new AcStage(
            served.Sum(),
            served.Select((megawatts, s) => megawatts * model.SegmentWeight[s]).Sum(),
            Dispatch!.Served.Sum() - served.Sum(),
            Point.Flow.IslandFlows.Sum(island => island.LossMegawatts),
            [.. Findings.Take(options.MostFindings)],
            Findings.Count,
            [.. Point.SwitchedOff.Order()]);
    }
}

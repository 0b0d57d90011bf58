using Relight.Grid.Flow;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration;

/// <summary>Checks stages one after the other, each from where the one before ended. Not for several threads at once.</summary>
internal sealed class StageCheck(DeliveryModel model, AcPowerFlow flow, AcCheckOptions options)
{
    private readonly StageNetwork _network = new(model);
    private AcFlowResult? _unchanged;

    /// <summary>The DC dispatch of the stage last checked.</summary>
    public OperatingPoint? Dispatch { get; private set; }

    /// <summary>The point at which the stage last checked holds.</summary>
    public HoldingPoint? Point { get; private set; }

    /// <summary>Checks a stage; gives with it all that is wrong there.</summary>
    public (AcStage Stage, IReadOnlyList<AcFinding> All) Run(Plan plan, CurveStage stage, CancellationToken cancel)
    {
        var state = _network.StateOf(plan, stage);
        Dispatch = _network.Dispatch(state, plan, stage);
        _unchanged = flow.Solve(state, Dispatch.ToDispatch(), new AcFlowOptions { ShareLosses = true, Warm = _unchanged });
        var findings = _unchanged.Violations.Where(options.Matters)
            .Select(violation => new AcFinding(violation.Kind, violation.Element, violation.Value, violation.Limit))
            .OrderByDescending(finding => finding.Kind is ViolationKind.DoesNotConverge or ViolationKind.NoSource)
            .ThenByDescending(finding => finding.Gravity).ThenBy(finding => finding.Element).ThenBy(finding => finding.Kind)
            .ToList();
        Point = new HoldingSearch(model, _network, flow, options).Run(state, Dispatch, Point, cancel);
        return (Figures(findings), findings);
    }

    private AcStage Figures(List<AcFinding> findings)
    {
        var served = Point!.Point.Served;
        return new AcStage(
            served.Sum(),
            served.Select((megawatts, s) => megawatts * model.SegmentWeight[s]).Sum(),
            Dispatch!.Served.Sum() - served.Sum(),
            Point.Flow.IslandFlows.Sum(island => island.LossMegawatts),
            [.. findings.Take(options.MostFindings)],
            findings.Count,
            [.. Point.SwitchedOff.Order()]);
    }
}

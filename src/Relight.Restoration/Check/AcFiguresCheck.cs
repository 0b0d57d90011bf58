using Relight.Grid.Import;
using static Relight.Restoration.PlanCheck;

namespace Relight.Restoration;

/// <summary>
/// What the AC part of a plan may not contradict: it serves no more than the DC form does, and names what the network
/// has. That its points of operation hold is not in the file, and not checked here.
/// </summary>
internal static class AcFiguresCheck
{
    /// <summary>Everything that is wrong with the AC figures of a plan; nothing where it has none.</summary>
    public static IEnumerable<Finding> Run(RestorationProblem problem, Plan plan, string file)
    {
        for (var i = 0; i < plan.Curve.Count; i++)
        {
            var stage = plan.Curve[i];
            if (stage.Ac is not { } ac)
                continue;
            if (!(ac.ServedMegawatts >= -Tolerance(0) && ac.ServedMegawatts <= stage.DemandMegawatts + Tolerance(stage.DemandMegawatts)))
                yield return Error(file, $"$.curve[{i}].ac.servedMegawatts", ac.ServedMegawatts, $"must be from 0 to the demand, {stage.DemandMegawatts}");
            if (!(ac.WeightedServed <= stage.WeightedServed + Tolerance(stage.WeightedServed)))
                yield return Error(file, $"$.curve[{i}].ac.weightedServed", ac.WeightedServed, $"must not be above what the DC form serves, {stage.WeightedServed}");
            if (!(ac.ShedMegawatts >= -Tolerance(stage.ServedMegawatts)))
                yield return Error(file, $"$.curve[{i}].ac.shedMegawatts", ac.ShedMegawatts, $"must be 0 or more");
            for (var j = 0; j < ac.Findings.Count; j++)
                if (!problem.Network.Contains(ac.Findings[j].Element))
                    yield return Error(file, $"$.curve[{i}].ac.findings[{j}].element", ac.Findings[j].Element, $"is not in the network");
        }
    }
}

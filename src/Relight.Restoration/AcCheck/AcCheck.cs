using Relight.Grid.Flow;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration;

/// <summary>
/// Checks a plan in AC. Each stage is run from the DC dispatch of its load delivery, unchanged, and what is wrong then is
/// listed, with the repair after which it clears. Then a point of operation near it is looked for that holds, load
/// being shed where nothing else helps. A stage holds where the power of every bus is in balance, every voltage is
/// within the limits of its bus, every branch within its rating A and every generator within its active and reactive
/// limits, each but for the tolerance of the options.
/// </summary>
public static class AcCheck
{
    // Stages that are checked one after the other, each from its neighbour; so many at least, in so many parts at most.
    private const int LeastInRow = 20;
    private const int MostRows = 8;
    // A stage that serves less than this share of what the one before serves has lost its way from the one after, and is
    // tried from the one before.
    private const double LeastKept = 0.99;

    /// <summary>Checks a plan whose curve has passed <see cref="PlanCheck"/>; gives it with its stages in AC.</summary>
    /// <param name="problem">The problem that the plan is for.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="options">Tolerances and threads.</param>
    /// <param name="progress">Is told of each stage.</param>
    /// <param name="cancel">Ends the check; the stages checked until then are given, and the plan is marked. So they are where memory runs out.</param>
    public static Plan Run(
        RestorationProblem problem,
        Plan plan,
        AcCheckOptions? options = null,
        IProgress<AcCheckProgress>? progress = null,
        CancellationToken cancel = default) => Run(problem, plan, options ?? new AcCheckOptions(), null, progress, cancel);

    /// <summary>The same, with a look at every point that was found to hold.</summary>
    internal static Plan Run(
        RestorationProblem problem,
        Plan plan,
        AcCheckOptions options,
        Action<int, OperatingPoint, HoldingPoint>? look,
        IProgress<AcCheckProgress>? progress,
        CancellationToken cancel)
    {
        var model = new DeliveryModel(problem);
        var flow = new AcPowerFlow(problem.Network);
        var stages = new Checked?[plan.Curve.Count];
        var inRow = Math.Max(LeastInRow, (stages.Length + MostRows - 1) / MostRows);
        var done = 0;
        Parallel.For(
            0,
            (stages.Length + inRow - 1) / inRow,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads) },
            row =>
            {
                // From the last stage back: with more of the grid repaired it is easier to find a first point that holds.
                try
                {
                    var checking = new StageCheck(model, flow, options);
                    for (var i = Math.Min(stages.Length, (row + 1) * inRow) - 1; i >= row * inRow && checking.TryRun(plan, plan.Curve[i], cancel); i--)
                    {
                        look?.Invoke(i, checking.Dispatch!, checking.Point!);
                        stages[i] = new Checked(checking.Stage!, checking.Findings, checking.Point!);
                        progress?.Report(new AcCheckProgress(Interlocked.Increment(ref done), stages.Length));
                    }
                }
                catch (OutOfMemoryException)
                {
                    // What was checked until then is given, and the plan marked, as where it is ended.
                }
            });
        FindTheWayBack();
        return plan with
        {
            Curve = [.. plan.Curve.Select((stage, i) => stage with { Ac = Cleared(plan, stages, i) })],
            AcInterrupted = stages.Contains(null),
        };

        void FindTheWayBack()
        {
            for (var i = 1; i < stages.Length; i++)
            {
                if (stages[i - 1] is not { } before || stages[i] is not { } found || found.Stage.WeightedServed >= LeastKept * before.Stage.WeightedServed)
                    continue;
                try
                {
                    var again = new StageCheck(model, flow, options) { Point = before.Point };
                    if (!again.TryRun(plan, plan.Curve[i], cancel))
                        return;
                    if (again.Stage!.WeightedServed <= found.Stage.WeightedServed)
                        continue;
                    look?.Invoke(i, again.Dispatch!, again.Point!);
                    stages[i] = new Checked(again.Stage, again.Findings, again.Point!);
                }
                catch (OutOfMemoryException)
                {
                    // What was found from the other side stands.
                    return;
                }
            }
        }
    }

    /// <summary>
    /// The stage with the repairs after which its findings clear, as far as the stages between are known; null where it was
    /// not checked.
    /// </summary>
    private static AcStage? Cleared(Plan plan, Checked?[] stages, int index)
    {
        return stages[index]?.Stage is { } stage ? stage with { Findings = [.. stage.Findings.Select(Clear)] } : null;

        AcFinding Clear(AcFinding finding)
        {
            for (var i = index + 1; i < stages.Length && stages[i] is { } later; i++)
                if (!later.All.Any(other => (other.Kind, other.Element) == (finding.Kind, finding.Element)))
                {
                    var hour = plan.Curve[i].FromHours;
                    return finding with
                    {
                        ClearedAtHour = hour,
                        ClearedBy = [.. plan.Repairs.Where(r => Math.Abs(r.End - hour) <= PlanCheck.HoursTolerance).Select(r => r.Element).Order()],
                    };
                }
            return finding;
        }
    }

    private sealed record Checked(AcStage Stage, IReadOnlyList<AcFinding> All, HoldingPoint Point);
}

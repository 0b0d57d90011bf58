using Relight.Grid;
using Relight.Grid.Import;
using static Relight.Restoration.PlanCheck;

namespace Relight.Restoration;

/// <summary>The stages of a plan's curve: from hour 0 to the horizon without a gap, from one end of repair to the next, open only what is repaired.</summary>
internal static class CurveShapeCheck
{
    /// <summary>Everything that is wrong with the shape of a plan's curve.</summary>
    public static IEnumerable<Finding> Run(RestorationProblem problem, Plan plan, string file) =>
        [.. Stages(problem, plan, file), .. OpenBranches(problem, plan, file)];

    /// <summary>Hour at which counting ends.</summary>
    public static double Horizon(RestorationProblem problem, Plan plan) =>
        problem.HorizonHours ?? plan.Repairs.Select(r => r.End).DefaultIfEmpty(0).Max();

    private static IEnumerable<Finding> Stages(RestorationProblem problem, Plan plan, string file)
    {
        var horizon = Horizon(problem, plan);
        var at = 0.0;
        for (var i = 0; i < plan.Curve.Count; i++)
        {
            var stage = plan.Curve[i];
            if (!(Math.Abs(stage.FromHours - at) <= HoursTolerance))
                yield return Error(file, $"$.curve[{i}].fromHours", stage.FromHours, $"must be {at}, where the stage before ends");
            if (!(stage.ToHours >= stage.FromHours))
                yield return Error(file, $"$.curve[{i}].toHours", stage.ToHours, $"must be after the start of the stage");
            at = stage.ToHours;
        }
        if (!(Math.Abs(at - horizon) <= HoursTolerance))
            yield return Error(file, $"$.curve", at, $"must end at the horizon, hour {horizon}");

        var ends = plan.Repairs.Select(r => r.End).Where(end => end > HoursTolerance && end < horizon - HoursTolerance).ToList();
        var breaks = plan.Curve.Skip(1).Select(stage => stage.FromHours).ToList();
        foreach (var end in ends.Distinct().Where(end => !breaks.Any(hour => Math.Abs(hour - end) <= HoursTolerance)))
            yield return Error(file, $"$.curve", null, $"must have a new stage at hour {end}, where a repair ends");
        for (var i = 0; i < breaks.Count; i++)
            if (breaks[i] > HoursTolerance && !ends.Append(horizon).Any(end => Math.Abs(breaks[i] - end) <= HoursTolerance))
                yield return Error(file, $"$.curve[{i + 1}].fromHours", breaks[i], $"must be the end of a repair");
    }

    private static IEnumerable<Finding> OpenBranches(RestorationProblem problem, Plan plan, string file)
    {
        var damaged = problem.Repairs.Select(r => r.Element).ToHashSet();
        var repaired = problem.Repaired.ToHashSet();
        var ends = plan.Repairs.GroupBy(r => r.Element).ToDictionary(g => g.Key, g => g.Min(r => r.End));
        for (var i = 0; i < plan.Curve.Count; i++)
        {
            var stage = plan.Curve[i];
            for (var j = 0; j < stage.Open.Count; j++)
            {
                var element = stage.Open[j];
                if (element.Kind != ElementKind.Branch)
                    yield return Error(file, $"$.curve[{i}].open[{j}]", element, $"is not a branch; only branches may stay open");
                else if (repaired.Contains(element))
                    continue;
                else if (!damaged.Contains(element))
                    yield return Error(file, $"$.curve[{i}].open[{j}]", element, $"was not damaged; only repaired branches may stay open");
                else if (!ends.TryGetValue(element, out var end) || end > stage.FromHours + HoursTolerance)
                    yield return Error(file, $"$.curve[{i}].open[{j}]", element, $"is not repaired yet at hour {stage.FromHours}");
            }
        }
    }
}

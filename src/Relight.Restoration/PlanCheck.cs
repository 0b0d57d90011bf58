using System.Globalization;
using Relight.Grid.Import;

namespace Relight.Restoration;

/// <summary>
/// Verifies a plan without the code that made it: who works where and when, the shape of the curve, and what the grid
/// delivers in each stage by a plain textbook program in bus angles.
/// </summary>
public static class PlanCheck
{
    /// <summary>Hours may differ by this much: below a hundredth of a second.</summary>
    internal const double HoursTolerance = 1e-6;

    /// <summary>Figures may differ by this share of themselves, or by this much where they are below 1.</summary>
    internal const double RelativeTolerance = 1e-6;

    /// <summary>Checks a plan against the problem that it is to solve.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan, from whatever source.</param>
    /// <param name="fileName">Name of the plan, for the findings.</param>
    /// <param name="progress">Is told of each grid state that has been computed anew.</param>
    public static PlanCheckReport Check(
        RestorationProblem problem, Plan plan, string fileName = "plan", IProgress<PlanCheckProgress>? progress = null)
    {
        var findings = new List<Finding>();
        findings.AddRange(ScheduleCheck.Run(problem, plan, fileName));
        findings.AddRange(AcFiguresCheck.Run(problem, plan, fileName));
        var shape = CurveShapeCheck.Run(problem, plan, fileName).ToList();
        findings.AddRange(shape);
        if (shape.Count > 0)
            return new PlanCheckReport(findings, null);
        var objective = DeliveryCheck.Run(problem, plan, fileName, findings, progress);
        return new PlanCheckReport(findings, objective);
    }

    /// <summary>Checks only who repairs what and when, not what the grid delivers.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan, from whatever source.</param>
    /// <param name="fileName">Name of the plan, for the findings.</param>
    public static IReadOnlyList<Finding> CheckSchedule(RestorationProblem problem, Plan plan, string fileName = "plan") =>
        [.. ScheduleCheck.Run(problem, plan, fileName)];

    /// <summary>An error at a place in the plan; numbers in the rule are written the same everywhere.</summary>
    internal static Finding Error(string file, FormattableString path, object? value, FormattableString rule) => Finding.Error(
        $"{file} {path.ToString(CultureInfo.InvariantCulture)}",
        value is null ? null : SourceText.Excerpt(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        rule.ToString(CultureInfo.InvariantCulture));

    /// <summary>True where two figures agree within the tolerance.</summary>
    internal static bool Agree(double a, double b) => Math.Abs(a - b) <= Tolerance(b);

    /// <summary>By how much a figure may be off.</summary>
    internal static double Tolerance(double figure) => RelativeTolerance * Math.Max(1, Math.Abs(figure));
}

/// <summary>Where a running check stands.</summary>
/// <param name="Done">Grid states computed anew so far.</param>
/// <param name="Of">Grid states to compute anew.</param>
public readonly record struct PlanCheckProgress(int Done, int Of);

/// <summary>What a check of a plan found.</summary>
/// <param name="Findings">Everything that is wrong, and what needs an explanation.</param>
/// <param name="Recomputed">
/// The worth of the plan as computed by the check, with the plan's own lower bound; null where the curve cannot be
/// followed.
/// </param>
public sealed record PlanCheckReport(IReadOnlyList<Finding> Findings, PlanObjective? Recomputed)
{
    /// <summary>True where the plan holds.</summary>
    public bool Passed => Recomputed is not null && Findings.All(f => f.Severity != Severity.Error);
}

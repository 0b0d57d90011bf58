using Relight.Grid.Flow;

namespace Relight.Restoration;

/// <summary>A finding of the AC check over the stages through which it lasts.</summary>
/// <param name="Worst">The finding in the stage where it is worst.</param>
/// <param name="FromHours">Hour at which it is listed first.</param>
/// <param name="ToHours">Hour at which it clears; where that is not known, the end of the plan, or of the last stage checked in which it is listed.</param>
public sealed record LastingAcFinding(AcFinding Worst, double FromHours, double ToHours)
{
    /// <summary>The findings of a plan, those that leave most without supply first, then by how far outside and how long.</summary>
    public static IReadOnlyList<LastingAcFinding> Of(Plan plan) =>
    [
        .. plan.Curve
            .SelectMany(stage => (stage.Ac?.Findings ?? []).Select(finding => (stage.FromHours, stage.ToHours, Finding: finding)))
            .GroupBy(at => (at.Finding.Kind, at.Finding.Element, at.Finding.ClearedAtHour))
            .Select(group => new LastingAcFinding(
                group.Select(at => at.Finding).MaxBy(finding => finding.Gravity)!,
                group.Min(at => at.FromHours),
                group.Key.ClearedAtHour ?? (plan.AcInterrupted ? group.Max(at => at.ToHours) : plan.Curve[^1].ToHours)))
            .OrderByDescending(lasting => lasting.Worst.Kind is ViolationKind.DoesNotConverge or ViolationKind.NoSource)
            .ThenByDescending(lasting => lasting.Worst.Gravity * (lasting.ToHours - lasting.FromHours))
            .ThenBy(lasting => lasting.Worst.Element)
            .ThenBy(lasting => lasting.FromHours),
    ];
}

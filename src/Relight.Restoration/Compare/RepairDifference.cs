using Relight.Grid;

namespace Relight.Restoration;

/// <summary>One repair in two plans.</summary>
/// <param name="Element">What is repaired.</param>
/// <param name="Plan">The repair by the plan; null where it does not have it.</param>
/// <param name="Other">The repair by the other plan; null where it does not have it.</param>
public sealed record RepairDifference(ElementId Element, PlannedRepair? Plan, PlannedRepair? Other)
{
    /// <summary>Hours by which the element is back later by the other plan, negative for earlier; null where only one of them has it.</summary>
    public double? HoursLater => Other?.End - Plan?.End;

    /// <summary>True where crew or hours differ.</summary>
    public bool Differs => Plan?.Crew != Other?.Crew || HoursLater is not { } later || Math.Abs(later) > PlanCheck.HoursTolerance
        || Math.Abs(Other!.Start - Plan!.Start) > PlanCheck.HoursTolerance;

    internal static IReadOnlyList<RepairDifference> Between(Plan plan, Plan other)
    {
        var there = other.Repairs.DistinctBy(r => r.Element).ToDictionary(r => r.Element);
        var here = plan.Repairs.DistinctBy(r => r.Element).ToList();
        var known = here.Select(r => r.Element).ToHashSet();
        return
        [
            .. here.OrderBy(r => r.Start).ThenBy(r => r.Element)
                .Select(r => new RepairDifference(r.Element, r, there.GetValueOrDefault(r.Element))),
            .. there.Values.Where(r => !known.Contains(r.Element)).OrderBy(r => r.Start).ThenBy(r => r.Element)
                .Select(r => new RepairDifference(r.Element, null, r)),
        ];
    }
}

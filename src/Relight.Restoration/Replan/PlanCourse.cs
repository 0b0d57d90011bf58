using Relight.Grid;

namespace Relight.Restoration;

/// <summary>How far a repair is.</summary>
public enum CourseStage
{
    /// <summary>Work has not begun.</summary>
    NotBegun,

    /// <summary>A crew is at work on it.</summary>
    UnderWay,

    /// <summary>The element is back.</summary>
    Ended,
}

/// <summary>One repair of a plan as it went.</summary>
/// <param name="Planned">The repair as planned.</param>
/// <param name="Start">Hour at which it started, or will at the earliest.</param>
/// <param name="End">Hour at which it ended, or will then.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="FoundDone">True where the changes say that it is done.</param>
internal sealed record CourseStep(PlannedRepair Planned, double Start, double End, CourseStage Stage, bool FoundDone)
{
    /// <summary>What is repaired.</summary>
    public ElementId Element => Planned.Element;
}

/// <summary>
/// How a plan has gone up to now: as planned, but for what the changes say. Work that takes longer puts off what its crew
/// does next and what waits for it; a repair that cannot begin is passed over by its crew.
/// </summary>
internal sealed class PlanCourse
{
    private readonly List<CourseStep> _inOrder = [];
    private readonly Dictionary<ElementId, CourseStep> _steps = [];

    private PlanCourse()
    {
    }

    /// <summary>The repairs of the plan, by planned start.</summary>
    public IReadOnlyList<CourseStep> Steps => _inOrder;

    /// <summary>The step of an element; null where the plan does not repair it.</summary>
    public CourseStep? this[ElementId element] => _steps.GetValueOrDefault(element);

    /// <summary>Follows a plan, whose schedule must hold, up to now.</summary>
    public static PlanCourse Of(RestorationProblem problem, Plan plan, Changes changes)
    {
        var course = new PlanCourse();
        var repairs = problem.Repairs.ToDictionary(r => r.Element);
        var changed = changes.Repairs.ToDictionary(c => c.Element);
        var last = new Dictionary<string, CourseStep>(StringComparer.Ordinal);
        foreach (var planned in plan.Repairs.OrderBy(r => r.Start).ThenBy(r => r.End).ThenBy(r => r.Element))
        {
            var change = changed.GetValueOrDefault(planned.Element);
            var start = Math.Max(planned.Start, change?.AvailableFrom ?? 0);
            if (last.TryGetValue(planned.Crew, out var before))
                start = Math.Max(start, before.End + problem.TravelHours(before.Element, planned.Element));
            foreach (var first in repairs[planned.Element].After)
                start = Math.Max(start, course[first] is { } step ? step.Stage == CourseStage.NotBegun ? changes.NowHours : step.End : 0);
            if (change?.NotBegun == true)
                start = Math.Max(start, changes.NowHours);
            var made = Step(planned, start, change?.Hours ?? repairs[planned.Element].Hours, change?.Done == true, changes.NowHours);
            course._steps[planned.Element] = made;
            course._inOrder.Add(made);
            if (IsBefore(made.Start, changes.NowHours))
                last[planned.Crew] = made;
        }
        return course;
    }

    /// <summary>The repair that a crew has ended last; null where it has ended none.</summary>
    public CourseStep? LastEnded(string crew, double now) => Steps
        .Where(s => s.Planned.Crew == crew && s.Stage == CourseStage.Ended && IsBefore(s.Start, now))
        .MaxBy(s => (s.End, s.Start));

    /// <summary>The repair that a crew would begin next by the plan; null where none is left.</summary>
    public CourseStep? Next(string crew) => Steps.FirstOrDefault(s => s.Planned.Crew == crew && s.Stage == CourseStage.NotBegun);

    private static CourseStep Step(PlannedRepair planned, double start, double hours, bool done, double now)
    {
        var begun = IsBefore(start, now);
        var end = done && begun ? Math.Min(start + hours, now) : start + hours;
        var stage = done || (begun && !IsBefore(now, end)) ? CourseStage.Ended
            : begun ? CourseStage.UnderWay
            : CourseStage.NotBegun;
        return new CourseStep(planned, start, end, stage, done);
    }

    private static bool IsBefore(double hour, double other) => hour < other - PlanCheck.HoursTolerance;
}

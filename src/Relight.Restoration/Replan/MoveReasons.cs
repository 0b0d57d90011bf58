using Relight.Grid;

namespace Relight.Restoration;

/// <summary>Finds what became of each repair, and why.</summary>
internal sealed class MoveReasons
{
    private readonly RestorationProblem _problem;
    private readonly Changes _changes;
    private readonly PlanCourse _course;
    private readonly Dictionary<ElementId, Repair> _asked;
    private readonly Dictionary<ElementId, PlannedRepair> _old;
    private readonly Dictionary<ElementId, PlannedRepair> _new;

    /// <summary>Compares an old plan with a new one whose hours count from now.</summary>
    public MoveReasons(RestorationProblem problem, Plan old, Changes changes, PlanCourse course, Plan made)
    {
        _problem = problem;
        _changes = changes;
        _course = course;
        _old = old.Repairs.ToDictionary(r => r.Element);
        _asked = problem.Repairs.ToDictionary(r => r.Element);
        _new = made.Repairs.ToDictionary(r => r.Element, r => OnOldClock(r, changes.NowHours));
    }

    /// <summary>The moves: first what is to be done, by start; then what has ended, by end.</summary>
    public IReadOnlyList<RepairMove> All() =>
    [
        .. _new.Values.OrderBy(r => r.Start).ThenBy(r => r.Element).Select(Planned),
        .. _course.Steps.Where(s => s.Stage == CourseStage.Ended).OrderBy(s => s.End).ThenBy(s => s.Element).Select(Ended),
    ];

    private static PlannedRepair OnOldClock(PlannedRepair repair, double now)
    {
        var reason = repair.Reason is { PathMegawatts: > 0 } path ? path with { PathHour = path.PathHour + now } : repair.Reason;
        return repair with { Start = repair.Start + now, End = repair.End + now, Reason = reason, Why = reason?.ToString() ?? repair.Why };
    }

    private RepairMove Ended(CourseStep step) => new()
    {
        Element = step.Element,
        Kind = step.FoundDone ? MoveKind.FoundDone : MoveKind.Ended,
        Before = step.Planned,
        Now = step.FoundDone ? null : step.Planned with { Start = step.Start, End = step.End },
    };

    private RepairMove Planned(PlannedRepair now)
    {
        var fresh = _changes.Damage.Any(d => d.Element == now.Element);
        if (fresh || !_old.TryGetValue(now.Element, out var before))
            return new RepairMove { Element = now.Element, Kind = MoveKind.New, Now = now };
        var step = _course[now.Element]!;
        var stopped = step.Stage == CourseStage.UnderWay && now.Crew != before.Crew && LostCrew(before.Crew);
        if (step.Stage == CourseStage.UnderWay && !stopped)
            return new RepairMove
            {
                Element = now.Element,
                Kind = MoveKind.GoesOn,
                Before = before,
                Now = now with { Start = step.Start },
                Causes = [.. OfItself(before)],
            };
        var kind = now.End < before.End - PlanCheck.HoursTolerance ? MoveKind.Earlier
            : now.End > before.End + PlanCheck.HoursTolerance ? MoveKind.Later
            : now.Crew != before.Crew ? MoveKind.OtherCrew
            : MoveKind.Same;
        return new RepairMove
        {
            Element = now.Element,
            Kind = kind,
            Before = before,
            Now = now,
            Causes = kind == MoveKind.Same ? [] : Causes(before, now),
        };
    }

    private List<MoveCause> Causes(PlannedRepair before, PlannedRepair now)
    {
        List<MoveCause> causes = [.. OfItself(before), .. OfCrews(before, now), .. OfOrder(before, now)];
        if (causes.Count == 0 && now.Reason?.After is { } after && _new.TryGetValue(after, out var follows)
            && _old.TryGetValue(after, out var followed) && Math.Abs(follows.End - followed.End) > PlanCheck.HoursTolerance)
            causes.Add(new MoveCause(MoveCauseKind.Follows) { Elements = [after], Before = followed.End, Now = follows.End });
        return causes;
    }

    private IEnumerable<MoveCause> OfItself(PlannedRepair before)
    {
        var repair = _asked[before.Element];
        if (_changes.Repairs.FirstOrDefault(c => c.Element == before.Element) is not { } change)
            yield break;
        if (change.AvailableFrom is { } from && from != repair.AvailableFrom)
            yield return new MoveCause(MoveCauseKind.Equipment) { Before = repair.AvailableFrom, Now = from };
        if (change.Hours is { } hours && hours != repair.Hours)
            yield return new MoveCause(MoveCauseKind.Work) { Before = repair.Hours, Now = hours };
        if (change.NotBegun)
            yield return new MoveCause(MoveCauseKind.NotBegun) { Before = _changes.NowHours };
    }

    private IEnumerable<MoveCause> OfCrews(PlannedRepair before, PlannedRepair now)
    {
        if (LostCrew(before.Crew))
            yield return new MoveCause(MoveCauseKind.CrewLost)
            {
                Crew = before.Crew,
                Now = _course[before.Element] is { Stage: CourseStage.UnderWay } stopped ? stopped.End - _changes.NowHours : null,
            };
        if (_changes.CrewsAdded.Any(c => c.Name == now.Crew))
            yield return new MoveCause(MoveCauseKind.CrewAdded) { Crew = now.Crew };
        foreach (var name in new[] { before.Crew, now.Crew }.Distinct())
            if (_changes.Crews.FirstOrDefault(c => c.Name == name)?.AvailableFrom is { } from)
                yield return new MoveCause(MoveCauseKind.CrewHour)
                {
                    Crew = name,
                    Before = _problem.Crews.First(c => c.Name == name).AvailableFrom,
                    Now = from,
                };
    }

    /// <summary>Who comes before it on its crew now and did not, or did and does not now.</summary>
    private IEnumerable<MoveCause> OfOrder(PlannedRepair before, PlannedRepair now)
    {
        var first = _new.Values
            .Where(r => r.Crew == now.Crew && r.Element != now.Element && r.Start < now.Start)
            .Where(r => !(_old.TryGetValue(r.Element, out var was) && was.Start < before.Start) || Fresh(r.Element))
            .OrderBy(r => r.Start).Select(r => r.Element).ToList();
        if (first.Count > 0 && now.End > before.End - PlanCheck.HoursTolerance)
            yield return new MoveCause(MoveCauseKind.NowBefore) { Crew = now.Crew, Elements = first };
        var gone = _old.Values
            .Where(r => r.Crew == before.Crew && r.Element != before.Element && r.Start < before.Start)
            .Where(r => _course[r.Element] is { Stage: not CourseStage.Ended } or { FoundDone: true })
            .Where(r => !(_new.TryGetValue(r.Element, out var will) && will.Crew == now.Crew && will.Start < now.Start))
            .OrderBy(r => r.Start).Select(r => r.Element).ToList();
        if (gone.Count > 0 && now.Crew == before.Crew && now.End < before.End + PlanCheck.HoursTolerance)
            yield return new MoveCause(MoveCauseKind.NoLongerBefore) { Crew = before.Crew, Elements = gone };
    }

    private bool LostCrew(string name) => _changes.Crews.Any(c => c.Name == name && c.Lost);

    private bool Fresh(ElementId element) => _changes.Damage.Any(d => d.Element == element);
}

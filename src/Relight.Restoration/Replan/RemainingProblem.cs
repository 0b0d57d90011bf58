using System.Globalization;
using Relight.Grid;

namespace Relight.Restoration;

/// <summary>What is left of a problem from an hour on. That hour is hour 0 of what is left.</summary>
internal static class RemainingProblem
{
    // A billionth of an hour: what plan files round to.
    private const int Decimals = 9;

    /// <summary>The problem that is left when a plan has gone its course.</summary>
    public static RestorationProblem Of(RestorationProblem problem, PlanCourse course, Changes changes)
    {
        var now = changes.NowHours;
        var lost = changes.Crews.Where(c => c.Lost).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var back = course.Steps.Where(s => s.Stage == CourseStage.Ended).Select(s => s.Element).ToHashSet();
        var changed = changes.Repairs.ToDictionary(c => c.Element);
        var known = problem.Repairs.Where(r => !back.Contains(r.Element))
            .Select(r => Known(r, course[r.Element], changed.GetValueOrDefault(r.Element), lost, back, now));
        var fresh = changes.Damage.Select(r => r with
        {
            AvailableFrom = Left(r.AvailableFrom, now),
            After = [.. r.After.Where(e => !back.Contains(e) || changes.Damage.Any(d => d.Element == e))],
        });
        List<Repair> repairs = [.. known, .. fresh];
        var travel = Travel(problem, changes);
        var all = new RestorationProblem("", problem.Network, problem.Repairs, [], travel);
        var damaged = repairs.Select(r => r.Element).ToHashSet();
        return new RestorationProblem(
            string.Create(CultureInfo.InvariantCulture, $"{problem.Name}, from hour {now}"),
            problem.Network,
            repairs,
            [
                .. problem.Crews.Where(c => !lost.Contains(c.Name)).Select(c => Crew(c, all, course, changes, repairs)),
                .. changes.CrewsAdded.Select(c => c with { AvailableFrom = Left(c.AvailableFrom, now) }),
            ],
            [.. travel.Where(t => damaged.Contains(t.From) && damaged.Contains(t.To))],
            problem.Weights,
            problem.People,
            problem.HorizonHours is { } horizon ? Left(horizon, now) : null,
            [.. problem.Repaired.Concat(back).Where(e => e.Kind == ElementKind.Branch && !damaged.Contains(e)).Order()]);
    }

    private static Repair Known(
        Repair repair, CourseStep? step, RepairChange? change, HashSet<string> lost, HashSet<ElementId> back, double now)
    {
        if (step?.Stage == CourseStage.UnderWay)
            return repair with
            {
                Hours = Left(step.End, now),
                AvailableFrom = 0,
                After = [],
                UnderWay = lost.Contains(step.Planned.Crew) ? null : step.Planned.Crew,
            };
        return repair with
        {
            Hours = change?.Hours ?? repair.Hours,
            AvailableFrom = Left(change?.AvailableFrom ?? repair.AvailableFrom, now),
            After = [.. repair.After.Where(e => !back.Contains(e))],
            UnderWay = null,
        };
    }

    /// <summary>A crew where it stands now. One between two repairs left the first for the next by the plan as soon as it could.</summary>
    private static Crew Crew(Crew crew, RestorationProblem all, PlanCourse course, Changes changes, IReadOnlyList<Repair> repairs)
    {
        var now = changes.NowHours;
        var change = changes.Crews.FirstOrDefault(c => c.Name == crew.Name);
        var left = crew with { AvailableFrom = Left(change?.AvailableFrom ?? crew.AvailableFrom, now), Ways = [] };
        if (repairs.Any(r => r.UnderWay == crew.Name))
            return left;
        var last = course.LastEnded(crew.Name, now);
        var next = course.Next(crew.Name)?.Element;
        var onTheWay = Math.Max(0, now - (last?.End ?? crew.AvailableFrom));
        var ways =
            from repair in repairs
            let whole = last is null ? crew.WayHours(repair.Element) : all.TravelHours(last.Element, repair.Element)
            let hours = repair.Element == next ? Left(whole, onTheWay) : whole
            where hours > 0
            select new CrewWay(repair.Element, hours);
        return left with { Ways = [.. ways] };
    }

    /// <summary>Ways of the scenario and of the changes; where both name one, that of the changes.</summary>
    private static List<Travel> Travel(RestorationProblem problem, Changes changes)
    {
        var named = changes.Travel.Select(t => (t.From, t.To)).ToHashSet();
        return [.. problem.Travel.Where(t => !named.Contains((t.From, t.To))), .. changes.Travel];
    }

    private static double Left(double hour, double now) => Math.Max(0, Math.Round(hour - now, Decimals));
}

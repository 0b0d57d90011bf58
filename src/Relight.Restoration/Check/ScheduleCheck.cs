using Relight.Grid;
using Relight.Grid.Import;
using static Relight.Restoration.PlanCheck;

namespace Relight.Restoration;

/// <summary>Who repairs what, when: every damaged element once, by a crew that can, when it can.</summary>
internal static class ScheduleCheck
{
    /// <summary>Everything that is wrong with the repairs of a plan.</summary>
    public static IEnumerable<Finding> Run(RestorationProblem problem, Plan plan, string file) =>
    [
        .. Elements(problem, plan, file),
        .. Repairs(problem, plan, file),
        .. Crews(problem, plan, file),
    ];

    private static IEnumerable<Finding> Elements(RestorationProblem problem, Plan plan, string file)
    {
        var damaged = problem.Repairs.Select(r => r.Element).ToHashSet();
        var seen = new HashSet<ElementId>();
        for (var i = 0; i < plan.Repairs.Count; i++)
        {
            var element = plan.Repairs[i].Element;
            if (!damaged.Contains(element))
                yield return Error(file, $"$.repairs[{i}].element", element, $"is not damaged");
            else if (!seen.Add(element))
                yield return Error(file, $"$.repairs[{i}].element", element, $"is repaired a second time");
        }
        foreach (var repair in problem.Repairs.Where(r => !seen.Contains(r.Element)))
            yield return Error(file, $"$.repairs", null, $"never repairs {repair.Element}, which is damaged");
    }

    private static IEnumerable<Finding> Repairs(RestorationProblem problem, Plan plan, string file)
    {
        var asked = problem.Repairs.ToDictionary(r => r.Element);
        var crews = problem.Crews.ToDictionary(c => c.Name, StringComparer.Ordinal);
        var ends = plan.Repairs.GroupBy(r => r.Element).ToDictionary(g => g.Key, g => g.Max(r => r.End));
        for (var i = 0; i < plan.Repairs.Count; i++)
        {
            var planned = plan.Repairs[i];
            if (!asked.TryGetValue(planned.Element, out var repair))
                continue;
            if (!crews.TryGetValue(planned.Crew, out var crew))
                yield return Error(file, $"$.repairs[{i}].crew", planned.Crew, $"is no crew of the scenario");
            else if (repair.UnderWay is { } atWork && atWork != crew.Name)
                yield return Error(file, $"$.repairs[{i}].crew", planned.Crew, $"is not {SourceText.Excerpt(atWork)}, which has {repair.Element} under way");
            else if (!crew.CanDo(repair))
                yield return Error(file, $"$.repairs[{i}].crew", planned.Crew, $"lacks the skill {repair.Skill} that {repair.Element} needs");
            else if (repair.UnderWay is not null && Math.Abs(planned.Start) > HoursTolerance)
                yield return Error(file, $"$.repairs[{i}].start", planned.Start, $"must be 0: {repair.Element} is under way");
            else if (repair.UnderWay is null && planned.Start < crew.AvailableFrom - HoursTolerance)
                yield return Error(file, $"$.repairs[{i}].start", planned.Start, $"is before the crew is there, hour {crew.AvailableFrom}");
            if (!(planned.Start >= -HoursTolerance))
                yield return Error(file, $"$.repairs[{i}].start", planned.Start, $"must be 0 or more");
            if (planned.Start < repair.AvailableFrom - HoursTolerance)
                yield return Error(file, $"$.repairs[{i}].start", planned.Start, $"is before the equipment is there, hour {repair.AvailableFrom}");
            if (!(Math.Abs(planned.End - planned.Start - repair.Hours) <= HoursTolerance))
                yield return Error(file, $"$.repairs[{i}].end", planned.End, $"must be {repair.Hours} hours of work after the start at {planned.Start}");
            foreach (var before in repair.After.Where(e => ends.TryGetValue(e, out var end) && planned.Start < end - HoursTolerance))
                yield return Error(file, $"$.repairs[{i}].start", planned.Start, $"is before the end of {before} at {ends[before]}, which must come first");
        }
    }

    private static IEnumerable<Finding> Crews(RestorationProblem problem, Plan plan, string file)
    {
        var jobs = plan.Repairs.Select((repair, index) => (repair, index)).GroupBy(job => job.repair.Crew, StringComparer.Ordinal);
        var crews = problem.Crews.ToDictionary(c => c.Name, StringComparer.Ordinal);
        foreach (var job in jobs)
        {
            var crew = crews.GetValueOrDefault(job.Key);
            var inTime = job.OrderBy(j => j.repair.Start).ThenBy(j => j.repair.End).ToList();
            var (first, at) = inTime[0];
            var way = crew?.WayHours(first.Element) ?? 0;
            if (way > 0 && first.Start < crew!.AvailableFrom + way - HoursTolerance)
                yield return Error(
                    file,
                    $"$.repairs[{at}].start",
                    first.Start,
                    $"is too early for {SourceText.Excerpt(first.Crew)}, there from hour {crew.AvailableFrom} and {way} hours on the way");
            foreach (var (before, (next, i)) in inTime.Zip(inTime.Skip(1), (a, b) => (a.repair, b)))
            {
                var travel = problem.TravelHours(before.Element, next.Element);
                if (next.Start < Math.Max(before.End, crew?.AvailableFrom ?? 0) + travel - HoursTolerance)
                    yield return Error(
                        file,
                        $"$.repairs[{i}].start",
                        next.Start,
                        $"is too early for {SourceText.Excerpt(next.Crew)}, at work on {before.Element} until {before.End} and {travel} hours on the way");
            }
        }
    }
}

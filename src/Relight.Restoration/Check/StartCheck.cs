using System.Globalization;
using Relight.Grid.Import;
using static Relight.Restoration.PlanCheck;

namespace Relight.Restoration;

/// <summary>What is said to decide the start of each repair: its crew, its equipment, another repair, or nothing.</summary>
internal static class StartCheck
{
    /// <summary>Notes every cause that does not end when the repair starts.</summary>
    public static void Run(RestorationProblem problem, Plan plan, string file, List<Finding> findings)
    {
        var asked = problem.Repairs.ToDictionary(repair => repair.Element);
        var crews = problem.Crews.ToDictionary(crew => crew.Name, StringComparer.Ordinal);
        var ends = plan.Repairs.ToLookup(repair => repair.Element, repair => repair.End);
        foreach (var jobs in plan.Repairs.Index().GroupBy(repair => repair.Item.Crew, StringComparer.Ordinal))
        {
            if (!crews.TryGetValue(jobs.Key, out var crew))
                continue;
            PlannedRepair? before = null;
            foreach (var (index, repair) in jobs.OrderBy(repair => repair.Item.Start).ThenBy(repair => repair.Item.End))
            {
                if (repair.Reason is { } reason && asked.TryGetValue(repair.Element, out var work) && Wrong(reason, repair, work, crew, before) is { } rule)
                    findings.Add(Error(file, $"$.repairs[{index}].reason.cause", reason.Cause, $"{rule}"));
                before = repair;
            }
        }

        string? Wrong(RepairReason reason, PlannedRepair repair, Repair work, Crew crew, PlannedRepair? before)
        {
            var free = Math.Max(before?.End ?? 0, crew.AvailableFrom) + (before is null ? crew.WayHours(repair.Element) : problem.TravelHours(before.Element, repair.Element));
            return reason.Cause switch
            {
                StartCause.UnderWay => work.UnderWay is null ? "is not so: the scenario has no such repair under way" : null,
                StartCause.Crew when before is null || reason.After != before.Element => $"must name the repair that the crew comes from, {before?.Element.ToString() ?? "none"}, and not {reason.After?.ToString() ?? "none"}",
                StartCause.Crew or StartCause.Nothing => At(free) ? null : Text($"is not so: the crew could start at hour {free}"),
                StartCause.Equipment => At(work.AvailableFrom) ? null : Text($"is not so: the equipment is there at hour {work.AvailableFrom}"),
                _ => reason.After is { } after && work.After.Contains(after) && ends[after].Any(At) ? null
                    : Text($"must name a repair that has to come before and ends at hour {repair.Start}"),
            };

            static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

            bool At(double hour) => Math.Abs(hour - repair.Start) <= HoursTolerance;
        }
    }
}

using Relight.Grid;

namespace Relight.Restoration;

/// <summary>What one could have more of.</summary>
public enum OneMoreKind
{
    /// <summary>The equipment of a repair a day (24 h) earlier.</summary>
    DayEarlier,

    /// <summary>The equipment of a repair a week (168 h) earlier.</summary>
    WeekEarlier,

    /// <summary>One more unit at once: the equipment of a repair at hour 0.</summary>
    UnitAtOnce,

    /// <summary>One more crew, there at hour 0.</summary>
    Crew,

    /// <summary>The equipment of a repair at an hour that is asked for, which may be later than now.</summary>
    UnitAtHour,
}

/// <summary>A thing to have more of, and the problem as it would be.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Element">The repair whose equipment it is; null for a crew.</param>
/// <param name="Hour">Hour at which it would be there.</param>
/// <param name="HourNow">Hour at which that equipment is there as things are; null for a crew.</param>
/// <param name="Skills">Skills of the crew; empty for equipment.</param>
public sealed record OneMoreQuestion(OneMoreKind Kind, ElementId? Element, double Hour, double? HourNow, IReadOnlyList<string> Skills)
{
    /// <summary>Hours of work of the repair with it; null where they stay as they are.</summary>
    public double? RepairHours { get; init; }

    private const double HoursOfDay = 24;
    private const double HoursOfWeek = 168;
    private const string NameOfCrew = "One more";

    /// <summary>
    /// All questions of a problem: for each repair that waits for equipment a day, a week (where it waits longer than that)
    /// and at once; one more crew of each set of skills that a crew has.
    /// </summary>
    public static IReadOnlyList<OneMoreQuestion> All(RestorationProblem problem) =>
    [
        .. problem.Repairs.Where(r => r.AvailableFrom > 0).SelectMany(OfRepair),
        .. problem.Crews.Select(c => (IReadOnlyList<string>)[.. c.Skills.Order(StringComparer.Ordinal)])
            .DistinctBy(skills => string.Join('\n', skills))
            .Select(skills => new OneMoreQuestion(OneMoreKind.Crew, null, 0, null, skills)),
    ];

    /// <summary>The problem with it. The repairs are the same in the same order; a crew more comes last.</summary>
    public RestorationProblem Asked(RestorationProblem problem) => new(
        problem.Name,
        problem.Network,
        Element is null ? problem.Repairs : [.. problem.Repairs.Select(r => r.Element == Element ? r with { AvailableFrom = Hour, Hours = RepairHours ?? r.Hours } : r)],
        Kind == OneMoreKind.Crew ? [.. problem.Crews, new Crew { Name = FreeName(problem), Skills = Skills }] : problem.Crews,
        problem.Travel,
        problem.Weights,
        problem.People,
        problem.HorizonHours);

    private static IEnumerable<OneMoreQuestion> OfRepair(Repair repair)
    {
        foreach (var (kind, hours) in new[] { (OneMoreKind.DayEarlier, HoursOfDay), (OneMoreKind.WeekEarlier, HoursOfWeek) })
            if (repair.AvailableFrom > hours)
                yield return new OneMoreQuestion(kind, repair.Element, repair.AvailableFrom - hours, repair.AvailableFrom, []);
        yield return new OneMoreQuestion(OneMoreKind.UnitAtOnce, repair.Element, 0, repair.AvailableFrom, []);
    }

    private static string FreeName(RestorationProblem problem)
    {
        var name = NameOfCrew;
        while (problem.Crews.Any(c => c.Name == name))
            name += "'";
        return name;
    }
}

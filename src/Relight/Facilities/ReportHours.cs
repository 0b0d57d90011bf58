using Relight.Register;

namespace Relight.Facilities;

/// <summary>
/// Hours without grid in an area, from reports of outages there: of the people of an area so many are without electricity,
/// and that share of the day each facility there is taken to be. A report of an area says nothing of a facility in it: this
/// is what is left where no plan or bus is known.
/// </summary>
public sealed class ReportHours
{
    /// <summary>Days that a report is taken to hold after its time: by then something else has been reported, or nobody knows.</summary>
    public const int HoldsDays = 3;

    private readonly ILookup<string, OutageReport> _reports;
    private readonly IReadOnlyDictionary<string, long> _people;

    /// <summary>Takes the reports of electricity that no later one has replaced, the latest first.</summary>
    /// <param name="reports">Reports of an operation.</param>
    /// <param name="people">People who live in each area, by P-code; without them no share can be told.</param>
    public ReportHours(IReadOnlyCollection<OutageReport> reports, IReadOnlyDictionary<string, long> people)
    {
        var replaced = reports.Select(report => report.Supersedes).OfType<Id<OutageReport>>().ToHashSet();
        _people = people;
        _reports = reports
            .Where(report => report.Service == Service.Electricity && !replaced.Contains(report.Id))
            .OrderByDescending(report => report.From).ThenBy(report => report.Id)
            .ToLookup(report => report.Area.Code);
    }

    /// <summary>Hours without grid on a day; unspecified where no report holds, it gives no number, or the people of the area are not known.</summary>
    public Bounds On(AreaCode area, DateTimeOffset dayStart)
    {
        var report = _reports[area.Code].FirstOrDefault(report =>
            report.From < dayStart.AddDays(1) && report.Until >= dayStart.AddDays(-HoldsDays));
        if (report is not { People.IsSpecified: true } || !_people.TryGetValue(area.Code, out var all) || all <= 0)
            return Bounds.Unspecified;
        decimal Hours(decimal people) => Math.Round(Math.Min(1, people / all) * 24, 3);
        var (least, most) = (Hours(report.People.Lower), report.People.Upper is { } upper ? Hours(upper) : 24);
        return least == most ? Bounds.Exactly(least) : Bounds.Between(least, most);
    }
}

using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>How a report of an outage stands to what the grid model says.</summary>
public enum Agreement
{
    /// <summary>The model has nothing to compare it with.</summary>
    NotComparable,

    /// <summary>Both can be true.</summary>
    Agrees,

    /// <summary>The report tells of more people than the model.</summary>
    ReportsMore,

    /// <summary>The report tells of fewer people than the model.</summary>
    ReportsFewer,
}

/// <summary>What the grid model says beside a report. Of heat and water it knows facilities, not people.</summary>
/// <param name="People">People without power, least to most over the time of the report; null for heat and water.</param>
/// <param name="FacilitiesOut">Heat plants or water works that are not served in full; null for electricity.</param>
/// <param name="Facilities">Heat plants or water works in the area that the register knows; null for electricity.</param>
[View(Audience.Coordination)]
public sealed record ModelSays(Bounds? People, int? FacilitiesOut, int? Facilities);

/// <summary>An outage report with what the grid model says of the same area and time.</summary>
/// <param name="Id">Id of the report.</param>
/// <param name="Area">The area.</param>
/// <param name="Service">What people are without.</param>
/// <param name="People">How many people, by the source.</param>
/// <param name="From">First instant that the report is true of, UTC.</param>
/// <param name="Until">Last instant that the report is true of, UTC.</param>
/// <param name="Quote">The words that it rests on.</param>
/// <param name="Language">Their language.</param>
/// <param name="Publisher">Who published them.</param>
/// <param name="Address">Where.</param>
/// <param name="Note">What to beware of.</param>
/// <param name="SupersededBy">The later report that took its place; null for none.</param>
/// <param name="Model">What the grid model says; null where no plan reaches this area and time.</param>
/// <param name="Agreement">How the two stand to each other.</param>
[View(Audience.Coordination)]
public sealed record OutageInList(
    Id<OutageReport> Id,
    AreaCode Area,
    Service Service,
    Bounds People,
    DateTimeOffset From,
    DateTimeOffset Until,
    string Quote,
    Language Language,
    string Publisher,
    Uri Address,
    string? Note,
    Id<OutageReport>? SupersededBy,
    ModelSays? Model,
    Agreement Agreement);

/// <summary>Which outage reports are wanted.</summary>
/// <param name="Area">The area; null for any.</param>
/// <param name="Service">What people are without; null for any.</param>
public sealed record OutageFilter(AreaCode? Area = null, Service? Service = null);

/// <summary>The outage reports of an operation, latest first, beside what its latest plan says.</summary>
public static class OutageList
{
    /// <summary>A page of them.</summary>
    public static async Task<Page<OutageInList>> Read(
        RelightContext db, Id<Operation> operation, OutageFilter filter, Paging paging, CancellationToken cancel = default)
    {
        var rows = db.OutageReports.Where(row => row.Operation == operation);
        if (filter.Area is { Code: var code })
            rows = rows.Where(row => row.Area == code);
        if (filter.Service is { } service)
            rows = rows.Where(row => row.Service == service);
        var page = await Page<OutageReport>.Of(rows.OrderByDescending(row => row.From).ThenBy(row => row.Id), paging, row => row.Read(), cancel);
        return new Page<OutageInList>(await Views(db, operation, page.Items, cancel), page.Total, page.Number, page.Size);
    }

    /// <summary>Outage reports of an operation beside what its latest plan says.</summary>
    public static async Task<IReadOnlyList<OutageInList>> Views(
        RelightContext db, Id<Operation> operation, IReadOnlyList<OutageReport> reports, CancellationToken cancel = default)
    {
        var (ids, sourceIds) = (reports.Select(r => r.Id).ToList(), reports.Select(r => r.Source).ToList());
        var sources = (await db.Sources.AsNoTracking().Where(row => sourceIds.Contains(row.Id)).ToListAsync(cancel))
            .ToDictionary(row => row.Id, row => row.Read());
        var later = (await db.OutageReports.AsNoTracking().Where(row => row.Supersedes != null && ids.Contains(row.Supersedes.Value)).ToListAsync(cancel))
            .ToLookup(row => row.Supersedes!.Value, row => row.Id);
        var model = reports.Count > 0 && await ReadPlan.Latest(db, operation, cancel) is { } plan
            ? new AreaOutages(plan, await PowerNeeds(db, operation, reports, cancel))
            : null;
        return [.. reports.Select(report => View(report, sources[report.Source], later[report.Id].Order().Select(id => (Id<OutageReport>?)id).LastOrDefault(), model?.Of(report)))];
    }

    // Heat plants and water works are known by their needs for power; of electricity the plan tells all.
    private static async Task<IReadOnlyList<Need>> PowerNeeds(RelightContext db, Id<Operation> operation, IReadOnlyList<OutageReport> reports, CancellationToken cancel) =>
        reports.All(report => report.Service == Service.Electricity) ? []
            : [.. (await db.Needs.AsNoTracking().Where(row => row.Operation == operation && row.Kind == NeedKind.FacilityPower).ToListAsync(cancel)).Select(row => row.Read())];

    private static OutageInList View(OutageReport report, Source source, Id<OutageReport>? supersededBy, AreaOutage? model)
    {
        Bounds? people = model is not null && report.Service == Service.Electricity
            ? Bounds.Between(Whole(model.PeopleLeast), Whole(model.PeopleMost))
            : null;
        return new OutageInList(
            report.Id,
            report.Area,
            report.Service,
            report.People,
            report.From,
            report.Until,
            report.Quote,
            source.Language,
            source.Publisher,
            source.Address,
            report.Note,
            supersededBy,
            model is null ? null : report.Service == Service.Electricity
                ? new ModelSays(people, null, null)
                : new ModelSays(null, model.FacilitiesOut, model.Facilities),
            Compare(report.People, people));
    }

    private static Agreement Compare(Bounds reported, Bounds? model) => (reported.IsSpecified, model) switch
    {
        (true, { } says) when reported.Lower > says.Upper => Agreement.ReportsMore,
        (true, { } says) when reported.Upper < says.Lower => Agreement.ReportsFewer,
        (true, { }) => Agreement.Agrees,
        _ => Agreement.NotComparable,
    };

    private static decimal Whole(double people) => (decimal)Math.Round(people);
}

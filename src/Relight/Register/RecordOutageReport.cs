using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Enters what a source says of people without electricity, heat or water.</summary>
/// <param name="Report">What it says.</param>
public sealed record RecordOutageReport(OutageReport Report) : ICommand
{
    // No first-level area of a country at war has more people: a report that says so most likely counts the whole country.
    private const decimal ManyPeople = 10_000_000m;

    /// <summary>
    /// The source must be known and the quote stand in its text, the time be in order and not in the future, people be
    /// whole, and a report whose place it takes be one of the same area and service.
    /// </summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, RecordOutageReport command, Moment moment)
    {
        var report = command.Report;
        var checks = new Checks()
            .Require(!state.IdTaken, "report.id", report.Id, "is the id of another report")
            .Require(state.Source is not null, "report.source", report.Source, "must be a source of this operation")
            .Require(Enum.IsDefined(report.Service), "report.service", report.Service, "must be electricity, heat or water")
            .Text("report.quote", report.Quote, Checks.Paragraphs)
            .OptionalText("report.note", report.Note, Checks.Paragraphs)
            .Require(report.From <= report.Until, "report.until", report.Until, "must not be before the report begins to be true")
            .Require(report.Until <= moment.At, "report.until", report.Until, "must not lie in the future")
            .Require(IsWhole(report.People), "report.people", report.People, "must be whole people")
            .Warn(report.People.Lower >= ManyPeople, "report.people", report.People, "more people than an area has; the whole country may be meant");
        if (state.Source is { } source)
            checks.Require(source.Says(report.Quote), "report.quote", report.Quote, "must stand in the source's text")
                // A day more, for places that are ahead of UTC.
                .Warn(report.From - source.Retrieved > TimeSpan.FromDays(1), "report.from", report.From, $"it lies after the day on which the source was read ({source.Retrieved.UtcDateTime:yyyy-MM-dd})");
        if (report.Supersedes is { } earlier)
            checks
                .Require(state.Superseded is not null, "report.supersedes", earlier, "must be a report of this operation")
                .Require(state.Superseded is null || (state.Superseded.Area, state.Superseded.Service) == (report.Area, report.Service),
                    "report.supersedes", earlier, "must be of the same area and service");
        return checks.Or(() => new OutageReported(report));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var source = await db.Sources.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Report.Source && row.Operation == moment.Operation, cancel);
        var superseded = Report.Supersedes is { } earlier
            ? await db.OutageReports.AsNoTracking().FirstOrDefaultAsync(row => row.Id == earlier && row.Operation == moment.Operation, cancel)
            : null;
        return Decide(
            new State(await db.OutageReports.AnyAsync(row => row.Id == Report.Id, cancel), source?.Read(), superseded?.Read()), this, moment);
    }

    // The bounds of "about" follow from the number, a tenth to each side.
    private static bool IsWhole(Bounds people) => people.Qualifier == Qualifier.About
        ? decimal.IsInteger((people.Lower + people.Upper!.Value) / 2)
        : decimal.IsInteger(people.Lower) && decimal.IsInteger(people.Upper ?? 0);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether a report of this id is entered already.</param>
    /// <param name="Source">The source; null where there is none.</param>
    /// <param name="Superseded">The report whose place it takes; null for none.</param>
    public sealed record State(bool IdTaken, Source? Source, OutageReport? Superseded);
}

/// <summary>An outage report was entered.</summary>
/// <param name="Report">The report.</param>
public sealed record OutageReported(OutageReport Report) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.OutageReports.Add(new OutageReportRow { Id = Report.Id, Operation = moment.Operation }.With(Report));
        return Task.CompletedTask;
    }
}

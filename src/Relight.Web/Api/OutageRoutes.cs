using Relight.Access;
using Relight.Plans;
using Relight.Register;
using Relight.Storage;
using Field = Relight.Web.Api.ListField<Relight.Register.OutageReport, Relight.Storage.OutageReportRow, Relight.Plans.OutageInList>;

namespace Relight.Web.Api;

/// <summary>Reports of people without electricity, heat or water, beside what the grid model says.</summary>
internal static class OutageRoutes
{
    public static void Map(ApiRoutes routes) => routes.List("outage-reports", "outage reports", List).Command(Record).Command(Retract);

    /// <summary>An outage report to be entered.</summary>
    /// <param name="Source">The document that says it.</param>
    /// <param name="Area">The area.</param>
    /// <param name="Service">What people are without.</param>
    /// <param name="People">How many people, as the source qualifies it.</param>
    /// <param name="From">First instant that it is true of, UTC.</param>
    /// <param name="Until">Last instant that it is true of, UTC.</param>
    /// <param name="Quote">The words that it rests on; they stand in the source's text.</param>
    /// <param name="Supersedes">The earlier report whose place it takes.</param>
    /// <param name="Note">What to beware of.</param>
    /// <param name="Id">Its id; made from the Idempotency-Key where it is left out.</param>
    public sealed record OutageBody(
        Id<Source> Source, AreaCode Area, Service Service, Bounds People, DateTimeOffset From, DateTimeOffset Until, string Quote,
        Id<OutageReport>? Supersedes = null, string? Note = null, Id<OutageReport>? Id = null);

    private static Listing List { get; } = new Listing<OutageReport, OutageReportRow, OutageInList>("outage-reports", Audience.Coordination)
    {
        Views = (db, call, rows) => OutageList.Views(db, call.Operation, [.. rows.Select(row => row.Read())], call.Cancel),
        Fields =
        [
            Field.Instant("from", "#date+start", view => view.From) with { Column = RowOrder<OutageReport, OutageReportRow>.By(row => row.From) },
            Field.Instant("until", "#date+end", view => view.Until),
            Field.Choice("area", "#adm1+code", view => view.Area),
            Field.Choice("service", "#sector+type", view => view.Service),
            Field.Quantity("people", "#affected+people", view => [new Quantity(view.People, Unit.Person)]),
            Field.Choice("agreement", "#status+agreement", view => view.Agreement),
            Field.Text("quote", "#description+quote", view => view.Quote),
            Field.Text("note", "#description+note", view => view.Note ?? ""),
            Field.Text("publisher", "#meta+source+name", view => view.Publisher),
            Field.Text("address", "#meta+source+url", view => view.Address.AbsoluteUri),
            Field.Choice("supersededBy", "#meta+id+later", view => view.SupersededBy),
            Field.Choice("id", "#meta+id", view => view.Id),
        ],
    };

    private static CommandRoute<OutageBody> Record { get; } = new("POST", "outage-reports", Audience.Coordination, "report", "Enters what a source says of people without electricity, heat or water")
    {
        Makes = true,
        Make = (_, body, key) =>
        {
            var id = body.Id ?? Id<OutageReport>.Named($"{key}");
            return Wanted.Of(
                new RecordOutageReport(new OutageReport
                {
                    Id = id,
                    Source = body.Source,
                    Area = body.Area,
                    Service = body.Service,
                    People = body.People,
                    From = body.From,
                    Until = body.Until,
                    Quote = body.Quote,
                    Supersedes = body.Supersedes,
                    Note = body.Note,
                }),
                $"outage-reports/{id}");
        },
    };

    private static CommandRoute<LinkRoutes.ReasonBody> Retract { get; } = new("POST", "outage-reports/{id}/retraction", Audience.Coordination, "report", "Takes back an outage report that was entered wrongly")
    {
        Make = (call, body, _) => call.IdOf<OutageReport>() is { } id ? Wanted.Of(new RetractOutageReport(id, body.Why), $"outage-reports/{id}") : Wanted.No(Problem.NotFound),
    };
}

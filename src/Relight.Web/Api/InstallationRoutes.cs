using Relight.Access;
using Relight.Deliveries;
using Relight.Register;
using Relight.Storage;
using Field = Relight.Web.Api.ListField<Relight.Deliveries.Installation, Relight.Storage.InstallationRow, Relight.Deliveries.InstallationForCoordination>;

namespace Relight.Web.Api;

/// <summary>Received units on their way into service.</summary>
internal static class InstallationRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .List("installations", "installations", List)
        .Command(Begin)
        .Command(Complete)
        .Command(Hold)
        .Command(MissPart)
        .Command(PutIntoService);

    /// <summary>Units that are to be installed.</summary>
    /// <param name="Consignment">The consignment that they came in.</param>
    /// <param name="Line">Its line, from 1.</param>
    /// <param name="Units">How many whole units; left out where the line carries an amount.</param>
    /// <param name="At">When it was begun; left out for now.</param>
    /// <param name="Id">Id of the installation; made from the Idempotency-Key where it is left out.</param>
    /// <param name="Amount">How much, an exact amount, where the line carries one.</param>
    public sealed record InstallationBody(Id<Consignment> Consignment, int Line, int Units = 0, DateTimeOffset? At = null, Id<Installation>? Id = null, Quantity? Amount = null);

    /// <summary>A step that was done.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="At">When it was done.</param>
    /// <param name="Note">What is worth knowing.</param>
    public sealed record StepBody(InstallationStep Step, DateTimeOffset At, string? Note = null);

    /// <summary>Why an installation stands still.</summary>
    /// <param name="Reason">The reason.</param>
    /// <param name="Why">The reason in words.</param>
    /// <param name="Since">Since when; left out for now.</param>
    public sealed record HoldBody(HoldReason Reason, string Why, DateTimeOffset? Since = null);

    /// <summary>A part that is missing.</summary>
    /// <param name="Part">What is missing.</param>
    /// <param name="Kind">What kind of item it is.</param>
    /// <param name="Pieces">How many.</param>
    /// <param name="Need">Id of the need that it becomes; made from the Idempotency-Key where it is left out.</param>
    public sealed record PartBody(string Part, ItemKind Kind, int Pieces, Id<Need>? Need = null);

    private static Listing List { get; } = new Listing<Installation, InstallationRow, InstallationForCoordination>("installations", Audience.Coordination)
    {
        Views = (db, call, rows) => InstallationList.ForCoordination(db, call.Operation, rows, call.Cancel),
        Version = row => row.Version,
        Fields =
        [
            Field.Choice("id", "#meta+id", view => view.Id) with { Column = RowOrder<Installation, InstallationRow>.By(row => row.Id) },
            Field.Instant("begun", "#date+start", view => view.BegunAt),
            Field.Text("offer", "#item+name", view => view.OfferTitle),
            Field.Text("need", "#indicator+need+name", view => view.NeedTitle),
            Field.Choice("oblast", "#adm1+code", view => view.Oblast),
            Field.Number("units", "#item+units", "pcs", view => view.Units),
            Field.Text("amount", "#item+amount", view => view.Amount?.ToString()),
            Field.Choice("next", "#status+next", view => view.Next),
            Field.Choice("held", "#status+held", view => view.Hold?.Reason),
            Field.Day("inService", "#date+inservice", view => view.InServiceAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null),
            Field.Number("version", "#meta+version", "", view => view.Version),
        ],
    };

    private static CommandRoute<InstallationBody> Begin { get; } = new("POST", "installations", Audience.Coordination, "installation", "Begins to bring received units into service, or to hand over an amount of goods")
    {
        Makes = true,
        Make = (_, body, key) => (body.Id ?? Id<Installation>.Named($"{key}")) is var id
            ? Wanted.Of(new BeginInstallation(id, body.Consignment, body.Line, body.Units, body.At, body.Amount), $"installations/{id}", 1)
            : Wanted.No(Problem.NotFound),
    };

    private static CommandRoute<StepBody> Complete { get; } = Of<StepBody>(
        "steps", "Says that a step is done; what held the installation up holds it no longer", (id, seen, body, _) => new CompleteStep(id, seen, body.Step, body.At, body.Note));

    private static CommandRoute<HoldBody> Hold { get; } = Of<HoldBody>(
        "hold", "Says why an installation stands still", (id, seen, body, _) => new HoldInstallation(id, seen, body.Reason, body.Why, body.Since));

    private static CommandRoute<PartBody> MissPart { get; } = Of<PartBody>(
        "missing-parts", "Says that a part is missing, which becomes a need of its own", (id, seen, body, key) =>
            new ReportMissingPart(id, seen, body.Need ?? Id<Need>.Named($"{key}"), body.Part, body.Kind, body.Pieces));

    private static CommandRoute<ConsignmentRoutes.InstantBody> PutIntoService { get; } = Of<ConsignmentRoutes.InstantBody>(
        "in-service", "Says at which hour the units were energised, or first used", (id, seen, body, _) => new PutIntoService(id, seen, body.At));

    private static CommandRoute<TBody> Of<TBody>(string path, string says, Func<Id<Installation>, int, TBody, Guid, Ledger.ICommand> command)
        where TBody : class => new("POST", $"installations/{{id}}/{path}", Audience.Coordination, "installation", says)
        {
            NeedsVersion = true,
            Make = (call, body, key) => call.IdOf<Installation>() is { } id && call.SeenVersion() is { } seen
                ? Wanted.Of(command(id, seen, body, key), $"installations/{id}", seen + 1)
                : Wanted.No(Problem.NotFound),
        };
}

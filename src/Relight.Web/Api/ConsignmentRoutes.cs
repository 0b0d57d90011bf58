using Relight.Access;
using Relight.Deliveries;
using Relight.Register;
using Relight.Storage;
using Field = Relight.Web.Api.ListField<Relight.Deliveries.Consignment, Relight.Storage.ConsignmentRow, Relight.Deliveries.ConsignmentForCoordination>;
using ForDonor = Relight.Web.Api.ListField<Relight.Deliveries.Consignment, Relight.Storage.ConsignmentRow, Relight.Deliveries.ConsignmentForDonor>;

namespace Relight.Web.Api;

/// <summary>Goods on their way.</summary>
internal static class ConsignmentRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .List("consignments", "consignments", OwnList, List)
        .Command(Plan)
        .Command(Cancel)
        .Command(Dispatch)
        .Command(Depart)
        .Command(Arrive)
        .Command(Expect)
        .Command(RecordPapers)
        .Command(Label)
        .Command(Receive)
        .Command(Settle)
        .Read<LabelsForCoordination>("consignments/{id}/labels", Audience.Coordination, "What stands on the labels of a consignment, with the key that opens the page of its receipt", Labels)
        .Read<IReadOnlyList<DelayedRepair>>("consignments/{id}/delays", Audience.Coordination, "Repairs of the latest plan that cannot begin when it has them begin, because the consignment comes later", Delays)
        .Read<IReadOnlyList<AgeingLine>>("ageing", Audience.Coordination, "Units that are not in service, the longest at their stage first: where they stand, for how long, and why", Ageing)
        .File("photos/{id}", Audience.Donor, "A photo of goods that came damaged or were refused; donors see those of their own", PhotoType, Photo);

    private const string PhotoType = "image/jpeg";

    /// <summary>A consignment as it is to be planned.</summary>
    /// <param name="Title">Short name that gives no site away.</param>
    /// <param name="Lines">What travels.</param>
    /// <param name="Legs">Its way.</param>
    /// <param name="FromStock">Whether its units come out of the stock of the hub where it begins.</param>
    /// <param name="Id">Its id; made from the Idempotency-Key where it is left out.</param>
    public sealed record ConsignmentBody(string Title, IReadOnlyList<ConsignmentLine> Lines, IReadOnlyList<PlannedLeg> Legs, bool FromStock = false, Id<Consignment>? Id = null);

    /// <summary>An instant at which something happened.</summary>
    /// <param name="At">When.</param>
    public sealed record InstantBody(DateTimeOffset At);

    /// <summary>When a leg began or ended.</summary>
    /// <param name="Leg">Number of the leg, from 1.</param>
    /// <param name="At">When.</param>
    public sealed record LegBody(int Leg, DateTimeOffset At);

    /// <summary>When a leg is to begin and end.</summary>
    /// <param name="Leg">Number of the leg, from 1.</param>
    /// <param name="Departure">When it is to begin.</param>
    /// <param name="Arrival">When it is to end.</param>
    /// <param name="Why">The reason.</param>
    public sealed record LegTimesBody(int Leg, DateTimeOffset Departure, DateTimeOffset Arrival, string Why);

    /// <summary>Papers of a leg that changed or came to be needed.</summary>
    /// <param name="Leg">Number of the leg, from 1.</param>
    /// <param name="Papers">The papers.</param>
    public sealed record PapersBody(int Leg, IReadOnlyList<Paper> Papers);

    /// <summary>How many packages each line has.</summary>
    /// <param name="Packages">A number for each line, in order.</param>
    /// <param name="Prefix">Company prefix of GS1; left out for the one that the host is set to.</param>
    public sealed record LabelsBody(IReadOnlyList<int> Packages, string? Prefix = null);

    /// <summary>What a receiver found.</summary>
    /// <param name="SeenReceipts">How many receipts of the consignment the receiver saw.</param>
    /// <param name="Receiver">Name of who receives.</param>
    /// <param name="Lines">What was found; photos are JPEG, PNG or WebP in base 64.</param>
    /// <param name="At">When it was received; left out for now.</param>
    public sealed record ReceiptBody(int SeenReceipts, string Receiver, IReadOnlyList<ReceivedLine> Lines, DateTimeOffset? At = null);

    /// <summary>What became of goods that were short, damaged or refused.</summary>
    /// <param name="Line">Number of the line, from 1.</param>
    /// <param name="Kind">How they were lost.</param>
    /// <param name="Much">How much of the line, in its measure.</param>
    /// <param name="Outcome">What became of it.</param>
    /// <param name="Why">How, in words.</param>
    /// <param name="At">When; left out for now.</param>
    public sealed record LossBody(int Line, LossKind Kind, decimal Much, LossOutcome Outcome, string Why, DateTimeOffset? At = null);

    private static Listing OwnList { get; } = new Listing<Consignment, ConsignmentRow, ConsignmentForDonor>("consignments", Audience.Donor)
    {
        Rows = (db, call) => ConsignmentList.OfDonor(db, call.Operation, call.Reader.Organisation),
        Views = (db, call, rows) => ConsignmentList.ForDonor(db, call.Operation, call.Reader.Organisation, rows, call.Cancel),
        Fields =
        [
            ForDonor.Instant("arrival", "#date+arrival", view => view.Arrival) with { Column = RowOrder<Consignment, ConsignmentRow>.By(row => row.Arrival) },
            ForDonor.Choice("state", "#status", view => view.State),
            ForDonor.Text("offer", "#item+name", view => view.Lines.Select(line => line.OfferTitle)),
            ForDonor.Number("delay", "#date+delay+hours", "", view => (decimal)view.DelayHours),
            ForDonor.Choice("id", "#meta+id", view => view.Id),
        ],
    };

    private static Listing List { get; } = new Listing<Consignment, ConsignmentRow, ConsignmentForCoordination>("consignments", Audience.Coordination)
    {
        Views = (db, call, rows) => ConsignmentList.ForCoordination(db, call.Operation, rows, call.Cancel),
        Version = row => row.Version,
        Fields =
        [
            Field.Instant("arrival", "#date+arrival", view => view.Arrival) with { Column = RowOrder<Consignment, ConsignmentRow>.By(row => row.Arrival) },
            Field.Text("title", "#activity+name", view => view.Title),
            Field.Choice("state", "#status", view => view.State),
            Field.Text("offer", "#item+name", view => view.Lines.Select(line => line.Own.OfferTitle)),
            Field.Text("donor", "#org+funding", view => view.Lines.Select(line => line.Donor)),
            Field.Text("hub", "#loc+hub+name", view => view.Hub),
            Field.Choices("oblast", "#adm1+code", view => view.Lines.Select(line => line.Oblast).OfType<AreaCode>()),
            Field.Number("delay", "#date+delay+hours", "", view => (decimal)view.DelayHours),
            Field.Number("version", "#meta+version", "", view => view.Version),
            Field.Choice("id", "#meta+id", view => view.Id),
        ],
    };

    private static CommandRoute<ConsignmentBody> Plan { get; } = new("POST", "consignments", Audience.Coordination, "consignment", "Plans a consignment: what travels together, by which legs, when")
    {
        Makes = true,
        Make = (_, body, key) => (body.Id ?? Id<Consignment>.Named($"{key}")) is var id
            ? Wanted.Of(new PlanConsignment(id, body.Title, body.Lines, body.FromStock, body.Legs), $"consignments/{id}", 1)
            : Wanted.No(Problem.NotFound),
    };

    private static CommandRoute<LinkRoutes.ReasonBody> Cancel { get; } = Of<LinkRoutes.ReasonBody>(
        "cancellation", "Calls a consignment off that has not left", (id, seen, body, _) => new CancelConsignment(id, seen, body.Why));

    private static CommandRoute<InstantBody> Dispatch { get; } = Of<InstantBody>(
        "dispatch", "Lets a consignment leave; what lies in stock comes out of it", (id, seen, body, _) => new DispatchConsignment(id, seen, body.At));

    private static CommandRoute<LegBody> Depart { get; } = Of<LegBody>(
        "departures", "Says when a leg after the first began", (id, seen, body, _) => new RecordLegDeparture(id, seen, body.Leg, body.At));

    private static CommandRoute<LegBody> Arrive { get; } = Of<LegBody>(
        "arrivals", "Says when a leg ended", (id, seen, body, _) => new RecordLegArrival(id, seen, body.Leg, body.At));

    private static CommandRoute<LegTimesBody> Expect { get; } = Of<LegTimesBody>(
        "times", "Expects a leg at other times; legs after it are moved on as far as they must", (id, seen, body, _) => new ExpectLeg(id, seen, body.Leg, body.Departure, body.Arrival, body.Why));

    private static CommandRoute<PapersBody> RecordPapers { get; } = Of<PapersBody>(
        "papers", "Says which papers of a leg are there", (id, seen, body, _) => new RecordPapers(id, seen, body.Leg, body.Papers));

    private static CommandRoute<LabelsBody> Label { get; } = Of<LabelsBody>(
        "labels", "Numbers the packages of a consignment, so that their labels can be printed", (id, seen, body, call) => new LabelPackages(
            id, seen, body.Prefix ?? call.Context.RequestServices.GetRequiredService<WebOptions>().CompanyPrefix, body.Packages));

    private static CommandRoute<ReceiptBody> Receive { get; } = new("POST", "consignments/{id}/receipts", Audience.Coordination, "receipt", "Receives a consignment, or a part of it")
    {
        Make = (call, body, _) => call.IdOf<Consignment>() is { } id
            ? Wanted.Of(new ReceiveConsignment(id, body.SeenReceipts, body.Receiver, body.At, body.Lines), $"consignments/{id}")
            : Wanted.No(Problem.NotFound),
    };

    private static CommandRoute<LossBody> Settle { get; } = Of<LossBody>(
        "losses", "Tells what became of goods that were short, damaged or refused", (id, seen, body, _) => new SettleLoss(id, seen, body.Line, body.Kind, body.Much, body.Outcome, body.Why, body.At));

    private static CommandRoute<TBody> Of<TBody>(string path, string says, Func<Id<Consignment>, int, TBody, Call, Ledger.ICommand> command)
        where TBody : class => new("POST", $"consignments/{{id}}/{path}", Audience.Coordination, "consignment", says)
        {
            NeedsVersion = true,
            Make = (call, body, _) => call.IdOf<Consignment>() is { } id && call.SeenVersion() is { } seen
                ? Wanted.Of(command(id, seen, body, call), $"consignments/{id}", seen + 1)
                : Wanted.No(Problem.NotFound),
        };

    private static async Task<IResult> Labels(Call call)
    {
        await using var db = call.Database.Open();
        return call.IdOf<Consignment>() is { } id && await ConsignmentList.Labels(db, call.Operation, id, call.Cancel) is { } labels
            ? Results.Json(labels, ApiJson.Options)
            : Problem.NotFound;
    }

    private static async Task<IResult> Delays(Call call)
    {
        await using var db = call.Database.Open();
        return call.IdOf<Consignment>() is { } id ? Results.Json(await Lateness.Read(db, call.Operation, id, call.Cancel), ApiJson.Options) : Problem.NotFound;
    }

    private static async Task<IResult> Ageing(Call call)
    {
        await using var db = call.Database.Open();
        return Results.Json(await Relight.Deliveries.Ageing.Read(db, call.Operation, call.Time.GetUtcNow(), call.Cancel), ApiJson.Options);
    }

    private static async Task<IResult> Photo(Call call)
    {
        await using var db = call.Database.Open();
        return call.IdOf<Photo>() is { } id && await ConsignmentList.PhotoOf(db, call.Operation, id, call.Cancel) is { } photo
            && (call.Reader.May(Audience.Coordination) || (photo.Donor is { } donor && donor == call.Reader.Organisation))
            ? Results.Bytes(photo.Jpeg, PhotoType)
            : Problem.NotFound;
    }
}

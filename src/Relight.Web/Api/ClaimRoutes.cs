using Relight.Access;
using Relight.Register;
using Relight.Storage;
using Field = Relight.Web.Api.ListField<Relight.Register.Claim, Relight.Storage.ClaimRow, Relight.Register.ClaimInList>;
using Order = Relight.Storage.RowOrder<Relight.Register.Claim, Relight.Storage.ClaimRow>;

namespace Relight.Web.Api;

/// <summary>What sources say.</summary>
internal static class ClaimRoutes
{
    public static void Map(ApiRoutes routes) => routes.List("claims", "claims", List).Command(Record).Command(Retract);

    /// <summary>A claim to be entered.</summary>
    /// <param name="Source">The document that says it.</param>
    /// <param name="Donors">Who gives, alone or jointly.</param>
    /// <param name="Item">What is given.</param>
    /// <param name="Stage">How far it has come: a stage of money where the item is money, else of goods.</param>
    /// <param name="Date">When that was, as surely as the source says it.</param>
    /// <param name="Quote">The words that it rests on; they stand in the source's text.</param>
    /// <param name="Recipient">To whom; left out where the source does not say.</param>
    /// <param name="Quantity">How much of it; left out for money.</param>
    /// <param name="Value">The money given, or what the goods are worth.</param>
    /// <param name="Channel">The channel that the help takes.</param>
    /// <param name="Note">What to beware of.</param>
    /// <param name="Id">Its id; made from the Idempotency-Key where it is left out.</param>
    public sealed record ClaimBody(
        Id<Source> Source,
        IReadOnlyList<Id<Organisation>> Donors,
        Item Item,
        Stage Stage,
        ReportedDate Date,
        string Quote,
        Id<Organisation>? Recipient = null,
        Quantity? Quantity = null,
        Money? Value = null,
        string? Channel = null,
        string? Note = null,
        Id<Claim>? Id = null);

    // What a claim says in its own words begins with any word, an address with that of its publisher, and an id with
    // nothing that means something: no one reads a million claims in such an order, and none is kept for it.
    private static Listing List { get; } = new Listing<Claim, ClaimRow, ClaimInList>("claims", Audience.Coordination)
    {
        Views = (db, call, rows) => ClaimList.InList(db, call.Operation, [.. rows.Select(row => row.Id)], call.Cancel),
        Search = (_, call, conditions, order, descending) => call.Context.RequestServices.GetRequiredService<KeptLists>().Claims(call.Operation, conditions, order, descending),
        DetailType = typeof(ClaimDetail),
        Detail = async (db, call, id) => await ClaimList.ReadOne(db, call.Operation, id, call.Cancel),
        Fields =
        [
            Field.Reported("date", "#date+reported", view => view.Claim.Date) with
            {
                Column = Order.By(row => row.Date),
                Where = (_, _, words) => DayCondition.Read(words) is var (first, last) ? ClaimSearch.Days(first, last) : null,
            },
            Field.Text("donor", "#org+funding+list", view => view.Claim.Donors) with
            {
                Column = Order.By(row => row.DonorNames),
                Where = (_, _, words) => ClaimSearch.Donor(words),
            },
            Field.Choice("item", "#item+type", view => view.Claim.Item.Kind) with
            {
                Column = Order.By(row => row.Item),
                Where = (_, _, words) => ListWords.Members<ItemKind>(words) is { } kinds ? ClaimSearch.Item(kinds) : null,
            },
            Field.Text("description", "#item+name", view => view.Claim.Item.Description) with { Sorts = false, Where = (_, _, words) => ClaimSearch.Description(words) },
            Field.Quantity("quantity", "#item+quantity", view => view.Claim.Quantity is { } quantity ? [quantity] : []) with
            {
                Column = Order.By(row => row.Lower),
                Where = (_, _, words) => ListWords.Quantity(words) is { } range ? ClaimSearch.Quantity(range) : null,
            },
            Field.Money("value", "#value", view => view.Claim.Value is { } value ? [value] : []) with
            {
                Column = Order.By(row => row.ValueLower),
                Where = (_, _, words) => ListWords.Money(words) is { } range ? ClaimSearch.Value(range) : null,
            },
            Field.Choice("stage", "#status+code", view => view.Claim.Stage) with
            {
                Column = Order.By(row => row.Step),
                Where = (_, _, words) => ListWords.Stages(words) is { } stages ? ClaimSearch.Stage(stages) : null,
            },
            Field.Text("quote", "#description+quote", view => view.Claim.Quote) with { Sorts = false, Where = (_, _, words) => ClaimSearch.Quote(words) },
            Field.Choice("language", "#meta+language+code", view => view.Claim.Language) with
            {
                Column = Order.By(row => row.Language),
                Where = (_, _, words) => ClaimSearch.Language(words.Split(',', StringSplitOptions.TrimEntries)),
            },
            Field.Text("publisher", "#meta+source+name", view => view.Claim.Publisher) with
            {
                Column = Order.By(row => row.Publisher),
                Where = (_, _, words) => ClaimSearch.Publisher(words),
            },
            Field.Text("address", "#meta+source+url", view => view.Claim.Address.AbsoluteUri) with { Sorts = false, Where = (_, _, words) => ClaimSearch.Address(words) },
            Field.Choice("contribution", "#activity+id", view => view.Contribution) with
            {
                Sorts = false,
                Where = (_, _, words) => ListWords.Ids<Contribution>(words) is { } ids ? ClaimSearch.AdoptedInto(ids) : null,
            },
            Field.Choice("id", "#meta+id", view => view.Claim.Id) with
            {
                Column = Order.By(row => row.Id),
                Where = (_, _, words) => ListWords.Ids<Claim>(words) is { } ids ? ClaimSearch.Ids(ids) : null,
            },
        ],
    };

    private static CommandRoute<ClaimBody> Record { get; } = new("POST", "claims", Audience.Coordination, "claim", "Enters what a source says")
    {
        Makes = true,
        Make = (_, body, key) =>
        {
            var claim = new Claim
            {
                Id = body.Id ?? Id<Claim>.Named($"{key}"),
                Source = body.Source,
                Donors = GivenDonors.Of(body.Donors),
                Recipient = body.Recipient,
                Item = body.Item,
                Quantity = body.Quantity,
                Value = body.Value,
                Stage = body.Stage,
                Date = body.Date,
                Quote = body.Quote,
                Channel = body.Channel,
                Note = body.Note,
            };
            return Wanted.Of(new RecordClaim(claim), $"claims/{claim.Id}", faults: GivenDonors.Faults(body.Donors));
        },
    };

    private static CommandRoute<LinkRoutes.ReasonBody> Retract { get; } = new("POST", "claims/{id}/retraction", Audience.Coordination, "claim", "Takes back a claim that was entered wrongly")
    {
        Make = (call, body, _) => call.IdOf<Claim>() is { } id ? Wanted.Of(new RetractClaim(id, body.Why), $"claims/{id}") : Wanted.No(Problem.NotFound),
    };
}

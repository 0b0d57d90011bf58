using Relight.Access;
using Relight.Register;
using Relight.Storage;
using Field = Relight.Web.Api.ListField<Relight.Register.Offer, Relight.Storage.OfferRow, Relight.Register.OfferForCoordination>;
using ForDonor = Relight.Web.Api.ListField<Relight.Register.Offer, Relight.Storage.OfferRow, Relight.Register.OwnOffer>;
using Order = Relight.Storage.RowOrder<Relight.Register.Offer, Relight.Storage.OfferRow>;
using Where = System.Func<Relight.Storage.RelightContext, Relight.Web.Api.Call, string, Relight.Storage.RowCondition<Relight.Storage.OfferRow>?>;

namespace Relight.Web.Api;

/// <summary>What is available.</summary>
internal static class OfferRoutes
{
    public static void Map(ApiRoutes routes) => routes.List("offers", "offers", OwnList, List).Command(Record).Command(Change).Command(Withdraw);

    /// <summary>An offer as it is to be.</summary>
    /// <param name="Title">Short name.</param>
    /// <param name="Donor">Who offers it.</param>
    /// <param name="Specification">Technical data of a unit.</param>
    /// <param name="Units">How many units; 1 to 1,000,000.</param>
    /// <param name="Condition">The state they are in.</param>
    /// <param name="Contribution">The contribution that it is a part of; left out where it is not tied to one yet.</param>
    /// <param name="AvailableFrom">When they can leave.</param>
    /// <param name="Place">Where they stand.</param>
    /// <param name="DispatchCountry">Country that they leave from.</param>
    /// <param name="Arrival">When they are expected where they are needed.</param>
    /// <param name="Earmark">Whom and what its donor has bound it to.</param>
    /// <param name="Conditions">What else its donor asks for.</param>
    /// <param name="Id">Its id, for a new one; made from the Idempotency-Key where it is left out.</param>
    public sealed record OfferBody(
        string Title,
        Id<Organisation> Donor,
        Specification Specification,
        int Units,
        UnitCondition Condition = UnitCondition.Unknown,
        Id<Contribution>? Contribution = null,
        ReportedDate? AvailableFrom = null,
        string? Place = null,
        Country? DispatchCountry = null,
        ReportedDate? Arrival = null,
        Earmark? Earmark = null,
        IReadOnlyList<string>? Conditions = null,
        Id<Offer>? Id = null);

    // A condition of donors on their own offers and one of coordinators on all of them ask the same columns.
    private static Where IsTitle { get; } = (db, call, words) => OfferSearch.Title(db, call.Operation, words);

    private static Where IsDonor { get; } = (db, call, words) => OfferSearch.Donor(db, call.Operation, words);

    private static Where IsCondition { get; } = (_, _, words) => ListWords.Members<UnitCondition>(words) is { } conditions ? OfferSearch.Condition(conditions) : null;

    private static Where IsOrigin { get; } = (_, _, words) => OfferSearch.Origin(ListWords.Codes(words));

    private static Where IsDispatch { get; } = (_, _, words) => OfferSearch.Dispatch(ListWords.Codes(words));

    private static Where IsPlace { get; } = (db, call, words) => OfferSearch.Place(db, call.Operation, words);

    private static Where IsAvailable { get; } = (_, _, words) => DayCondition.Read(words) is var (first, last) ? OfferSearch.Available(first, last) : null;

    private static Where IsArrival { get; } = (_, _, words) => DayCondition.Read(words) is var (first, last) ? OfferSearch.Arrival(first, last) : null;

    private static Where IsItem { get; } = (_, _, words) => ListWords.Members<ItemKind>(words) is { } kinds ? OfferSearch.Item(kinds) : null;

    private static Where IsContribution { get; } = (_, _, words) => ListWords.Ids<Contribution>(words) is { } ids ? OfferSearch.Contribution(ids) : null;

    private static Where IsId { get; } = (_, _, words) => ListWords.Ids<Offer>(words) is { } ids ? OfferSearch.Ids(ids) : null;

    private static Where IsNumber(string unit, Func<double, double, RowCondition<OfferRow>> within) =>
        (_, _, words) => ListWords.Number(words, unit) is { } range ? within(range.Low, range.High) : null;

    private static Listing OwnList { get; } = new Listing<Offer, OfferRow, OwnOffer>("offers", Audience.Donor)
    {
        Rows = (db, call) => OwnGifts.Offers(db, call.Operation, call.Reader.Organisation),
        Views = (_, _, rows) => Task.FromResult<IReadOnlyList<OwnOffer>>([.. rows.Select(OwnGifts.View)]),
        Fields =
        [
            ForDonor.Text("title", "#item+name", view => view.Title) with { Column = Order.By(row => row.Title), Where = IsTitle },
            ForDonor.Choice("item", "#item+type", view => view.Specification.Item) with { Column = Order.By(row => row.Item), Where = IsItem },
            ForDonor.Number("voltage", "#capacity+voltage+high+kv", "kV", view => SpecificationNumbers.Kilovolts(view.Specification)) with { Column = Order.By(row => row.Kilovolts), Where = IsNumber("kV", OfferSearch.Kilovolts) },
            ForDonor.Number("power", "#capacity+power+mva", "MVA", view => SpecificationNumbers.Megavoltamperes(view.Specification)) with { Column = Order.By(row => row.Megavoltamperes), Where = IsNumber("MVA", OfferSearch.Megavoltamperes) },
            ForDonor.Number("units", "#item+units", "pcs", view => view.Units) with { Column = Order.By(row => row.Units), Where = IsNumber("pcs", OfferSearch.Units) },
            ForDonor.Choice("condition", "#item+condition", view => view.Condition) with { Column = Order.By(row => row.Condition), Where = IsCondition },
            ForDonor.Reported("arrival", "#date+arrival", view => view.Arrival) with { Column = Order.By(row => row.ArrivalEarliest), Where = IsArrival },
            ForDonor.Choice("id", "#meta+id", view => view.Id) with { Column = Order.By(row => row.Id), Where = IsId },
        ],
    };

    private static Listing List { get; } = new Listing<Offer, OfferRow, OfferForCoordination>("offers", Audience.Coordination)
    {
        Views = (db, call, rows) => OfferList.ForCoordination(db, call.Operation, rows, call.Cancel),
        Version = row => row.Version,
        Fields =
        [
            Field.Text("title", "#item+name", view => view.Title) with { Column = Order.By(row => row.Title), Where = IsTitle },
            Field.Choice("item", "#item+type", view => view.Specification.Item) with { Column = Order.By(row => row.Item), Where = IsItem },
            Field.Text("donor", "#org+funding", view => view.Donor) with { Column = Order.By(row => row.DonorWords), Where = IsDonor },
            Field.Number("voltage", "#capacity+voltage+high+kv", "kV", view => SpecificationNumbers.Kilovolts(view.Specification)) with { Column = Order.By(row => row.Kilovolts), Where = IsNumber("kV", OfferSearch.Kilovolts) },
            Field.Number("low", "#capacity+voltage+low+kv", "kV", view => SpecificationNumbers.LowKilovolts(view.Specification)) with { Column = Order.By(row => row.LowKilovolts), Where = IsNumber("kV", OfferSearch.LowKilovolts) },
            Field.Number("power", "#capacity+power+mva", "MVA", view => SpecificationNumbers.Megavoltamperes(view.Specification)) with { Column = Order.By(row => row.Megavoltamperes), Where = IsNumber("MVA", OfferSearch.Megavoltamperes) },
            Field.Number("active", "#capacity+power+mw", "MW", view => SpecificationNumbers.Megawatts(view.Specification)) with { Column = Order.By(row => row.Megawatts), Where = IsNumber("MW", OfferSearch.Megawatts) },
            Field.Number("mass", "#capacity+mass+t", "t", view => view.Specification.TransportTonnes) with { Column = Order.By(row => row.Tonnes), Where = IsNumber("t", OfferSearch.Tonnes) },
            Field.Number("units", "#item+units", "pcs", view => view.Units) with { Column = Order.By(row => row.Units), Where = IsNumber("pcs", OfferSearch.Units) },
            Field.Choice("condition", "#item+condition", view => view.Condition) with { Column = Order.By(row => row.Condition), Where = IsCondition },
            Field.Choice("origin", "#country+origin+code", view => view.Specification.Origin) with { Column = Order.ByOptional(row => row.Origin), Where = IsOrigin },
            Field.Choice("dispatch", "#country+dispatch+code", view => view.DispatchCountry) with { Column = Order.ByOptional(row => row.Dispatch), Where = IsDispatch },
            Field.Text("place", "#loc+name", view => view.Place) with { Column = Order.ByOptional(row => row.Place), Where = IsPlace },
            Field.Reported("available", "#date+start", view => view.AvailableFrom) with { Column = Order.By(row => row.Available), Where = IsAvailable },
            Field.Reported("arrival", "#date+arrival", view => view.Arrival) with { Column = Order.By(row => row.ArrivalEarliest), Where = IsArrival },
            // Ids and numbers of changes are looked up; an order by them tells nobody anything.
            Field.Choice("contribution", "#activity+id", view => view.Contribution) with { Sorts = false, Where = IsContribution },
            Field.Number("version", "#meta+version", "", view => view.Version) with { Sorts = false, Where = IsNumber("", OfferSearch.Version) },
            Field.Choice("id", "#meta+id", view => view.Id) with { Column = Order.By(row => row.Id), Where = IsId },
        ],
    };

    private static CommandRoute<OfferBody> Record { get; } = new("POST", "offers", Audience.Coordination, "offer", "Enters an offer")
    {
        Makes = true,
        Make = (_, body, key) => Wanting(body, body.Id ?? Id<Offer>.Named($"{key}"), 1),
    };

    private static CommandRoute<OfferBody> Change { get; } = new("PUT", "offers/{id}", Audience.Coordination, "offer", "Changes an offer as a whole")
    {
        NeedsVersion = true,
        Make = (call, body, _) => call.IdOf<Offer>() is { } id && call.SeenVersion() is { } seen
            ? Wanting(body, id, seen + 1)
            : Wanted.No(Problem.NotFound),
    };

    private static CommandRoute<LinkRoutes.ReasonBody> Withdraw { get; } = new("POST", "offers/{id}/withdrawal", Audience.Coordination, "offer", "Takes an offer out that was taken back, used elsewhere or lost")
    {
        NeedsVersion = true,
        Make = (call, body, _) => call.IdOf<Offer>() is { } id && call.SeenVersion() is { } seen
            ? Wanted.Of(new WithdrawOffer(id, seen, body.Why), "offers")
            : Wanted.No(Problem.NotFound),
    };

    private static Task<(Wanted?, Problem?)> Wanting(OfferBody body, Id<Offer> id, int version) => Wanted.Of(
        new RecordOffer(new Offer
        {
            Id = id,
            Version = version,
            Title = body.Title,
            Donor = body.Donor,
            Contribution = body.Contribution,
            Specification = body.Specification,
            Units = body.Units,
            Condition = body.Condition,
            AvailableFrom = body.AvailableFrom,
            Place = body.Place,
            DispatchCountry = body.DispatchCountry,
            Arrival = body.Arrival,
            Earmark = body.Earmark,
            Conditions = body.Conditions ?? [],
        }),
        $"offers/{id}",
        version,
        Wanted.OtherId(body.Id, id));
}

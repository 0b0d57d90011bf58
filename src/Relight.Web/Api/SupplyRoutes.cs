using System.Globalization;
using System.Text.Json;
using Relight.Access;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Relight.Supply;
using Field = Relight.Web.Api.ListField<Relight.Supply.MakerCapacity, Relight.Storage.MakerCapacityRow, Relight.Supply.MakerCapacityForCoordination>;

namespace Relight.Web.Api;

/// <summary>What makers can make, when needs could be met, and what hangs on one country.</summary>
internal static class SupplyRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .List("maker-capacities", "makers' capacities", List).Command(Record).Command(Change).Command(Remove)
        .Read<Dependence>("dependence", Audience.Coordination, "What goods depend on, by origin and by dispatch country, and what is left without each: items=powerTransformer,…, orderedOn=day", DependenceOf,
            ("items", "Kinds of item with commas between them; all unless given."), ("orderedOn", "The day on which makers are asked, such as 2022-12-16; today unless given."));

    /// <summary>What a maker can make, as it is to be.</summary>
    /// <param name="Title">Short name.</param>
    /// <param name="Maker">The maker.</param>
    /// <param name="Product">Technical data of a unit, with the country of origin.</param>
    /// <param name="PerMonth">Units that leave the works in a month.</param>
    /// <param name="OrderBook">Units that were ordered before.</param>
    /// <param name="LeadDays">Days from the beginning of a unit's making to its hand-over.</param>
    /// <param name="AsOf">The day of which this is true.</param>
    /// <param name="Source">Where it was learnt.</param>
    /// <param name="DispatchCountry">Country that the goods leave from.</param>
    /// <param name="Id">Its id, for a new one; made from the Idempotency-Key where it is left out.</param>
    public sealed record CapacityBody(
        string Title, Id<Organisation> Maker, Specification Product, Bounds PerMonth, Bounds OrderBook, Bounds LeadDays, DateOnly AsOf, string Source,
        Country? DispatchCountry = null, Id<MakerCapacity>? Id = null);

    private static Listing List { get; } = new Listing<MakerCapacity, MakerCapacityRow, MakerCapacityForCoordination>("maker-capacities", Audience.Coordination)
    {
        Views = (db, call, rows) => MakerCapacityList.Views(db, call.Operation, rows, call.Cancel),
        Version = row => row.Version,
        Fields =
        [
            Field.Text("title", "#item+name", view => view.Title) with { Column = RowOrder<MakerCapacity, MakerCapacityRow>.By(row => row.Title) },
            Field.Text("maker", "#org+maker", view => view.Maker),
            Field.Choice("item", "#item+type", view => view.Product.Item),
            Field.Choice("origin", "#country+origin+code", view => view.Product.Origin),
            Field.Choice("dispatch", "#country+dispatch+code", view => view.DispatchCountry),
            Field.Quantity("perMonth", "#capacity+month", view => [new Quantity(view.PerMonth, Unit.Piece)]),
            Field.Day("asOf", "#date+asof", view => view.AsOf),
            Field.Choice("id", "#meta+id", view => view.Id),
        ],
    };

    private static CommandRoute<CapacityBody> Record { get; } = new("POST", "maker-capacities", Audience.Coordination, "capacity", "Enters what a maker can make")
    {
        Makes = true,
        Make = (_, body, key) => Wanting(body, body.Id ?? Id<MakerCapacity>.Named($"{key}"), 1),
    };

    private static CommandRoute<CapacityBody> Change { get; } = new("PUT", "maker-capacities/{id}", Audience.Coordination, "capacity", "Changes what a maker can make, as a whole")
    {
        NeedsVersion = true,
        Make = (call, body, _) => call.IdOf<MakerCapacity>() is { } id && call.SeenVersion() is { } seen
            ? Wanting(body, id, seen + 1)
            : Wanted.No(Problem.NotFound),
    };

    private static CommandRoute<LinkRoutes.ReasonBody> Remove { get; } = new("POST", "maker-capacities/{id}/removal", Audience.Coordination, "capacity", "Takes out what a maker can no longer make, or what was entered by mistake")
    {
        NeedsVersion = true,
        Make = (call, body, _) => call.IdOf<MakerCapacity>() is { } id && call.SeenVersion() is { } seen
            ? Wanted.Of(new RemoveMakerCapacity(id, seen, body.Why), "maker-capacities")
            : Wanted.No(Problem.NotFound),
    };

    private static Task<(Wanted?, Problem?)> Wanting(CapacityBody body, Id<MakerCapacity> id, int version) => Wanted.Of(
        new RecordMakerCapacity(new MakerCapacity
        {
            Id = id,
            Version = version,
            Title = body.Title,
            Maker = body.Maker,
            Product = body.Product,
            PerMonth = body.PerMonth,
            OrderBook = body.OrderBook,
            LeadDays = body.LeadDays,
            DispatchCountry = body.DispatchCountry,
            AsOf = body.AsOf,
            Source = body.Source,
        }),
        $"maker-capacities/{id}",
        version,
        Wanted.OtherId(body.Id, id));

    private static async Task<IResult> DependenceOf(Call call)
    {
        var query = call.Context.Request.Query;
        var faults = call.NotTaken("items", "orderedOn").ToList();
        var items = new List<ItemKind>();
        foreach (var word in query["items"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (Enum.TryParse<ItemKind>(word, ignoreCase: true, out var item) && Enum.IsDefined(item) && !char.IsDigit(word[0]))
                items.Add(item);
            else
                faults.Add(new Fault("items", Checks.Shown(word), $"must be of {string.Join(", ", Enum.GetNames<ItemKind>().Select(JsonNamingPolicy.CamelCase.ConvertName))}"));
        var day = DateOnly.FromDateTime(call.Time.GetUtcNow().UtcDateTime);
        var given = query["orderedOn"].ToString();
        if (given.Length > 0 && !DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            faults.Add(new Fault("orderedOn", Checks.Shown(given), "must be a day such as 2022-12-16"));
        else if (day > SupplyOutlook.LastOrder)
            faults.Add(new Fault("orderedOn", Checks.Shown(given), FormattableString.Invariant($"must not be after {SupplyOutlook.LastOrder:yyyy-MM-dd}")));
        if (faults.Count > 0)
            return Problem.Malformed(faults);
        await using var db = call.Database.Open();
        return Results.Json(await Dependence.Read(db, call.Operation, SupplyGroup.Of([.. items]), day, call.Cancel), ApiJson.Options);
    }
}

using Relight.Access;
using Relight.Deliveries;
using Relight.Register;
using Relight.Storage;
using Field = Relight.Web.Api.ListField<Relight.Deliveries.HubStock, Relight.Storage.HubStockRow, Relight.Deliveries.StockForCoordination>;

namespace Relight.Web.Api;

/// <summary>What lies in hubs.</summary>
internal static class StockRoutes
{
    public static void Map(ApiRoutes routes) => routes.List("stock", "stocks of hubs", List).Command(Correct);

    /// <summary>What was counted in a hub.</summary>
    /// <param name="Hub">The hub.</param>
    /// <param name="Offer">The offer that the units are of.</param>
    /// <param name="SeenUnits">Units that the author saw in the register.</param>
    /// <param name="Units">Units that were counted.</param>
    /// <param name="Why">The reason.</param>
    /// <param name="SeenAmount">The amount beside whole units that the author saw; left out for none.</param>
    /// <param name="Amount">The amount that was counted beside whole units; left out for none.</param>
    public sealed record CountBody(Id<Place> Hub, Id<Offer> Offer, int SeenUnits, int Units, string Why, Quantity? SeenAmount = null, Quantity? Amount = null);

    private static Listing List { get; } = new Listing<HubStock, HubStockRow, StockForCoordination>("stock", Audience.Coordination)
    {
        Views = (db, call, rows) => StockList.ForCoordination(db, call.Operation, rows, call.Cancel),
        Fields =
        [
            Field.Choice("id", "#meta+id", view => view.Id) with { Column = RowOrder<HubStock, HubStockRow>.By(row => row.Id) },
            Field.Text("hub", "#loc+hub+name", view => view.HubName),
            Field.Text("code", "#loc+code", view => view.HubCode.Code),
            Field.Text("offer", "#item+name", view => view.OfferTitle),
            Field.Text("donor", "#org+funding", view => view.Donor),
            Field.Number("units", "#item+units", "pcs", view => view.Units),
            Field.Text("amount", "#item+amount", view => view.Amount?.ToString()),
            Field.Instant("since", "#date+start", view => view.Since),
        ],
    };

    private static CommandRoute<CountBody> Correct { get; } = new("POST", "stock/corrections", Audience.Coordination, "stock", "Puts the stock of a hub right after a count")
    {
        Make = (_, body, _) => Wanted.Of(new CorrectStock(body.Hub, body.Offer, body.SeenUnits, body.Units, body.Why, body.SeenAmount, body.Amount), $"stock/{HubStock.IdOf(body.Hub, body.Offer)}"),
    };
}

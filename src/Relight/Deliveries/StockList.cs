using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>What lies in hubs.</summary>
public static class StockList
{
    /// <summary>Stock as coordinators see it.</summary>
    public static async Task<IReadOnlyList<StockForCoordination>> ForCoordination(
        RelightContext db, Id<Operation> operation, IReadOnlyList<HubStockRow> rows, CancellationToken cancel = default)
    {
        var around = await Around.Load(db, operation, [.. rows.Select(row => row.Offer).Distinct()], [], cancel);
        var names = await Names.Load(db, operation, cancel);
        return
        [
            .. rows.Select(row => row.Read()).Select(stock => new StockForCoordination(
                stock.Id,
                stock.Hub,
                around.Places[stock.Hub].Name,
                around.Places[stock.Hub].Code,
                stock.Offer,
                around.TitleOf(stock.Offer),
                around.Offers.GetValueOrDefault(stock.Offer) is { } offer ? names[offer.Donor] : "",
                stock.Units,
                stock.Since,
                stock.Amount)),
        ];
    }
}

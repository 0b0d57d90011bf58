using Relight.Web.Access;
using Relight.Web.Design;

namespace Relight.Web.Register;

/// <summary>Downloads of what one donor gives; they go through the same views as its pages.</summary>
internal static class GiftDownloads
{
    public static void MapGiftDownloads(this WebApplication app)
    {
        app.MapGet("/gifts.csv", async (HttpContext context, Reader reader, CurrentOperation current, RegisterText text) => GiftTables.Has(reader)
            ? TableDownload.Csv(new GiftTables(text).Contributions, (await GiftTables.ReadAsync(current, reader)).Contributions, context)
            : Results.NotFound());
        app.MapGet("/gifts/offers.csv", async (HttpContext context, Reader reader, CurrentOperation current, RegisterText text) => GiftTables.Has(reader)
            ? TableDownload.Csv(new GiftTables(text).Offers, (await GiftTables.ReadAsync(current, reader)).Offers, context)
            : Results.NotFound());
    }
}

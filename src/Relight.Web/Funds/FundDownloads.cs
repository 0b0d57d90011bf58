using Relight.Access;
using Relight.Funds;
using Relight.Web.Access;
using Relight.Web.Design;
using Relight.Web.Publication;
using Relight.Web.Register;

namespace Relight.Web.Funds;

/// <summary>Downloads of the tables of appeals and funds; each goes through the same view as its page.</summary>
internal static class FundDownloads
{
    public static void MapFundDownloads(this WebApplication app)
    {
        app.MapGet("/appeals.csv", async (HttpContext context, Reader reader, CurrentOperation current, RegisterText text, Publications publications) =>
            reader.May(Audience.Donor)
                ? TableDownload.Csv(new AppealTable(text).Table, await current.ReadAllAsync((db, operation, paging) => AppealList.ReadForDonors(db, operation, paging)), context)
                : TableDownload.Csv(PublicTables.Appeals(text), (await publications.OfCurrent())?.Appeals ?? [], context));
        app.MapGet("/funds.csv", async (HttpContext context, Reader reader, CurrentOperation current, RegisterText text, TimeProvider time) =>
            reader.May(Audience.Donor)
                ? TableDownload.Csv(new FundTables(text).Funds, await FundLine.ReadAllAsync(current, reader, time), context)
                : Results.NotFound());
        app.MapGet("/reservations.csv", async (HttpContext context, Reader reader, CurrentOperation current, TimeProvider time) =>
            reader.May(Audience.Coordination)
                ? TableDownload.Csv(FundTables.Reservations, await ReservationLine.ReadAllAsync(current, reader, time), context)
                : Results.NotFound());
    }
}

using Relight.Access;
using Relight.Register;
using Relight.Storage;
using Relight.Web.Access;
using Relight.Web.Design;
using Relight.Web.Publication;

namespace Relight.Web.Register;

/// <summary>Downloads of the register's tables; each goes through the same view as its page.</summary>
internal static class RegisterDownloads
{
    public static void MapRegisterDownloads(this WebApplication app)
    {
        app.MapGet("/contributions.csv", async (HttpContext context, Reader reader, CurrentOperation current, Database database, RegisterText text, Publications publications) =>
            !reader.May(Audience.Coordination)
                ? TableDownload.Csv(PublicTables.Stages, (await publications.OfCurrent())?.Stages ?? [], context)
                : await current.GetAsync() is { } operation
                    ? TableDownload.Csv(
                        new ContributionTable(text).Table,
                        new ContributionTable(text).Stored.All(database, operation.Id, TableState.Of(context.Request.Query), context.RequestAborted))
                    : Results.NotFound());
        app.MapGet("/claims.csv", async (HttpContext context, Reader reader, CurrentOperation current, Database database, RegisterText text) =>
            reader.May(Audience.Coordination) && await current.GetAsync() is { } operation
                ? TableDownload.Csv(
                    new ClaimTable(text).Table,
                    new ClaimTable(text).Stored.All(database, operation.Id, TableState.Of(context.Request.Query), context.RequestAborted))
                : Results.NotFound());
        app.MapGet("/needs.csv", async (HttpContext context, Reader reader, CurrentOperation current, RegisterText text, Publications publications) =>
            reader.May(Audience.Donor)
                ? TableDownload.Csv(
                    new NeedTable(text, reader, await BestVerdicts.OfNeedsAsync(current, reader)).Table, await NeedLine.ReadAllAsync(current, reader), context)
                : TableDownload.Csv(PublicTables.Needs, (await publications.OfCurrent())?.Needs ?? [], context));
        app.MapGet("/offers.csv", async (HttpContext context, Reader reader, CurrentOperation current, RegisterText text) =>
            reader.May(Audience.Coordination)
                ? TableDownload.Csv(
                    new OfferTable(text, await BestVerdicts.OfOffersAsync(current, reader)).Table,
                    await current.ReadAllAsync((db, operation, paging) => OfferList.ReadForCoordination(db, operation, new OfferFilter(), paging)),
                    context)
                : Results.NotFound());
    }
}

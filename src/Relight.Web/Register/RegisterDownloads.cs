using Relight.Access;
using Relight.Matching;
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
        app.MapGet("/contributions.csv", async (HttpContext context, Reader reader, CurrentOperation current, Database database, RegisterText text, KeptLists kept, Publications publications) =>
            !reader.May(Audience.Coordination)
                ? TableDownload.Csv(PublicTables.Stages, (await publications.OfCurrent())?.Stages ?? [], context)
                : await current.GetAsync() is { } operation
                    ? Csv(context, new ContributionTable(text, kept).Table, state => new ContributionTable(text, kept).Stored.All(database, operation.Id, state, context.RequestAborted))
                    : Results.NotFound());
        app.MapGet("/claims.csv", async (HttpContext context, Reader reader, CurrentOperation current, Database database, RegisterText text, KeptLists kept) =>
            reader.May(Audience.Coordination) && await current.GetAsync() is { } operation
                ? Csv(context, new ClaimTable(text, kept).Table, state => new ClaimTable(text, kept).Stored.All(database, operation.Id, state, context.RequestAborted))
                : Results.NotFound());
        app.MapGet("/needs.csv", async (HttpContext context, Reader reader, CurrentOperation current, Database database, RegisterText text, MatchIndexes indexes, Publications publications) =>
            !reader.May(Audience.Donor)
                ? TableDownload.Csv(PublicTables.Needs, (await publications.OfCurrent())?.Needs ?? [], context)
                : await current.GetAsync() is { } operation
                    ? Csv(context, new NeedTable(text, reader, indexes).Table, state => new NeedTable(text, reader, indexes).Stored.All(database, operation.Id, state, context.RequestAborted))
                    : Results.NotFound());
        app.MapGet("/offers.csv", async (HttpContext context, Reader reader, CurrentOperation current, Database database, RegisterText text, KeptNeeds needs) =>
            reader.May(Audience.Coordination) && await current.GetAsync() is { } operation
                ? Csv(context, new OfferTable(text, needs).Table, state => new OfferTable(text, needs).Stored.All(database, operation.Id, state, context.RequestAborted))
                : Results.NotFound());
    }

    private static IResult Csv<TRow>(HttpContext context, Table<TRow> table, Func<TableState, IAsyncEnumerable<TRow>> rows)
    {
        var state = TableState.Of(context.Request.Query);
        return TableDownload.Wrong(table, state) is { } problem ? problem : TableDownload.Csv(table, rows(state));
    }
}

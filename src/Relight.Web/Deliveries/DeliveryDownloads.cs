using Relight.Access;
using Relight.Deliveries;
using Relight.Register;
using Relight.Web.Access;
using Relight.Web.Api;
using Relight.Web.Design;
using Relight.Web.Register;

namespace Relight.Web.Deliveries;

/// <summary>Downloads of the tables on deliveries, and photos; each goes through the same view as its page.</summary>
internal static class DeliveryDownloads
{
    public static void MapDeliveryDownloads(this WebApplication app)
    {
        app.MapGet("/deliveries.csv", async (HttpContext context, Reader reader, CurrentOperation current, RegisterText text) =>
            reader.May(Audience.Coordination) ? TableDownload.Csv(new DeliveryTables(text).Consignments, await new DeliveryRows(current, reader).Consignments(), context)
            : reader.May(Audience.Donor) ? TableDownload.Csv(new DeliveryTables(text).Own, await new DeliveryRows(current, reader).Own(), context)
            : Results.NotFound());
        app.MapGet("/deliveries/stock.csv", Of((tables, rows, _) => Csv(tables.Stock, rows.Stock)));
        app.MapGet("/deliveries/installations.csv", Of((tables, rows, _) => Csv(tables.Installations, rows.Installations)));
        app.MapGet("/deliveries/places.csv", Of((tables, rows, _) => Csv(tables.Places, rows.Places)));
        app.MapGet("/deliveries/ageing.csv", Of((tables, rows, at) => Csv(tables.Ageing, () => rows.Ageing(at))));
        app.MapGet("/photos/{id}", Photo);
    }

    private static Func<HttpContext, Task<IResult>> Csv<TRow>(Table<TRow> table, Func<Task<IReadOnlyList<TRow>>> rows) =>
        async context => TableDownload.Csv(table, await rows(), context);

    private static Func<HttpContext, Reader, CurrentOperation, RegisterText, TimeProvider, Task<IResult>> Of(
        Func<DeliveryTables, DeliveryRows, DateTimeOffset, Func<HttpContext, Task<IResult>>> answer) =>
        (context, reader, current, text, time) =>
        {
            if (!reader.May(Audience.Coordination))
                return Task.FromResult(Results.NotFound());
            var at = DeliveryRows.At(context.Request.Query["at"], time, out var faults);
            return faults.Count > 0
                ? Task.FromResult<IResult>(Problem.Malformed(faults))
                : answer(new DeliveryTables(text), new DeliveryRows(current, reader), at)(context);
        };

    private static async Task<IResult> Photo(string id, HttpContext context, Reader reader, CurrentOperation current, Relight.Storage.Database database)
    {
        if (!reader.May(Audience.Donor) || !Id<Photo>.TryParse(id, null, out var photo) || await current.GetAsync(context.RequestAborted) is not { } operation)
            return Results.NotFound();
        await using var db = database.Open();
        if (await ConsignmentList.PhotoOf(db, operation.Id, photo, context.RequestAborted) is not { } found
            || !(reader.May(Audience.Coordination) || (found.Donor is { } donor && donor == reader.Organisation)))
            return Results.NotFound();
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(found.Jpeg, "image/jpeg");
    }
}

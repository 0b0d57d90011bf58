using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Publication;
using Relight.Register;
using Relight.Web.Publication;

namespace Relight.Web.Api;

/// <summary>What the public sees: the one part of the interface that needs no token.</summary>
internal static class PublicationRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .ReadAt<IReadOnlyList<PublishedOperation>>(HttpInterface.Root + "/publications", Audience.Public, "The operations of which the public sees something", Operations)
        .Read<PublicRegister>("publication", Audience.Public, "What the public sees of an operation: what it held some time ago, by oblast, in bands of rating, without groups of fewer than three", async call =>
            Results.Json(await Of(call).Of(call.Operation), ApiJson.Options))
        .File("publication/needs.ndjson", Audience.Public, "Needs in groups as the public sees them, one JSON object a line", "application/x-ndjson", call => Lines(call, register => register.Needs))
        .File("publication/stages.ndjson", Audience.Public, "Sums of contributions as the public sees them, one JSON object a line", "application/x-ndjson", call => Lines(call, register => register.Stages))
        .File("publication/needs.csv", Audience.Public, "Needs in groups as the public sees them, as CSV with a row of HXL tags", "text/csv", call => Csv(call, PublicTables.Needs, register => register.Needs), Takes(PublicTables.Needs))
        .File("publication/stages.csv", Audience.Public, "Sums of contributions as the public sees them, as CSV with a row of HXL tags", "text/csv", call => Csv(call, PublicTables.Stages, register => register.Stages), Takes(PublicTables.Stages));

    /// <summary>An operation of which the public sees something.</summary>
    /// <param name="Id">Id of the operation.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Beneficiaries">Countries that the help is for.</param>
    /// <param name="Address">Where its publication is.</param>
    [View(Audience.Public)]
    public sealed record PublishedOperation(Id<Operation> Id, string Name, IReadOnlyList<Country> Beneficiaries, string Address);

    private static async Task<IResult> Operations(Call call)
    {
        await using var db = call.Database.Open();
        var rows = await db.Operations.AsNoTracking().OrderBy(row => row.Name).ToListAsync(call.Cancel);
        return Results.Json<IReadOnlyList<PublishedOperation>>(
            [.. rows.Select(row => row.Read()).Select(operation => new PublishedOperation(
                operation.Id, operation.Name, operation.Beneficiaries, $"{HttpInterface.Root}/operations/{operation.Id}/publication"))],
            ApiJson.Options);
    }

    private static Publications Of(Call call) => call.Context.RequestServices.GetRequiredService<Publications>();

    private static async Task<IResult> Lines<TRow>(Call call, Func<PublicRegister, IEnumerable<TRow>> rows)
    {
        var lines = rows(await Of(call).Of(call.Operation)).Select(row => System.Text.Json.JsonSerializer.Serialize(row, ApiJson.Options) + "\n");
        return Results.Text(string.Concat(lines), "application/x-ndjson; charset=utf-8");
    }

    private static async Task<IResult> Csv<TRow>(Call call, Design.Table<TRow> table, Func<PublicRegister, IEnumerable<TRow>> rows) =>
        call.NotTaken([.. table.Columns.Where(column => column.Filter is not null).Select(column => column.Key), "sort"]).ToList() is { Count: > 0 } faults
            ? Problem.Malformed(faults)
            : Design.TableDownload.Csv(table, rows(await Of(call).Of(call.Operation)), call.Context);

    private static IReadOnlyList<(string Name, string Says)> Takes<TRow>(Design.Table<TRow> table) =>
    [
        .. table.Columns.Where(column => column.Filter is not null).Select(column => (column.Key, "A word of this column.")),
        ("sort", "Column to sort by, with - before it for the reverse."),
    ];
}

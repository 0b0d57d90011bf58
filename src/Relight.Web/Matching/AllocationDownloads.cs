using Relight.Access;
using Relight.Matching;
using Relight.Web.Access;
using Relight.Web.Design;
using Relight.Web.Register;

namespace Relight.Web.Matching;

/// <summary>Downloads of what is held for whom, and of what is wanted; each goes through the same view as its page.</summary>
internal static class AllocationDownloads
{
    public static void MapAllocationDownloads(this WebApplication app)
    {
        app.MapGet("/allocations.csv", async (HttpContext context, Reader reader, CurrentOperation current, RegisterText text, TimeProvider time) =>
            reader.May(Audience.Coordination)
                ? TableDownload.Csv(
                    new AllocationTable(text).Table,
                    await current.ReadAsync(async (db, operation) => await AllocationList.ReadForCoordination(db, operation, time.GetUtcNow())) ?? [],
                    context)
                : Results.NotFound());
        app.MapGet("/wanted.csv", async (HttpContext context, Reader reader, CurrentOperation current, TimeProvider time) =>
            reader.May(Audience.Donor)
                ? TableDownload.Csv(
                    WantedTable.File,
                    (await current.ReadAsync<WantedList>(async (db, operation) => await WantedList.Read(db, operation, time.GetUtcNow())))?.Units ?? [],
                    context)
                : Results.NotFound());
    }
}

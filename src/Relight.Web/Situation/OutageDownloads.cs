using Relight.Access;
using Relight.Plans;
using Relight.Web.Access;
using Relight.Web.Design;
using Relight.Web.Publication;
using Relight.Web.Register;

namespace Relight.Web.Situation;

/// <summary>The download of outage reports; it goes through the same view as the page.</summary>
internal static class OutageDownloads
{
    public static void MapOutageDownloads(this WebApplication app) =>
        app.MapGet("/outages.csv", async (HttpContext context, Reader reader, CurrentOperation current, Publications publications) =>
            reader.May(Audience.Coordination)
                ? TableDownload.Csv(OutageTable.Table, await current.ReadAllAsync((db, operation, paging) => OutageList.Read(db, operation, new OutageFilter(), paging)), context)
                : TableDownload.Csv(PublicTables.Outages, (await publications.OfCurrent())?.OutageReports ?? [], context));
}

using Relight.Access;
using Relight.Facilities;
using Relight.Web.Access;
using Relight.Web.Api;
using Relight.Web.Design;
using Relight.Web.Register;

namespace Relight.Web.Facilities;

/// <summary>Downloads of the tables on facilities; each goes through the same view as its page, and none names an exact place.</summary>
internal static class FacilityDownloads
{
    public static void MapFacilityDownloads(this WebApplication app)
    {
        app.MapGet("/facilities.csv", async (HttpContext context, Reader reader, CurrentOperation current, FacilityBoards boards) => reader.Audience switch
        {
            Audience.Public => Results.NotFound(),
            Audience.Donor => TableDownload.Csv(FacilityTables.ForDonors, await current.ReadAllAsync((db, operation, paging) => FacilityList.ReadForDonors(db, operation, paging)), context),
            _ when Wrong(context) is { } problem => problem,
            _ => TableDownload.Csv(FacilityTables.AllToDownload, (await boards.OfCurrent(current, context))?.Facilities ?? [], context),
        });
        app.MapGet("/facilities/without.csv", Of((outlook, context) => TableDownload.Csv(FacilityTables.Without, outlook.Facilities.Where(line => line.Standing == FacilityStanding.LeftWithout), context)));
        app.MapGet("/facilities/fuel.csv", Of((outlook, context) => TableDownload.Csv(FacilityTables.Fuel, outlook.Fuel, context)));
        app.MapGet("/facilities/refuelling.csv", Of((outlook, context) => TableDownload.Csv(FacilityTables.Refuelling(FacilityTables.Names(outlook)), outlook.Refuelling, context)));
    }

    /// <summary>The outlook of the operation that the pages show, for the days in the address; null where there is no operation.</summary>
    public static async Task<FacilityOutlook?> OfCurrent(this FacilityBoards boards, CurrentOperation current, HttpContext context) =>
        await current.GetAsync() is { } operation ? await boards.Outlook(operation.Id, FacilityQuestion.Of(context.Request.Query), context.RequestAborted) : null;

    private static Func<HttpContext, Reader, CurrentOperation, FacilityBoards, Task<IResult>> Of(Func<FacilityOutlook, HttpContext, IResult> answer) =>
        async (context, reader, current, boards) =>
            !reader.May(Audience.Coordination) ? Results.NotFound()
            : Wrong(context) is { } problem ? problem
            : await boards.OfCurrent(current, context) is { } outlook ? answer(outlook, context) : Results.NotFound();

    private static Problem? Wrong(HttpContext context) =>
        FacilityQuestion.OfPage(context.Request.Query).Faults is { Count: > 0 } faults ? Problem.Malformed(faults) : null;
}

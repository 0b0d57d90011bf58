using Relight.Access;
using Relight.Register;
using Relight.Web.Access;
using Relight.Web.Api;
using Relight.Web.Design;
using Relight.Web.Register;

namespace Relight.Web.Supply;

/// <summary>Downloads of the tables on supply; each goes through the same view as its page.</summary>
internal static class SupplyDownloads
{
    public static void MapSupplyDownloads(this WebApplication app)
    {
        app.MapGet("/supply.csv", Of((tables, found, _) => (context => TableDownload.Csv(tables.Needs(new Dictionary<Id<Need>, string>()), found.Outlook.Needs, context))));
        app.MapGet("/supply/countries.csv", Of((tables, found, _) => (context => TableDownload.Csv(tables.Shares, ShareLine.All(found), context))));
        app.MapGet("/supply/without.csv", Of((tables, found, _) => (context => TableDownload.Csv(tables.Without(SupplyTables.Between(found.Needed, found.NeededAtMost)), found.Without, context))));
        app.MapGet("/supply/makers.csv", Of((tables, _, makers) => (context => TableDownload.Csv(tables.Makers, makers, context))));
    }

    private static Func<HttpContext, Reader, CurrentOperation, RegisterText, TimeProvider, Task<IResult>> Of(
        Func<SupplyTables, Relight.Supply.Dependence, IReadOnlyList<Relight.Supply.MakerCapacityForCoordination>, Func<HttpContext, IResult>> answer) =>
        async (context, reader, current, text, time) =>
        {
            if (!reader.May(Audience.Coordination))
                return Results.NotFound();
            var question = SupplyQuestion.Of(context.Request.Query[SupplyQuestion.Key], out var faults);
            if (faults.Count > 0)
                return Problem.Malformed(faults);
            return await question.Dependence(current, time) is { } found
                ? answer(new SupplyTables(text), found, await question.Makers(current))(context)
                : Results.NotFound();
        };
}

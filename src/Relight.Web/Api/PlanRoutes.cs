using Relight.Access;
using Relight.Plans;

namespace Relight.Web.Api;

/// <summary>Plans: what they bring for coordinators, their files for planners.</summary>
internal static class PlanRoutes
{
    private const string Json = "application/json";

    public static void Map(ApiRoutes routes) => routes
        .Read<IReadOnlyList<PlanInList>>("plans", Audience.Coordination, "The plans that are kept, the latest first", async call =>
        {
            await using var db = call.Database.Open();
            return Results.Json(await PlanList.Read(db, call.Operation, call.Cancel), ApiJson.Options);
        })
        .Read<PlanForCoordination>("plans/{id}", Audience.Coordination, "What a plan is worth and what it brings when", One)
        .File("plans/{id}/plan.json", Audience.Operator, "A plan as a plan file, for planners", Json, call => File(call, files => files.Plan, Json, "plan.json"))
        .File("plans/{id}/scenario.json", Audience.Operator, "The scenario that a plan solves, as a scenario file, for planners", Json, call => File(call, files => files.Scenario, Json, "scenario.json"))
        .File("plans/{id}/network.m", Audience.Operator, "The network of that scenario as a MATPOWER case, for planners", "text/plain", call => File(call, files => files.Network, "text/plain", "network.m"));

    private static async Task<IResult> One(Call call)
    {
        await using var db = call.Database.Open();
        return call.IdOf<StoredPlan>() is { } id && await PlanList.ReadOne(db, call.Operation, id, call.Cancel) is { } plan
            ? Results.Json(plan, ApiJson.Options)
            : Problem.NotFound;
    }

    private static async Task<IResult> File(Call call, Func<PlanFiles, string> file, string type, string name)
    {
        if (!call.Reader.MaySeeGrid)
            return Problem.NotForYou;
        await using var db = call.Database.Open();
        return call.IdOf<StoredPlan>() is { } id && await PlanList.ReadFiles(db, call.Operation, id, call.Cancel) is { } files
            ? Results.File(System.Text.Encoding.UTF8.GetBytes(file(files)), type, name)
            : Problem.NotFound;
    }
}

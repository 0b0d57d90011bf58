using Relight.Restoration;
using Relight.Web.Access;

namespace Relight.Web.Plans;

/// <summary>The plan as a file.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this WebApplication app) => app.MapGet("/plan.json", DownloadAsync);

    // The file names elements, which are places: it is for operators.
    private static async Task<IResult> DownloadAsync(PlanBoards boards, Reader reader, CancellationToken cancellation)
    {
        if (!reader.MaySeeGrid || await boards.GetAsync(cancellation) is not { } board)
            return Results.NotFound();
        using var memory = new MemoryStream();
        PlanFile.Write(board.Plan, memory);
        return Results.File(memory.ToArray(), "application/json", "plan.json");
    }
}

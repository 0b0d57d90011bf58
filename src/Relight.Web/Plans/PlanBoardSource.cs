namespace Relight.Web.Plans;

/// <summary>Gives the board of the plan in force.</summary>
/// <param name="Read">Reads it; null where there is no plan.</param>
public sealed record PlanBoardSource(Func<CancellationToken, Task<PlanBoard?>> Read)
{
    /// <summary>The board; null where there is no plan.</summary>
    public Task<PlanBoard?> GetAsync(CancellationToken cancellation = default) => Read(cancellation);
}

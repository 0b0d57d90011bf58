using Microsoft.EntityFrameworkCore;
using Relight.Plans;
using Relight.Register;
using Relight.Storage;
using Relight.Web.Register;

namespace Relight.Web.Plans;

/// <summary>Gives the board of the latest plan. It is read anew when another plan is kept: reading a network takes a while.</summary>
/// <param name="database">Where the register is.</param>
/// <param name="current">The operation that the pages show.</param>
internal sealed class PlanBoards(Database database, CurrentOperation current) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1);
    private (Id<StoredPlan> Latest, PlanBoard? Board, PlanReading? Reading)? _kept;

    /// <summary>The board; null where there is no plan.</summary>
    public async Task<PlanBoard?> GetAsync(CancellationToken cancellation = default) => (await Read(cancellation))?.Board;

    /// <summary>Repairs of the plan that are concerned by arrivals that changed since it was made; empty where there is no plan.</summary>
    public async Task<IReadOnlyList<RepairConcerned>> ConcernedAsync(CancellationToken cancellation = default)
    {
        if (await Read(cancellation) is not { Reading: { } plan } || await current.GetAsync(cancellation) is not { } operation)
            return [];
        await using var db = database.Open();
        return await RepairConcerned.Read(db, operation.Id, plan, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    private async Task<(Id<StoredPlan> Latest, PlanBoard? Board, PlanReading? Reading)?> Read(CancellationToken cancellation)
    {
        if (await current.GetAsync(cancellation) is not { } operation)
            return null;
        await using var db = database.Open();
        var latest = await db.Plans.Where(row => row.Operation == operation.Id)
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Select(row => (Id<StoredPlan>?)row.Id).FirstOrDefaultAsync(cancellation);
        if (latest is not { } id)
            return null;
        await _reading.WaitAsync(cancellation);
        try
        {
            if (_kept is not { } kept || kept.Latest != id)
                _kept = kept = await ReadPlan.Latest(db, operation.Id, cancellation) is { } plan ? (id, PlanBoard.Of(plan), plan) : (id, null, null);
            return kept;
        }
        finally
        {
            _reading.Release();
        }
    }
}

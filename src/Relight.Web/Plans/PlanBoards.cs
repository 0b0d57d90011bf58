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
    private (Id<StoredPlan> Latest, PlanBoard? Board)? _kept;

    /// <summary>The board; null where there is no plan.</summary>
    public async Task<PlanBoard?> GetAsync(CancellationToken cancellation = default)
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
                _kept = kept = (id, await ReadPlan.Latest(db, operation.Id, cancellation) is { } plan ? PlanBoard.Of(plan) : null);
            return kept.Board;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();
}

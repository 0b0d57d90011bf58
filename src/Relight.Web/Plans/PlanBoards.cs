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
    private readonly Dictionary<Id<Operation>, Kept> _kept = [];

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

    /// <summary>The scenario that was entered last, where the plan is of another one; null where it is of this one, or there is no plan.</summary>
    public async Task<Scenario?> NewerAsync(CancellationToken cancellation = default) => (await Read(cancellation))?.Newer;

    /// <summary>The scenario that was entered last, with its network; null where none is.</summary>
    public async Task<OpenScenario?> EnteredAsync(CancellationToken cancellation = default)
    {
        if (await current.GetAsync(cancellation) is not { } operation)
            return null;
        await using var db = database.Open();
        return await EnteredScenario.Latest(db, operation.Id, cancellation) is { } entered
            ? await ReadScenario.Run(db, operation.Id, entered.Id, cancellation)
            : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    private async Task<Kept?> Read(CancellationToken cancellation)
    {
        if (await current.GetAsync(cancellation) is not { } operation)
            return null;
        await using var db = database.Open();
        var latest = await db.Plans.Where(row => row.Operation == operation.Id)
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Select(row => (Id<StoredPlan>?)row.Id).FirstOrDefaultAsync(cancellation);
        if (latest is not { } id)
            return null;
        var scenarios = await db.Scenarios.CountAsync(row => row.Operation == operation.Id, cancellation);
        await _reading.WaitAsync(cancellation);
        try
        {
            if (!_kept.TryGetValue(operation.Id, out var kept) || kept.Latest != id)
                _kept[operation.Id] = kept = await ReadPlan.Latest(db, operation.Id, cancellation) is { } plan ? new Kept(id, PlanBoard.Of(plan), plan) : new Kept(id, null, null);
            if (kept.Scenarios != scenarios)
                _kept[operation.Id] = kept = kept with { Scenarios = scenarios, Newer = await NewerThan(db, operation.Id, kept.Reading, cancellation) };
            return kept;
        }
        finally
        {
            _reading.Release();
        }
    }

    // Only what people entered tells when: a plan of the sample, which does not, is of no older scenario.
    private static async Task<Scenario?> NewerThan(RelightContext db, Id<Operation> operation, PlanReading? plan, CancellationToken cancellation) =>
        plan is not null && await EnteredScenario.Latest(db, operation, cancellation) is { EnteredAt: not null } entered && (plan.Scenario.Scenario.Of ?? plan.Scenario.Scenario.Id) != entered.Id
            ? entered
            : null;

    private sealed record Kept(Id<StoredPlan> Latest, PlanBoard? Board, PlanReading? Reading)
    {
        public int Scenarios { get; init; } = -1;

        public Scenario? Newer { get; init; }
    }
}

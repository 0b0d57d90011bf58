using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>What became of valuing needs.</summary>
/// <param name="Values">Id of the values; null where it was refused.</param>
/// <param name="Refusals">Why it was refused; empty where they were kept.</param>
public sealed record NeedsValuedAndKept(Id<NeedValues>? Values, IReadOnlyList<Refusal> Refusals);

/// <summary>Values the needs of an operation from one of its plans, and keeps the values: they take time, and pages read them.</summary>
/// <param name="database">Where the register is.</param>
/// <param name="time">The clock.</param>
public sealed class ValueNeeds(Database database, TimeProvider time)
{
    private readonly Commands _commands = new(database, time);

    /// <summary>Values the needs from a plan and keeps the values.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="plan">The plan to start from; null for the latest.</param>
    /// <param name="options">The budget for all needs together.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="stop">Ends it; what was found so far is kept, marked as interrupted.</param>
    /// <param name="command">Id under which the ledger keeps it; a new one where none is given.</param>
    public async Task<NeedsValuedAndKept> Run(
        Id<Operation> operation,
        Id<StoredPlan>? plan,
        PlannerOptions options,
        string by,
        IProgress<PlanProgress>? progress = null,
        CancellationToken stop = default,
        Guid? command = null)
    {
        await using var db = database.Open();
        var reading = plan is { } id
            ? await ReadPlan.Run(db, operation, id, CancellationToken.None)
            : await ReadPlan.Latest(db, operation, CancellationToken.None);
        if (reading is null)
            return new NeedsValuedAndKept(null, [new Refusal("plan", plan?.ToString(), "must be a plan of this operation: make one first")]);
        var supply = await SupplyOfNeeds.Load(db, operation, time.GetUtcNow(), CancellationToken.None);
        var valued = FreedUnits.Valued(
            reading.Scenario, reading.Best.Plan, supply, supply.Candidates(reading.Scenario), options, TransportTerms.Usual, progress, stop);
        var values = new NeedValues
        {
            Id = Id<NeedValues>.New(time),
            Plan = reading.Best.Stored.Id,
            Values = valued.Values,
            Interrupted = valued.Interrupted,
        };
        var outcome = await _commands.Run(new StoreNeedValues(values), new Envelope(command ?? Id<Envelope>.New(time).Value, operation, by), CancellationToken.None);
        return new NeedsValuedAndKept(outcome.Done ? values.Id : null, outcome.Refusals);
    }
}

/// <summary>The latest values of an operation, and whether they still stand.</summary>
/// <param name="Values">The values.</param>
/// <param name="At">When they were kept, UTC.</param>
/// <param name="HourZero">The instant that hours of their plan count from, UTC.</param>
/// <param name="IsOutOfDate">Whether another plan, or a change of needs, offers or allocations, came after them.</param>
public sealed record ValuesReading(NeedValues Values, DateTimeOffset At, DateTimeOffset HourZero, bool IsOutOfDate)
{
    private static readonly string[] s_changes =
    [
        .. new[]
        {
            typeof(NeedRecorded), typeof(NeedWithdrawn), typeof(OfferRecorded), typeof(OfferWithdrawn), typeof(PlanStored),
            typeof(UnitsHeld), typeof(AllocationConfirmed), typeof(AllocationReleased), typeof(AllocationLapsed),
        }.Select(EventTypes.NameOf),
    ];

    /// <summary>The values kept last; null where there are none.</summary>
    public static async Task<ValuesReading?> Latest(RelightContext db, Id<Operation> operation, CancellationToken cancel = default)
    {
        var row = await db.NeedValues.AsNoTracking().Where(row => row.Operation == operation)
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
        if (row is null)
            return null;
        var values = row.Read();
        var plan = await db.Plans.AsNoTracking().FirstAsync(plan => plan.Id == values.Plan, cancel);
        var scenario = (await db.Scenarios.AsNoTracking().FirstAsync(scenario => scenario.Id == plan.Scenario, cancel)).Read();
        var changed = await db.Ledger.AnyAsync(line => line.Operation == operation && line.At > row.At && s_changes.Contains(line.Type), cancel);
        return new ValuesReading(values, row.At, scenario.HourZero, changed);
    }
}

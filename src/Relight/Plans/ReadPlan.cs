using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>A plan that the register keeps, read.</summary>
/// <param name="Stored">The plan as it is kept, with what its check found.</param>
/// <param name="Plan">The plan.</param>
/// <param name="At">When it was kept, UTC.</param>
public sealed record OpenPlan(StoredPlan Stored, Plan Plan, DateTimeOffset At);

/// <summary>The plan of an operation with all that a page or a summary shows of it.</summary>
/// <param name="Scenario">The scenario that it solves.</param>
/// <param name="Best">The plan.</param>
/// <param name="ListOrder">The same repairs in the order of the damage list; null where that was not kept.</param>
public sealed record PlanReading(OpenScenario Scenario, OpenPlan Best, OpenPlan? ListOrder)
{
    /// <summary>Both plans side by side; null where the other one was not kept.</summary>
    public PlanComparison? Comparison => ListOrder is null ? null : PlanComparison.Of(Scenario.Problem, Best.Plan, ListOrder.Plan);

    /// <summary>The offered units that repairs wait for.</summary>
    public IReadOnlyList<UnitArrival> Units => Scenario.Scenario.Units;

    /// <summary>The situation at an hour of the plan.</summary>
    public Situation At(double hour) => Situation.At(Scenario.Problem, Best.Plan, hour);
}

/// <summary>Reads plans that the register keeps.</summary>
public static class ReadPlan
{
    /// <summary>Id of the plan kept last; null where the operation has none.</summary>
    internal static Task<Id<StoredPlan>?> LatestId(RelightContext db, Id<Operation> operation, CancellationToken cancel) => db.Plans.AsNoTracking()
        .Where(row => row.Operation == operation && row.Name != MakePlan.ListOrderName)
        .OrderByDescending(row => row.At)
        .Select(row => (Id<StoredPlan>?)row.Id)
        .FirstOrDefaultAsync(cancel);

    /// <summary>The plan kept last; null where the operation has none.</summary>
    public static async Task<PlanReading?> Latest(RelightContext db, Id<Operation> operation, CancellationToken cancel = default)
    {
        var id = await LatestId(db, operation, cancel);
        return id is { } latest ? await Run(db, operation, latest, cancel) : null;
    }

    /// <summary>A plan of an operation; null where it has none of this id.</summary>
    public static async Task<PlanReading?> Run(
        RelightContext db, Id<Operation> operation, Id<StoredPlan> id, CancellationToken cancel = default)
    {
        var row = await db.Plans.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.Operation == operation, cancel);
        if (row is null)
            return null;
        var scenario = (await ReadScenario.Run(db, operation, row.Scenario, cancel))!;
        var list = await db.Plans.AsNoTracking()
            .Where(r => r.Scenario == row.Scenario && r.Operation == operation && r.Name == MakePlan.ListOrderName)
            .OrderByDescending(r => r.At)
            .FirstOrDefaultAsync(cancel);
        return new PlanReading(scenario, Open(row), list is null ? null : Open(list));
    }

    private static OpenPlan Open(PlanRow row)
    {
        var stored = row.Read();
        var read = PlanFile.Parse(stored.Json, "plan.json");
        return read.Value is { } plan
            ? new OpenPlan(stored, plan, row.At)
            : throw new InvalidDataException($"the stored plan {stored.Id} is damaged: {string.Join("; ", read.Errors)}");
    }
}

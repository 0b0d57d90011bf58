using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>Finds the scenario that people entered last: what there is to plan from.</summary>
public static class EnteredScenario
{
    /// <summary>The scenario that people entered last; of some that do not tell when, the first. Null where the operation has none.</summary>
    public static async Task<Scenario?> Latest(RelightContext db, Id<Operation> operation, CancellationToken cancel = default) =>
        (await db.Scenarios.AsNoTracking()
            .Where(row => row.Operation == operation && row.Of == null && !row.HasUnits)
            .OrderByDescending(row => row.EnteredAt != null).ThenByDescending(row => row.EnteredAt).ThenBy(row => row.Id)
            .FirstOrDefaultAsync(cancel))?.Read();
}

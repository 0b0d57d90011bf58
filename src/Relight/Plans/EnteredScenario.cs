using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>Finds the scenario that people entered last: what there is to plan from.</summary>
public static class EnteredScenario
{
    /// <summary>The scenario that people entered last; null where the operation has none.</summary>
    public static async Task<Scenario?> Latest(RelightContext db, Id<Operation> operation, CancellationToken cancel = default) => Among(
        (await db.Scenarios.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync(cancel)).ConvertAll(row => row.Read()));

    /// <summary>The one that people entered last among scenarios; of some that do not tell when, the first.</summary>
    internal static Scenario? Among(IReadOnlyList<Scenario> scenarios) =>
        scenarios.Where(one => one.Of is null && one.Units.Count == 0).MaxBy(one => one.EnteredAt ?? DateTimeOffset.MinValue);
}

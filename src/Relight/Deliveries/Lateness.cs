using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Plans;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>A repair of the latest plan that waits for a consignment which comes later than the plan has it.</summary>
/// <param name="Need">The need that the consignment is for.</param>
/// <param name="NeedTitle">Short name of the need.</param>
/// <param name="RepairWasToBegin">When the plan has the repair begin, UTC.</param>
/// <param name="UnitIsThere">When the unit is there, UTC.</param>
/// <param name="HoursLater">Hours by which the repair begins later than the plan has it, at least.</param>
[View(Audience.Coordination)]
public sealed record DelayedRepair(Id<Need> Need, string NeedTitle, DateTimeOffset RepairWasToBegin, DateTimeOffset UnitIsThere, double HoursLater);

/// <summary>What lateness of a consignment delays.</summary>
public static class Lateness
{
    /// <summary>Repairs of the plan kept last that cannot begin when it has them begin, the most delayed first; empty where there is no plan.</summary>
    public static async Task<IReadOnlyList<DelayedRepair>> Read(RelightContext db, Id<Operation> operation, Id<Consignment> id, CancellationToken cancel = default)
    {
        var consignment = (await db.Consignments.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == operation, cancel))?.Read();
        var units = consignment is null ? [] : UnitsOnTheWay.Of([consignment]);
        if (units.Count == 0 || await ReadPlan.Latest(db, operation, cancel) is not { } plan)
            return [];
        var ids = units.Select(unit => unit.Need).ToList();
        var needs = (await db.Needs.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel)).Select(row => row.Read());
        return Of([.. needs], units, plan);
    }

    /// <summary>Repairs of a plan that cannot begin when it has them begin, the most delayed first.</summary>
    /// <param name="needs">The needs that units are on their way to.</param>
    /// <param name="units">The units.</param>
    /// <param name="plan">The plan.</param>
    public static IReadOnlyList<DelayedRepair> Of(IReadOnlyList<Need> needs, IReadOnlyList<UnitsOnTheWay> units, PlanReading plan) =>
    [
        .. (from need in needs
            let arrival = units.Where(unit => unit.Need == need.Id).Select(unit => (DateTimeOffset?)unit.Arrival).Max()
            where arrival is not null
            // The plan may reckon with another unit for this repair, bought on the market: then this one delays nothing.
            where plan.Units.Any(unit => unit.Need == need.Id)
            let repair = plan.Best.Plan.Repairs.FirstOrDefault(repair => repair.Element == need.Site?.Exact.Element)
            where repair is not null
            let begins = plan.Scenario.At(repair.Start)
            where arrival > begins
            select new DelayedRepair(need.Id, need.Title, begins, arrival.Value, (arrival.Value - begins).TotalHours))
            .OrderByDescending(delayed => delayed.HoursLater),
    ];
}

using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Deliveries;
using Relight.Matching;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>A unit that a plan reckons with and that is there at another hour than it takes for granted.</summary>
/// <param name="Unit">The unit as the plan has it.</param>
/// <param name="Hour">Hour at which it is there as things are, on the clock of the plan; null where it was withdrawn, or nobody knows any more.</param>
public sealed record ArrivalChange(UnitArrival Unit, double? Hour)
{
    // Below this two hours are the same one, worked out in two ways.
    private const double LeastHours = 0.01;

    /// <summary>What has changed since a plan was made, in the order of the plan's units.</summary>
    /// <param name="scenario">The scenario that the plan solves.</param>
    /// <param name="supply">The needs and offers of its units, what is allocated of these and what is sent: that is there when its consignment is, whatever the offer says.</param>
    public static IReadOnlyList<ArrivalChange> Of(Scenario scenario, SupplyOfNeeds supply)
    {
        var (offers, atNeeds) = (supply.Offers.ToDictionary(offer => offer.Id), UnitsAtNeed.Of(supply).ToLookup(units => units.Need.Id));
        double? Hour(UnitArrival unit)
        {
            if (supply.IsLost(unit.Need, unit.Offer) || !offers.TryGetValue(unit.Offer, out var offer))
                return null;
            if (atNeeds[unit.Need].FirstOrDefault(units => units.Offer.Id == unit.Offer) is not { } own)
                return UnitArrivals.HourOf(scenario.HourZero, offer);
            // A bank that lost a unit comes when there is another for it.
            return own.Missing <= supply.FreeUnits(offer) ? own.WholeHour(scenario.HourZero)
                : UnitsAtNeed.IsWhole(atNeeds[unit.Need]) ? atNeeds[unit.Need].Max(units => units.HourOfAll(scenario.HourZero))
                : null;
        }

        return
        [
            .. scenario.Units.Select(unit => new ArrivalChange(unit, Hour(unit)))
                .Where(change => !(Math.Abs(change.Hour - change.Unit.Hour ?? double.MaxValue) < LeastHours)),
        ];
    }

    /// <summary>What has changed since a plan of an operation was made.</summary>
    public static async Task<IReadOnlyList<ArrivalChange>> Read(RelightContext db, Id<Operation> operation, Scenario scenario, CancellationToken cancel = default)
    {
        var (ids, ofNeeds) = (scenario.Units.Select(unit => unit.Offer).Distinct().ToList(), scenario.Units.Select(unit => unit.Need).Distinct().ToList());
        var needs = await db.Needs.AsNoTracking().Where(row => row.Operation == operation && ofNeeds.Contains(row.Id)).ToListAsync(cancel);
        var offers = await db.Offers.AsNoTracking().Where(row => row.Operation == operation && ids.Contains(row.Id)).ToListAsync(cancel);
        var (given, _) = (await StartsOfUnits.Load(db, operation, cancel)).WithArrivals(offers.ConvertAll(row => row.Read()));
        var consignments = await db.Consignments.AsNoTracking().Where(row => row.Operation == operation && row.State != ConsignmentState.Cancelled
            && db.ConsignmentLines.Any(line => line.Consignment == row.Id && ids.Contains(line.Offer))).ToListAsync(cancel);
        // What nobody confirmed in time counts until the ledger says that it lapsed.
        var allocations = await AllocationsAtMoment.LoadAll(db, operation, DateTimeOffset.MinValue, cancel, ids);
        return Of(scenario, new SupplyOfNeeds(needs.ConvertAll(row => row.Read()), given, allocations, new Dictionary<Id<Organisation>, Country>())
        {
            OnTheWay = [.. UnitsOnTheWay.Of(consignments.ConvertAll(row => row.Read())).Where(units => ids.Contains(units.Offer))],
        });
    }

    /// <summary>The same for the planner; a unit that does not come makes its repair wait for what it would wait for without one.</summary>
    internal RepairChange ForPlanner(Repair repair) => new(Unit.Element)
    {
        AvailableFrom = Hour ?? Unit.Without ?? repair.AvailableFrom,
        Hours = Hour is null ? repair.Hours - Unit.WorkHours : null,
    };
}

/// <summary>A repair of the present plan that is concerned by an arrival that changed. What is repaired is told by the need alone.</summary>
/// <param name="Need">The need that the unit is for.</param>
/// <param name="Title">Its short name, which gives no site away; null where it was withdrawn.</param>
/// <param name="Requirement">What would serve it; null where it was withdrawn.</param>
/// <param name="Oblast">Its oblast.</param>
/// <param name="Offer">The offer that the unit is of.</param>
/// <param name="OfferTitle">Its short name.</param>
/// <param name="PlanHasIt">When the plan has the unit there, UTC.</param>
/// <param name="IsThere">When it is there as things are, UTC; null where it does not come any more.</param>
/// <param name="RepairBegins">When the plan has the repair begin, UTC.</param>
[View(Audience.Coordination)]
public sealed record RepairConcerned(
    Id<Need> Need, string? Title, Requirement? Requirement, AreaCode? Oblast, Id<Offer> Offer, string OfferTitle,
    DateTimeOffset PlanHasIt, DateTimeOffset? IsThere, DateTimeOffset RepairBegins)
{
    /// <summary>Whether the repair cannot begin when the plan has it begin.</summary>
    public bool CannotBegin => IsThere is not { } there || there > RepairBegins;

    /// <summary>Repairs of a plan that are concerned: those that cannot begin as planned first, then by when they were to begin.</summary>
    public static async Task<IReadOnlyList<RepairConcerned>> Read(RelightContext db, Id<Operation> operation, PlanReading plan, CancellationToken cancel = default)
    {
        var changes = await ArrivalChange.Read(db, operation, plan.Scenario.Scenario, cancel);
        var ids = changes.Select(change => change.Unit.Need).Distinct().ToList();
        var needs = (await db.Needs.AsNoTracking().Where(row => row.Operation == operation && ids.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read());
        return
        [
            .. from change in changes
               let repair = plan.Best.Plan.Repairs.FirstOrDefault(repair => repair.Element == change.Unit.Element)
               where repair is not null
               let need = needs.GetValueOrDefault(change.Unit.Need)
               let concerned = new RepairConcerned(
                   change.Unit.Need, need?.Title, need?.Requirement, need?.Site?.Oblast, change.Unit.Offer, change.Unit.Title,
                   plan.Scenario.At(change.Unit.Hour), change.Hour is { } hour ? plan.Scenario.At(hour) : null, plan.Scenario.At(repair.Start))
               orderby concerned.CannotBegin descending, concerned.RepairBegins, concerned.Need
               select concerned,
        ];
    }
}

using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;

namespace Relight.Facilities;

/// <summary>How firmly a set is a facility's.</summary>
public enum SetBinding
{
    /// <summary>It is what the outlook works out: nothing holds it.</summary>
    WorkedOut,

    /// <summary>It is held for the facility's need, and lapses unless it is confirmed.</summary>
    Held,

    /// <summary>It is allocated to the facility's need.</summary>
    Confirmed,

    /// <summary>It is in a consignment to the facility's need.</summary>
    Sent,

    /// <summary>It was received there.</summary>
    Received,

    /// <summary>It is in service there.</summary>
    InService,
}

/// <summary>A set that a facility has, by the need at its place, or by one that was withdrawn since.</summary>
/// <param name="Offer">The offer of which it is one unit.</param>
/// <param name="Binding">How firmly it is the facility's.</param>
/// <param name="There">When it is there, or went into service, UTC; null where that is not known.</param>
/// <param name="NeedKilowatts">The load that the need asks for, in kW; that of the facility where the need was withdrawn.</param>
internal sealed record SetHeld(Offer Offer, SetBinding Binding, DateTimeOffset? There, decimal NeedKilowatts)
{
    /// <summary>The set that each facility has, the one that is the firmest; facilities that have none are left out.</summary>
    public static async Task<IReadOnlyDictionary<Id<Facility>, SetHeld>> Load(
        RelightContext db, Id<Operation> operation, IReadOnlyList<Facility> facilities, AllocationsAtMoment allocations, CancellationToken cancel)
    {
        var named = facilities.SelectMany(NeedsOf).ToHashSet();
        var needs = (await db.Needs.AsNoTracking().Where(row => row.Operation == operation && named.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read());
        var sent = await db.ConsignmentLines.AsNoTracking().Where(line => line.Operation == operation && !line.Cancelled && line.Need != null && named.Contains(line.Need.Value))
            .Select(line => line.Consignment).Distinct().ToListAsync(cancel);
        var consignments = (await db.Consignments.AsNoTracking().Where(row => sent.Contains(row.Id)).ToListAsync(cancel)).ConvertAll(row => row.Read());
        var installations = (await db.Installations.AsNoTracking().Where(row => named.Contains(row.Need)).ToListAsync(cancel)).ConvertAll(row => row.Read());
        var bound = OfAllocations(allocations).Concat(consignments.SelectMany(OfConsignment)).Concat(OfInstallations(installations))
            .Where(set => named.Contains(set.Need)).ToList();
        var offerIds = bound.Select(set => set.Offer).Distinct().ToList();
        var offers = (await db.Offers.AsNoTracking().Where(row => offerIds.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read());
        // A need that was withdrawn is not there to say what it was for: what came through it is a set where its offer is one.
        var ofNeed = bound.Where(set => offers.ContainsKey(set.Offer))
            .Where(set => needs.TryGetValue(set.Need, out var need) ? need.Requirement is FacilityPower : offers[set.Offer].Specification is GeneratingSet)
            .ToLookup(set => set.Need);
        var sets = new Dictionary<Id<Facility>, SetHeld>();
        foreach (var facility in facilities)
            if (NeedsOf(facility).SelectMany(need => ofNeed[need]).OrderByDescending(set => set.Binding).ThenBy(set => set.There).ThenBy(set => set.Offer).Cast<Bound?>().FirstOrDefault() is { } set
                && LoadOf(facility, needs.GetValueOrDefault(set.Need)) is { } load)
                sets[facility.Id] = new SetHeld(offers[set.Offer], set.Binding, set.There ?? ArrivalOf(offers[set.Offer]), load);
        return sets;
    }

    private static IEnumerable<Id<Need>> NeedsOf(Facility facility) => (facility.FormerNeeds ?? []).Concat(facility.Need is { } need ? [need] : []);

    private static decimal? LoadOf(Facility facility, Need? need) =>
        (need?.Requirement as FacilityPower)?.LoadKilowatts ?? facility.TypicalKilowatts ?? facility.EssentialKilowatts;

    private static IEnumerable<Bound> OfAllocations(AllocationsAtMoment allocations) => allocations.Standing.Where(held => held.Usable > 0)
        .Select(held => new Bound(held.Need, held.Offer, held.State == AllocationState.Confirmed ? SetBinding.Confirmed : SetBinding.Held, null));

    private static IEnumerable<Bound> OfConsignment(Consignment consignment) =>
        from line in consignment.Lines.Index()
        let whole = consignment.ReceivedWhole(line.Index + 1)
        where line.Item.Need is not null && consignment.Usable(line.Index + 1) > 0
        select new Bound(line.Item.Need!.Value, line.Item.Offer, whole > 0 ? SetBinding.Received : SetBinding.Sent, consignment.Arrival);

    private static IEnumerable<Bound> OfInstallations(IEnumerable<Installation> installations) => installations
        .Where(one => one.InServiceAt is not null)
        .Select(one => new Bound(one.Need, one.Offer, SetBinding.InService, one.InServiceAt));

    private static DateTimeOffset? ArrivalOf(Offer offer) =>
        offer.Arrival is { } arrival ? new DateTimeOffset(arrival.Latest, TimeOnly.MinValue, TimeSpan.Zero) : null;

    private readonly record struct Bound(Id<Need> Need, Id<Offer> Offer, SetBinding Binding, DateTimeOffset? There);
}

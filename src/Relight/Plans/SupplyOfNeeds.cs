using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>Needs, offers and what is allocated of an operation at a moment, with who may get what.</summary>
/// <param name="Needs">The needs, by id.</param>
/// <param name="Offers">The offers, by id.</param>
/// <param name="Allocations">What is allocated.</param>
/// <param name="Countries">Countries of organisations that have one.</param>
public sealed record SupplyOfNeeds(
    IReadOnlyList<Need> Needs, IReadOnlyList<Offer> Offers, AllocationsAtMoment Allocations, IReadOnlyDictionary<Id<Organisation>, Country> Countries)
{
    /// <summary>Units in consignments to needs.</summary>
    public IReadOnlyList<UnitsOnTheWay> OnTheWay { get; init; } = [];

    /// <summary>Places of transport.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>What lies in hubs.</summary>
    public IReadOnlyList<HubStock> Stocks { get; init; } = [];

    /// <summary>Offers of which their donors say when they can leave and not when they are there: their arrival is reckoned.</summary>
    public IReadOnlySet<Id<Offer>> ArrivalsReckoned { get; init; } = new HashSet<Id<Offer>>();

    /// <summary>Where units of an offer start from: the hub where most of them lie, else the place of the operation that the offer names by its code or name; null where neither has a position.</summary>
    public Position? StartOf(Offer offer) => new StartsOfUnits(Places, Stocks).Of(offer);

    /// <summary>Reads it.</summary>
    /// <param name="db">The register.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancel">Breaks off.</param>
    /// <param name="terms">What is reckoned for the way of units whose donors say no more than when they can leave; null for what is usual.</param>
    public static async Task<SupplyOfNeeds> Load(RelightContext db, Id<Operation> operation, DateTimeOffset now, CancellationToken cancel = default, TransportTerms? terms = null)
    {
        var needs = await db.Needs.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync(cancel);
        var offers = await db.Offers.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync(cancel);
        var organisations = await db.Organisations.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel);
        var starts = await StartsOfUnits.Load(db, operation, cancel);
        var (given, reckoned) = starts.WithArrivals(offers.ConvertAll(row => row.Read()), terms);
        return new SupplyOfNeeds(
            needs.ConvertAll(row => row.Read()),
            given,
            await AllocationsAtMoment.LoadAll(db, operation, now, cancel),
            organisations.Select(row => row.Read()).Where(by => by.Country is not null).ToDictionary(by => by.Id, by => by.Country!))
        {
            OnTheWay = await UnitsOnTheWay.Read(db, operation, cancel),
            Places = starts.Places,
            Stocks = starts.Stocks,
            ArrivalsReckoned = reckoned,
        };
    }

    /// <summary>Whether all that a need holds or was sent of an offer came damaged, was refused or did not come.</summary>
    public bool IsLost(Id<Need> need, Id<Offer> offer) => Allocations.IsLost(need, offer);

    /// <summary>Whether the donor of an offer lets it go to a need.</summary>
    public bool Allowed(Need need, Offer offer) => offer.Earmark?.WhyNot(need, Countries.GetValueOrDefault(need.Organisation)) is null;

    /// <summary>Units that could serve the needs at damaged elements, whoever gets them; what is begun takes nothing but its rest.</summary>
    public IReadOnlyList<UnitArrival> Candidates(OpenScenario withoutUnits)
    {
        var begun = UnitsAtNeed.Begun(this);
        return
        [
            .. Needs.SelectMany(need => !begun.TryGetValue(need.Id, out var units) ? UnitArrivals.Fitting(withoutUnits, need, Offers, Allowed)
                : UnitArrivals.At(withoutUnits, units) is { } rest && UnitArrivals.IsWaitedFor(rest) ? [rest] : []),
        ];
    }

    /// <summary>Hours before which no further unit serves needs of which a bank is begun, for what is there of it is not there sooner; on the clock of a scenario.</summary>
    internal IReadOnlyDictionary<Id<Need>, double> NotBefore(OpenScenario scenario) =>
        UnitsAtNeed.Begun(this).ToDictionary(begun => begun.Key, begun => begun.Value.HourOfAll(scenario.Scenario.HourZero));

    /// <summary>Units of an offer that no need holds and that are on the way to none.</summary>
    public int FreeUnits(Offer offer) => Allocations.FreeUnits(offer);
}

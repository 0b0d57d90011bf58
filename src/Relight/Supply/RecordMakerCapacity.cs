using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Supply;

/// <summary>Enters what a maker can make, or changes it: then its version is one more than the one that the author saw.</summary>
/// <param name="Capacity">What the maker can make.</param>
public sealed record RecordMakerCapacity(MakerCapacity Capacity) : ICommand
{
    // Slower than ten years is no delivery; more than this a month makes no works in the world.
    private const decimal LongestDays = 3650;
    private const decimal MostUnits = 1_000_000;

    /// <summary>The maker must be known and be one, numbers possible, the day not in the future.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, RecordMakerCapacity command, Moment moment)
    {
        var capacity = command.Capacity;
        var checks = new Checks()
            .Require(!state.IdTakenElsewhere, "capacity.id", capacity.Id, "is the id of an entry of another operation")
            .Text("capacity.title", capacity.Title)
            .Require(state.MakerKind is not null, "capacity.maker", capacity.Maker, "must be an organisation of this operation")
            .Require(state.MakerKind is null or OrganisationKind.Maker, "capacity.maker", state.MakerKind, "must be a maker of equipment")
            .Require(capacity.AsOf <= DateOnly.FromDateTime(moment.At.UtcDateTime), "capacity.asOf", capacity.AsOf, "must not lie in the future")
            .Text("capacity.source", capacity.Source)
            .Warn(state.SameProduct is not null, "capacity.product", state.SameProduct, "this maker has an entry of the same product already: what it makes is counted in both")
            .Warn(capacity.PerMonth is { IsSpecified: true, Upper: 0 }, "capacity.perMonth", capacity.PerMonth, "nothing is made; where the number is not known it is 'unspecified'");
        AtMost(checks, "capacity.perMonth", capacity.PerMonth, MostUnits);
        AtMost(checks, "capacity.orderBook", capacity.OrderBook, MostUnits);
        AtMost(checks, "capacity.leadDays", capacity.LeadDays, LongestDays);
        SpecificationChecks.Check(checks, "capacity.product", capacity.Product);
        VersionCheck.Check(checks, "capacity", state.Standing, capacity, state.Standing?.Version, capacity.Version);
        return checks.Or(() => new MakerCapacityRecorded(capacity));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.MakerCapacities.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Capacity.Id, cancel);
        var maker = await db.Organisations.AsNoTracking()
            .FirstOrDefaultAsync(o => o.Id == Capacity.Maker && o.Operation == moment.Operation, cancel);
        var elsewhere = row is not null && row.Operation != moment.Operation;
        var others = await db.MakerCapacities.AsNoTracking()
            .Where(o => o.Operation == moment.Operation && o.Maker == Capacity.Maker && o.Id != Capacity.Id).OrderBy(o => o.Id).ToListAsync(cancel);
        var same = others.Select(o => o.Read()).FirstOrDefault(other => LedgerJson.Write(other.Product) == LedgerJson.Write(Capacity.Product));
        return Decide(new State(elsewhere ? null : row?.Read(), elsewhere, maker?.Kind, same?.Title), this, moment);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Standing">The entry as it stands; null for a new one.</param>
    /// <param name="IdTakenElsewhere">Whether another operation has an entry of this id.</param>
    /// <param name="MakerKind">What the organisation named as the maker is; null where it is not known.</param>
    /// <param name="SameProduct">Title of another entry of the maker for the same product; null where there is none.</param>
    public sealed record State(MakerCapacity? Standing, bool IdTakenElsewhere, OrganisationKind? MakerKind, string? SameProduct = null);

    private static void AtMost(Checks checks, string field, Bounds bounds, decimal most) =>
        checks.Require(bounds.Lower <= most && !(bounds.Upper > most), field, bounds, FormattableString.Invariant($"must not be above {most}"));
}

/// <summary>What a maker can make was entered or changed.</summary>
/// <param name="Capacity">What the maker can make now.</param>
public sealed record MakerCapacityRecorded(MakerCapacity Capacity) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.MakerCapacities.FindAsync([Capacity.Id], cancel)
            ?? db.MakerCapacities.Add(new MakerCapacityRow { Id = Capacity.Id, Operation = moment.Operation }).Entity;
        row.With(Capacity);
    }
}

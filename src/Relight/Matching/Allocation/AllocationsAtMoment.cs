using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>Allocations as a decision sees them.</summary>
/// <param name="Standing">Those that keep units from others.</param>
/// <param name="Lapsed">Those that ran out and of which the ledger does not say so yet.</param>
public sealed record AllocationsAtMoment(IReadOnlyList<Allocation> Standing, IReadOnlyList<Allocation> Lapsed)
{
    /// <summary>
    /// What a command leads to, after what lapsed. The ledger says that an allocation lapsed before its units are given
    /// again, so that no clock that is slow can bring it back.
    /// </summary>
    public IReadOnlyList<IEvent> Then(params IEvent?[] happened) =>
        [.. Lapsed.Select(allocation => new AllocationLapsed(allocation.Id)), .. happened.OfType<IEvent>()];

    /// <summary>Units of an offer that stand.</summary>
    public int UnitsOf(Id<Offer> offer) => Standing.Where(allocation => allocation.Offer == offer).Sum(allocation => allocation.Units);

    /// <summary>How much of a need is filled by what stands.</summary>
    public decimal FilledOf(Id<Need> need) => Standing.Where(allocation => allocation.Need == need).Sum(allocation => allocation.Fills);

    /// <summary>The allocations of a need and those of an offer, each once.</summary>
    public static async Task<AllocationsAtMoment> Load(
        RelightContext db, Id<Need>? need, Id<Offer>? offer, Moment moment, CancellationToken cancel)
    {
        var (ofNeed, ofOffer) = (need ?? default, offer ?? default);
        var rows = await db.Allocations.AsNoTracking()
            .Where(row => row.Operation == moment.Operation
                && (row.State == AllocationState.Held || row.State == AllocationState.Confirmed)
                && ((need != null && row.Need == ofNeed) || (offer != null && row.Offer == ofOffer)))
            .OrderBy(row => row.LapsesAt).ThenBy(row => row.Id)
            .ToListAsync(cancel);
        return At(rows.ConvertAll(row => row.Read()), moment.At);
    }

    /// <summary>Every allocation of an operation that stands at an instant.</summary>
    public static async Task<AllocationsAtMoment> LoadAll(
        RelightContext db, Id<Operation> operation, DateTimeOffset now, CancellationToken cancel = default)
    {
        var rows = await db.Allocations.AsNoTracking()
            .Where(row => row.Operation == operation && (row.State == AllocationState.Held || row.State == AllocationState.Confirmed))
            .OrderBy(row => row.Id).ToListAsync(cancel);
        return At(rows.ConvertAll(row => row.Read()), now);
    }

    /// <summary>Tells what stands at an instant from what has lapsed.</summary>
    public static AllocationsAtMoment At(IReadOnlyList<Allocation> allocations, DateTimeOffset now) =>
        new([.. allocations.Where(a => a.Stands(now))], [.. allocations.Where(a => a.HasLapsed(now))]);
}

/// <summary>How events change an allocation.</summary>
internal static class AllocationChange
{
    /// <summary>Changes an allocation.</summary>
    public static async Task Change(RelightContext db, Id<Allocation> id, Func<Allocation, Allocation> change, CancellationToken cancel)
    {
        var row = await db.Allocations.FindAsync([id], cancel)
            ?? throw new InvalidOperationException($"allocation {id} is not in the register");
        row.With(change(row.Read()));
    }
}

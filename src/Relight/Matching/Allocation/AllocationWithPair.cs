using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>An allocation as a decision about it sees it.</summary>
/// <param name="Allocation">The allocation.</param>
/// <param name="Need">Its need.</param>
/// <param name="Offer">Its offer.</param>
/// <param name="Country">Country of who needs it; null where it has none.</param>
/// <param name="Contribution">The contribution that the offer is a part of; null where it is of none.</param>
/// <param name="ConfirmedUnits">Pieces of the offer's kind that are confirmed of this contribution, this allocation counted where it is confirmed.</param>
public sealed record AllocationWithPair(
    Allocation Allocation, Need Need, Offer Offer, Country? Country, Contribution? Contribution, int ConfirmedUnits)
{
    /// <summary>Whether what is not lost of it is in consignments, all of it.</summary>
    public bool IsInConsignments { get; init; }

    /// <summary>An allocation of an operation with its pair; null where there is none of this id.</summary>
    public static async Task<AllocationWithPair?> Load(RelightContext db, Id<Allocation> id, Moment moment, CancellationToken cancel)
    {
        var row = await db.Allocations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == moment.Operation, cancel);
        if (row is null)
            return null;
        // While units are held neither can be withdrawn, so that both are there; after that either may be gone, and nothing is asked of them.
        var need = await db.Needs.AsNoTracking().FirstOrDefaultAsync(need => need.Id == row.Need, cancel);
        var offer = (await db.Offers.AsNoTracking().FirstOrDefaultAsync(offer => offer.Id == row.Offer, cancel))?.Read();
        var by = need is null ? null : await db.Organisations.AsNoTracking().FirstOrDefaultAsync(by => by.Id == need.Organisation, cancel);
        var (gift, confirmed) = offer is null ? (null, 0) : await OfContribution(db, offer, moment, cancel);
        var sent = offer is not null && (await AllocationsAtMoment.LoadAll(db, moment.Operation, moment.At, cancel, [row.Offer])).IsInConsignments(row.Read(), offer);
        return new AllocationWithPair(row.Read(), need?.Read()!, offer!, by?.Read().Country, gift, confirmed) { IsInConsignments = sent };
    }

    private static async Task<(Contribution? Contribution, int Confirmed)> OfContribution(
        RelightContext db, Offer offer, Moment moment, CancellationToken cancel)
    {
        if (offer.Contribution is not { } id)
            return (null, 0);
        var item = offer.Specification.Item;
        var offers = await db.Offers.AsNoTracking()
            .Where(row => row.Operation == moment.Operation && row.Contribution == id && row.Item == item).Select(row => row.Id).ToListAsync(cancel);
        var confirmed = await db.Allocations.AsNoTracking()
            .Where(row => row.State == AllocationState.Confirmed && offers.Contains(row.Offer)).SumAsync(row => row.Units, cancel);
        var contribution = await db.Contributions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel);
        return (contribution?.Read(), confirmed);
    }
}

using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>What must be known to hold something of an offer for a need.</summary>
/// <param name="IdTaken">Whether an allocation of this id was made already.</param>
/// <param name="Need">The need; null where it is not known, or withdrawn.</param>
/// <param name="Offer">The offer; null where it is not known, or withdrawn.</param>
/// <param name="Country">Country of who needs it; null where it has none.</param>
/// <param name="Allocations">What is allocated to the need, and of the offer.</param>
public sealed record HoldState(bool IdTaken, Need? Need, Offer? Offer, Country? Country, AllocationsAtMoment Allocations)
{
    /// <summary>Reads it.</summary>
    internal static async Task<HoldState> Load(
        RelightContext db, Id<Allocation> allocation, Id<Need> needId, Id<Offer> offerId, Moment moment, CancellationToken cancel)
    {
        var need = (await db.Needs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == needId && row.Operation == moment.Operation, cancel))?.Read();
        var offer = (await db.Offers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == offerId && row.Operation == moment.Operation, cancel))?.Read();
        var by = need is null ? null : (await db.Organisations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == need.Organisation, cancel))?.Read();
        return new HoldState(
            await db.Allocations.AnyAsync(row => row.Id == allocation, cancel),
            need, offer, by?.Country, await AllocationsAtMoment.Load(db, needId, offerId, moment, cancel));
    }
}

/// <summary>What must hold wherever something of an offer is held for a need, in whole units or by amount.</summary>
internal static class HoldChecks
{
    /// <summary>The allocation must be new, and both must be there.</summary>
    public static Checks Pair(HoldState state, Id<Allocation> allocation, Id<Need> need, Id<Offer> offer, string? why) => new Checks()
        .Require(!state.IdTaken, "allocation", allocation, "is the id of another allocation")
        .Require(state.Need is not null, "need", need, "must be a need of this operation that was not withdrawn")
        .Require(state.Offer is not null, "offer", offer, "must be an offer of this operation that was not withdrawn")
        .OptionalText("why", why, Checks.Paragraphs);

    /// <summary>The donor must have bound the offer to nothing else, and no rule may say that it does not fit.</summary>
    public static void Fits(Checks checks, HoldState state, Need need, Offer offer, string? why)
    {
        if (offer.Earmark?.WhyNot(need, state.Country) is { } bound)
            checks.Refuse("offer", offer.Id, bound);
        Fit.Check(checks, "offer", need, offer, why);
    }
}

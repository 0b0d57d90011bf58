using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Matching;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Takes out of the register an offer that was taken back, used elsewhere or lost. The ledger keeps it, with the reason.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Why">The reason.</param>
public sealed record WithdrawOffer(Id<Offer> Offer, int ExpectedVersion, string Why) : ICommand
{
    /// <summary>The offer must be there, as its author saw it, and no need hold units of it.</summary>
    /// <param name="version">The version of the offer; null where it is not known.</param>
    /// <param name="unitsHeld">Whether units of it are held for a need, confirmed or not.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(int? version, bool unitsHeld, WithdrawOffer command)
    {
        var checks = new Checks()
            .Require(version is not null, "offer", command.Offer, "must be an offer of this operation")
            .Require(!unitsHeld, "offer", command.Offer, "needs hold units of it: release them first")
            .Text("why", command.Why, Checks.Paragraphs);
        if (version is { } standing && standing != command.ExpectedVersion)
            checks.Add(new Conflict("expectedVersion", $"{command.ExpectedVersion}", $"{standing}", "the offer has changed since you read it"));
        return checks.Or(() => new OfferWithdrawn(command.Offer, command.Why));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Offers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Offer && row.Operation == moment.Operation, cancel);
        var held = (await AllocationsAtMoment.Load(db, null, Offer, moment, cancel)).Standing.Count > 0;
        return Decide(row?.Version, held, this);
    }
}

/// <summary>An offer was taken out of the register.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Why">The reason.</param>
public sealed record OfferWithdrawn(Id<Offer> Offer, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Offers.FindAsync([Offer], cancel)
            ?? throw new InvalidOperationException($"offer {Offer} is not in the register");
        db.Offers.Remove(row);
    }
}

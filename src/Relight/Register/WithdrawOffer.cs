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
    /// <summary>The offer must be there, as its author saw it, no need hold units of it, and none be in a consignment: where goods are is told by their offer.</summary>
    /// <param name="version">The version of the offer; null where it is not known.</param>
    /// <param name="unitsHeld">Whether units of it are held for a need, confirmed or not.</param>
    /// <param name="unitsSent">Units of it in consignments that are not called off, received or not.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="amountsSent">Whether amounts of it are in such consignments.</param>
    public static Decision Decide(int? version, bool unitsHeld, int unitsSent, WithdrawOffer command, bool amountsSent = false)
    {
        var checks = new Checks()
            .Require(version is not null, "offer", command.Offer, "must be an offer of this operation")
            .Require(!unitsHeld, "offer", command.Offer, "needs hold units of it: release them first")
            .Require(unitsSent == 0, "offer", command.Offer, $"units of it are in consignments: {unitsSent}; lower its number to these instead")
            .Require(!amountsSent, "offer", command.Offer, "amounts of it are in consignments")
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
        var sent = db.ConsignmentLines.Where(line => line.Operation == moment.Operation && line.Offer == Offer && !line.Cancelled);
        return Decide(row?.Version, held, await sent.SumAsync(line => line.Units, cancel), this, await sent.AnyAsync(line => line.AmountUnit != null, cancel));
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

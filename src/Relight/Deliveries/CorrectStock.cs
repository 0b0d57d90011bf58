using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Puts the stock of a hub right after a count.</summary>
/// <param name="Hub">The hub.</param>
/// <param name="Offer">The offer that the units are of.</param>
/// <param name="SeenUnits">Units that the author saw in the register.</param>
/// <param name="Units">Units that were counted.</param>
/// <param name="Why">The reason.</param>
public sealed record CorrectStock(Id<Place> Hub, Id<Offer> Offer, int SeenUnits, int Units, string Why) : ICommand
{
    private const int Most = 1_000_000;

    /// <summary>There cannot be fewer than none, and nobody else must have changed the stock meanwhile.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, CorrectStock command)
    {
        var checks = new Checks()
            .Text("why", command.Why, Checks.Paragraphs)
            .Require(state.IsHub, "hub", command.Hub, "must be a hub of this operation")
            .Require(state.OfferKnown, "offer", command.Offer, "must be an offer of this operation")
            .Require(command.Units is >= 0 and <= Most, "units", command.Units, $"must be from 0 to {Most}");
        if (state.Units != command.SeenUnits)
            checks.Add(new Conflict("seenUnits", $"{command.SeenUnits}", $"{state.Units}", "the stock has changed since you read it"));
        return checks
            .Require(command.Units != state.Units, "units", command.Units, "is what the register has already")
            .Or(() => new StockCorrected(command.Hub, command.Offer, command.Units - state.Units, command.Why));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        new State(
            await db.Places.AnyAsync(row => row.Id == Hub && row.Operation == moment.Operation && row.IsHub, cancel),
            await db.Offers.AnyAsync(row => row.Id == Offer && row.Operation == moment.Operation, cancel),
            (await HubStock.Of(db, moment.Operation, Hub, cancel)).GetValueOrDefault(Offer)),
        this);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IsHub">Whether the place is a hub of the operation.</param>
    /// <param name="OfferKnown">Whether the offer is known.</param>
    /// <param name="Units">Units that the register has.</param>
    public sealed record State(bool IsHub, bool OfferKnown, int Units);
}

/// <summary>The stock of a hub was put right.</summary>
/// <param name="Hub">The hub.</param>
/// <param name="Offer">The offer that the units are of.</param>
/// <param name="Change">Units more, or fewer where it is below zero.</param>
/// <param name="Why">The reason.</param>
public sealed record StockCorrected(Id<Place> Hub, Id<Offer> Offer, int Change, string Why) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => HubStock.Add(db, moment, Hub, Offer, Change, cancel);
}

using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Puts the stock of a hub right after a count.</summary>
/// <param name="Hub">The hub.</param>
/// <param name="Offer">The offer that the units are of.</param>
/// <param name="SeenUnits">Whole units that the author saw in the register.</param>
/// <param name="Units">Whole units that were counted.</param>
/// <param name="Why">The reason.</param>
/// <param name="SeenAmount">The amount beside whole units that the author saw; null for none.</param>
/// <param name="Amount">The amount that was counted beside whole units, exact; null for none.</param>
public sealed record CorrectStock(Id<Place> Hub, Id<Offer> Offer, int SeenUnits, int Units, string Why, Quantity? SeenAmount = null, Quantity? Amount = null) : ICommand
{
    private const int Most = 1_000_000;

    /// <summary>There cannot be less than nothing, and nobody else must have changed the stock meanwhile.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, CorrectStock command)
    {
        var counted = command.Amount is { Bounds: { Qualifier: Qualifier.Exact, Lower: 0 } } ? null : command.Amount;
        var checks = new Checks()
            .Text("why", command.Why, Checks.Paragraphs)
            .Require(state.IsHub, "hub", command.Hub, "must be a hub of this operation")
            .Require(state.Offer is not null, "offer", command.Offer, "must be an offer of this operation")
            .Require(command.Units is >= 0 and <= Most, "units", command.Units, $"must be from 0 to {Most}");
        if (counted is not null)
            CheckAmount(checks, counted, state.Offer);
        if (state.Units != command.SeenUnits)
            checks.Add(new Conflict("seenUnits", $"{command.SeenUnits}", $"{state.Units}", "the stock has changed since you read it"));
        if (!Same(state.Amount, command.SeenAmount))
            checks.Add(new Conflict("seenAmount", command.SeenAmount?.ToString(), state.Amount?.ToString(), "the stock has changed since you read it"));
        return checks
            .Require(command.Units != state.Units || !Same(counted, state.Amount), "units", command.Units, "is what the register has already")
            .Or(() => new StockCorrected(command.Hub, command.Offer, command.Units - state.Units, command.Why, counted));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var stock = (await HubStock.Of(db, moment.Operation, Hub, cancel)).GetValueOrDefault(Offer);
        return Decide(
            new State(
                await db.Places.AnyAsync(row => row.Id == Hub && row.Operation == moment.Operation && row.IsHub, cancel),
                (await db.Offers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Offer && row.Operation == moment.Operation, cancel))?.Read().Specification,
                stock?.Units ?? 0,
                stock?.Amount),
            this);
    }

    private static void CheckAmount(Checks checks, Quantity amount, Specification? offer)
    {
        if (amount.Bounds.Qualifier != Qualifier.Exact || (amount.Unit.IsCounted && !decimal.IsInteger(amount.Bounds.Lower)))
            checks.Refuse("amount", amount, "must be an exact amount, of what is counted a whole one");
        else if (offer is not null)
            checks.Require(Goods.EachOf(offer, amount.Unit) is not null, "amount", amount, $"it must be known how much one unit holds, in {amount.Unit}");
    }

    private static bool Same(Quantity? one, Quantity? other) => one is null || other is null
        ? one == other
        : one.Unit.Dimension == other.Unit.Dimension && one.Bounds.Lower == other.LowerIn(one.Unit);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IsHub">Whether the place is a hub of the operation.</param>
    /// <param name="Offer">Technical data of a unit of the offer; null where it is not known.</param>
    /// <param name="Units">Whole units that the register has.</param>
    /// <param name="Amount">The amount beside them; null for none.</param>
    public sealed record State(bool IsHub, Specification? Offer, int Units, Quantity? Amount = null);
}

/// <summary>The stock of a hub was put right.</summary>
/// <param name="Hub">The hub.</param>
/// <param name="Offer">The offer that the units are of.</param>
/// <param name="Change">Whole units more, or fewer where it is below zero.</param>
/// <param name="Why">The reason.</param>
/// <param name="Amount">The amount that lies beside the whole units from now on; null for none.</param>
public sealed record StockCorrected(Id<Place> Hub, Id<Offer> Offer, int Change, string Why, Quantity? Amount = null) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => HubStock.Correct(db, moment, Hub, Offer, Change, Amount, cancel);
}

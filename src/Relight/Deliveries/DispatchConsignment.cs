using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>
/// Lets a consignment leave: its first leg begins, its units come out of stock where they lie there, and its gifts are dispatched.
/// For one that was received before anyone told so, it says when it left, and no more: all else followed from the receipt.
/// </summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="At">When it left.</param>
public sealed record DispatchConsignment(Id<Consignment> Consignment, int ExpectedVersion, DateTimeOffset At) : ICommand
{
    /// <summary>It must not have left, and the stock that it comes out of must be there.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, DispatchConsignment command, Moment moment)
    {
        var checks = new Checks();
        ConsignmentChange.CheckVersion(checks, state.Consignment, command.Consignment, command.ExpectedVersion);
        checks.Require(command.At <= moment.At, "at", command.At, "must not lie in the future");
        if (state.Consignment is not { } consignment)
            return checks.Refused();
        var first = consignment.Receipts.Select(receipt => (DateTimeOffset?)receipt.At).Min();
        checks.Require(consignment.State == ConsignmentState.Planned || consignment.DispatchUnknown, "consignment", consignment.State, "must not have left, nor be called off")
            .Require(!(command.At > first), "at", command.At, $"must not be after some of it was received ({first:u})")
            .Warn(consignment.Legs[0].Papers.Any(paper => !paper.There), "consignment", consignment.Title, "papers of its first leg are not there yet");
        if (consignment is { FromStock: true, HasLeft: false })
            HubStock.CheckTaken(checks, consignment, state.Stock);
        state.Gifts.Warn(checks);
        return checks.OrAll(() => [new ConsignmentDispatched(command.Consignment, command.At), .. state.Gifts.Events]);
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var consignment = await ConsignmentChange.Load(db, Consignment, moment, cancel);
        var stock = consignment is null ? [] : await HubStock.Of(db, moment.Operation, consignment.Legs[0].From, cancel);
        var gifts = consignment is null or { HasLeft: true } ? GiftStages.None : await GiftsOf(db, consignment, At, moment, cancel);
        return Decide(new State(consignment, stock, gifts), this, moment);
    }

    /// <summary>How the contributions of a consignment that leaves come to be dispatched; what comes out of stock was dispatched by its donor before.</summary>
    internal static async Task<GiftStages> GiftsOf(RelightContext db, Consignment consignment, DateTimeOffset at, Moment moment, CancellationToken cancel) => consignment.FromStock
        ? GiftStages.None
        : await GiftStages.Load(db, moment, GoodsStage.Dispatched, [.. consignment.Lines.Select(line => new GoodsMoved(line.Offer, line.Units, line.Amount))], at, $"left in the consignment {consignment.Title}", cancel);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Consignment">The consignment as it stands; null where it is not known.</param>
    /// <param name="Stock">What lies in stock at the place where it begins, by offer.</param>
    /// <param name="Gifts">How the contributions that its units are of come to be dispatched.</param>
    public sealed record State(Consignment? Consignment, IReadOnlyDictionary<Id<Offer>, StockKnown> Stock, GiftStages Gifts);
}

/// <summary>A consignment left.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="At">When it left, UTC.</param>
public sealed record ConsignmentDispatched(Id<Consignment> Consignment, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var consignment = await ConsignmentChange.Change(
            db, Consignment, before => before with { Legs = ConsignmentChange.WithLeg(before.Legs, 1, leg => leg with { Departed = At }) }, cancel);
        if (consignment is { FromStock: true, Receipts.Count: 0 })
            await HubStock.Take(db, moment, consignment, cancel);
    }
}

using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>
/// Tells what became of goods that were short, damaged or refused: made good, they count as received whole and can be installed, or
/// lie in the hub, and the need that held them holds them again; given up, they stand no longer among what has not come into service, and
/// an allocation of which nothing else is left is released.
/// </summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="ExpectedVersion">The version that the author saw.</param>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Kind">How they were lost.</param>
/// <param name="Much">How much of the line, in its measure: whole units, or the unit of its amount.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Why">How, in words.</param>
/// <param name="At">When; null for now.</param>
public sealed record SettleLoss(
    Id<Consignment> Consignment, int ExpectedVersion, int Line, LossKind Kind, decimal Much, LossOutcome Outcome, string Why, DateTimeOffset? At = null) : ICommand
{
    /// <summary>No more is settled than was lost so, in the measure of the line, with the reason, after it was told.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, SettleLoss command, Moment moment)
    {
        var at = command.At ?? moment.At;
        var checks = new Checks()
            .Text("why", command.Why, Checks.Paragraphs)
            .Require(Enum.IsDefined(command.Kind), "kind", command.Kind, "must be short, damaged or refused")
            .Require(Enum.IsDefined(command.Outcome), "outcome", command.Outcome, "must be made good or given up")
            .Require(at <= moment.At, "at", at, "must not lie in the future");
        ConsignmentChange.CheckVersion(checks, state.Consignment, command.Consignment, command.ExpectedVersion);
        if (state.Consignment is not { } consignment)
            return checks.Refused();
        if (command.Line < 1 || command.Line > consignment.Lines.Count)
            return checks.Refuse("line", command.Line, $"must be from 1 to {consignment.Lines.Count}").Refused();
        var (line, open) = (consignment.Lines[command.Line - 1], consignment.Unsettled(command.Line, command.Kind));
        var unit = line.Amount is { } amount ? $" {amount.Unit}" : "";
        checks.Require(command.Much > 0, "much", command.Much, "must be above 0")
            .Require(command.Much <= open || !Enum.IsDefined(command.Kind), "much", command.Much, FormattableString.Invariant($"must not be more than was lost so and is not settled yet: {open:0.###}{unit}"))
            .Require(!(at < FirstTold(consignment, command)), "at", at, "must not be before it was received");
        if (ReceiveConsignment.WhyNotMeasured(line, command.Much) is { } why && command.Much > 0)
            checks.Refuse("much", command.Much, why);
        state.Gifts.Warn(checks);
        var allocated = checks.Clean ? AfterIt(state, command, moment, checks) : [];
        var settled = new Settlement(command.Line, command.Kind, command.Much, command.Outcome, at, moment.By, command.Why);
        return checks.OrAll(() => [new LossSettled(command.Consignment, settled), .. allocated, .. state.Gifts.Events]);
    }

    // What the need holds of it: again where it is made good, no longer where it is given up and nothing else of the allocation is left.
    private static IReadOnlyList<IEvent> AfterIt(State state, SettleLoss command, Moment moment, Checks checks)
    {
        if (state.Held is not { } held)
            return [];
        var (units, amount) = state.Consignment!.Measured(command.Line, command.Much);
        var much = Goods.UnitsIn(held.Offer.Specification, units, amount);
        if (command.Outcome == LossOutcome.MadeGood)
        {
            var again = held.WhenMadeGood(much);
            checks.Warn(
                held.FilledAfter(again) > state.Takes, "line", command.Line,
                "the need holds more than it takes now, for it got others meanwhile: release what others can use");
            return again;
        }
        var released = held.WithNothingLeft(much);
        var confirmed = state.Allocations.Where(one => one.Allocation.State == AllocationState.Confirmed && released.Any(other => other.Id == one.Allocation.Id)).ToList();
        return
        [
            .. released.Select(one => new AllocationReleased(one.Id, command.Why)),
            .. confirmed.Count == 0 ? [] : AllocatedStage.After(confirmed[0], confirmed[0].ConfirmedUnits - confirmed.Sum(one => one.Allocation.Units), moment, checks),
        ];
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var consignment = await ConsignmentChange.Load(db, Consignment, moment, cancel);
        var line = consignment is not null && Line >= 1 && Line <= consignment.Lines.Count ? consignment.Lines[Line - 1] : null;
        var held = line?.Need is { } need ? await HeldOf.Load(db, need, line.Offer, moment, cancel) : null;
        var allocations = new List<AllocationWithPair>();
        foreach (var allocation in held?.Allocations.Standing.Where(one => one.Need == held.Need && one.Offer == held.Offer.Id && one.Lost > 0) ?? [])
            if (await AllocationWithPair.Load(db, allocation.Id, moment, cancel) is { } pair)
                allocations.Add(pair);
        var counts = line is not null && consignment!.Hub is null && Outcome == LossOutcome.MadeGood && Much > 0 && Much <= consignment.Unsettled(Line, Kind)
            && ReceiveConsignment.WhyNotMeasured(line, Much) is null;
        var gifts = GiftStages.None;
        if (counts)
        {
            var (units, amount) = consignment!.Measured(Line, Much);
            gifts = await GiftStages.Load(db, moment, GoodsStage.Received, [new GoodsMoved(line!.Offer, units, amount)], At ?? moment.At, $"made good in the consignment {consignment.Title}", cancel);
        }
        return Decide(new State(consignment, gifts) { Held = held, Allocations = allocations, Takes = allocations.Count > 0 ? Filling.Of(allocations[0].Need).Takes : null }, this, moment);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Consignment">The consignment as it stands; null where it is not known.</param>
    /// <param name="Gifts">How the contribution that it is of comes to be received.</param>
    public sealed record State(Consignment? Consignment, GiftStages Gifts)
    {
        /// <summary>What the need of the line holds of its offer; null where the line is for no need.</summary>
        public HeldOf? Held { get; init; }

        /// <summary>The allocations among these of which something is lost.</summary>
        public IReadOnlyList<AllocationWithPair> Allocations { get; init; } = [];

        /// <summary>How much the need takes in all; null where it takes whatever comes, or holds nothing of it.</summary>
        public decimal? Takes { get; init; }
    }

    private static DateTimeOffset? FirstTold(Consignment consignment, SettleLoss command) => consignment.Receipts
        .Where(receipt => receipt.Lines.Any(part => part.Line == command.Line && part.Lost(command.Kind) > 0)).Select(receipt => (DateTimeOffset?)receipt.At).Min();
}

/// <summary>It was told what became of goods that were short, damaged or refused.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="Settled">What became of them.</param>
public sealed record LossSettled(Id<Consignment> Consignment, Settlement Settled) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var consignment = await ConsignmentChange.Change(db, Consignment, before => before with { Settlements = [.. before.Settlements, Settled] }, cancel);
        if (Settled.Outcome != LossOutcome.MadeGood || consignment.Hub is not { } hub)
            return;
        var (units, amount) = consignment.Measured(Settled.Line, Settled.Much);
        await HubStock.Add(db, moment, hub, consignment.Lines[Settled.Line - 1].Offer, Settled.At, units, amount, cancel);
    }
}

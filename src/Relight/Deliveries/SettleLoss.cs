using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>
/// Tells what became of goods that were short, damaged or refused: made good, they count as received whole and can be installed, or
/// lie in the hub; given up, they stand no longer among what has not come into service.
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
        checks.Warn(
            command.Outcome == LossOutcome.GivenUp && state.IsHeld, "line", command.Line,
            "the need holds these units still: release the allocation, so that others can serve it");
        state.Gifts.Warn(checks);
        var settled = new Settlement(command.Line, command.Kind, command.Much, command.Outcome, at, moment.By, command.Why);
        return checks.OrAll(() => [new LossSettled(command.Consignment, settled), .. state.Gifts.Events]);
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var consignment = await ConsignmentChange.Load(db, Consignment, moment, cancel);
        var line = consignment is not null && Line >= 1 && Line <= consignment.Lines.Count ? consignment.Lines[Line - 1] : null;
        var held = line?.Need is { } need
            && (await Matching.AllocationsAtMoment.Load(db, need, line.Offer, moment, cancel)).Standing.Any(allocation => allocation.Need == need && allocation.Offer == line.Offer);
        var counts = line is not null && consignment!.Hub is null && Outcome == LossOutcome.MadeGood && Much > 0 && Much <= consignment.Unsettled(Line, Kind)
            && ReceiveConsignment.WhyNotMeasured(line, Much) is null;
        var gifts = GiftStages.None;
        if (counts)
        {
            var (units, amount) = consignment!.Measured(Line, Much);
            gifts = await GiftStages.Load(db, moment, GoodsStage.Received, [new GoodsMoved(line!.Offer, units, amount)], moment.At, $"made good in the consignment {consignment.Title}", cancel);
        }
        return Decide(new State(consignment, gifts) { IsHeld = held }, this, moment);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Consignment">The consignment as it stands; null where it is not known.</param>
    /// <param name="Gifts">How the contribution that it is of comes to be received.</param>
    public sealed record State(Consignment? Consignment, GiftStages Gifts)
    {
        /// <summary>Whether the need of the line holds units of its offer.</summary>
        public bool IsHeld { get; init; }
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
        await HubStock.Add(db, moment, hub, consignment.Lines[Settled.Line - 1].Offer, units, amount, cancel);
    }
}

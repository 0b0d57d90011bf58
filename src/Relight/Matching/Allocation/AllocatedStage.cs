using Relight.Ledger;
using Relight.Register;

namespace Relight.Matching;

/// <summary>
/// How a contribution's stage "allocated" follows what the register has confirmed. It moves only what it counted itself: a
/// number that a claim or a person put there stands, and is told where it differs. Nothing is allocated of what was not
/// committed, as stages have it; then the units are confirmed all the same, and the doubt is told.
/// </summary>
internal static class AllocatedStage
{
    private const string Words = "counted from the confirmed allocations";

    /// <summary>What happens to the contribution when so many pieces of it are confirmed in all; empty where it does not follow.</summary>
    /// <param name="state">The allocation that changes, with the contribution as it stands.</param>
    /// <param name="now">Pieces that are confirmed after the change.</param>
    /// <param name="moment">When.</param>
    /// <param name="checks">Takes doubts.</param>
    public static IReadOnlyList<IEvent> After(AllocationWithPair state, int now, Moment moment, Checks checks)
    {
        // Goods by amount are not counted in pieces, and their contributions neither; metres of a drum are no drum.
        if (state.Contribution is not { } gift || state.Offer.Specification is Goods || state.Allocation.Amount is not null)
            return [];
        var item = state.Offer.Specification.Item;
        var entries = gift.Items.Where(entry => entry.Value.Item.Kind == item && entry.Value.Quantity.Unit == Unit.Piece).ToList();
        var reached = gift.Reached().Where(r => r.Item == item && r.Measure == Unit.Piece.Code).ToList();
        if (reached.Find(r => r.Stage == GoodsStage.Committed) is not { } committed)
        {
            checks.Warn(true, "allocation", gift.Title, "its contribution is not committed in pieces of this kind, so that its stage does not follow");
            return [];
        }
        var own = entries.Find(entry => entry.Value.Stage == GoodsStage.Allocated);
        if (own is not null && own.Value.Quantity.Bounds != Bounds.Exactly(state.ConfirmedUnits))
        {
            checks.Warn(true, "allocation", own.Value.Quantity, $"its contribution says that so many are allocated, the register counts {now}: the contribution stays as it is");
            return [];
        }
        if (own is null && (now < state.ConfirmedUnits || reached.Exists(r => r.Stage == GoodsStage.Allocated && r.Bounds.Lower >= now)))
            return [];
        if (now > committed.Bounds.Upper)
        {
            checks.Warn(true, "allocation", now, $"more than were committed ({committed.Bounds}), so that its stage does not follow");
            return [];
        }
        if (now <= 0)
            return [new StageTakenBack(gift.Id, item, Unit.Piece.Code, GoodsStage.Allocated, Words)];
        var origin = entries.Where(entry => entry.Value.Stage.Order >= ((Stage)GoodsStage.Committed).Order && !entry.Value.Stage.IsOut)
            .MinBy(entry => entry.Value.Stage.Order)!;
        var day = ReportedDate.On(DateOnly.FromDateTime(moment.At.UtcDateTime));
        return [new StageAdvanced(gift.Id, origin.Claim, new ItemAtStage(origin.Value.Item, GoodsStage.Allocated, Quantity.Pieces(now), day), null, Words)];
    }
}

using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>
/// How contributions come further because units of their offers did. Each stage up to the one that was reached is passed
/// by <see cref="AdvanceStage"/>, since what was dispatched was committed and allocated. What claims say already is never
/// lowered: units that are told of here may be among those.
/// </summary>
/// <param name="Events">The steps, in order.</param>
/// <param name="Left">Contributions that cannot come further, with the reason.</param>
public sealed record GiftStages(IReadOnlyList<StageAdvanced> Events, IReadOnlyList<(string Title, string Why)> Left)
{
    /// <summary>No contribution comes further.</summary>
    public static GiftStages None { get; } = new([], []);

    /// <summary>Warns of each contribution that cannot come further.</summary>
    public void Warn(Checks checks)
    {
        foreach (var (title, why) in Left)
            checks.Warn(true, "contribution", title, $"stays at its stage: {why}");
    }

    /// <summary>The steps by which contributions reach a stage.</summary>
    /// <param name="contribution">The contribution.</param>
    /// <param name="item">The kind of its items that came further.</param>
    /// <param name="pieces">How many pieces of them have reached the stage in all.</param>
    /// <param name="to">The stage.</param>
    /// <param name="date">The day.</param>
    /// <param name="why">How it is known.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static GiftStages Of(Contribution contribution, ItemKind item, int pieces, GoodsStage to, DateOnly date, string why, Moment moment)
    {
        var events = new List<StageAdvanced>();
        foreach (var stage in Stage.OfGoods.Skip(1).TakeWhile(stage => stage.Order <= (int)to))
        {
            if (contribution.Reached().FirstOrDefault(r => r.Stage == stage && r.Item == item && r.Measure == Unit.Piece.Code) is { } standing && standing.Bounds.Lower >= pieces)
                continue;
            var decision = AdvanceStage.Decide(
                contribution,
                new AdvanceStage(contribution.Id, contribution.Version, item, (GoodsStage)(stage.Order - 1), stage, Quantity.Pieces(pieces), null, date, why),
                moment);
            if (decision is Decision.Refused refused)
                return new GiftStages([], [(contribution.Title, string.Join("; ", refused.Refusals))]);
            var step = (StageAdvanced)((Decision.Accepted)decision).Events[0];
            contribution = ContributionChange.After(contribution, step, moment);
            events.Add(step);
        }
        return new GiftStages(events, []);
    }

    /// <summary>The steps by which the contributions of some offers reach a stage.</summary>
    /// <param name="db">The register.</param>
    /// <param name="moment">When, where and by whom.</param>
    /// <param name="to">Dispatched, received or in service.</param>
    /// <param name="now">Units that reach it now, by offer.</param>
    /// <param name="at">When they reached it.</param>
    /// <param name="why">How it is known.</param>
    /// <param name="cancel">Breaks off.</param>
    internal static async Task<GiftStages> Load(
        RelightContext db, Moment moment, GoodsStage to, IReadOnlyList<(Id<Offer> Offer, int Units)> now, DateTimeOffset at, string why, CancellationToken cancel)
    {
        var named = now.Where(units => units.Units > 0).Select(units => units.Offer).ToHashSet();
        var gifts = await db.Offers.AsNoTracking()
            .Where(row => row.Operation == moment.Operation && named.Contains(row.Id) && row.Contribution != null)
            .Select(row => new { row.Contribution, row.Item }).Distinct().ToListAsync(cancel);
        var (events, left) = (new List<StageAdvanced>(), new List<(string, string)>());
        foreach (var kinds in gifts.GroupBy(gift => gift.Contribution!.Value).OrderBy(kinds => kinds.Key))
        {
            var contribution = (await db.Contributions.AsNoTracking().FirstAsync(row => row.Id == kinds.Key, cancel)).Read();
            foreach (var item in kinds.Select(gift => gift.Item).Order())
            {
                var offers = await db.Offers.Where(row => row.Contribution == kinds.Key && row.Item == item).Select(row => row.Id).ToListAsync(cancel);
                var pieces = await Before(db, offers, to, cancel) + now.Where(units => offers.Contains(units.Offer)).Sum(units => units.Units);
                var steps = Of(contribution, item, pieces, to, DateOnly.FromDateTime(at.UtcDateTime), why, moment);
                contribution = steps.Events.Aggregate(contribution, (before, step) => ContributionChange.After(before, step, moment));
                events.AddRange(steps.Events);
                left.AddRange(steps.Left);
            }
        }
        return new GiftStages(events, left);
    }

    private static async Task<int> Before(RelightContext db, List<Id<Offer>> offers, GoodsStage to, CancellationToken cancel)
    {
        if (to == GoodsStage.InService)
            return await db.Installations.Where(row => offers.Contains(row.Offer) && row.InService).SumAsync(row => row.Units, cancel);
        var lines = db.ConsignmentLines.Where(line => offers.Contains(line.Offer));
        return to == GoodsStage.Dispatched
            ? await lines.Where(line => !line.FromStock && line.Dispatched).SumAsync(line => line.Units, cancel)
            // What is received in a hub is on its way still: it is handed over where it is needed.
            : await lines.Where(line => line.Need != null).SumAsync(line => line.ReceivedWhole, cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Units, or an amount, of an offer that came further.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Units">Whole units; 0 where an amount did.</param>
/// <param name="Amount">The amount; null where whole units did.</param>
internal readonly record struct GoodsMoved(Id<Offer> Offer, int Units, Quantity? Amount);

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
    /// <param name="quantity">How much of them has reached the stage in all.</param>
    /// <param name="to">The stage.</param>
    /// <param name="date">The day.</param>
    /// <param name="why">How it is known.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static GiftStages Of(Contribution contribution, ItemKind item, Quantity quantity, GoodsStage to, DateOnly date, string why, Moment moment)
    {
        var events = new List<StageAdvanced>();
        foreach (var stage in Stage.OfGoods.Skip(1).TakeWhile(stage => stage.Order <= (int)to))
        {
            if (contribution.Reached().FirstOrDefault(r => r.Stage == stage && r.Item == item && r.Measure == quantity.Unit.Code) is { } standing
                && standing.Bounds.Lower >= quantity.Bounds.Lower)
                continue;
            var decision = AdvanceStage.Decide(
                contribution,
                new AdvanceStage(contribution.Id, contribution.Version, item, (GoodsStage)(stage.Order - 1), stage, quantity, null, date, why),
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
    /// <param name="now">What reaches it now.</param>
    /// <param name="at">When it reached it.</param>
    /// <param name="why">How it is known.</param>
    /// <param name="cancel">Breaks off.</param>
    internal static async Task<GiftStages> Load(
        RelightContext db, Moment moment, GoodsStage to, IReadOnlyList<GoodsMoved> now, DateTimeOffset at, string why, CancellationToken cancel)
    {
        var named = now.Where(moved => moved.Units > 0 || moved.Amount is not null).Select(moved => moved.Offer).ToHashSet();
        var gifts = await db.Offers.AsNoTracking()
            .Where(row => row.Operation == moment.Operation && named.Contains(row.Id) && row.Contribution != null)
            .Select(row => new { row.Contribution, row.Item }).Distinct().ToListAsync(cancel);
        var (events, left) = (new List<StageAdvanced>(), new List<(string, string)>());
        foreach (var kinds in gifts.GroupBy(gift => gift.Contribution!.Value).OrderBy(kinds => kinds.Key))
        {
            var contribution = (await db.Contributions.AsNoTracking().FirstAsync(row => row.Id == kinds.Key, cancel)).Read();
            foreach (var item in kinds.Select(gift => gift.Item).Order())
            {
                var offers = (await db.Offers.AsNoTracking().Where(row => row.Contribution == kinds.Key && row.Item == item).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read());
                var moved = (await Before(db, [.. offers.Keys], to, cancel)).Concat(now).Where(part => offers.ContainsKey(part.Offer));
                foreach (var quantity in Together(contribution, item, moved.Select(part => (offers[part.Offer].Specification, part))))
                {
                    var steps = Of(contribution, item, quantity, to, DateOnly.FromDateTime(at.UtcDateTime), why, moment);
                    contribution = steps.Events.Aggregate(contribution, (before, step) => ContributionChange.After(before, step, moment));
                    events.AddRange(steps.Events);
                    left.AddRange(steps.Left);
                }
            }
        }
        return new GiftStages(events, left);
    }

    // Equipment is counted in pieces, goods in the unit in which their contribution counts them: a tank is no piece of fuel. Conductor
    // is counted by length where its contribution counts it so, else by the drum.
    private static IEnumerable<Quantity> Together(Contribution contribution, ItemKind item, IEnumerable<(Specification Unit, GoodsMoved Moved)> parts)
    {
        var counted = contribution.Items.Select(entry => entry.Value).Where(entry => entry.Item.Kind == item).Select(entry => entry.Quantity.Unit).ToList();
        Unit MeasureOf(Specification specification) => Goods.HeldBy(specification) is { Bounds.Lower: > 0, Unit: var own }
            && (specification is Goods || counted.Exists(unit => unit.Dimension == own.Dimension)) ? own : Unit.Piece;
        foreach (var measure in parts.GroupBy(part => MeasureOf(part.Unit)).GroupBy(of => of.Key.Dimension))
        {
            var unit = counted.Find(unit => unit.Dimension == measure.Key) ?? measure.First().Key;
            var (sum, isExact) = (0m, true);
            foreach (var (specification, moved) in measure.SelectMany(of => of))
            {
                sum += Goods.EachOf(specification, unit) is { } each ? (moved.Units * each) + (moved.Amount?.LowerIn(unit) ?? 0) : Goods.UnitsIn(specification, moved.Units, moved.Amount);
                isExact &= moved.Units == 0 || specification is not Goods { PerUnit.Bounds.Qualifier: not Qualifier.Exact };
            }
            sum = unit.IsCounted ? Math.Floor(sum) : Math.Floor(sum * 1000) / 1000;
            if (sum > 0)
                yield return new Quantity(isExact ? Bounds.Exactly(sum) : Bounds.AtLeast(sum), unit);
        }
    }

    private static async Task<IReadOnlyList<GoodsMoved>> Before(RelightContext db, List<Id<Offer>> offers, GoodsStage to, CancellationToken cancel)
    {
        if (to == GoodsStage.InService)
            return [.. (await db.Installations.AsNoTracking().Where(row => offers.Contains(row.Offer) && row.InService).ToListAsync(cancel))
                .Select(row => row.Read()).Select(one => new GoodsMoved(one.Offer, one.Units, one.Amount))];
        var lines = db.ConsignmentLines.AsNoTracking().Where(line => offers.Contains(line.Offer));
        return to == GoodsStage.Dispatched
            ? [.. (await lines.Where(line => !line.FromStock && line.Dispatched).ToListAsync(cancel)).Select(line => new GoodsMoved(line.Offer, line.Units, line.AmountSent()))]
            // What is received in a hub is on its way still: it is handed over where it is needed.
            : [.. (await lines.Where(line => line.Need != null).ToListAsync(cancel)).Select(line => new GoodsMoved(line.Offer, line.ReceivedWhole, line.AmountReceivedWhole()))];
    }
}

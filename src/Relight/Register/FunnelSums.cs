using Relight.Storage;

namespace Relight.Register;

/// <summary>Adds sums up by item, measure and stage.</summary>
internal sealed class FunnelSums
{
    private static readonly Stage[] s_goods = [.. Stage.OfGoods, GoodsStage.Withdrawn, GoodsStage.Lost];
    private static readonly Stage[] s_money = [.. Stage.OfMoney, MoneyStage.Withdrawn, MoneyStage.Lost];

    // By the place of the stage, see Stage.Order.
    private readonly Dictionary<(ItemKind Item, string Measure, bool IsMoney), Total[]> _lines = [];

    /// <summary>Adds a sum.</summary>
    public void Add(in StageSum sum)
    {
        var key = (sum.Item, sum.Measure, sum.Stage.IsMoney);
        if (!_lines.TryGetValue(key, out var totals))
            _lines.Add(key, totals = new Total[s_goods.Length]);
        totals[sum.Stage.Order] += sum.Total;
    }

    /// <summary>The lines, by item, money given before the worth of goods, by unit or currency.</summary>
    /// <param name="stages">Stages that are wanted; null for every stage on the way, also where nothing has come that far.</param>
    public IReadOnlyList<FunnelLine> Lines(IReadOnlyCollection<Stage>? stages = null) =>
        [.. _lines.OrderBy(line => line.Key.Item).ThenByDescending(line => line.Key.IsMoney).ThenBy(line => line.Key.Measure, StringComparer.Ordinal)
            .Select(line => LineOf(line.Key.Item, line.Key.Measure, line.Key.IsMoney, line.Value, stages))];

    /// <summary>The line of the same item and measure as another; none where there is none, or nothing is asked for.</summary>
    public IReadOnlyList<FunnelLine> Line(FunnelLine? like) =>
        like is not null && _lines.TryGetValue((like.Item, like.Measure, like.IsMoney), out var totals) ? [LineOf(like.Item, like.Measure, like.IsMoney, totals, null)] : [];

    private static FunnelLine LineOf(ItemKind item, string measure, bool isMoney, Total[] totals, IReadOnlyCollection<Stage>? stages)
    {
        List<StageTotal> On(Func<Stage, bool> isWanted)
        {
            var on = new List<StageTotal>(totals.Length);
            foreach (var stage in isMoney ? s_money : s_goods)
                if (isWanted(stage) && stages?.Contains(stage) != false)
                    on.Add(new StageTotal(stage, totals[stage.Order]));
            return on;
        }
        return new FunnelLine(item, measure, isMoney, On(stage => !stage.IsOut), On(stage => stage.IsOut && totals[stage.Order].Parts > 0));
    }
}

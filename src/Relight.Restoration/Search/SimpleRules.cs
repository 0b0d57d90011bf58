using Relight.Grid;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>Orders by rules of thumb, to compare with.</summary>
internal static class SimpleRules
{
    /// <summary>The biggest first: generators by capacity, branches by rating (no limit counts as biggest), buses by demand.</summary>
    public static IEnumerable<int> BiggestFirst(JobBoard board)
    {
        var network = board.Problem.Network;
        return ByFalling(board, element => element.Kind switch
        {
            ElementKind.Bus => network.Buses[network.IndexOf(element.Number)].DemandMegawatts,
            ElementKind.Branch => network.Branches[element.Number - 1].RatingMegavoltAmperes is > 0 and var rating
                ? rating
                : double.PositiveInfinity,
            _ => network.Generators[element.Number - 1].MaxMegawatts,
        });
    }

    /// <summary>
    /// What carries most when all is repaired comes first: generators by what can be taken from them, branches by their
    /// flow, buses by what goes through them (the utilisation heuristic of Rhodes et al. 2021, "PowerModelsRestoration.jl").
    /// </summary>
    public static IEnumerable<int> Utilisation(JobBoard board, DeliveryModel model)
    {
        var all = new RepairSet(board.Count);
        for (var j = 0; j < board.Count; j++)
            all[j] = true;
        var delivery = new LoadDelivery.LoadDelivery(model);
        delivery.Evaluate(all);
        var flow = new Dictionary<ElementId, double>();
        var through = new double[model.BusCount];
        for (var k = 0; k < model.BranchCount; k++)
        {
            var megawatts = Math.Abs(delivery.Flow(k));
            flow[new ElementId(ElementKind.Branch, model.BranchRow[k])] = megawatts;
            through[model.BranchFrom[k]] += megawatts / 2;
            through[model.BranchTo[k]] += megawatts / 2;
        }
        for (var i = 0; i < model.BusCount; i++)
            flow[new ElementId(ElementKind.Bus, model.BusIds[i])] = through[i];
        foreach (var generator in board.Problem.Network.Generators.Where(g => board.Problem.Network.HasBus(g.Bus)))
            flow[new ElementId(ElementKind.Generator, generator.Row)] = generator.MaxMegawatts;
        return ByFalling(board, element => flow.GetValueOrDefault(element));
    }

    /// <summary>
    /// One after the other whatever brings most megawatts for each hour of its work; the shortest work where nothing
    /// brings any.
    /// </summary>
    public static IEnumerable<int> Greedy(JobBoard board, StateValues values, Func<bool> stop)
    {
        var repaired = new RepairSet(board.Count);
        var order = new List<int>();
        while (order.Count < board.Count)
        {
            var key = values.Key(repaired);
            var worth = stop() ? 0 : values.Get(key, repaired);
            var best = Open(board, repaired).MaxBy(Rate);
            order.Add(best);
            repaired[best] = true;

            (double, double, int) Rate(int job)
            {
                if (stop())
                    return (0, -board.Hours[job], -job);
                repaired[job] = true;
                var gain = values.Get(key ^ values.Key(job), repaired) - worth;
                repaired[job] = false;
                return (gain / Math.Max(board.Hours[job], 1e-6), -board.Hours[job], -job);
            }
        }
        return order;
    }

    /// <summary>
    /// One restoration path after the other: of all sets of repairs that bring a dark bus, or a generator, back to a place
    /// that is supplied with the least work, the one that brings most megawatts for each hour.
    /// </summary>
    public static IEnumerable<int> LookAhead(JobBoard board, DeliveryModel model, StateValues values, Func<bool> stop)
    {
        var repaired = new RepairSet(board.Count);
        var paths = new RestorationPaths(board, model);
        var order = new List<int>();
        while (order.Count < board.Count)
        {
            IReadOnlyList<int> best = [];
            var bestRate = 0.0;
            var worth = stop() ? 0 : values.Get(values.Key(repaired), repaired);
            foreach (var path in stop() ? [] : paths.From(repaired))
            {
                if (stop())
                    break;
                var with = repaired.Copy();
                foreach (var job in path)
                    with[job] = true;
                var rate = (values.Get(values.Key(with), with) - worth) / Math.Max(path.Sum(j => board.Hours[j]), 1e-6);
                if (rate > bestRate + 1e-9)
                    (best, bestRate) = (path, rate);
            }
            if (best.Count == 0)
                best = [Open(board, repaired).MinBy(j => (board.Hours[j], j))];
            foreach (var job in best)
            {
                order.Add(job);
                repaired[job] = true;
            }
        }
        return order;
    }

    private static IEnumerable<int> Open(JobBoard board, RepairSet repaired) => Enumerable.Range(0, board.Count)
        .Where(j => !repaired[j] && board.Before[j].All(b => repaired[b]));

    private static IEnumerable<int> ByFalling(JobBoard board, Func<ElementId, double> size) => Enumerable
        .Range(0, board.Count)
        .OrderByDescending(j => size(board.Problem.Repairs[j].Element))
        .ThenBy(j => j);
}

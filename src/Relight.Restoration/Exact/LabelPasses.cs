using Relight.Restoration.Search;

namespace Relight.Restoration.Exact;

/// <summary>
/// Passes over the layers of labels, from no job ended to all. A pass keeps the most promising labels of each layer, as
/// many as it is wide, and notes the least bound of those it leaves out: nothing better than that can be missed.
/// </summary>
internal sealed class LabelPasses
{
    private const int StopEvery = 64;

    private readonly ExactBoard _board;
    private readonly ServedTable _served;
    private readonly RestBound _rest;
    private readonly LabelGrowth _growth;
    private readonly Goal _goal;
    private double _bound;

    /// <summary>Starts from a plan and the bound of the empty set.</summary>
    public LabelPasses(JobBoard board, ServedTable served, Candidate incumbent)
    {
        _board = new ExactBoard(board);
        _served = served;
        _goal = new Goal(board, served, incumbent);
        var rate = Rates(served.Ceiling);
        _rest = new RestBound(_board, rate);
        _growth = new LabelGrowth(_board, rate, _rest, inOrder: false);
        // Ends that are off by some ticks change the cost by no more than the demand over these ticks.
        Slack = _board.Rounding * served.WeightedDemand / ExactBoard.TicksPerHour;
        _bound = Math.Min(_goal.Best.Unserved, _growth.First.Bound);
    }

    /// <summary>Labels looked at.</summary>
    public long Labels { get; private set; }

    /// <summary>True where the best plan is as good as the bound.</summary>
    public bool IsProven => _bound - Slack >= Limit;

    /// <summary>By how much sums of times that are not whole ticks may have raised the bound, MWh.</summary>
    private double Slack { get; }

    /// <summary>What has been found and proven so far.</summary>
    public ExactResult Result()
    {
        var best = _goal.Best;
        return new ExactResult(
            best, IsProven ? best.Unserved : Math.Clamp(_bound - Slack, 0, best.Unserved), IsProven, _served, Labels);
    }

    /// <summary>A pass in which every set is worth as much as its best part: what it misses, no schedule has.</summary>
    /// <param name="width">Labels to keep of a layer.</param>
    /// <param name="stop">Ends the pass without a new bound.</param>
    /// <returns>True where nothing was left out for its number.</returns>
    public bool Run(int width, Func<bool> stop)
    {
        if (!Pass(_growth, width, stop, out var open, out var least))
            return false;
        _bound = Math.Max(_bound, Math.Min(Math.Min(open, least), _goal.Best.Unserved));
        return double.IsPositiveInfinity(open);
    }

    /// <summary>
    /// A pass in which every set is worth what it is worth, also where a part of it is worth more: finds the best of the
    /// schedules in which no job waits without need, but bounds no others.
    /// </summary>
    /// <inheritdoc cref="Run"/>
    public bool RunInOrder(int width, Func<bool> stop) =>
        Pass(new LabelGrowth(_board, Rates(_served.Worth), _rest, inOrder: true), width, stop, out var open, out _)
        && double.IsPositiveInfinity(open);

    private bool Pass(LabelGrowth growth, int width, Func<bool> stop, out double open, out double least)
    {
        var layers = new List<LabelLayer> { new(_board) };
        layers[0].Append(growth.First, growth.FirstNumbers);
        open = least = double.PositiveInfinity;
        for (var depth = 0; layers[depth].Count > 0; depth++)
        {
            var layer = layers[depth];
            var kept = layer.Kept(growth, Limit, width, ref open);
            var next = new LabelLayer(_board);
            for (var k = 0; k < kept.Count; k++)
            {
                if (k % StopEvery == 0 && stop())
                    return false;
                if (growth.IsGoal(layer[kept[k]]))
                    least = Math.Min(least, _goal.Reach(growth, layers, depth, kept[k]));
                else
                    Labels += growth.Extend(layer, kept[k], Limit, next);
            }
            layer.Forget();
            layers.Add(next);
        }
        return true;
    }

    /// <summary>Weighted MWh unserved in a tick, for every set.</summary>
    private double[] Rates(Func<int, double> worth) => [.. Enumerable.Range(0, _board.All + 1)
        .Select(set => (_served.WeightedDemand - worth(set)) / ExactBoard.TicksPerHour)];

    /// <summary>Nothing that leaves as much as this can matter.</summary>
    private double Limit =>
        _goal.Best.Unserved - (ExactSearch.Tolerance * Math.Max(_served.WeightedDemand, _goal.Best.Unserved));
}

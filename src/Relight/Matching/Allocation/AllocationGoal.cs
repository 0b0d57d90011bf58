namespace Relight.Matching;

/// <summary>What is looked for: the greatest worth; of a worth that is given the least cost; of a worth and a cost the greatest marks.</summary>
internal sealed record AllocationGoal
{
    /// <summary>The worth that it must have, in thousandths; null for the greatest.</summary>
    public long? Worth { get; init; }

    /// <summary>What its ways must cost; null for the least.</summary>
    public long? Euros { get; init; }

    /// <summary>A need that must get a number of units at least; null for none.</summary>
    public int? Served { get; init; }

    /// <summary>How many units that need must get.</summary>
    public int Least { get; init; }
}

/// <summary>Units by pair, and their worth in thousandths; no units where there is no allocation.</summary>
internal sealed record AllocationSolution(long[] Units, long Worth, long Bound)
{
    /// <summary>Whether it is the best by what was looked for.</summary>
    public bool IsProven { get; init; }
}

/// <summary>How much may still be looked at.</summary>
/// <param name="effort">Steps of the solver for all together.</param>
/// <param name="cancel">Ends it.</param>
internal sealed class AllocationBudget(double effort, CancellationToken cancel)
{
    private double _left = effort;

    public CancellationToken Cancel => cancel;

    public bool IsLeft => _left > 0.01 && !cancel.IsCancellationRequested;

    public double Left => Math.Max(0.01, _left);

    public void Take(double used) => _left -= used;
}

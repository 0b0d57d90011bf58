namespace Relight.Matching;

/// <summary>
/// Gives units to needs so that their worth together is greatest, with a proof, or a bound where time ends before. Of
/// several allocations of the same worth it takes the one whose ways cost least, and of these the one whose pairs have the
/// greatest marks, a mark being made of the two ids alone: so the answer does not depend on the order of anything, and a new
/// offer that nobody takes changes nothing.
/// </summary>
public static class Allocator
{
    /// <summary>The best allocation.</summary>
    /// <param name="problem">Needs, units, what can serve what, and what stays.</param>
    /// <param name="effort">How much may be looked at, in the solver's own steps (about a second of one core each), for all together.</param>
    /// <param name="explain">Whether each need that goes without is to be told why.</param>
    /// <param name="progress">Is told how far it is, with the best so far.</param>
    /// <param name="cancel">Ends it with the best so far.</param>
    /// <exception cref="ArgumentException">Locks give more than there is, or what cannot be given.</exception>
    public static AllocationResult Run(
        AllocationProblem problem, double effort = 30, bool explain = true, IProgress<AllocationProgress>? progress = null, CancellationToken cancel = default)
    {
        var model = new AllocationModel(problem);
        var budget = new AllocationBudget(effort, cancel);
        var best = model.Solve(budget, new AllocationGoal(), (worth, bound) => progress?.Report(new AllocationProgress(worth, bound, 0)));
        var units = best.Worth == best.Bound ? AmongEquals(model, best, budget) : best.Units;
        var unserved = new List<Unserved>();
        for (var n = 0; n < model.Needs.Length && explain; n++)
        {
            if (Explain(model, units, best.Worth, n, budget) is { } without)
                unserved.Add(without);
            progress?.Report(new AllocationProgress(AllocationModel.OfThousandths(best.Worth), AllocationModel.OfThousandths(best.Bound), (n + 1.0) / model.Needs.Length));
        }
        return new AllocationResult(model.Gifts(units), AllocationModel.OfThousandths(best.Worth), AllocationModel.OfThousandths(best.Bound), unserved)
        {
            Interrupted = cancel.IsCancellationRequested,
        };
    }

    // The same worth again, first with the ways, then with the marks: only where the worth is proven, for else there may be a better one.
    private static long[] AmongEquals(AllocationModel model, AllocationSolution best, AllocationBudget budget)
    {
        var cheapest = model.HasWays ? model.Solve(budget, new AllocationGoal { Worth = best.Worth }) : best;
        if (cheapest.Units.Length == 0)
            return best.Units;
        // Where time ended before the cheapest was proven, what was found stays: another of the same cost would not be told from it.
        if (model.HasWays && !cheapest.IsProven)
            return cheapest.Units;
        var marked = model.Solve(budget, new AllocationGoal { Worth = best.Worth, Euros = model.EurosOf(cheapest.Units) });
        return marked.Units.Length > 0 ? marked.Units : cheapest.Units;
    }

    private static Unserved? Explain(AllocationModel model, long[] units, long worth, int n, AllocationBudget budget)
    {
        var need = model.Needs[n];
        var missing = need.Units - (int)model.Of(n).Sum(g => units[g]);
        if (missing <= 0)
            return null;
        if (!model.Of(n).Any())
            return new Unserved(need.Need, missing, Shortage.NothingFits, [], 0);
        if (!budget.IsLeft)
            return new Unserved(need.Need, missing, Shortage.NotLookedInto, [], 0);
        var other = model.Solve(budget, new AllocationGoal { Served = n, Least = need.Units - missing + 1 });
        if (other.Units.Length == 0)
            return new Unserved(need.Need, missing, model.WhyNone(n), [], 0);
        var losers = model.Needs.Select((_, m) => m)
            .Where(m => m != n && model.WorthOf(m, other.Units) < model.WorthOf(m, units))
            .Select(m => model.Needs[m].Need).ToList();
        return new Unserved(
            need.Need, missing, losers.Count > 0 ? Shortage.WorthMoreElsewhere : Shortage.WorthNothing, losers, AllocationModel.OfThousandths(worth - other.Worth));
    }
}

using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>
/// The search for a plan: streams that anneal side by side in rounds, each round from the best of all, cooler than the
/// one before.
/// </summary>
internal sealed class PlanSearch(
    JobBoard board, DeliveryModel model, PlannerOptions options, Budget budget, Action<double, long, double> report)
{
    private const int Rounds = 6;

    // With a limit of states the number of streams decides the plan, so it must not depend on the machine.
    private readonly SearchStream[] _streams = [.. Enumerable
        .Range(0, options.States is null ? Math.Max(1, options.Threads) : 2)
        .Select(s => new SearchStream(board, model, unchecked((options.Seed * 7919) + s)))];

    /// <summary>States computed by all streams.</summary>
    public long Computed => _streams.Sum(s => s.Values.Computed);

    /// <summary>Runs the search.</summary>
    public Candidate Run()
    {
        var first = _streams[0];
        var best = first.Of(Enumerable.Range(0, board.Count));
        Report(best, 0);
        if (board.Count < 2)
            return best;
        if (options.StartFrom is { } plan)
            best = Better(best, StartingPlan.Of(plan, board, first, () => Used() >= 0.3));
        best = Better(best, first.Of(ReverseGreedy.Order(board, first.Values, () => Used() >= 0.5)));
        var start = Used();
        Report(best, start);
        for (var round = 0; round < Rounds && Used() < 1; round++)
        {
            best = RunRound(best, round, start + ((1 - start) * round / Rounds), start + ((1 - start) * (round + 1) / Rounds));
            Report(best, Used());
        }
        return best;
    }

    private Candidate RunRound(Candidate best, int round, double from, double to)
    {
        var hot = 0.1 * best.Unserved / board.Count * Math.Pow(0.5, round);
        var cold = hot * 1e-3;
        var results = new Candidate[_streams.Length];
        void RunStream(int s)
        {
            // A stream's share of the round's budget: with a limit of states by its own count.
            var statesBefore = _streams[s].Values.Computed;
            var schedulesBefore = _streams[s].Evaluation.Count;
            double Progress()
            {
                var used = options.States is null
                    ? budget.Used(0, 0)
                    : from + (_streams.Length * budget.Used(
                        _streams[s].Values.Computed - statesBefore, _streams[s].Evaluation.Count - schedulesBefore));
                if (s == 0)
                    Report(results[0] ?? best, used);
                // The end of the last round may come out a last digit above 1, which is never reached.
                return budget.IsCancelled || used >= 1 ? 1 : (used - from) / (to - from);
            }
            results[s] = _streams[s].Anneal(best, hot, cold, Progress);
        }

        if (options.Threads > 1 && _streams.Length > 1)
            Parallel.For(0, _streams.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, RunStream);
        else
            for (var s = 0; s < _streams.Length; s++)
                RunStream(s);
        return results.Append(best).MinBy(c => c.Unserved)!;
    }

    private static Candidate Better(Candidate best, Candidate other) => other.Unserved < best.Unserved ? other : best;

    private double Used() => budget.Used(Computed, _streams.Sum(s => s.Evaluation.Count));

    private void Report(Candidate best, double used) => report(best.Unserved, Computed, used);
}

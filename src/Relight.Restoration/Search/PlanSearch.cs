using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>
/// The search for a plan: streams that anneal side by side in rounds, each round from the best of all, cooler than the
/// one before, or, where there is time for it, hot enough to end elsewhere.
/// </summary>
internal sealed class PlanSearch(
    JobBoard board, DeliveryModel model, PlannerOptions options, Budget budget, Action<Candidate, long, double> report)
{
    private const int Rounds = 6;

    // A round in which a stream looked at so many schedules for each job has settled: the next may go further afield.
    private const int SettledSchedules = 300;
    private const double FurtherAfield = 5;

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
        foreach (var start in Starts(first))
        {
            best = Better(best, start);
            Report(best, Used());
            if (Used() >= 0.5)
                break;
        }
        var begun = Used();
        for (var round = 0; round < Rounds && Used() < 1; round++)
        {
            best = RunRound(best, round, begun + ((1 - begun) * round / Rounds), begun + ((1 - begun) * (round + 1) / Rounds));
            Report(best, Used());
        }
        return best;
    }

    /// <summary>
    /// Where the search may start: the plan that the options give, and what rules of thumb make, each also without idle
    /// crews.
    /// </summary>
    private IEnumerable<Candidate> Starts(SearchStream stream)
    {
        if (options.StartFrom is { } plan)
            yield return StartingPlan.Of(plan, board, stream, () => Used() >= 0.3);
        IEnumerable<Func<IEnumerable<int>>> rules =
        [
            () => ReverseGreedy.Order(board, stream.Values, () => Used() >= 0.4),
            () => SimpleRules.Utilisation(board, model),
            () => SimpleRules.BiggestFirst(board),
            () => SimpleRules.Greedy(board, stream.Values, () => Used() >= 0.5),
            () => Enumerable.Range(0, board.Count),
        ];
        foreach (var rule in rules)
        {
            int[] order = [.. rule()];
            yield return stream.Of(order);
            if (Dispatch.Order(board, order) is { } busy && !busy.SequenceEqual(order))
                yield return stream.Of(busy);
        }
    }

    private Candidate RunRound(Candidate best, int round, double from, double to)
    {
        var hot = 0.1 * best.Unserved / board.Count;
        var settled = _streams[0].Evaluation.Count > (long)SettledSchedules * board.Count * round;
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
            // Where rounds settle, each stream goes near the best and far afield by turns.
            var heat = settled && (round + s) % 2 == 1 ? hot * FurtherAfield : hot * Math.Pow(0.5, round);
            results[s] = _streams[s].Anneal(best, heat, hot * 1e-3 * Math.Pow(0.5, round), Progress);
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

    private void Report(Candidate best, double used) => report(best, Computed, used);
}

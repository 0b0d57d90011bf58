using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>
/// The search for a plan: streams that anneal side by side in rounds, each cooler than the one before, or, where there is
/// time for it, hot enough to end elsewhere. At first each stream goes its own way and learns from the others where they
/// serve more; then all go on from the best.
/// </summary>
/// <param name="board">The jobs.</param>
/// <param name="model">The model of the grid.</param>
/// <param name="options">How long to look, and how.</param>
/// <param name="budget">The budget.</param>
/// <param name="report">Is told of the best that all streams share, of the states computed and of the share of the budget used.</param>
/// <param name="found">Is told of what each stream finds in between, from its own thread; null where nobody asks.</param>
/// <param name="good">Sets of repairs that others find meanwhile, to lead the streams elsewhere; null for none.</param>
internal sealed class PlanSearch(
    JobBoard board,
    DeliveryModel model,
    PlannerOptions options,
    Budget budget,
    Action<Candidate, long, double> report,
    Action<Candidate>? found = null,
    GoodSets? good = null)
{
    private const int Rounds = 8;

    // Of these, those in which each stream goes on from what it had.
    private const int RoundsApart = 4;

    // A round in which a stream looked at so many schedules for each job has settled: the next may go further afield.
    private const int SettledSchedules = 300;
    private const double FurtherAfield = 60;

    // Of the budget at most, for the starts. Where they take more than a small part of it, states are dear.
    private const double ShareOfStarts = 0.3;
    private const double EndOfStarts = 0.8;
    private const double DearStarts = 0.05;

    // Of a round at most, for sets of repairs that others have found.
    private const double ShareOfDetours = 0.4;

    private readonly GoodSets _good = good ?? new GoodSets();

    // With a limit of states the number of streams decides the plan, so it must not depend on the machine.
    private readonly SearchStream[] _streams = [.. Enumerable
        .Range(0, options.States is null ? Math.Max(1, options.Threads) : 2)
        .Select(s => new SearchStream(board, model, unchecked((options.Seed * 7919) + s), budget, found))];

    /// <summary>States computed by all streams.</summary>
    public long Computed => _streams.Sum(s => s.Values.Computed);

    /// <summary>Runs the search.</summary>
    public Candidate Run()
    {
        var best = _streams[0].Of(Enumerable.Range(0, board.Count));
        if (board.Count < 2)
            return best;
        // Where the budget ends before any order is valued, that of utilisation is the better guess.
        best = Better(best, _streams[0].Of(SimpleRules.Utilisation(board, model)));
        Report(best, 0);
        var own = new Candidate[_streams.Length];
        best = Round(best, own, Used(), ShareOfStarts, (s, progress) => Start(s, best, progress));
        var begun = Used();
        var dear = begun > DearStarts;
        for (var round = 0; round < Rounds && Used() < 1; round++)
        {
            var settled = _streams[0].Evaluation.Count > (long)SettledSchedules * board.Count * round;
            var cooler = Math.Pow(0.5, round);
            // Where states are dear, valleys are too far apart to learn much from one another.
            var apart = round < (dear ? 1 : RoundsApart);
            var sets = _good.All;
            best = Round(best, own, begun + ((1 - begun) * round / Rounds), begun + ((1 - begun) * (round + 1) / Rounds), (s, progress) =>
            {
                var start = apart ? own[s] : best;
                if (dear)
                    start = _streams[s].Insert(start, progress);
                var mine = sets.Where((_, k) => k % _streams.Length == s);
                start = _streams[s].Detour(start, [.. mine], () => progress() / ShareOfDetours);
                // Where rounds settle, each stream goes near the best and far afield by turns.
                var heat = settled && (round + s) % 2 == 1 ? FurtherAfield : cooler;
                var hot = 0.1 * start.Unserved / board.Count;
                return _streams[s].Anneal(start, hot * heat, hot * 1e-3 * cooler, progress);
            });
        }
        return best;
    }

    /// <summary>
    /// The best of the starts that fall to a stream: the plan that the options give, and what rules of thumb make, each
    /// also without idle crews.
    /// </summary>
    private Candidate Start(int s, Candidate first, Func<double> progress)
    {
        var stream = _streams[s];
        Candidate Busy(IEnumerable<int> rule)
        {
            int[] order = [.. rule];
            var made = stream.Of(order);
            return Dispatch.Order(board, order) is { } busy && !busy.SequenceEqual(order) ? Better(made, stream.Of(busy)) : made;
        }

        // The cheapest of the good ones first: where states are dear there may be no time for the others.
        IEnumerable<Func<Candidate>> starts =
        [
            () => Busy(ReverseGreedy.Order(board, model, stream.Values, () => progress() >= EndOfStarts)),
            () => options.StartFrom is { } plan ? StartingPlan.Of(plan, board, stream, () => progress() >= EndOfStarts / 2) : first,
            () => Busy(SimpleRules.Utilisation(board, model)),
            () => Busy(LazyGreedy.Order(board, model, stream.Values, () => progress() >= EndOfStarts)),
            () => Busy(SimpleRules.Greedy(board, stream.Values, () => progress() >= EndOfStarts)),
            () => Busy(SimpleRules.BiggestFirst(board)),
            () => Busy(Enumerable.Range(0, board.Count)),
        ];
        var best = first;
        foreach (var (k, start) in starts.Index())
            if (k % _streams.Length == s && progress() < EndOfStarts)
                best = Better(best, start());
        return best;
    }

    /// <summary>
    /// The best that the streams find side by side while the budget goes from one share to another; <paramref name="own"/>
    /// becomes what each of them found.
    /// </summary>
    private Candidate Round(Candidate best, Candidate[] own, double from, double to, Func<int, Func<double>, Candidate> run)
    {
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
                    Report(best, used);
                // The end of the last round may come out a last digit above 1, which is never reached.
                return budget.IsCancelled || used >= 1 ? 1 : (used - from) / (to - from);
            }

            try
            {
                own[s] = run(s, Progress);
            }
            catch (OutOfMemoryException)
            {
                budget.EndForMemory();
                _streams[s].Values.Forget();
                own[s] = best;
            }
        }

        if (options.Threads > 1 && _streams.Length > 1)
            Parallel.For(0, _streams.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, RunStream);
        else
            for (var s = 0; s < _streams.Length; s++)
                RunStream(s);
        Cross(own);
        best = own.Append(best).MinBy(c => c.Unserved)!;
        Report(best, Used());
        return best;
    }

    /// <summary>Keeps what each of the candidates has done where it serves more than another.</summary>
    private void Cross(Candidate[] own)
    {
        Incumbent[] valued = [.. own.Select((candidate, s) => new Incumbent(board, candidate, _streams[s].Values)).Where(i => double.IsFinite(i.Unserved))];
        foreach (var one in valued)
            foreach (var set in valued.SelectMany(other => Crossing.Of(one, other)))
                _good.Add(set);
    }

    private static Candidate Better(Candidate best, Candidate other) =>
        other.Unserved < best.Unserved || double.IsInfinity(best.Unserved) ? other : best;

    private double Used() => budget.Used(Computed, _streams.Sum(s => s.Evaluation.Count));

    private void Report(Candidate best, double used) => report(best, Computed, used);
}

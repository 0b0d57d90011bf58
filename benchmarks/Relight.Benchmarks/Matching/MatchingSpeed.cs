using System.Diagnostics;
using Relight.Matching;

namespace Relight.Benchmarks.Matching;

/// <summary>
/// How long it takes to find every pair of need and offer that can serve, and everything for one need, by the index; the
/// plain evaluation judges a sample of the pairs, whose answers must be the same, and its time is scaled to all of them.
/// </summary>
internal sealed class MatchingSpeed : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "matching";

    /// <inheritdoc/>
    public string Question => "Seconds to find all feasible pairs of 100,000 offers and 10,000 needs, and milliseconds for one need; the goals are 5 s and 20 ms on two cores.";

    /// <inheritdoc/>
    public BenchmarkTable Run(BenchmarkOptions options, Action<string> progress)
    {
        var (many, few) = (options.Count("offers", 100_000), options.Count("needs", 10_000));
        var (threads, seed, plainNeeds) = (options.Count("threads", 2), options.Count("seed", 1), options.Count("plain", 10));
        progress("drawing");
        var offers = MatchingDraw.Offers(many, seed);
        var needs = MatchingDraw.Needs(few, seed + 1);
        using var process = Process.GetCurrentProcess();
        var table = new BenchmarkTable("what", "seconds", "s of processor", "pairs", "fit", "with work", "cannot tell yet");

        progress("index");
        var clock = Stopwatch.StartNew();
        var index = new MatchIndex(offers, Practice.Default);
        // Columns are sorted when they are first asked for: a need of each kind asks for all of them.
        foreach (var need in needs.DistinctBy(need => need.Requirement.GetType()))
            index.ForNeed(need);
        table.Add("make the index", Seconds(clock), 0, 0, 0, 0, 0);

        progress("all pairs");
        process.Refresh();
        var processor = process.TotalProcessorTime;
        clock.Restart();
        var all = index.ForAll(needs, threads);
        var seconds = Seconds(clock);
        process.Refresh();
        var busy = Math.Round((process.TotalProcessorTime - processor).TotalSeconds, 3);
        int Count(Verdict verdict) => all.Sum(found => found.Count(candidate => candidate.Verdict == verdict));
        table.Add("all pairs, by the index", seconds, busy, all.Sum(found => found.Count), Count(Verdict.Fits), Count(Verdict.FitsWithWork), Count(Verdict.CannotTellYet));

        progress("one need");
        var (times, busyTimes) = (new List<double>(), new List<double>());
        foreach (var need in needs.Take(500))
        {
            var before = Environment.CpuUsage.TotalTime;
            clock.Restart();
            index.ForNeed(need);
            times.Add(clock.Elapsed.TotalSeconds);
            busyTimes.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        times.Sort();
        busyTimes.Sort();
        table.Add("one need, best first: median of 500", Math.Round(times[times.Count / 2], 6), Math.Round(busyTimes[busyTimes.Count / 2], 6), 0, 0, 0, 0);
        table.Add("one need, best first: worst of 500", Math.Round(times[^1], 6), Math.Round(busyTimes[^1], 6), 0, 0, 0, 0);

        progress("plain rules");
        clock.Restart();
        for (var n = 0; n < plainNeeds; n++)
        {
            var plain = offers.Index().Select(pair => (pair.Index, MatchOffers.Judge(needs[n], pair.Item, Practice.Default).Verdict))
                .Where(pair => pair.Verdict != Verdict.DoesNotFit);
            table.Agreed &= plain.SequenceEqual(all[n].OrderBy(found => found.Offer).Select(candidate => (candidate.Offer, candidate.Verdict)));
        }
        table.Add("all pairs, by the plain rules on one core (scaled)", Math.Round(clock.Elapsed.TotalSeconds / plainNeeds * few, 0), 0, 0, 0, 0, 0);
        table.Note(FormattableString.Invariant($"{many:N0} offers × {few:N0} needs of eleven kinds, {threads} threads; the plain rules judged {plainNeeds} needs, with the same answer: {table.Agreed}."));
        return table;
    }

    private static double Seconds(Stopwatch clock) => Math.Round(clock.Elapsed.TotalSeconds, 3);
}

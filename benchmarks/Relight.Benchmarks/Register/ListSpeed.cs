using System.Diagnostics;
using Relight.Ledger;

namespace Relight.Benchmarks.Register;

/// <summary>How long lists, pages and the funnel of a large register take, asked over HTTP on the same machine.</summary>
internal sealed class ListSpeed : IBenchmark
{
    private const int GoalMilliseconds = 200;

    /// <inheritdoc/>
    public string Name => "register-lists";

    /// <inheritdoc/>
    public string Question => "Milliseconds for the funnel and for filtered, sorted pages of 50 out of 1,000,000 claims and 200,000 contributions, over HTTP; the goal is below 200.";

    /// <inheritdoc/>
    public BenchmarkTable Run(BenchmarkOptions options, Action<string> progress) => RunAsync(options, progress).GetAwaiter().GetResult();

    private static async Task<BenchmarkTable> RunAsync(BenchmarkOptions options, Action<string> progress)
    {
        var (claims, contributions) = (options.Count("claims", 1_000_000), options.Count("contributions", 200_000));
        var (runs, random, seed) = (options.Count("runs", 5), options.Count("random", 200), options.Count("seed", 7));
        var (replays, only) = (options.Text("replay", "no") == "yes", options.Text("only", ""));
        var table = new BenchmarkTable("database", "what is asked", "rows", "best ms", "median ms", "worst ms", "processor ms", "plain SQL without indexes, ms");
        foreach (var place in RegisterPlace.Of(options, $"lists-{claims}-{contributions}"))
        {
            if (!await place.IsFilled())
            {
                var clock = Stopwatch.StartNew();
                await new MadeRegister(claims, contributions).Write(place.Database, step => progress($"{place.Name}: {step}"));
                progress($"{place.Name}: made in {clock.Elapsed.TotalSeconds:0} s");
            }
            if (replays)
                await Replay(place, table);
            await Measure(place, table, runs, random, seed, only, progress);
        }
        table.Note($"{claims:N0} claims, {contributions:N0} contributions; {runs} runs of each question after one that is not counted; the last lines are questions drawn at random (seed {seed}), each asked once after another one, and twice more where that took as long as the goal or longer.");
        table.Note("Processor time is that of client and server together, and on SQLite of the database: it says little less on a busy machine.");
        table.Note("Plain SQL: the same rows and order with one statement, its indexes forbidden.");
        return table;
    }

    private static async Task Replay(RegisterPlace place, BenchmarkTable table)
    {
        await using var db = place.Database.Open();
        var (verified, replayed) = (await LedgerVerification.Run(db), await LedgerReplay.Run(place.Database));
        table.Agreed &= verified.Tampered.Count == 0 && replayed.Differences.Count == 0;
        table.Note($"{place.Name}: {verified.Rows:N0} rows of the ledger verified, {verified.Tampered.Count} amiss; {replayed.Rows:N0} rows replayed, {replayed.Differences.Count} other.{replayed.Differences.FirstOrDefault()}");
    }

    private static async Task Measure(RegisterPlace place, BenchmarkTable table, int runs, int random, int seed, string only, Action<string> progress)
    {
        await using var server = await ListServer.Start(place.Database);
        var (_, loading, _) = await Ask(server, ListQuestions.AllClaims.Address);
        table.Note($"{place.Name}: the first question about claims after the start, which waits until they are in memory, took {loading / 1000:0.0} s; the process then has {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0} MB of objects.");
        foreach (var question in ListQuestions.Chosen.Where(question => question.Address.Contains(only, StringComparison.Ordinal)))
        {
            var (times, work) = (new List<double>(), new List<double>());
            var rows = 0;
            for (var run = -1; run < runs; run++)
            {
                (rows, var time, var processor) = await Ask(server, question.Address);
                if (run < 0)
                    continue;
                times.Add(time);
                work.Add(processor);
            }
            progress($"{place.Name}: {question.Address}: {times.Max():0} ms");
            table.Add(place.Name, Shown(question.Address), rows, Math.Round(times.Min(), 1), Median(times), Math.Round(times.Max(), 1), Median(work), question.Sql is null ? "" : $"{await Plain(place, question.Sql):0}");
        }
        foreach (var list in new[] { "claims", "contributions" })
        {
            var (times, work) = (new List<(double Time, string Address)>(), new List<double>());
            // The first question of a list has code to load.
            _ = await Ask(server, ListQuestions.Drawn(list, 1, seed + 1).Single());
            foreach (var address in ListQuestions.Drawn(list, random, seed))
            {
                var (_, time, processor) = await Ask(server, address);
                times.Add((time, address));
                work.Add(processor);
            }
            times.Sort();
            var (slow, slowAgain) = (times.Count(each => each.Time >= GoalMilliseconds), 0);
            foreach (var (time, address) in times.Where(each => each.Time >= GoalMilliseconds))
            {
                var again = Math.Min((await Ask(server, address)).Milliseconds, (await Ask(server, address)).Milliseconds);
                slowAgain += again >= GoalMilliseconds ? 1 : 0;
                progress($"{place.Name}: {Shown(address)}: {time:0} ms, asked again {again:0} ms");
            }
            table.Add(place.Name, $"{random} random questions of {list}", 50, Math.Round(times[0].Time, 1), Median(times.ConvertAll(each => each.Time)), Math.Round(times[^1].Time, 1), Median(work), "");
            table.Note($"{place.Name}, {list} at random: 95 of 100 below {times[times.Count * 95 / 100].Time:0} ms, {slow} of {random} not below {GoalMilliseconds} ms, {slowAgain} of them when asked again; the slowest is {Shown(times[^1].Address)}; {work.Count(each => each >= GoalMilliseconds)} take that much processor time");
        }
    }

    private static async Task<(int Rows, double Milliseconds, double Processor)> Ask(ListServer server, string address)
    {
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var text = await server.Ask(address);
        var (time, processor) = (clock.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        var mark = address.StartsWith("/api", StringComparison.Ordinal) ? "\"quote\":" : "<tr role=\"row\">";
        if (mark[0] == '"' && address.Contains("/contributions", StringComparison.Ordinal))
            mark = "\"jointly\":";
        return (text.Split(mark).Length - 1, time, processor);
    }

    private static async Task<double> Plain(RegisterPlace place, string sql)
    {
        var forbid = place.Name == "SQLite"
            ? sql.Replace("FROM claim", "FROM claim NOT INDEXED", StringComparison.Ordinal)
            : $"SET enable_indexscan = off; SET enable_indexonlyscan = off; SET enable_bitmapscan = off; {sql}; RESET ALL";
        var clock = Stopwatch.StartNew();
        await place.Execute(forbid);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static string Shown(string address) => address.Replace($"/api/operations/{MadeRegister.Operation.Id}", "…", StringComparison.Ordinal);

    private static double Median(List<double> times) => Math.Round(times.Order().ElementAt(times.Count / 2), 1);
}

using System.Diagnostics;

namespace Relight.Benchmarks.Register;

/// <summary>How long filtered pages of many needs and offers take, asked over HTTP on the same machine.</summary>
internal sealed class SupplySpeed : IBenchmark
{
    private static readonly string s_root = $"/api/operations/{MadeRegister.Operation.Id}";

    private static readonly string[] s_questions =
    [
        "offers", "offers?power>=200MVA", "offers?power>=480MVA&voltage=330kV&sort=-mass", "offers?voltage>=750kV&low<=6kV&mass>=290t", "offers?active=100..101kW&sort=units",
        "offers?units>=49&power<=10kVA&sort=-power", "offers?title=zor&power>=400MVA", "offers?item=powerTransformer&mass<=21t&sort=title", "offers?mass>=299t&units>=49&low>=150kV",
        "needs", "needs?load>=1900kW", "needs?load=500..501kW&sort=-units", "needs?voltage=750kV&power>=390MVA", "needs?deadline<=2022-11-02&priority=critical&sort=-load",
        "needs?title=kon&units>=9&sort=deadline", "needs?kind=gridAsset&power<=11MVA&voltage=110kV&sort=-power",
    ];

    /// <inheritdoc/>
    public string Name => "register-supply-lists";

    /// <inheritdoc/>
    public string Question => "Milliseconds for pages of 50 out of 100,000 offers and 100,000 needs, filtered and sorted by numbers, over HTTP; the goal is below 200.";

    /// <inheritdoc/>
    public BenchmarkTable Run(BenchmarkOptions options, Action<string> progress) => RunAsync(options, progress).GetAwaiter().GetResult();

    private static async Task<BenchmarkTable> RunAsync(BenchmarkOptions options, Action<string> progress)
    {
        var (count, runs) = (options.Count("count", 100_000), options.Count("runs", 5));
        var table = new BenchmarkTable("database", "what is asked", "best ms", "median ms", "worst ms", "processor ms");
        foreach (var place in RegisterPlace.Of(options, $"supply-{count}"))
        {
            if (!await place.IsFilled())
                await new MadeSupply(count).Write(place.Database, step => progress($"{place.Name}: {step}"));
            await using var server = await ListServer.Start(place.Database);
            foreach (var question in s_questions)
            {
                var times = new List<double>();
                var processor = TimeSpan.Zero;
                for (var run = -1; run < runs; run++)
                {
                    var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
                    await server.Ask($"{s_root}/{question}");
                    if (run < 0)
                        continue;
                    times.Add(clock.Elapsed.TotalMilliseconds);
                    processor += Environment.CpuUsage.TotalTime - before;
                }
                progress($"{place.Name}: {question}: {times.Max():0} ms");
                table.Add(place.Name, question, Math.Round(times.Min(), 1), Math.Round(times.Order().ElementAt(runs / 2), 1), Math.Round(times.Max(), 1), Math.Round(processor.TotalMilliseconds / runs, 1));
            }
        }
        table.Note($"{count:N0} offers and {count:N0} needs; {runs} runs of each question after one that is not counted. Processor time is that of client and server together, and on SQLite of the database.");
        return table;
    }
}

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Relight.Writer;

namespace Relight.Benchmarks.Register;

/// <summary>How many commands a second several writers get through, and how long each waits, all of them in one operation.</summary>
internal sealed class WriterSpeed : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "register-writers";

    /// <inheritdoc/>
    public string Question => "Commands a second with 1, 8 and 64 writers in one operation, each acknowledged once it is on disk, and milliseconds that each takes.";

    /// <inheritdoc/>
    public BenchmarkTable Run(BenchmarkOptions options, Action<string> progress) => RunAsync(options, progress).GetAwaiter().GetResult();

    private static async Task<BenchmarkTable> RunAsync(BenchmarkOptions options, Action<string> progress)
    {
        var seconds = options.Count("seconds", 10);
        var table = new BenchmarkTable("database", "writers", "commands/s", "p50 ms", "p95 ms", "p99 ms", "longest ms");
        foreach (var place in RegisterPlace.Of(options, options.Text("register", "writers")))
        {
            await place.Database.Migrate();
            var commands = new Commands(place.Database, TimeProvider.System);
            var operation = await Open(place.Database, commands);
            await BareCommits(place, seconds, table);
            var run = Guid.NewGuid();
            // The first commands compile; they are not counted.
            await Write(commands, operation, $"{run} warm", TimeSpan.FromSeconds(2));
            foreach (var writers in new[] { 1, 8, 64 })
            {
                progress($"{place.Name}: {writers} writers");
                var clock = Stopwatch.StartNew();
                var times = (await Task.WhenAll(Enumerable.Range(0, writers).Select(writer =>
                    Task.Run(() => Write(commands, operation, $"{run} {writers} {writer}", TimeSpan.FromSeconds(seconds)))))).SelectMany(each => each).Order().ToList();
                double Share(int percent) => Math.Round(times[Math.Min(times.Count - 1, times.Count * percent / 100)], 1);
                table.Add(place.Name, writers, Math.Round(times.Count / clock.Elapsed.TotalSeconds, 1), Share(50), Share(95), Share(99), Math.Round(times[^1], 1));
            }
            await using var db = place.Database.Open();
            var verified = await LedgerVerification.Run(db);
            table.Agreed &= verified.Tampered.Count == 0;
            table.Note($"{place.Name}: {verified.Rows:N0} rows of the ledger verified, {verified.Tampered.Count} amiss.");
        }
        table.Note($"{seconds} s for each number of writers; each records a claim and adopts it into a contribution of its own, in turn. 'Bare' is one row a transaction by plain SQL on one connection: what the disk allows.");
        return table;
    }

    private static async Task<Id<Operation>> Open(Database database, Commands commands)
    {
        await using var db = database.Open();
        var operation = (await db.Operations.AsNoTracking().FirstOrDefaultAsync())?.Read() ?? MadeRegister.Operation;
        foreach (var (key, command) in Load.Sources().Prepend(("operation", (ICommand)new OpenOperation(operation))))
        {
            // In a register that was made, the operation is open already, which is told as a refusal.
            var outcome = await commands.Run(command, new Envelope(Id<Envelope>.Named($"benchmark opening {key}").Value, operation.Id, "benchmark"));
            if (!outcome.Done && command is not OpenOperation)
                throw new InvalidOperationException(string.Join("; ", outcome.Refusals));
        }
        return operation.Id;
    }

    private static async Task<List<double>> Write(Commands commands, Id<Operation> operation, string writer, TimeSpan time)
    {
        var (times, whole) = (new List<double>(), Stopwatch.StartNew());
        for (var round = 0; whole.Elapsed < time; round++)
        {
            foreach (var (key, command) in Load.Claim($"{writer} {round}", round))
            {
                var clock = Stopwatch.StartNew();
                var outcome = await commands.Run(command, new Envelope(Id<Envelope>.Named(key).Value, operation, "benchmark"));
                times.Add(clock.Elapsed.TotalMilliseconds);
                if (!outcome.Done)
                    throw new InvalidOperationException(string.Join("; ", outcome.Refusals));
            }
        }
        return times;
    }

    private static async Task BareCommits(RegisterPlace place, int seconds, BenchmarkTable table)
    {
        await place.Execute("CREATE TABLE IF NOT EXISTS bare (\"Text\" text)");
        await using var db = place.Database.Open();
        await db.Database.OpenConnectionAsync();
        var (times, whole) = (new List<double>(), Stopwatch.StartNew());
        while (whole.Elapsed.TotalSeconds < Math.Min(seconds, 5))
        {
            var clock = Stopwatch.StartNew();
            await db.Database.ExecuteSqlRawAsync("INSERT INTO bare VALUES ('one row')");
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        double Share(int percent) => Math.Round(times[times.Count * percent / 100], 1);
        table.Add(place.Name, "bare", Math.Round(times.Count / whole.Elapsed.TotalSeconds, 1), Share(50), Share(95), Share(99), Math.Round(times[^1], 1));
        await place.Execute("DROP TABLE bare");
    }
}

using System.Diagnostics;
using System.Globalization;
using Relight.Access;
using Relight.Intake;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Benchmarks.Register;

/// <summary>How long a large table of claims takes to import, and how much memory: checked alone, and checked and entered.</summary>
internal sealed class TableImportSpeed : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "register-import";

    /// <inheritdoc/>
    public string Question => "Seconds and megabytes to import a table of 100,000 claims, as CSV and as XLSX.";

    /// <inheritdoc/>
    public BenchmarkTable Run(BenchmarkOptions options, Action<string> progress) => RunAsync(options, progress).GetAwaiter().GetResult();

    private static async Task<BenchmarkTable> RunAsync(BenchmarkOptions options, Action<string> progress)
    {
        var rows = options.Count("rows", 100_000);
        var table = new BenchmarkTable("database", "file", "MB of file", "run", "rows entered", "seconds", "rows/s", "working set grew by MB", "managed heap at most MB");
        foreach (var format in options.List("formats", "csv,xlsx"))
        {
            var file = Path.Combine(Path.GetTempPath(), $"relight-import-speed-{rows}.{format}");
            Write(file, rows);
            foreach (var place in RegisterPlace.Of(options, $"import-{Environment.ProcessId}-{format}"))
            {
                await place.Database.Migrate();
                await Open(place.Database);
                foreach (var dry in new[] { true, false })
                {
                    progress($"{place.Name}, {format}, {(dry ? "dry run" : "entered")}");
                    var (report, seconds, grew, heap) = await Measure(place.Database, file, dry);
                    table.Agreed &= report.FaultCounts.Count == 0 && report.Entered == rows && report.Written == !dry;
                    table.Add(
                        place.Name, format, Math.Round(new FileInfo(file).Length / 1e6, 1), dry ? "dry run" : "entered", report.Entered,
                        Math.Round(seconds, 1), Math.Round(rows / seconds), Math.Round(grew), Math.Round(heap));
                }
            }
            File.Delete(file);
        }
        table.Note("The working set is sampled every 50 ms from before the first run of its kind; the managed heap is what the collector counts. One source for ten claims.");
        return table;
    }

    private static async Task<(ImportReport Report, double Seconds, double GrewMegabytes, double HeapMegabytes)> Measure(Database database, string file, bool dry)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        var (before, most, heap) = (process.WorkingSet64, 0L, 0L);
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                process.Refresh();
                (most, heap) = (Math.Max(most, process.WorkingSet64), Math.Max(heap, GC.GetTotalMemory(false)));
                await Task.Delay(50);
            }
        });
        var clock = Stopwatch.StartNew();
        var report = await new ImportFile(database, TimeProvider.System).Run(
            file, new ImportRequest(MadeRegister.Operation.Id, ImportKind.Claims, ColumnChoice.None, dry, "benchmark", SitesSeen.All));
        var seconds = clock.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await watching;
        return (report, seconds, Math.Max(0, most - before) / 1e6, heap / 1e6);
    }

    private static async Task Open(Database database)
    {
        var commands = new Commands(database, TimeProvider.System);
        foreach (var (place, command) in MadeRegister.Organisations.Select(ICommand (donor) => new RecordOrganisation(donor)).Prepend(new OpenOperation(MadeRegister.Operation)).Index())
            await commands.Run(command, new Envelope(Id<Envelope>.Named($"import opening {place}").Value, MadeRegister.Operation.Id, "benchmark"));
    }

    private static void Write(string file, int rows)
    {
        string[] heading = ["donors", "item", "description", "quantity", "unit", "value", "currency", "stage", "date", "quote", "source_address", "source_publisher", "source_language", "source_retrieved", "source_text", "reference"];
        var random = new Random(9);
        IEnumerable<string[]> Rows()
        {
            yield return heading;
            for (var i = 0; i < rows; i++)
            {
                var (day, words) = (new DateOnly(2022, 10, 1).AddDays(i % 200).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"generating sets for {MadeRegister.Word(random.Next(8_000))}, lot {i:x5}");
                var source = i / 10 * 10;
                var text = string.Join(' ', Enumerable.Range(source, 10).Select(number => $"Lot {number:x5} will be given before the winter."));
                yield return
                [
                    MadeRegister.Organisations[random.Next(180)].Name, "generatingSet", words, random.Next(1, 500).ToString(CultureInfo.InvariantCulture), "pcs",
                    i % 3 == 0 ? random.Next(1_000, 9_000_000).ToString(CultureInfo.InvariantCulture) : "", i % 3 == 0 ? "EUR" : "", "announced", day,
                    $"Lot {i:x5} will be given before the winter.", $"https://example.org/{source}", "Example", "en", "2023-06-01", text, i.ToString(CultureInfo.InvariantCulture),
                ];
            }
        }
        using var stream = new FileStream(file, FileMode.Create, FileAccess.ReadWrite);
        if (file.EndsWith(".csv", StringComparison.Ordinal))
        {
            using var writer = new StreamWriter(stream);
            foreach (var row in Rows())
                writer.WriteLine(string.Join(',', row.Select(cell => $"\"{cell}\"")));
        }
        else
        {
            using var sheet = new XlsxWriter(stream);
            sheet.Sheet("Claims");
            foreach (var row in Rows())
                sheet.Row(row);
        }
    }
}

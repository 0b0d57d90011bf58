using System.Diagnostics;
using Relight.Grid;
using Relight.Grid.Import;

namespace Relight.Benchmarks.Import;

/// <summary>
/// How fast networks of 10,000 buses are read, in each format: copies of a public network side by side, each joined to the
/// last by a line, written by Relight and read back.
/// </summary>
internal sealed class ImportSpeed : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "import";

    /// <inheritdoc/>
    public string Question => "Seconds to read a network of 10,000 buses, from text in memory to a checked network; the goal is below 1.";

    /// <inheritdoc/>
    public BenchmarkTable Run(BenchmarkOptions options, Action<string> progress)
    {
        var size = options.Count("buses", 10_000);
        var runs = options.Count("runs", 5);
        var name = options.Text("case", "pglib_opf_case2000_goc");
        var network = Replicated(MatpowerReader.Read(options.Data("pglib", name + ".m")).Value!, size);
        var table = new BenchmarkTable("format", "buses", "branches", "MB of text", "first s", "best s", "best s of processor");
        foreach (var format in new[] { ".m", ".raw", ".json" })
        {
            progress(format);
            var writer = new StringWriter();
            NetworkWriter.Write(new DamagedNetwork(network, []), "network" + format, writer);
            var text = writer.ToString();
            var seconds = new List<(double Wall, double Processor)>();
            for (var run = 0; run < runs; run++)
                seconds.Add(Measure(text, format, network, table));
            table.Add(
                format[1..], network.Buses.Count, network.Branches.Count, Math.Round(text.Length / 1e6, 1), Math.Round(seconds[0].Wall, 3),
                Math.Round(seconds.Min(of => of.Wall), 3), Math.Round(seconds.Min(of => of.Processor), 3));
        }
        table.Note($"Copies of {name}, joined in a row; --case, --buses and --runs change that.");
        return table;
    }

    private static (double Wall, double Processor) Measure(string text, string format, Network network, BenchmarkTable table)
    {
        using var process = Process.GetCurrentProcess();
        var (processor, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var read = NetworkReader.Parse(text, "network" + format);
        var wall = clock.Elapsed.TotalSeconds;
        process.Refresh();
        table.Agreed &= read.Value is { } back && back.Buses.Count == network.Buses.Count && back.Branches.Count == network.Branches.Count;
        return (wall, (process.TotalProcessorTime - processor).TotalSeconds);
    }

    /// <summary>Copies of a network until there are as many buses; each copy joined to the last by a line between their first buses.</summary>
    private static Network Replicated(Network one, int size)
    {
        var copies = (size + one.Buses.Count - 1) / one.Buses.Count;
        var step = one.Buses.Max(bus => bus.Id);
        var buses = new List<Bus>();
        var branches = new List<Branch>();
        var generators = new List<Generator>();
        for (var copy = 0; copy < copies; copy++)
        {
            var shift = copy * step;
            buses.AddRange(one.Buses.Select(bus => bus with { Id = bus.Id + shift }));
            branches.AddRange(one.Branches.Select(branch => branch with { From = branch.From + shift, To = branch.To + shift }));
            generators.AddRange(one.Generators.Select(generator => generator with { Bus = generator.Bus + shift }));
            if (copy > 0)
                branches.Add(new Branch { Row = 0, From = one.Buses[0].Id + shift - step, To = one.Buses[0].Id + shift, Reactance = 0.01 });
        }
        return new Network(
            "replicated",
            one.BaseMegavoltAmperes,
            buses,
            [.. branches.Select((branch, i) => branch with { Row = i + 1 })],
            [.. generators.Select((generator, i) => generator with { Row = i + 1 })]);
    }
}

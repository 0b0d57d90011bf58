namespace Relight.Benchmarks;

/// <summary>The command line: <c>NAME [--option value …] [--json]</c>.</summary>
internal static class BenchmarkCommand
{
    /// <summary>Runs the benchmark that is named.</summary>
    /// <returns>0; 1 where contestants disagree; 2 where the command cannot be read.</returns>
    public static int Run(IReadOnlyList<IBenchmark> benchmarks, string[] args)
    {
        if (benchmarks.FirstOrDefault(b => args.Length > 0 && b.Name == args[0]) is not { } benchmark)
        {
            Console.Error.WriteLine("usage: relight-benchmarks NAME [--json] [--cases NAME,NAME] [--data FOLDER] [--OPTION VALUE]");
            foreach (var b in benchmarks)
                Console.Error.WriteLine($"  {b.Name,-20} {b.Question}");
            return 2;
        }
        try
        {
            var options = BenchmarkOptions.Read(args.AsSpan(1));
            var table = benchmark.Run(options, Console.Error.WriteLine);
            if (options.Unused() is { Count: > 0 } unused)
                throw new ArgumentException($"{benchmark.Name} has no option {string.Join(", ", unused.Select(o => "--" + o))}");
            Console.Out.WriteLine(options.Json ? table.ToJson(benchmark.Name) : table.ToText(benchmark.Question));
            return table.Agreed ? 0 : 1;
        }
        catch (ArgumentException e)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
    }
}

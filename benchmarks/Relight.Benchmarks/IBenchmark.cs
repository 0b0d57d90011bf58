namespace Relight.Benchmarks;

/// <summary>Something that is measured. One file each; <c>Program.cs</c> lists them.</summary>
internal interface IBenchmark
{
    /// <summary>Word on the command line.</summary>
    string Name { get; }

    /// <summary>What is measured, in one sentence.</summary>
    string Question { get; }

    /// <summary>Measures, and says how far it is through <paramref name="progress"/>.</summary>
    /// <exception cref="ArgumentException">An option has a value that it cannot have.</exception>
    BenchmarkTable Run(BenchmarkOptions options, Action<string> progress);
}

using Relight.Sample;
using Relight.Tests.Storage;

namespace Relight.Tests.Sample;

/// <summary>The loaded sample, copied for every test that begins with it: loading it is what takes time.</summary>
internal static class SampleCopies
{
    /// <summary>The sample as <see cref="LoadSample"/> enters it, and nothing else.</summary>
    public static SqliteCopies Loaded { get; } = new(database => new LoadSample(database, TimeProvider.System).Run());
}

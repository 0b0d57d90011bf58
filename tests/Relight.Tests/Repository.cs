namespace Relight.Tests;

/// <summary>The working copy that the tests were built from: cases, samples and documents are read where they lie.</summary>
internal static class Repository
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path below the root.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The folders of cases of one problem, by name.</summary>
    public static TheoryData<string> Cases(string problem) =>
        [.. Directory.GetDirectories(At("tests", "cases", problem)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Relight.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException("the tests do not lie in a working copy of Relight");
    }
}

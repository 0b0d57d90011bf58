namespace Relight.Tests.Grid;

/// <summary>Public benchmark data that lies beside the repository, not in it; tests that need it are skipped where it is absent.</summary>
internal static class SharedData
{
    private static readonly string? s_root = Find();

    /// <summary>Names of the PGLib networks, without extension; one empty name where they are absent.</summary>
    public static TheoryData<string> Networks() => [.. Names("pglib", ".m")];

    /// <summary>Names of the files of a folder with this ending, without it; one empty name where they are absent.</summary>
    public static IEnumerable<string> Names(string folder, string ending) => s_root is null
        ? [""]
        : Directory.GetFiles(Path.Combine(s_root, folder), "*" + ending).Order(StringComparer.Ordinal).Select(path => Path.GetFileName(path)[..^ending.Length]);

    /// <summary>Path of a PGLib network; skips the test where there is none.</summary>
    public static string Network(string name) => At("pglib", name + ".m");

    /// <summary>Path of a file of the shared data; skips the test where it is absent.</summary>
    public static string At(params string[] parts)
    {
        Assert.SkipWhen(s_root is null, "the shared benchmark data (../shared/data) is absent");
        var path = Path.Combine([s_root!, .. parts]);
        Assert.SkipUnless(File.Exists(path), $"{path} is absent");
        return path;
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "..", "shared", "data", "pglib")))
                return Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data"));
        return null;
    }
}

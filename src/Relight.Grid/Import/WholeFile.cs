namespace Relight.Grid.Import;

/// <summary>Writes files whole or not at all: each beside its place, and moved there when all of them are complete.</summary>
public static class WholeFile
{
    /// <summary>Writes one file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">What writes it.</param>
    /// <returns>Null, or what stood in the way.</returns>
    public static Finding? Save(string path, Action<Stream> write) => Save([(path, write)]);

    /// <summary>Writes files.</summary>
    /// <param name="files">The path of each, and what writes it.</param>
    /// <returns>Null, or what stood in the way; then no file was changed, unless the trouble came with the last move.</returns>
    public static Finding? Save(IReadOnlyList<(string Path, Action<Stream> Write)> files)
    {
        foreach (var (path, write) in files)
            if (TryWrite(path, write) is { } trouble)
                return Undo(files, trouble);
        foreach (var (path, _) in files)
            if (Try(path, () => File.Move(Part(path), path, overwrite: true)) is { } trouble)
                return Undo(files, trouble);
        return null;
    }

    private static Finding? TryWrite(string path, Action<Stream> write) => Try(path, () =>
    {
        using var file = new FileStream(Part(path), FileMode.Create, FileAccess.Write, FileShare.None);
        write(file);
        file.Flush(flushToDisk: true);
    });

    private static Finding Undo(IEnumerable<(string Path, Action<Stream> Write)> files, Finding trouble)
    {
        // That the rest stays behind adds nothing to the trouble that led here.
        foreach (var (path, _) in files)
            _ = Try(path, () => File.Delete(Part(path)));
        return trouble;
    }

    private static Finding? Try(string path, Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Finding.Error(path, null, $"cannot be written: {error.Message}");
        }
    }

    private static string Part(string path) => path + ".part";
}

namespace Relight.Grid.Import;

/// <summary>Files that are written whole or not at all: beside their place first, and moved there when they are complete.</summary>
public static class WholeFile
{
    /// <summary>Writes a file.</summary>
    /// <returns>Null, or what stood in the way; what was at the place before is then still there.</returns>
    public static Finding? Save(string path, Action<Stream> write)
    {
        var part = path + ".part";
        try
        {
            using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: true);
            return null;
        }
        catch (Exception error) when (IsFileTrouble(error))
        {
            TryDelete(part);
            return Finding.Error(path, null, $"cannot be written: {error.Message}");
        }
    }

    private static bool IsFileTrouble(Exception error) =>
        error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (IsFileTrouble(error))
        {
            // The trouble that led here is reported; that the rest of it stays behind adds nothing.
        }
    }
}

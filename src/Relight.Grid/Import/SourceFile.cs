namespace Relight.Grid.Import;

/// <summary>Opens text files for importers, with every failure of the file system as a finding.</summary>
public static class SourceFile
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const long MostBytes = 256L << 20;

    /// <summary>
    /// Reads a file as UTF-8, or as its byte order mark says, and parses it; bytes that are no characters become U+FFFD.
    /// A file that is not there, not allowed or larger than <see cref="MostBytes"/> gives an error and no value.
    /// </summary>
    public static Imported<T> Read<T>(string path, Func<SourceText, Imported<T>> parse)
        where T : class
    {
        string text;
        try
        {
            var length = new FileInfo(path).Length;
            if (length > MostBytes)
                return Refused<T>(path, $"{length} bytes", $"a file may have at most {MostBytes} bytes");
            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Refused<T>(path, null, "the file cannot be read: " + exception.Message);
        }
        return parse(new SourceText(Path.GetFileName(path), text));
    }

    private static Imported<T> Refused<T>(string path, string? value, string rule)
        where T : class => new(null, [Finding.Error(path, value, rule)]);
}

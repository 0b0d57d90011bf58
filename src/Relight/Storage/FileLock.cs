namespace Relight.Storage;

/// <summary>A file that one process has at a time. It goes away, and others have their turn, when it is disposed or its process ends.</summary>
internal static class FileLock
{
    /// <summary>Waits until nobody else has it.</summary>
    /// <param name="file">Path of the file; its folder must be there.</param>
    /// <param name="cancel">Breaks the waiting off.</param>
    /// <exception cref="IOException">It cannot be made there.</exception>
    public static async Task<FileStream> Take(string file, CancellationToken cancel)
    {
        for (; ; await Task.Delay(100, cancel))
            try
            {
                var own = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                // Who had it before may have taken the file away while this waited for it.
                if (File.Exists(file))
                    return own;
                await own.DisposeAsync();
            }
            catch (IOException) when (File.Exists(file))
            {
                // Another process is at it.
            }
    }
}

using System.Runtime.InteropServices;

namespace Relight.Cli;

/// <summary>
/// What libraries print by themselves. HiGHS 1.12 writes a line to standard output whenever it mends a solution's last
/// digits, whatever it was told; results that other programs read must not have it between them.
/// </summary>
internal static partial class NativeOutput
{
    private const int StandardOutput = 1, StandardError = 2;

    /// <summary>Sends it to standard error from now on; what Relight itself writes stays where it goes. Does nothing on Windows.</summary>
    public static void ToError()
    {
        if (OperatingSystem.IsWindows())
            return;
        // The writer of the process keeps a copy of the descriptor that it was opened with.
        Console.Out.Flush();
        _ = Console.IsOutputRedirected;
        _ = Duplicate(StandardError, StandardOutput);
    }

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(int from, int to);
}

using System.Runtime.InteropServices;

namespace Relight.Cli;

/// <summary>
/// What libraries print by themselves. HiGHS 1.12 writes a line to standard output whenever it mends a solution's last
/// digits, whatever it was told; neither results that other programs read nor a progress line may have it between them.
/// </summary>
internal static partial class NativeOutput
{
    private const int StandardOutput = 1;

    /// <summary>Drops it from now on; what Relight itself writes stays where it goes. Does nothing on Windows.</summary>
    public static void Silence()
    {
        if (OperatingSystem.IsWindows())
            return;
        // The writer of the process keeps a copy of the descriptor that it was opened with.
        Console.Out.Flush();
        _ = Console.IsOutputRedirected;
        using var nowhere = File.OpenHandle("/dev/null", access: FileAccess.Write);
        _ = Duplicate((int)nowhere.DangerousGetHandle(), StandardOutput);
    }

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(int from, int to);
}

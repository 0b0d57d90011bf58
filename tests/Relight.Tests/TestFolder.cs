namespace Relight.Tests;

/// <summary>
/// Folders for what tests write. They lie in memory where the system has a disk there with room on it, so that no test waits
/// for a real one: what a killed process had written stands in either, and a power cut is nothing that a test can try.
/// </summary>
internal static class TestFolder
{
    private const string Memory = "/dev/shm";
    private const long Room = 4L << 30;

    private static readonly string s_parent =
        Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Room ? Memory : Path.GetTempPath();

    /// <summary>A new folder; who asked for it deletes it.</summary>
    public static string Make() => Directory.CreateDirectory(Path.Combine(s_parent, $"relight-test-{Guid.NewGuid():N}")).FullName;
}

namespace Relight.Tests;

/// <summary>
/// Compares a text with the one that was approved before. What differs is written beside it as <c>*.received.*</c>;
/// after reading it, approve it by running the test with <c>RELIGHT_APPROVE=1</c>.
/// </summary>
internal static class Approval
{
    /// <summary>Passes where the approved file, a path below the repository's root, holds this text.</summary>
    public static void Verify(string actual, params string[] approved)
    {
        var path = Repository.At(approved);
        var text = actual.ReplaceLineEndings("\n");
        var received = Path.ChangeExtension(path, ".received" + Path.GetExtension(path)).Replace(".verified", "", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("RELIGHT_APPROVE") == "1")
            File.WriteAllText(path, text);
        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (text == expected)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, text);
        Assert.Equal(expected, text);
    }
}

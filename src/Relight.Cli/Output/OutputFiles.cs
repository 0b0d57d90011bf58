using Relight.Grid.Import;

namespace Relight.Cli;

/// <summary>The files that a command is to write, looked at before the work begins.</summary>
internal static class OutputFiles
{
    /// <summary>What stands in the way of writing a file.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="file">The file.</param>
    /// <param name="inputs">Files that must not be overwritten.</param>
    public static IEnumerable<Finding> Findings(string option, string file, params string[] inputs)
    {
        if (Directory.Exists(file))
            yield return Finding.Error(file, null, $"is a folder; {option} needs the name of a file");
        else if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
            yield return Finding.Error(file, null, "is in a folder that does not exist");
        else if (inputs.Any(input => Path.GetFullPath(file) == Path.GetFullPath(input)))
            yield return Finding.Error(file, null, "is an input of this command, which must not be overwritten");
    }
}

using Relight.Grid.Import;

namespace Relight.Cli;

/// <summary>What was found in an input, on standard error: every error, every warning.</summary>
internal static class Findings
{
    /// <summary>Prints them all; true where one of them refuses the input.</summary>
    public static bool Refuse(Terminal terminal, IEnumerable<Finding> findings)
    {
        var all = findings.ToList();
        foreach (var finding in all)
            terminal.Error.WriteLine($"{(finding.Severity == Severity.Error ? "error" : "warning")}: {finding}");
        return all.Any(finding => finding.Severity == Severity.Error);
    }
}

using Relight.Grid.Import;

namespace Relight.Cli;

/// <summary>What was found in an input, on standard error: every error, warning and notice.</summary>
internal static class Findings
{
    /// <summary>Prints them all; true where one of them refuses the input.</summary>
    public static bool Refuse(Terminal terminal, IEnumerable<Finding> findings)
    {
        var all = findings.ToList();
        foreach (var finding in all)
            terminal.Error.WriteLine($"{Word(finding.Severity)}: {finding}");
        return all.Any(finding => finding.Severity == Severity.Error);
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };
}

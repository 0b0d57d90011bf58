using Relight.Grid.Import;
using Relight.Ledger;

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

    /// <summary>Prints what is wrong with an input; gives the exit code that says so.</summary>
    public static int BadInput(Terminal terminal, IEnumerable<Finding> findings)
    {
        Refuse(terminal, findings);
        return ExitCode.BadInput;
    }

    /// <summary>The same of what a use case refused.</summary>
    public static int BadInput(Terminal terminal, IEnumerable<Refusal> refusals) => BadInput(terminal, Of(refusals));

    /// <summary>Refusals of a use case as findings.</summary>
    public static IEnumerable<Finding> Of(IEnumerable<Refusal> refusals) => refusals.Select(refusal => Finding.Error(refusal.Field, refusal.Value, refusal.Rule));

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };
}

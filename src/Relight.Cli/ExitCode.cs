namespace Relight.Cli;

/// <summary>What the exit code of a command says.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A fault of Relight itself, or of the machine: its memory, its disk or its database.</summary>
    public const int Failed = 1;

    /// <summary>The input is refused; every reason is on standard error, and nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>Ended by Ctrl-C; a plan that was found until then is given and marked.</summary>
    public const int Interrupted = 130;
}

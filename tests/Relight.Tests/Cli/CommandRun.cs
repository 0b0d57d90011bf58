using Relight.Cli;

namespace Relight.Tests.Cli;

/// <summary>A command run in this process, with what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs <c>relight</c> with these arguments.</summary>
    public static CommandRun Of(params string[] args) => Of(CancellationToken.None, args);

    /// <summary>Runs <c>relight</c> with these arguments and a Ctrl-C.</summary>
    public static CommandRun Of(CancellationToken interrupt, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Program.RunAsync(args, Terminal.Plain(output, error), interrupt).GetAwaiter().GetResult();
        return new CommandRun(code, output.ToString(), error.ToString());
    }
}

using System.Text;
using Spectre.Console;

namespace Relight.Cli;

/// <summary>
/// Where a command writes: results to one stream, errors and progress to another. Colours, bars and lines drawn over are
/// only for a real terminal; a file or a pipe gets plain text.
/// </summary>
public sealed class Terminal
{
    private const int PlainWidth = 120;

    private Terminal(TextWriter output, TextWriter error, bool plainOutput, bool plainError, bool tellsProgress)
    {
        Out = output;
        Error = error;
        Tables = Console(output, plainOutput);
        Progress = plainError ? null : Console(error, plain: false);
        ProgressLines = plainError && tellsProgress ? error : null;
    }

    /// <summary>Results.</summary>
    public TextWriter Out { get; }

    /// <summary>Errors, warnings.</summary>
    public TextWriter Error { get; }

    /// <summary>Tables and charts, on the stream of results.</summary>
    public IAnsiConsole Tables { get; }

    /// <summary>Moving bars, on the stream of errors; null where that is no terminal.</summary>
    public IAnsiConsole? Progress { get; }

    /// <summary>Plain lines of progress, on the stream of errors where that is no terminal; null for none.</summary>
    public TextWriter? ProgressLines { get; }

    /// <summary>The terminal that the process was started in.</summary>
    public static Terminal OfProcess()
    {
        System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal(
            System.Console.Out, System.Console.Error, System.Console.IsOutputRedirected, System.Console.IsErrorRedirected, tellsProgress: true);
    }

    /// <summary>Plain text into two writers.</summary>
    /// <param name="output">Results.</param>
    /// <param name="error">Errors, warnings.</param>
    /// <param name="tellsProgress">Whether long searches tell how they stand in lines among the errors.</param>
    public static Terminal Plain(TextWriter output, TextWriter error, bool tellsProgress = false) =>
        new(output, error, true, true, tellsProgress);

    private static IAnsiConsole Console(TextWriter writer, bool plain)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (plain)
            console.Profile.Width = PlainWidth;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using Relight.Storage;

namespace Relight.Cli;

/// <summary>Runs a parsed command: misuse is bad input, and nothing that goes wrong ends without a word.</summary>
internal static class Invocation
{
    /// <summary>Runs what the arguments ask for; gives the exit code.</summary>
    public static async Task<int> RunAsync(
        Command relight, string[] args, Terminal terminal, CancellationToken cancellation)
    {
        var parsed = relight.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                terminal.Error.WriteLine(error.Message);
            terminal.Error.WriteLine($"See: {CommandPath(parsed.CommandResult)} --help");
            return ExitCode.BadInput;
        }
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (OutOfMemoryException)
        {
            terminal.Error.WriteLine("Memory ran out before there was anything to keep. Nothing is written. Give Relight more memory, or a smaller network.");
            return ExitCode.Failed;
        }
        catch (Exception error) when (StorageTrouble.InWords(error) is { } trouble)
        {
            terminal.Error.WriteLine($"The data could not be read or written: {trouble}. What was told as done is done, and nothing is half done.");
            return ExitCode.Failed;
        }
#pragma warning disable CA1031 // The last resort: a fault in Relight is told as one.
        catch (Exception error)
#pragma warning restore CA1031
        {
            terminal.Error.WriteLine($"Relight failed, which is a fault of Relight and not of your input: {error}");
            return ExitCode.Failed;
        }
    }

    private static string CommandPath(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{CommandPath(parent)} {result.Command.Name}" : result.Command.Name;
}

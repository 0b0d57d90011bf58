using System.CommandLine;
using Relight.Grid.Import;

namespace Relight.Cli;

/// <summary><c>relight network convert IN OUT</c>: writes a network in another format, and says what that does not hold.</summary>
internal static class ConvertCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var from = new Argument<string>("IN") { Description = "Network file: MATPOWER (.m), PSS/E RAW revision 33 (.raw) or pandapower (.json)" };
        var to = new Argument<string>("OUT") { Description = "File to write; its ending, .m, .raw or .json, says the format" };
        var command = new Command("convert", "Writes a network in another format") { from, to };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(from)!, parsed.GetValue(to)!));
        return command;
    }

    private static int Run(Terminal terminal, string from, string to)
    {
        if (!NetworkWriter.Knows(to))
        {
            Findings.Refuse(terminal, [Finding.Error(to, null, "must end in .m, .raw or .json, which says the format")]);
            return ExitCode.BadInput;
        }
        var read = NetworkReader.ReadWithDamage(from);
        if (Findings.Refuse(terminal, read.Findings) || read.Value is not { } damaged)
            return ExitCode.BadInput;
        IReadOnlyList<Finding> lost = [];
        if (WholeFile.Save(to, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            lost = NetworkWriter.Write(damaged, to, writer);
        }) is { } trouble)
        {
            Findings.Refuse(terminal, [trouble]);
            return ExitCode.BadInput;
        }
        Findings.Refuse(terminal, lost);
        var network = damaged.Network;
        terminal.Out.WriteLine(
            $"{to}: {Numbers.Count(network.Buses.Count, "bus", "buses")}, {Numbers.Count(network.Branches.Count, "branch", "branches")}, "
            + $"{Numbers.Count(network.Generators.Count, "generator", "generators")}"
            + (network.DcLines.Count > 0 ? $", {Numbers.Count(network.DcLines.Count, "direct-current line", "direct-current lines")}" : ""));
        return ExitCode.Done;
    }
}

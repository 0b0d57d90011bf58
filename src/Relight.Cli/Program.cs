using System.CommandLine;
using System.CommandLine.Help;

namespace Relight.Cli;

/// <summary>The command line of Relight: one command a file.</summary>
public static class Program
{
    /// <summary>Runs the command that the arguments name.</summary>
    public static async Task<int> Main(string[] args)
    {
        var terminal = Terminal.OfProcess();
        NativeOutput.Silence();
        using var interrupt = new Interrupt();
        return await RunAsync(args, terminal, interrupt.Token);
    }

    /// <summary>Runs a command against a terminal; gives its exit code.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="cancellation">Asks it to end with what it has.</param>
    public static Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellation)
    {
        var relight = new Command("relight", "Takes a damaged power grid back to service with others' help.")
        {
            new HelpOption(),
            new VersionOption(),
            DemoCommand.Create(terminal),
            ServeCommand.Create(terminal),
            PlanCommand.Create(terminal),
            CheckCommand.Create(terminal),
            AcCommand.Create(terminal),
            ReplanCommand.Create(terminal),
            CompareCommand.Create(terminal),
            ValueCommand.Create(terminal),
            NetworkCommand.Create(terminal),
            GridCommand.Create(terminal),
            ImportCommand.Create(terminal),
            MatchCommand.Create(terminal),
            AllocateCommand.Create(terminal),
            WantedCommand.Create(terminal),
            ArrivalsCommand.Create(terminal),
            FacilitiesCommand.Create(terminal),
            LedgerCommand.Create(terminal),
            MigrateCommand.Create(terminal),
            BackupCommand.CreateBackup(terminal),
            BackupCommand.CreateRestore(terminal),
        };
        return Invocation.RunAsync(relight, args, terminal, cancellation);
    }
}

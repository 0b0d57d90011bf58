using System.CommandLine;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Cli;

/// <summary><c>relight ledger verify</c> and <c>relight ledger replay</c>: whether the register is what was entered into it.</summary>
internal static class LedgerCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal) => new("ledger", "Checks the ledger of a register")
    {
        Sub("verify", "Finds rows of the ledger that were changed, removed, inserted or moved by hand", terminal, VerifyAsync),
        Sub("replay", "Builds the state anew from the ledger and compares it row by row", terminal, ReplayAsync),
    };

    private static Command Sub(
        string name, string says, Terminal terminal, Func<Terminal, Database, CancellationToken, Task<int>> run)
    {
        var data = DataFolder.Option();
        var command = new Command(name, says) { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (database, trouble) = await DataFolder.OpenExistingAsync(parsed.GetValue(data)!, cancellation);
            if (database is not null)
                return await run(terminal, database, cancellation);
            Findings.Refuse(terminal, [trouble!]);
            return ExitCode.BadInput;
        });
        return command;
    }

    private static async Task<int> VerifyAsync(Terminal terminal, Database database, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var verification = await LedgerVerification.Run(db, cancellation);
        return Tell(terminal, verification.Tampered, $"{Numbers.Count(verification.Rows)} rows, each as it was written.");
    }

    private static async Task<int> ReplayAsync(Terminal terminal, Database database, CancellationToken cancellation)
    {
        var replay = await LedgerReplay.Run(database, cancellation);
        return Tell(
            terminal,
            replay.Differences,
            $"{Numbers.Count(replay.Events)} events give the {Numbers.Count(replay.Rows)} rows of the state as they are stored.");
    }

    private static int Tell<T>(Terminal terminal, IReadOnlyList<T> wrong, string allIsWell)
    {
        if (wrong.Count == 0)
        {
            terminal.Out.WriteLine(allIsWell);
            return ExitCode.Done;
        }
        foreach (var one in wrong)
            terminal.Error.WriteLine($"{one}");
        return ExitCode.BadInput;
    }
}

using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Writer;

/// <summary>
/// Writes into a register without end, to be killed: <c>Relight.Writer DATA WRITERS</c>. Says of every command that is
/// acknowledged <c>new ID</c>, or <c>again ID</c> where it had been carried out before. Started again, it sends the same
/// commands under the same ids from the beginning.
/// </summary>
public static class Program
{
    /// <summary>Writes until it is killed, or a command is refused.</summary>
    public static async Task<int> Main(string[] args)
    {
        var database = Database.Of(args[0]);
        await database.Migrate();
        var commands = new Commands(database, TimeProvider.System);
        if (!await Send(commands, Load.Opening()))
            return 1;
        var writers = Enumerable.Range(0, int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture))
            .Select(writer => Task.Run(() => Send(commands, Load.Of(writer))));
        await await Task.WhenAny(writers);
        return 1;
    }

    private static async Task<bool> Send(Commands commands, IEnumerable<(string Key, ICommand Command)> load)
    {
        foreach (var (key, command) in load)
        {
            var id = Id<Envelope>.Named($"writer {key}").Value;
            var outcome = await commands.Run(command, new Envelope(id, Load.Operation.Id, "writer"));
            Console.WriteLine(outcome.Done ? $"{(outcome.Repeated ? "again" : "new")} {id}" : $"refused {id} {string.Join("; ", outcome.Refusals)}");
            if (!outcome.Done)
                return false;
        }
        return true;
    }
}

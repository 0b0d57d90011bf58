using System.CommandLine;

namespace Relight.Cli;

/// <summary><c>relight migrate</c>: makes the tables of a register, or brings them to this version.</summary>
internal static class MigrateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = DataFolder.Option();
        var command = new Command("migrate", "Makes the tables of a register, or brings them to this version") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (database, migrated, trouble) = await DataFolder.MigrateAsync(parsed.GetValue(data)!, cancellation);
            if (database is null)
            {
                Findings.Refuse(terminal, [trouble!]);
                return ExitCode.BadInput;
            }
            foreach (var name in migrated)
                terminal.Out.WriteLine($"Done: {name}");
            terminal.Out.WriteLine($"The tables are those of this version: {database.Name}");
            return ExitCode.Done;
        });
        return command;
    }
}

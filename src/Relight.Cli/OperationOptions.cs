using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Relight.Grid.Import;
using Relight.Register;
using Relight.Storage;

namespace Relight.Cli;

/// <summary>The options of every command about an operation of a register: where the register is, and which operation.</summary>
internal sealed class OperationOptions
{
    private readonly Option<string?> _operation = new("--operation")
    {
        Description = "Name or id of the operation; may be left out where there is one",
        HelpName = "NAME",
    };

    private readonly Option<string> _data = DataFolder.Option();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_operation);
        command.Add(_data);
    }

    /// <summary>Opens the register, finds the operation, and runs what is to be done with both; gives an exit code.</summary>
    /// <param name="terminal">Where refusals go.</param>
    /// <param name="parsed">What was typed.</param>
    /// <param name="run">What is to be done.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<int> RunAsync(
        Terminal terminal, ParseResult parsed, Func<Database, Id<Operation>, Task<int>> run, CancellationToken cancellation)
    {
        var (database, trouble) = await DataFolder.OpenExistingAsync(parsed.GetValue(_data)!, cancellation);
        if (database is null)
            return Findings.BadInput(terminal, [trouble!]);
        return await FindAsync(database, parsed.GetValue(_operation), cancellation) is { } operation
            ? await run(database, operation)
            : Findings.BadInput(terminal, [Finding.Error("--operation", null, RuleOf(parsed.GetValue(_operation)))]);
    }

    /// <summary>The same, with an operation that is still to be opened where the register has none of the name that was typed.</summary>
    /// <param name="terminal">Where refusals go.</param>
    /// <param name="parsed">What was typed.</param>
    /// <param name="countries">Countries that a new operation is to help; empty where none may be opened.</param>
    /// <param name="run">What is to be done; is told whether the operation is to be opened.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<int> RunOrOpenAsync(
        Terminal terminal, ParseResult parsed, IReadOnlyList<Country> countries, Func<Database, Operation, bool, Task<int>> run, CancellationToken cancellation)
    {
        var (database, trouble) = await DataFolder.OpenAsync(parsed.GetValue(_data)!, cancellation);
        if (database is null)
            return Findings.BadInput(terminal, [trouble!]);
        var name = parsed.GetValue(_operation);
        if (await FindAsync(database, name, cancellation) is { } known)
        {
            await using var db = database.Open();
            return await run(database, (await db.Operations.AsNoTracking().FirstAsync(row => row.Id == known, cancellation)).Read(), false);
        }
        if (name is null)
            return Findings.BadInput(terminal, [Finding.Error("--operation", null, RuleOf(name) + "; name one, and it is opened where it is not there")]);
        if (await IsOftenAsync(database, name, cancellation))
            return Findings.BadInput(terminal, [Finding.Error("--operation", name, "is the name of several operations; give the id of one")]);
        return countries.Count == 0
            ? Findings.BadInput(terminal, [Finding.Error("--country", null, $"must be given to open an operation; {RuleOf(name)}")])
            : await run(database, new Operation(Id<Operation>.New(TimeProvider.System), name, countries), true);
    }

    private static async Task<bool> IsOftenAsync(Database database, string name, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await db.Operations.AnyAsync(row => row.Name == name, cancellation);
    }

    // The operation of this name or id, or the only one where none is named.
    private static async Task<Id<Operation>?> FindAsync(Database database, string? name, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var all = await db.Operations.AsNoTracking().Select(row => new { row.Id, row.Name }).ToListAsync(cancellation);
        var found = name is null ? all : all.FindAll(row => row.Name == name || row.Id.ToString() == name);
        return found is [var one] ? one.Id : null;
    }

    private static string RuleOf(string? name) => name is null
        ? "must say which operation: the register holds none, or more than one"
        : $"'{name}' is no operation of this register";
}

using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;

namespace Relight.Cli;

/// <summary>The option that says which operation of a register a command is about.</summary>
internal static class OperationChoice
{
    /// <summary>The option.</summary>
    public static Option<string?> Option() => new("--operation")
    {
        Description = "Name or id of the operation; may be left out where there is one",
        HelpName = "NAME",
    };

    /// <summary>The operation of this name or id, or the only one where none is named; null where there is no such one.</summary>
    public static async Task<Id<Operation>?> FindAsync(Database database, string? name, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var all = await db.Operations.AsNoTracking().Select(row => new { row.Id, row.Name }).ToListAsync(cancellation);
        var found = name is null ? all : all.FindAll(row => row.Name == name || row.Id.ToString() == name);
        return found is [var one] ? one.Id : null;
    }

    /// <summary>The rule that the option breaks where nothing was found.</summary>
    public static string RuleOf(string? name) => name is null
        ? "must say which operation: the register holds none, or more than one"
        : $"'{name}' is no operation of this register";
}

using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Intake;

/// <summary>Remembers what the columns of a kind of table mean, so that nobody has to say it again for the next table with the same headings.</summary>
/// <param name="Kind">The kind of table.</param>
/// <param name="Map">Heading → name of the column that it is.</param>
/// <param name="Ignore">Headings of columns that are left out.</param>
public sealed record RememberColumns(ImportKind Kind, IReadOnlyDictionary<string, string> Map, IReadOnlyList<string> Ignore) : ICommand
{
    /// <summary>The columns must be known, and the headings texts.</summary>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(RememberColumns command)
    {
        var checks = new Checks().Require(Enum.IsDefined(command.Kind), "kind", command.Kind, "must be a kind of table");
        foreach (var (heading, column) in command.Map)
            checks.Text("map", heading)
                .Require(ImportTables.ColumnsOf(command.Kind).Any(known => known.Name == column), "map", column, "must be a column that is known");
        foreach (var heading in command.Ignore)
            checks.Text("ignore", heading);
        return checks.Or(() => new ColumnsRemembered(command.Kind, command.Map, command.Ignore));
    }

    /// <inheritdoc/>
    public Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Task.FromResult(Decide(this));

    /// <summary>What was said at earlier imports of this kind of table; later words take the place of earlier ones.</summary>
    public static async Task<ColumnChoice> Remembered(RelightContext db, Id<Operation> operation, ImportKind kind, CancellationToken cancel)
    {
        var name = EventTypes.All.First(pair => pair.Value == typeof(ColumnsRemembered)).Key;
        var rows = await db.Ledger.AsNoTracking().Where(row => row.Operation == operation && row.Type == name)
            .OrderBy(row => row.Number).Select(row => row.Payload).ToListAsync(cancel);
        var (map, ignore) = (new Dictionary<string, string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var said in rows.Select(LedgerJson.Read<ColumnsRemembered>).Where(said => said.Kind == kind))
        {
            foreach (var (heading, column) in said.Map)
            {
                map[ImportColumn.Plain(heading)] = column;
                ignore.Remove(ImportColumn.Plain(heading));
            }
            foreach (var heading in said.Ignore)
            {
                ignore.Add(ImportColumn.Plain(heading));
                map.Remove(ImportColumn.Plain(heading));
            }
        }
        return new ColumnChoice(map, [.. ignore], new Dictionary<string, string>());
    }
}

/// <summary>It was said what the columns of a kind of table mean.</summary>
/// <param name="Kind">The kind of table.</param>
/// <param name="Map">Heading → name of the column that it is.</param>
/// <param name="Ignore">Headings of columns that are left out.</param>
public sealed record ColumnsRemembered(ImportKind Kind, IReadOnlyDictionary<string, string> Map, IReadOnlyList<string> Ignore) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => Task.CompletedTask;
}

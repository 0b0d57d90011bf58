using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Relight.Storage;

namespace Relight.Ledger;

/// <summary>A row of a state table that is not what the ledger makes of it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">Key of the row.</param>
/// <param name="Column">The column that differs; null where the row as a whole is missing or too much.</param>
/// <param name="Stored">What the table holds; null where the row is missing.</param>
/// <param name="Replayed">What the ledger makes; null where the row is too much.</param>
public sealed record StateDifference(string Table, string Key, string? Column, string? Stored, string? Replayed)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => Column is null
        ? $"{Table} {Key}: {(Stored is null ? "is missing" : "is not in the ledger")}"
        : Replayed is null && Table == "ledger"
            ? $"{Table} {Key}: cannot be applied: {Stored}"
            : $"{Table} {Key}: {Column} is '{Stored}', by the ledger '{Replayed}'";
}

/// <summary>What a replay found.</summary>
/// <param name="Events">How many events were applied.</param>
/// <param name="Rows">How many rows of state tables were compared.</param>
/// <param name="Differences">Every difference; empty where the state is what the ledger says.</param>
public sealed record LedgerReplay(long Events, long Rows, IReadOnlyList<StateDifference> Differences)
{
    /// <summary>Builds every state table anew in memory from the ledger alone, and compares it with what is stored, row by row.</summary>
    public static async Task<LedgerReplay> Run(Database database, CancellationToken cancel = default)
    {
        await using var memory = new SqliteConnection("Data Source=:memory:");
        await memory.OpenAsync(cancel);
        var replayed = Database.InMemory(memory);
        await using (var empty = replayed.Open())
            await empty.Database.EnsureCreatedAsync(cancel);
        // One snapshot, so that a command carried out meanwhile is in all of what is read or in none of it.
        await using var db = database.Open();
        await using var snapshot = await db.Snapshot(cancel);
        var differences = new List<StateDifference>();
        var events = await Apply(db, replayed, differences, cancel);
        var rows = 0L;
        await using var again = replayed.Open();
        foreach (var table in db.Model.GetEntityTypes().Where(type => type.ClrType != typeof(LedgerRow) && type.ClrType != typeof(LedgerHead)))
        {
            var stored = await Read(db, table, cancel);
            var made = await Read(again, again.Model.FindEntityType(table.ClrType)!, cancel);
            rows += stored.Count;
            Compare(table.GetTableName()!, stored, made, differences);
        }
        return new LedgerReplay(events, rows, differences);
    }

    private static async Task<long> Apply(
        RelightContext from, Database to, List<StateDifference> differences, CancellationToken cancel)
    {
        var events = 0L;
        await using var db = to.Open();
        await foreach (var row in from.Ledger.AsNoTracking().OrderBy(row => row.Operation).ThenBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            try
            {
                await EventTypes.Read(row.Type, row.Payload).Apply(db, new Moment(row.Operation, row.By, row.At), cancel);
                await db.SaveChangesAsync(cancel);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Only a row that was changed by hand cannot be applied: it is told, and the rest goes on without it.
                differences.Add(new StateDifference("ledger", $"{row.Operation} {row.Number}", nameof(row.Payload), error.Message, null));
            }
            db.ChangeTracker.Clear();
            events++;
        }
        return events;
    }

    private static async Task<Dictionary<string, Dictionary<string, string?>>> Read(RelightContext db, IEntityType table, CancellationToken cancel)
    {
        var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(table.ClrType).Invoke(db, [])!;
        var rows = new Dictionary<string, Dictionary<string, string?>>(StringComparer.Ordinal);
        await foreach (var row in set.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            var columns = table.GetProperties().ToDictionary(
                property => property.Name,
                property => Convert.ToString(property.PropertyInfo!.GetValue(row), CultureInfo.InvariantCulture));
            rows.Add(string.Join(' ', table.FindPrimaryKey()!.Properties.Select(property => columns[property.Name])), columns);
        }
        return rows;
    }

    private static void Compare(
        string table,
        Dictionary<string, Dictionary<string, string?>> stored,
        Dictionary<string, Dictionary<string, string?>> made,
        List<StateDifference> differences)
    {
        foreach (var key in stored.Keys.Union(made.Keys).Order(StringComparer.Ordinal))
            if (!stored.TryGetValue(key, out var one))
                differences.Add(new StateDifference(table, key, null, null, ""));
            else if (!made.TryGetValue(key, out var other))
                differences.Add(new StateDifference(table, key, null, "", null));
            else
                differences.AddRange(one.Where(column => column.Value != other[column.Key])
                    .Select(column => new StateDifference(table, key, column.Key, column.Value, other[column.Key])));
    }
}

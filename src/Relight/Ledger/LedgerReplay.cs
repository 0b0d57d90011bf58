using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Relight.Storage;

namespace Relight.Ledger;

/// <summary>A row of a state table that is not what the ledger makes of it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">Key of the row.</param>
/// <param name="Column">The column that differs; null where the row as a whole is missing or too much.</param>
/// <param name="Stored">What the table holds; null where the row is missing, or holds no value.</param>
/// <param name="Replayed">What the ledger makes; null where the row is too much, or has no value.</param>
public sealed record StateDifference(string Table, string Key, string? Column, string? Stored, string? Replayed)
{
    private const int Around = 40;

    /// <summary>What the row is called, where it has a name or a title; else empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>One line for people.</summary>
    public override string ToString()
    {
        var row = $"{Table.Replace('_', ' ')} {(Name.Length > 0 ? $"'{Name}' " : "")}{Key}";
        if (Column is null)
            return $"{row}: {(Stored is null ? "is missing" : "is not in the ledger")}";
        if (Table == "ledger")
            return $"{row}: cannot be applied: {Stored}";
        var from = Parting();
        return $"{row}: {Column} is {Excerpt(Stored, from)}, by the ledger {Excerpt(Replayed, from)}";
    }

    // Where two texts part: of a document of a megabyte this is what matters.
    private int Parting() => Stored is null || Replayed is null
        ? 0
        : Stored.Zip(Replayed).TakeWhile(pair => pair.First == pair.Second).Count();

    private static string Excerpt(string? text, int at)
    {
        if (text is null)
            return "empty";
        var from = text.Length <= 2 * Around ? 0 : Math.Max(0, at - Around);
        var part = text.Substring(from, Math.Min(text.Length - from, 2 * Around));
        return $"'{(from > 0 ? "…" : "")}{Checks.Shown(part)}{(from + part.Length < text.Length ? "…" : "")}'";
    }
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
        foreach (var table in db.Model.Tables().Where(type => type.ClrType != typeof(LedgerRow) && type.ClrType != typeof(LedgerHead)))
        {
            var stored = await Read(db, table, cancel);
            var made = await Read(again, again.Model.FindEntityType(table.ClrType)!, cancel);
            rows += stored.Count;
            Compare(table, stored, made, differences);
        }
        return new LedgerReplay(events, rows, differences);
    }

    private static async Task<long> Apply(
        RelightContext from, Database to, List<StateDifference> differences, CancellationToken cancel)
    {
        var events = 0L;
        await using var db = to.Open();
        await foreach (var stored in StoredLedger.Rows(from, cancel))
        {
            try
            {
                var row = stored.Read() ?? throw new InvalidDataException("its time or its command cannot be read");
                await EventTypes.Read(row.Type, row.Payload).Apply(db, new Moment(row.Operation, row.By, row.At), cancel);
                await db.SaveChangesAsync(cancel);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Only a row that was changed by hand cannot be applied: it is told, and the rest goes on without it.
                differences.Add(new StateDifference("ledger", $"{stored.Operation} {stored.Number}", nameof(LedgerRow.Payload), $"{error.Message} ({stored.Content})", null));
            }
            db.ChangeTracker.Clear();
            events++;
        }
        return events;
    }

    // By key, with a value for each property of the table.
    private static async Task<Dictionary<string, string?[]>> Read(RelightContext db, IEntityType table, CancellationToken cancel)
    {
        var properties = table.GetProperties().ToList();
        int[] key = [.. table.FindPrimaryKey()!.Properties.Select(property => properties.IndexOf(property))];
        var rows = new Dictionary<string, string?[]>(StringComparer.Ordinal);
        await foreach (var row in StoredValues.Read(db, table, [], cancel))
        {
            // SQLite takes two ids for different that differ in the case of their letters alone.
            var name = string.Join(' ', key.Select(at => row[at]));
            while (!rows.TryAdd(name, row))
                name += " again";
        }
        return rows;
    }

    private static void Compare(
        IEntityType table, Dictionary<string, string?[]> stored, Dictionary<string, string?[]> made, List<StateDifference> differences)
    {
        string[] names = [.. table.GetProperties().Select(property => property.Name)];
        var name = Array.FindIndex(names, one => one is "Title" or "Name");
        StateDifference Differing(string key, string? column, string? one, string? other) => new(table.GetTableName()!, key, column, one, other)
        {
            Name = name < 0 ? "" : Checks.ShownValue((made.GetValueOrDefault(key) ?? stored[key])[name]) ?? "",
        };
        foreach (var key in stored.Keys.Union(made.Keys).Order(StringComparer.Ordinal))
            if (!stored.TryGetValue(key, out var one))
                differences.Add(Differing(key, null, null, ""));
            else if (!made.TryGetValue(key, out var other))
                differences.Add(Differing(key, null, "", null));
            else
                differences.AddRange(names.Index().Where(column => one[column.Index] != other[column.Index])
                    .Select(column => Differing(key, column.Item, one[column.Index], other[column.Index])));
    }
}

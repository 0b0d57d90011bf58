using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Relight.Storage;

/// <summary>
/// Rows as they lie in a table, each value as a text that is the same from either kind of database; null for no value. What
/// someone wrote there by hand need not be a value that the register could read: it is given as it is.
/// </summary>
internal static class StoredValues
{
    /// <summary>What of the model is kept in tables, and not only asked for.</summary>
    public static IEnumerable<IEntityType> Tables(this IModel model) => model.GetEntityTypes().Where(type => type.GetTableName() is not null);

    /// <summary>Reads the rows of a table, with a value for each property of the model in its order.</summary>
    /// <param name="db">The register; an open transaction of it is read in.</param>
    /// <param name="table">The table.</param>
    /// <param name="order">Properties by which rows are ordered; none for any order.</param>
    /// <param name="cancel">Breaks the reading off.</param>
    public static async IAsyncEnumerable<string?[]> Read(
        RelightContext db, IEntityType table, IReadOnlyList<string> order, [EnumeratorCancellation] CancellationToken cancel)
    {
        var properties = table.GetProperties().ToList();
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            // A register of a million rows is read for as long as it takes.
            command.CommandTimeout = 0;
            command.CommandText = Query(table, properties, order);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
                yield return [.. properties.Select((property, at) => Text(property, reader, at))];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // The names of tables and columns are the model's, nobody else's words.
    private static string Query(IEntityType table, List<IProperty> properties, IReadOnlyList<string> order)
    {
        var columns = string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""));
        var ordered = order.Count == 0 ? "" : " ORDER BY " + string.Join(", ", order.Select(name => $"\"{table.FindProperty(name)!.GetColumnName()}\""));
        return $"SELECT {columns} FROM \"{table.GetTableName()}\"{ordered}";
    }

    private static string? Text(IProperty property, DbDataReader reader, int at)
    {
        if (reader.IsDBNull(at))
            return null;
        var value = reader.GetValue(at);
        var text = value switch
        {
            DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(DateTimeOffset))
            return value is long ? Instant(property, value) : text;
        if (property.GetTypeMapping().Converter?.ProviderClrType == typeof(Guid) || type == typeof(Guid))
            return Guid.TryParse(text, out var id) ? id.ToString() : text;
        // SQLite keeps what is true as a number.
        return type == typeof(bool) && value is long flag ? Convert.ToString(flag != 0, CultureInfo.InvariantCulture) : text;
    }

    private static string Instant(IProperty property, object microseconds)
    {
        try
        {
            return ((DateTimeOffset)property.GetTypeMapping().Converter!.ConvertFromProvider(microseconds)!).ToString("O", CultureInfo.InvariantCulture);
        }
        catch (ArgumentOutOfRangeException)
        {
            return Convert.ToString(microseconds, CultureInfo.InvariantCulture)!;
        }
    }
}

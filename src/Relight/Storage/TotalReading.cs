using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Relight.Register;

namespace Relight.Storage;

/// <summary>A sum of what has come at least as far as a stage, see <see cref="TotalRow"/>.</summary>
/// <param name="Donors">The donors, as <see cref="DonorGroup.Key"/>.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Item">What it is.</param>
/// <param name="Measure">Unit of the sum, or currency.</param>
/// <param name="Total">The sum.</param>
internal readonly record struct StageSum(string Donors, Stage Stage, ItemKind Item, string Measure, Total Total);

/// <summary>
/// Reads the sums of an operation straight from the database: a large register has tens of thousands, and what the framework
/// does for each row takes more than twice the time of reading them.
/// </summary>
internal static class TotalReading
{
    private static readonly Dictionary<string, ItemKind> s_items = Enum.GetValues<ItemKind>().ToDictionary(item => item.ToString(), StringComparer.Ordinal);

    /// <summary>Gives each sum that has a part and meets a filter, in no order; kept together they would be the largest thing in memory.</summary>
    public static async Task Read(RelightContext db, Id<Operation> operation, FunnelFilter filter, Action<StageSum> give, CancellationToken cancel)
    {
        var donors = filter.Donor is { } text ? await DonorsNamed(db, operation, text, cancel) : null;
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText =
                """
                SELECT "Donors", "Stage", "Item", "Measure", "Lower", "BoundedUpper", "OpenParts", "UnspecifiedParts", "Parts"
                FROM total WHERE "Operation" = @operation AND "Parts" > 0
                """;
            Add(command, "@operation", operation.Value);
            Among(command, "Donors", donors);
            Among(command, "Item", filter.Items?.Select(item => item.ToString()));
            Among(command, "Stage", filter.Stages?.Select(stage => stage.ToString()));
            await using var row = await command.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
                give(new StageSum(
                    row.GetString(0), Stage.Parse(row.GetString(1), null), s_items[row.GetString(2)], row.GetString(3),
                    new Total(Scaled.FromThousandths(row.GetInt64(4)), Scaled.FromThousandths(row.GetInt64(5)), row.GetInt32(6), row.GetInt32(7), row.GetInt32(8))));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static Task<List<string>> DonorsNamed(RelightContext db, Id<Operation> operation, string text, CancellationToken cancel)
    {
        var words = SearchText.Of(text);
        return db.DonorGroups.Where(row => row.Operation == operation && row.Words.Contains(words)).Select(row => row.Donors).ToListAsync(cancel);
    }

    // One parameter a value; of none, nothing is among them.
    private static void Among(DbCommand command, string column, IEnumerable<string>? values)
    {
        if (values is null)
            return;
        var names = new List<string>();
        foreach (var value in values)
        {
            names.Add(FormattableString.Invariant($"@p{command.Parameters.Count}"));
            Add(command, names[^1], value);
        }
        command.CommandText += names.Count > 0 ? $" AND \"{column}\" IN ({string.Join(", ", names)})" : " AND 1 = 0";
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}

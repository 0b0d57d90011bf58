using System.Data.Common;
using System.Text.RegularExpressions;
using Npgsql;
using Relight.Storage;

namespace Relight.Web.Tests.Api;

/// <summary>
/// What PostgreSQL says that it would do for a statement if it could neither read a table from end to end nor sort: where it
/// has to all the same, no index serves. A few thousand rows it may rightly read whole, which tells nothing of a million.
/// </summary>
/// <param name="Text">The statement.</param>
/// <param name="IsWhole">Whether it asks for all that meets some conditions, whatever the order, see <see cref="RowSearch{T, TRow}"/>.</param>
/// <param name="Lines">What it does.</param>
internal sealed partial record PostgresPlan(string Text, bool IsWhole, IReadOnlyList<string> Lines) : IQueryPlan
{
    private const string IndexesOnly = "SET enable_seqscan = off; SET enable_sort = off; SET enable_incremental_sort = off; SET enable_hashjoin = off; SET jit = off";

    /// <summary>Asks PostgreSQL, over another connection than the statement's.</summary>
    public static PostgresPlan Of(DbCommand command, string server)
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using (var set = new NpgsqlCommand(IndexesOnly, connection))
            set.ExecuteNonQuery();
        using var explain = new NpgsqlCommand("EXPLAIN (COSTS OFF) " + command.CommandText, connection);
        foreach (NpgsqlParameter parameter in command.Parameters)
            explain.Parameters.Add(parameter.Clone());
        var lines = new List<string>();
        using var reader = explain.ExecuteReader();
        while (reader.Read())
            lines.Add(reader.GetString(0));
        return new PostgresPlan(command.CommandText, IQueryPlan.AsksForAll(command), lines);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Wrong()
    {
        var isOfLarge = IQueryPlan.Large.Any(table => Text.Contains($"FROM {table} AS", StringComparison.Ordinal));
        for (var i = 0; i < Lines.Count; i++)
        {
            var line = Lines[i].Trim();
            if (Sorted().IsMatch(line))
            {
                if (!IsWhole && isOfLarge)
                    yield return Told(line);
            }
            else if (Reads().Match(line) is { Success: true } read && TableOf(read) is { } table && IQueryPlan.Large.Contains(table))
            {
                // The condition on the index, where there is one, is the line after.
                var condition = Line(i + 1, "Index Cond:");
                var isAll = condition is null || NothingBeyond().IsMatch(condition);
                // An order is walked in its index, as far as a limit lets it; what a filter drops on the way, no limit counts.
                var filter = isAll ? Line(condition is null ? i + 1 : i + 2, "Filter:") : null;
                if (read.Groups["whole"].Success || (isAll && (IsWhole || filter?.Contains(" ANY ", StringComparison.Ordinal) == true)))
                    yield return Told($"{line} {condition} {filter}");
            }
        }
    }

    private string? Line(int number, string beginning) =>
        number < Lines.Count && Lines[number].Trim() is var line && line.StartsWith(beginning, StringComparison.Ordinal) ? line : null;

    private string Told(string what) => $"{what} in {Text.ReplaceLineEndings(" ")}";

    // A bitmap is made of an index, of which the name begins with its table's.
    private static string? TableOf(Match read) => read.Groups["table"] is { Success: true } table ? table.Value
        : IQueryPlan.Large.Where(name => read.Groups["index"].Value.StartsWith($"IX_{name}_", StringComparison.Ordinal)).MaxBy(name => name.Length);

    [GeneratedRegex("^(-> +)?(Incremental )?Sort$")]
    private static partial Regex Sorted();

    [GeneratedRegex("^(-> +)?(Parallel )?((?<whole>Seq Scan)|Index (Only )?Scan (Backward )?using \"?[^ ]+\"?) on (?<table>\\w+)|^(-> +)?(Parallel )?Bitmap Index Scan on \"?(?<index>[^ \"]+)")]
    private static partial Regex Reads();

    [GeneratedRegex("^Index Cond: \\(\"Operation\" = '[^']*'::uuid\\)$")]
    private static partial Regex NothingBeyond();
}

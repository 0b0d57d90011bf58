using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Relight.Storage;

namespace Relight.Web.Tests.Api;

/// <summary>What SQLite says that it does for a statement.</summary>
/// <param name="Text">The statement.</param>
/// <param name="IsWhole">Whether it asks for all that meets some conditions, whatever the order, see <see cref="RowSearch{T, TRow}"/>.</param>
/// <param name="Lines">What it does.</param>
internal sealed partial record SqlitePlan(string Text, bool IsWhole, IReadOnlyList<string> Lines) : IQueryPlan
{
    private const string NothingBeyond = "(Operation=?)";

    /// <summary>Asks SQLite.</summary>
    public static SqlitePlan Of(DbCommand command)
    {
        using var explain = command.Connection!.CreateCommand();
        explain.Transaction = command.Transaction;
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        foreach (DbParameter parameter in command.Parameters)
            explain.Parameters.Add(new SqliteParameter(parameter.ParameterName, parameter.Value));
        var lines = new List<string>();
        using var reader = explain.ExecuteReader();
        while (reader.Read())
            lines.Add(reader.GetString(3));
        return new SqlitePlan(command.CommandText, IQueryPlan.AsksForAll(command), lines);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Wrong()
    {
        // Where a list of ids or names is empty nothing is read, whatever the plan.
        if (Nothing().IsMatch(Text))
            yield break;
        var tables = Named().Matches(Text).DistinctBy(match => match.Groups[2].Value).ToDictionary(match => match.Groups[2].Value, match => match.Groups[1].Value);
        foreach (var line in Lines)
            if (Read().Match(line) is { Success: true } read && tables.TryGetValue(read.Groups[2].Value, out var table) && IQueryPlan.Large.Contains(table) && ReadsAll(line))
                yield return $"{table}: {line} in {Text.ReplaceLineEndings(" ")}";
            else if (!IsWhole && line == "USE TEMP B-TREE FOR ORDER BY")
                yield return $"{line} in {Text.ReplaceLineEndings(" ")}";
    }

    // An order is walked in its index, as far as a limit lets it; what few rows meet is not looked for so.
    private bool ReadsAll(string line) => line.StartsWith("SCAN", StringComparison.Ordinal)
        ? IsWhole || !line.Contains(" INDEX ", StringComparison.Ordinal)
        : IsWhole && line.EndsWith(NothingBeyond, StringComparison.Ordinal);

    [GeneratedRegex("\\bWHERE 0\\b|\\bAND 0\\b")]
    private static partial Regex Nothing();

    [GeneratedRegex("(?:FROM|JOIN) \"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Named();

    [GeneratedRegex("^(SCAN|SEARCH) (\\w+)")]
    private static partial Regex Read();
}

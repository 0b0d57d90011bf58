using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Relight.Storage;

namespace Relight.Web.Tests.Api;

/// <summary>Has SQLite explain each question that is put to one database, as it is put.</summary>
internal sealed class QueryPlans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<IDisposable> _heard = new();
    private readonly Database _database;

    /// <summary>Begins.</summary>
    public QueryPlans(Database database)
    {
        _database = database;
        _heard.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was explained.</summary>
    public ConcurrentQueue<QueryPlan> Seen { get; } = new();

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _heard.Enqueue(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { ExecuteMethod: DbCommandMethod.ExecuteReader } data && value.Key == RelationalEventId.CommandExecuting.Name
            && data.Command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)
            && data.Command.Connection is SqliteConnection connection && Path.GetFullPath(connection.DataSource) == _database.Name)
            Seen.Enqueue(QueryPlan.Of(data.Command));
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var listening in _heard)
            listening.Dispose();
    }
}

/// <summary>What SQLite says that it does for a statement.</summary>
/// <param name="Text">The statement.</param>
/// <param name="IsWhole">Whether it asks for all that meets some conditions, whatever the order, see <see cref="RowSearch{T, TRow}"/>.</param>
/// <param name="Lines">What it does.</param>
internal sealed partial record QueryPlan(string Text, bool IsWhole, IReadOnlyList<string> Lines)
{
    private const string NothingBeyond = "(Operation=?)";

    private static readonly string[] s_large = ["claim", "contribution", "need", "offer", "part", "adoption", "source", "link", "reached"];

    /// <summary>Asks SQLite.</summary>
    public static QueryPlan Of(DbCommand command)
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
        return new QueryPlan(command.CommandText, command.Parameters.Cast<DbParameter>().Any(parameter => parameter.Value is int.MaxValue && Regex.IsMatch(command.CommandText, $"LIMIT {parameter.ParameterName}\\b")), lines);
    }

    /// <summary>What costs as much as the table is long: reading all of it, or of an index of it for what few rows meet, or sorting it.</summary>
    public IEnumerable<string> Wrong()
    {
        // Where a list of ids or names is empty nothing is read, whatever the plan.
        if (Nothing().IsMatch(Text))
            yield break;
        var tables = Named().Matches(Text).DistinctBy(match => match.Groups[2].Value).ToDictionary(match => match.Groups[2].Value, match => match.Groups[1].Value);
        foreach (var line in Lines)
            if (Read().Match(line) is { Success: true } read && tables.TryGetValue(read.Groups[2].Value, out var table) && s_large.Contains(table) && ReadsAll(line))
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

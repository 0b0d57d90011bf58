using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Relight.Storage;

namespace Relight.Web.Tests.Api;

/// <summary>Has a database explain each question that is put to it, as it is put.</summary>
internal sealed class QueryPlans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<IDisposable> _heard = new();
    private readonly Func<DbCommand, IQueryPlan?> _explain;

    /// <summary>Begins.</summary>
    /// <param name="explain">Explains a question; gives null where it was put to another database.</param>
    public QueryPlans(Func<DbCommand, IQueryPlan?> explain)
    {
        _explain = explain;
        _heard.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was explained.</summary>
    public ConcurrentQueue<IQueryPlan> Seen { get; } = new();

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _heard.Enqueue(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { ExecuteMethod: DbCommandMethod.ExecuteReader } data && value.Key == RelationalEventId.CommandExecuting.Name
            && data.Command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) && _explain(data.Command) is { } plan)
            Seen.Enqueue(plan);
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

/// <summary>What a database says that it does for a statement.</summary>
internal interface IQueryPlan
{
    /// <summary>What costs as much as a table is long: reading all of it, or of an index of it for what few rows meet, or sorting it.</summary>
    IEnumerable<string> Wrong();

    /// <summary>Tables that may have any number of rows.</summary>
    static IReadOnlyList<string> Large { get; } = ["claim", "contribution", "need", "offer", "adoption", "source", "link", "reached"];

    /// <summary>Whether a statement asks for all that meets some conditions, whatever the order, see <see cref="RowSearch{T, TRow}"/>.</summary>
    static bool AsksForAll(DbCommand command) => command.Parameters.Cast<DbParameter>()
        .Any(parameter => parameter.Value is int.MaxValue && Regex.IsMatch(command.CommandText, $"LIMIT @?{parameter.ParameterName}\\b"));
}

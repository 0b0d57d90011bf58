using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Relight.Access;

namespace Relight.Web.Tests.Api;

/// <summary>Neither answers nor logs tell of what went wrong inside, or of what was sent.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task A_fault_of_the_program_tells_a_number_and_the_log_nothing_that_was_sent()
    {
        var server = new ApiServer();
        using var log = new Log();
        await server.InitializeAsync();
        try
        {
            server.LogTo(log);
            await using (var db = server.Database.Open())
                await db.Database.ExecuteSqlAsync($"ALTER TABLE organisation RENAME TO elsewhere", TestContext.Current.CancellationToken);
            var answer = await server.Post(
                $"{ApiServer.Operation}/organisations", """{"name":"Olena Made-Up +380 44 555 01 23","kind":"foundation"}""", "the key of Olena");
            Assert.Equal((500, "application/problem+json"), (answer.Status, answer.Type));
            Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("SQL", answer.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Olena", answer.Text, StringComparison.Ordinal);
        }
        finally
        {
            await server.DisposeAsync();
        }
        Assert.Contains("no such table", log.Text, StringComparison.Ordinal);
        foreach (var sent in new[] { "Olena", "555 01 23", ApiServer.TokenOf(Audience.Coordination) })
            Assert.DoesNotContain(sent, log.Text, StringComparison.Ordinal);
    }

    private sealed class Log : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string Text => string.Join('\n', _lines);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Relight.Access;
using Relight.Storage;
using Relight.Web;

namespace Relight.Benchmarks.Register;

/// <summary>A register served on this machine, and a coordinator who asks it.</summary>
internal sealed class ListServer : IAsyncDisposable
{
    private const string Token = "a token of a coordinator in benchmarks";

    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private ListServer(WebApplication app)
    {
        (_app, _client) = (app, new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(10) });
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    /// <summary>Starts to serve.</summary>
    public static async Task<ListServer> Start(Database database)
    {
        var app = RelightWeb.Build(new WebOptions
        {
            Database = database,
            Addresses = ["http://127.0.0.1:0"],
            Tokens = new Dictionary<string, Audience> { [Token] = Audience.Coordination },
        });
        await app.StartAsync();
        return new ListServer(app);
    }

    /// <summary>The answer to a question, as text.</summary>
    /// <exception cref="InvalidOperationException">It is refused.</exception>
    public async Task<string> Ask(string address)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{address}: {answer.StatusCode} {text}");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _app.DisposeAsync();
    }
}

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Relight.Access;
using Relight.Register;
using Relight.Sample;
using Relight.Storage;
using Relight.Tests.Sample;
using Relight.Web.Api;

namespace Relight.Web.Tests.Api;

/// <summary>The sample operation behind the HTTP interface, closed to the public, with a token for each audience.</summary>
public class ApiServer : IAsyncLifetime
{
    /// <summary>Token of the donor Germany.</summary>
    public const string DonorToken = "a token of one donor in tests";

    /// <summary>Token of the operator of the sample's facilities; <see cref="TokenOf"/> gives that of the grid operator.</summary>
    public const string FacilitiesToken = "a token of facilities in tests";

    private readonly string _folder = TestFolder.Make();
    private WebApplication _app = null!;

    public Database Database { get; private set; } = null!;

    /// <summary>Where it listens.</summary>
    public Uri Root { get; private set; } = null!;

    /// <summary>Address of the sample operation.</summary>
    public static string Operation { get; } = $"/api/operations/{LoadSample.Operation.Id}";

    public static string TokenOf(Audience audience) => $"a token of {audience} in tests";

    public virtual async ValueTask InitializeAsync()
    {
        Database = await MakeDatabase();
        _app = RelightWeb.Build(new WebOptions
        {
            Database = Database,
            Addresses = ["http://127.0.0.1:0"],
            Donors = new Dictionary<string, Id<Organisation>> { [DonorToken] = SamplePledges.OrganisationId("de") },
            Tokens = new[] { Audience.Donor, Audience.Coordination }.ToDictionary(TokenOf),
            Operators = new Dictionary<string, Id<Organisation>> { [FacilitiesToken] = SamplePledges.OrganisationId("facilities") },
            Planners = new Dictionary<string, Id<Organisation>> { [TokenOf(Audience.Operator)] = SamplePledges.OrganisationId("grid-operator") },
        });
        await _app.StartAsync();
        Root = new Uri(_app.Urls.First());
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A database with the sample in it.</summary>
    protected virtual Task<Database> MakeDatabase() => SampleCopies.Loaded.Into(_folder);

    /// <summary>Every route with its least audience and the types that it answers with.</summary>
    public IReadOnlyList<(Audience Least, IReadOnlyList<Type> Types)> Routes => [.. ((IEndpointRouteBuilder)_app).DataSources
        .SelectMany(source => source.Endpoints)
        .Select(endpoint => endpoint.Metadata.GetMetadata<RouteText>())
        .OfType<RouteText>()
        .Where(text => text.Answers.Count > 0)
        .Select(text => (text.Least, text.Answers))];

    /// <summary>Every command that takes a body: method, address, type of the body, and whether it needs If-Match.</summary>
    public IReadOnlyList<(string Method, string Path, Type Body, bool NeedsVersion)> Commands => [.. ((IEndpointRouteBuilder)_app).DataSources
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<RouteText>() is { IsCommand: true } && endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null)
        .Select(endpoint => (
            endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0],
            endpoint.RoutePattern.RawText!.Replace("{operation}", $"{LoadSample.Operation.Id}", StringComparison.Ordinal),
            endpoint.Metadata.GetMetadata<IAcceptsMetadata>()!.RequestType!,
            endpoint.Metadata.GetMetadata<RouteText>()!.NeedsVersion))];

    /// <summary>Sends a request; the body is JSON text.</summary>
    public async Task<ApiAnswer> Send(
        Audience audience, HttpMethod method, string path, string? body = null, string? key = null, string? ifMatch = null, Action<HttpRequestMessage>? change = null)
    {
        using var client = new HttpClient { BaseAddress = Root };
        using var request = new HttpRequestMessage(method, path);
        if (audience > Audience.Public)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(audience));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        change?.Invoke(request);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new ApiAnswer((int)answer.StatusCode, text, answer.Headers.ETag?.Tag, answer.Content.Headers.ContentType?.MediaType, answer.Headers.Contains("Idempotent-Replayed"));
    }

    /// <summary>Reads as some audience; fails where that is refused.</summary>
    public async Task<JsonNode> Read(Audience audience, string path)
    {
        var answer = await Send(audience, HttpMethod.Get, path);
        Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Text}");
        return answer.Json;
    }

    /// <summary>Has the server log to one more place.</summary>
    public void LogTo(ILoggerProvider log) => _app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);

    /// <summary>Reads as the donor Germany.</summary>
    public Task<ApiAnswer> AsDonor(string path) => WithToken(DonorToken, HttpMethod.Get, path);

    /// <summary>Sends a request under a token.</summary>
    public Task<ApiAnswer> WithToken(string token, HttpMethod method, string path, string? body = null, string? key = null, string? ifMatch = null) =>
        Send(Audience.Public, method, path, body, key, ifMatch, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token));

    /// <summary>Sends a command as a coordinator, under a new key.</summary>
    public Task<ApiAnswer> Post(string path, string body, string? key = null, string? ifMatch = null) =>
        Send(Audience.Coordination, HttpMethod.Post, path, body, key ?? Guid.NewGuid().ToString(), ifMatch);
}

/// <summary>What the interface answered.</summary>
public sealed record ApiAnswer(int Status, string Text, string? ETag, string? Type, bool Replayed)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>Fields at fault, with the rules that they break.</summary>
    public IReadOnlyList<(string Field, string Rule)> Faults =>
        [.. Json["errors"]?.AsArray().Select(fault => (fault!["field"]!.GetValue<string>(), fault["rule"]!.GetValue<string>())) ?? []];
}

/// <summary>Tests that share one served operation.</summary>
[CollectionDefinition]
public sealed class ApiCollection : ICollectionFixture<ApiServer>;

using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Relight.Access;
using Relight.Ledger;
using Relight.Register;
using Relight.Sample;
using Relight.Storage;
using Relight.Web.Api;

namespace Relight.Web.Tests.Api;

/// <summary>The sample operation, a month old, with some that was entered yesterday, behind a delay of two weeks.</summary>
public sealed class SecretsServer : IAsyncLifetime
{
    /// <summary>Stands in every text of what was entered yesterday.</summary>
    public const string Fresh = "Zzfresh";

    /// <summary>Holders of tokens; the public has none.</summary>
    public static readonly string[] Readers = ["public", "donor", "own donor", "coordination", "facilities"];

    private static readonly Id<Organisation> s_germany = SamplePledges.OrganisationId("de");
    private readonly string _folder = TestFolder.Make();
    private readonly Clock _clock = new() { Now = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero) };
    private WebApplication _app = null!;

    public Database Database { get; private set; } = null!;

    public Uri Root { get; private set; } = null!;

    /// <summary>Every address of the interface that is read, below the operation where it is one of an operation.</summary>
    public IReadOnlyList<string> Reads => [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<RouteText>() is not null && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET"))
        .Select(endpoint => endpoint.RoutePattern.RawText!.Replace("{operation}", $"{LoadSample.Operation.Id}", StringComparison.Ordinal))];

    public async ValueTask InitializeAsync()
    {
        Database = Database.InFolder(_folder);
        await new LoadSample(Database, _clock).Run();
        _clock.Now = _clock.Now.AddDays(30);
        var commands = new Commands(Database, _clock);
        foreach (var (i, command) in FreshCommands().Index())
            Assert.Empty((await commands.Run(command, new Envelope(Id<Envelope>.Named($"fresh {i}").Value, LoadSample.Operation.Id, "tests"))).Refusals);
        _clock.Now = _clock.Now.AddDays(1);
        _app = RelightWeb.Build(new WebOptions
        {
            Database = Database,
            Addresses = ["http://127.0.0.1:0"],
            Time = _clock,
            Tokens = new Dictionary<string, Audience> { [TokenOf("donor")] = Audience.Donor, [TokenOf("coordination")] = Audience.Coordination },
            Donors = new Dictionary<string, Id<Organisation>> { [TokenOf("own donor")] = s_germany },
            Operators = new Dictionary<string, Id<Organisation>> { [TokenOf("facilities")] = SamplePledges.OrganisationId("facilities") },
        });
        await _app.StartAsync();
        Root = new Uri(_app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Everything that an address answers a reader with, headers too.</summary>
    public async Task<(int Status, string Text)> Ask(string reader, string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Root };
        if (reader != "public")
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(reader));
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, answer.Headers + await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string TokenOf(string reader) => $"a token of {reader} in walks";

    private static IEnumerable<ICommand> FreshCommands()
    {
        var source = new Source(
            Id<Source>.Named(Fresh), new Uri($"https://example.org/{Fresh}"), $"{Fresh} news", null, Language.Parse("en", null), new DateTimeOffset(2026, 12, 20, 0, 0, 0, TimeSpan.Zero), $"{Fresh} words");
        yield return new RecordSource(source);
        foreach (var i in Enumerable.Range(0, 4))
        {
            var claim = new Claim
            {
                Id = Id<Claim>.Named($"{Fresh} {i}"),
                Source = source.Id,
                Donors = DonorGroup.Of(SamplePledges.OrganisationId("fr")),
                Item = new Item(ItemKind.Vehicle, $"{Fresh} vehicles"),
                Quantity = Quantity.Pieces(7_654_321),
                Stage = GoodsStage.Announced,
                Date = ReportedDate.On(new(2026, 12, 20)),
                Quote = $"{Fresh} words",
            };
            yield return new RecordClaim(claim);
            yield return new AdoptClaim(Id<Contribution>.Named($"{Fresh} {i}"), 0, claim.Id, ClaimParts.All, $"{Fresh} gift {i}", "as reported");
            yield return new RecordNeed(new Need
            {
                Id = Id<Need>.Named($"{Fresh} {i}"),
                Version = 1,
                Title = $"{Fresh} need {i}",
                Organisation = SamplePledges.OrganisationId("grid-operator"),
                Site = new Site(AreaCode.Parse("UA01", null), new ExactPlace($"Zzsecret place {i}", null, null)),
                Priority = Priority.High,
                Requirement = new TransformerBay { HighKilovolts = 150, LowKilovolts = 35, LoadMegavoltamperes = 61.7m },
                Units = 7_654,
            });
        }
        yield return new RecordOutageReport(new OutageReport
        {
            Id = Id<OutageReport>.Named(Fresh),
            Source = source.Id,
            Area = AreaCode.Parse("UA01", null),
            Service = Service.Heat,
            People = Bounds.Exactly(7_654_321),
            From = new DateTimeOffset(2026, 12, 20, 0, 0, 0, TimeSpan.Zero),
            Until = new DateTimeOffset(2026, 12, 20, 6, 0, 0, TimeSpan.Zero),
            Quote = $"{Fresh} words",
        });
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

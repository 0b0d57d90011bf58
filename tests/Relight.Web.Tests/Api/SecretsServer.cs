using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Ledger;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Sample;
using Relight.Storage;
using Relight.Web.Api;

namespace Relight.Web.Tests.Api;

/// <summary>The sample operation with marked records, some a month old and some of yesterday, behind a delay of two weeks.</summary>
public sealed class SecretsServer : IAsyncLifetime
{
    /// <summary>Holders of tokens; the public has none.</summary>
    public static readonly string[] Readers = ["public", "donor", "own donor", "coordination", "facilities", "grid operator"];

    private static readonly DateTimeOffset s_begins = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string _folder = TestFolder.Make();
    private readonly Clock _clock = new() { Now = s_begins };
    private WebApplication _app = null!;

    public Database Database { get; private set; } = null!;

    public Uri Root { get; private set; } = null!;

    /// <summary>What was entered before the delay, and within it.</summary>
    internal IReadOnlyList<MarkedRegister> Batches { get; } = [new MarkedRegister("Old", s_begins), new MarkedRegister("New", s_begins.AddDays(30))];

    /// <summary>Every address that is read: pages, files and the interface, as the application itself maps them.</summary>
    internal IReadOnlyList<(string Pattern, RouteText? Text)> Reads => [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: var methods } || methods.Contains("GET"))
        .Select(endpoint => ("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint.Metadata.GetMetadata<RouteText>()))];

    public async ValueTask InitializeAsync()
    {
        Database = Database.InFolder(_folder);
        await new LoadSample(Database, _clock).Run();
        var commands = new Commands(Database, _clock);
        foreach (var (number, batch) in Batches.Index())
        {
            _clock.Now = s_begins.AddDays(30 * number);
            foreach (var (i, command) in batch.Commands().Index())
            {
                var outcome = await commands.Run(command, new Envelope(Id<Envelope>.Named($"marked {number} {i}").Value, LoadSample.Operation.Id, "tests"));
                Assert.True(outcome.Done, $"{command.GetType().Name}: {string.Join("; ", outcome.Refusals)}");
            }
        }
        _clock.Now = s_begins.AddDays(31);
        await Plan(commands);
        _app = RelightWeb.Build(new WebOptions
        {
            Database = Database,
            Addresses = ["http://127.0.0.1:0"],
            Time = _clock,
            Tokens = new Dictionary<string, Audience> { [TokenOf("donor")] = Audience.Donor, [TokenOf("coordination")] = Audience.Coordination },
            Donors = new Dictionary<string, Id<Organisation>> { [TokenOf("own donor")] = MarkedRegister.Donor },
            Operators = new Dictionary<string, Id<Organisation>> { [TokenOf("facilities")] = SamplePledges.OrganisationId("facilities") },
            Planners = new Dictionary<string, Id<Organisation>> { [TokenOf("grid operator")] = SamplePledges.OrganisationId("grid-operator") },
        });
        await _app.StartAsync();
        Root = new Uri(_app.Urls.First());
    }

    // A plan together with the allocation of units, which pages show, and before it the same as a plan of each marked scenario.
    private async Task Plan(Commands commands)
    {
        var planned = await new PlanJointly(Database, _clock).Run(LoadSample.Operation.Id, Batches[^1].IdOf<Scenario>(), new PlannerOptions { States = 300 }, "tests");
        Assert.Empty(planned.Refusals);
        await using var db = Database.Open();
        var joint = (await db.Plans.AsNoTracking().FirstAsync(row => row.Id == planned.Joint!.Plan)).Read();
        foreach (var plan in Batches.Select(batch => joint with { Id = batch.IdOf<StoredPlan>(), Scenario = batch.IdOf<Scenario>(), Name = batch.PlanName })
            .Append(joint with { Id = Id<StoredPlan>.Named("joint plan, again") }))
        {
            _clock.Now = _clock.Now.AddMinutes(1);
            var outcome = await commands.Run(new StorePlan(plan, true), new Envelope(Id<Envelope>.Named($"marked {plan.Id}").Value, LoadSample.Operation.Id, "tests"));
            Assert.True(outcome.Done, string.Join("; ", outcome.Refusals));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Everything that an address answers a reader with, headers too; what is packed is unpacked.</summary>
    public async Task<(int Status, string Text)> Ask(string reader, string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Root };
        if (reader != "public")
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(reader));
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var content = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, $"{answer.Headers}{answer.Content.Headers}{TextOf(content)}");
    }

    private static string TextOf(byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return Encoding.UTF8.GetString(content);
        using var zip = new ZipArchive(new MemoryStream(content));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    private static string TokenOf(string reader) => $"a token of {reader} in walks";

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

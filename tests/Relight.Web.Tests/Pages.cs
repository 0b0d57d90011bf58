using Microsoft.AspNetCore.Builder;
using Relight.Access;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Sample;
using Relight.Storage;

namespace Relight.Web.Tests;

/// <summary>The sample operation with a plan, served to operators on a free port. Shared by all tests of pages.</summary>
public sealed class Pages : IAsyncLifetime
{
    public const string Token = "a token for operators in tests";

    private static readonly TimeProvider s_clock = TimeProvider.System;
    private readonly string _folder = Directory.CreateTempSubdirectory("relight-pages-").FullName;
    private readonly List<WebApplication> _apps = [];

    public Database Database { get; private set; } = null!;

    /// <summary>Address of the pages as operators see them.</summary>
    public string Operator { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Database = Database.InFolder(_folder);
        await new LoadSample(Database, s_clock).Run();
        var made = await new MakePlan(Database, s_clock).Run(
            LoadSample.Operation.Id, LoadSample.ScenarioId, new PlannerOptions { States = 200 }, "test");
        Assert.Empty(made.Refusals);
        var joint = await new PlanJointly(Database, s_clock).Run(
            LoadSample.Operation.Id, LoadSample.ScenarioId, new PlannerOptions { States = 300 }, "test");
        Assert.Empty(joint.Refusals);
        Operator = await ServeAsync(Audience.Operator);
    }

    /// <summary>Serves the pages to another audience; gives their address.</summary>
    public async Task<string> ServeAsync(Audience audience)
    {
        var app = RelightWeb.Build(new WebOptions
        {
            Database = Database,
            Addresses = ["http://127.0.0.1:0"],
            Audience = audience,
            Planners = new Dictionary<string, Id<Organisation>> { [Token] = SamplePledges.OrganisationId("grid-operator") },
        });
        _apps.Add(app);
        await app.StartAsync();
        return app.Urls.First();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
            await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

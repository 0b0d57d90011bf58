using Microsoft.AspNetCore.Builder;
using Relight.Access;
using Relight.Ledger;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Sample;
using Relight.Storage;
using Relight.Tests.Storage;

namespace Relight.Web.Tests;

/// <summary>The sample operation with a plan, served to operators on a free port. Shared by all tests of pages.</summary>
public sealed class Pages : IAsyncLifetime
{
    public const string Token = "a token for operators in tests";

    private readonly string _folder = TestFolder.Make();
    private readonly List<WebApplication> _apps = [];

    /// <summary>The sample with a plan and one made together with the allocation of units, copied for every test that begins with them.</summary>
    internal static SqliteCopies Planned { get; } = new(async database =>
    {
        await new LoadSample(database, TimeProvider.System).Run();
        var made = await new MakePlan(database, TimeProvider.System).Run(
            LoadSample.Operation.Id, LoadSample.ScenarioId, new PlannerOptions { States = 200 }, "test");
        Assert.Empty(made.Refusals);
        var joint = await new PlanJointly(database, TimeProvider.System).Run(
            LoadSample.Operation.Id, LoadSample.ScenarioId, new PlannerOptions { States = 300 }, "test");
        Assert.Empty(joint.Refusals);
    });

    public Database Database { get; private set; } = null!;

    /// <summary>Address of the pages as operators see them.</summary>
    public string Operator { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Database = await Planned.Into(_folder);
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

    /// <summary>Sends commands to the register; none of them is refused.</summary>
    public async Task Do(params ICommand[] commands)
    {
        foreach (var command in commands)
            Assert.Empty((await new Commands(Database, TimeProvider.System).Run(command, new Envelope(Guid.NewGuid(), LoadSample.Operation.Id, "tests"))).Refusals);
    }

    /// <summary>Reads something of the register.</summary>
    public async Task<T> One<T>(Func<RelightContext, Task<T>> read)
    {
        await using var db = Database.Open();
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
            await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

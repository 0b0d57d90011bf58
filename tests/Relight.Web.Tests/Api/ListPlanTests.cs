using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Relight.Access;
using Relight.Storage;

namespace Relight.Web.Tests.Api;

/// <summary>How SQLite answers every question of the lists, by its own account (EXPLAIN QUERY PLAN).</summary>
public sealed class ListPlanTests : ListPlans
{
    private readonly ApiServer _server;

    public ListPlanTests()
        : this(new ApiServer())
    {
    }

    private ListPlanTests(ApiServer server)
        : base(server) => _server = server;

    [Fact]
    public async Task An_order_of_which_a_stretch_nearly_fills_the_page_is_walked_on()
    {
        const int Stretch = 5_000;
        await using var db = _server.Database.Open();
        // How many offers are of a kind, nobody counts before.
        var item = await db.Offers.GroupBy(row => row.Item).Where(offers => offers.Count() >= 20).OrderBy(offers => offers.Count()).Select(offers => offers.Key).FirstAsync(TestContext.Current.CancellationToken);
        var all = await db.Offers.CountAsync(row => row.Item == item, TestContext.Current.CancellationToken);
        var near = await db.Offers.OrderBy(row => row.Id).Take(Stretch).CountAsync(row => row.Item == item, TestContext.Current.CancellationToken);
        Assert.InRange(near, all / 2, all - 3);
        using var plans = new QueryPlans(Explain);
        var question = $"item={item}&sort=id&limit={near + 1}";
        Assert.Equal(near + 1, (await _server.Read(Audience.Coordination, $"{ApiServer.Operation}/offers?{question}"))["items"]!.AsArray().Count);
        Assert.NotEmpty(plans.Seen);
        Assert.DoesNotContain(plans.Seen.OfType<SqlitePlan>(), plan => plan.IsWhole);
    }

    // Other tests run meanwhile, some on a database that is no file.
    private protected override IQueryPlan? Explain(DbCommand command) =>
        command.Connection is SqliteConnection { DataSource.Length: > 0 } connection && Path.GetFullPath(connection.DataSource) == _server.Database.Name ? SqlitePlan.Of(command) : null;

    protected override IQueryable<string> ColumnsOf(RelightContext db, string table) => db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM pragma_table_info({table})");

    protected override string Copied(string id) => $"printf('%08X', n) || substr(\"{id}\", 9)";

    protected override Task Survey(RelightContext db) => db.Survey(anew: true, TestContext.Current.CancellationToken);
}

/// <summary>How PostgreSQL answers every question of the lists, by its own account (EXPLAIN), see <see cref="PostgresPlan"/>.</summary>
public sealed class PostgresListPlanTests : ListPlans
{
    private readonly PostgresApiServer _server;

    public PostgresListPlanTests()
        : this(new PostgresApiServer())
    {
    }

    private PostgresListPlanTests(PostgresApiServer server)
        : base(server) => _server = server;

    public override ValueTask InitializeAsync() => PostgresApiServer.IsThere ? base.InitializeAsync() : ValueTask.CompletedTask;

    [Fact]
    public override Task No_list_question_reads_a_table_from_end_to_end_or_sorts_all_of_it()
    {
        _server.OrSkip();
        return base.No_list_question_reads_a_table_from_end_to_end_or_sorts_all_of_it();
    }

    private protected override IQueryPlan? Explain(DbCommand command) =>
        command.Connection is NpgsqlConnection connection && connection.Database == _server.Name ? PostgresPlan.Of(command, _server.Connection) : null;

    protected override IQueryable<string> ColumnsOf(RelightContext db, string table) =>
        db.Database.SqlQuery<string>($"SELECT column_name AS \"Value\" FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = {table}");

    protected override string Copied(string id) => $"CAST(lpad(to_hex(n), 8, '0') || substr(CAST(\"{id}\" AS text), 9) AS uuid)";

    protected override async Task Survey(RelightContext db) => await db.Database.ExecuteSqlRawAsync("ANALYZE", TestContext.Current.CancellationToken);
}

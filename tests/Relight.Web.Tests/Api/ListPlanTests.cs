using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Relight.Access;
using Relight.Register;
using Relight.Sample;
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
    public async Task What_contributions_consist_of_is_told_by_an_index_that_has_all_that_is_asked()
    {
        await using var db = _server.Database.Open();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var operation = LoadSample.Operation.Id;
        RowCondition<ContributionRow>[] parts =
        [
            ContributionSearch.Item(db, operation, [ItemKind.Fuel, ItemKind.Battery]), ContributionSearch.Stage(db, operation, [GoodsStage.Received]),
            ContributionSearch.Quantity(db, operation, new AmountRange("Count", 1, long.MaxValue)), ContributionSearch.Quantity(db, operation, new AmountRange("Count", long.MinValue, 1)),
            ContributionSearch.Value(db, operation, new AmountRange("EUR", 1, 1_000_000)),
        ];
        await using var command = parts.Aggregate(db.Contributions.Where(row => row.Operation == operation), (rows, part) => rows.Where(part.Test)).Select(row => row.Id).CreateDbCommand();
        var lines = SqlitePlan.Of(command).Lines;
        Assert.Contains(lines, line => line.EndsWith("USING COVERING INDEX IX_contribution_conditions (Operation=?)", StringComparison.Ordinal));
        // Parts are looked up by the contribution, never all of a unit.
        Assert.All(lines.Where(line => line.Contains("SEARCH p", StringComparison.Ordinal)), line => Assert.Contains("Contribution=?", line, StringComparison.Ordinal));
    }

    // What is few is gathered once, not once more for rows that cannot be among it.
    [Theory]
    [InlineData("value>=987654321EUR&value<=1EUR&quantity>=1pcs&sort=value", "ValueLower")]
    [InlineData("quantity>=987654321pcs&value>=1EUR&sort=-quantity", "Lower")]
    [InlineData("item=battery&value>=987654321EUR&sort=item", "Item")]
    public async Task Contributions_without_what_is_asked_for_are_not_searched(string question, string column)
    {
        using var plans = new QueryPlans(Explain);
        var answer = await _server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/contributions?{question}");
        Assert.True(answer.Status == 200, answer.Text);
        var seen = plans.Seen.OfType<SqlitePlan>().Where(plan => plan.Text.Contains("FROM \"contribution\"", StringComparison.Ordinal)).ToList();
        Assert.Contains(seen, plan => plan.Text.Contains($"\"{column}\" IS NOT NULL", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, plan => plan.Text.Contains($"\"{column}\" IS NULL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_of_which_a_stretch_nearly_fills_the_page_is_walked_on()
    {
        const int Stretch = 5_000;
        await using var db = _server.Database.Open();
        // How many contributions several give jointly, nobody counts before.
        var all = await db.Contributions.CountAsync(row => row.Members > 1, TestContext.Current.CancellationToken);
        var near = await db.Contributions.OrderBy(row => row.Id).Take(Stretch).CountAsync(row => row.Members > 1, TestContext.Current.CancellationToken);
        Assert.InRange(near, all / 2, all - 3);
        using var plans = new QueryPlans(Explain);
        var question = $"jointly=true&sort=id&limit={near + 1}";
        Assert.Equal(near + 1, (await _server.Read(Audience.Coordination, $"{ApiServer.Operation}/contributions?{question}"))["items"]!.AsArray().Count);
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

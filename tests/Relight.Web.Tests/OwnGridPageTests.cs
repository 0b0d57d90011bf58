using System.Net;
using Relight.Access;
using Relight.Ledger;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;
using Relight.Tests.Storage;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;

namespace Relight.Web.Tests;

/// <summary>Pages of an operation whose grid its operator entered: at every step on the way to a plan, with places and without.</summary>
[Collection<PagesCollection>]
public sealed class OwnGridPageTests
{
    private static readonly string[] s_pages = ["situation", "plan", "plan/arrivals", "needs", "offers", "allocations", "allocations/proposal", "allocations/joint", "wanted", "wanted/sheet", "outages", "facilities", "facilities/without", "facilities/fuel", "supply", "deliveries", "contributions"];
    private static readonly Operation s_operation = new(Id<Operation>.Named("town"), "Town", [Country.Parse("UA", null)]);

    // Planned once, and copied for every test that begins with a plan.
    private static readonly SqliteCopies s_placed = Planned(places: true);
    private static readonly SqliteCopies s_bare = Planned(places: false);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static GridEntry Entry(bool places, Func<Repair, bool>? damaged = null)
    {
        var problem = ScenarioReader.Read(Repository.At("samples", "own-operation", "scenario.json")).Value!;
        return new GridEntry
        {
            Problem = new RestorationProblem(problem.Name, problem.Network, [.. problem.Repairs.Where(damaged ?? (_ => true))], problem.Crews, null, problem.Weights, problem.People),
            Places = places ? BusPlaceTable.Read(Repository.At("samples", "own-operation", "places.csv"), problem.Network).Value! : [],
        };
    }

    private static async Task Enter(Database database, GridEntry entry, bool opens, bool plans)
    {
        var entered = await new EnterGrid(database, TimeProvider.System).Run(s_operation, opens, entry, "test", cancel: Cancel);
        Assert.Empty(entered.Refusals);
        if (plans)
            Assert.NotNull((await new MakePlan(database, TimeProvider.System).Run(s_operation.Id, entered.Scenario.Id, new PlannerOptions { States = 200 }, "test", stop: Cancel)).Best);
    }

    private static SqliteCopies Planned(bool places) => new(async database =>
    {
        await database.Migrate(Cancel);
        await Enter(database, Entry(places), opens: true, plans: true);
    });

    private static Task<ServedRegister> Serve(Audience audience, SqliteCopies copies) => ServedRegister.Start(audience, folder => copies.Into(folder));

    private static Task<ServedRegister> Serve(Audience audience, Func<Database, Task> fill) => ServedRegister.Start(audience, async folder =>
    {
        var database = Database.InFolder(folder);
        await database.Migrate(Cancel);
        await fill(database);
        return database;
    });

    private static async Task<string> Read(ServedRegister register, string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(register.Address) };
        using var answer = await client.GetAsync(path, Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static string Says(Text text, string language, params object[] with)
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        try
        {
            System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = PageLanguage.Find(language)!.Culture;
            return with.Length == 0 ? text.ToString() : text.With(with);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("ar")]
    public async Task Before_there_is_a_plan_pages_say_which_step_is_next(string language)
    {
        await using var empty = await Serve(Audience.Operator, async database => Assert.True((await new Commands(database, TimeProvider.System)
            .Run(new OpenOperation(s_operation), new Envelope(Guid.CreateVersion7(), s_operation.Id, "test"), Cancel)).Done));
        await using var entered = await Serve(Audience.Operator, database => Enter(database, Entry(places: true), opens: true, plans: false));
        foreach (var page in new[] { "situation", "plan", "plan/arrivals" })
        {
            Assert.Contains(Says(GridWords.NoGrid, language), await Read(empty, $"/{language}/{page}"), StringComparison.Ordinal);
            Assert.Contains(Says(GridWords.NoPlan, language, "8", "6"), await Read(entered, $"/{language}/{page}"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("ar")]
    public async Task A_plan_without_places_has_its_tables_and_says_how_to_get_a_map(string language)
    {
        await using var register = await Serve(Audience.Operator, s_bare);
        foreach (var page in new[] { "situation", "plan" })
        {
            var html = await Read(register, $"/{language}/{page}");
            Assert.Contains(Says(GridWords.NoPlaces, language), html, StringComparison.Ordinal);
            Assert.DoesNotContain("data-island=\"map\"", html, StringComparison.Ordinal);
            Assert.Contains("North 110 – Hospital, 110 kV", html, StringComparison.Ordinal);
            Assert.DoesNotContain(Says(LayoutWords.SyntheticFooter, language), html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_drawing_is_a_map_with_the_voltages_of_the_grid_for_operators_alone()
    {
        await using var register = await Serve(Audience.Operator, s_placed);
        var html = await Read(register, "/en/situation");
        Assert.Contains("data-island=\"map\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"land\"", html, StringComparison.Ordinal);
        Assert.Contains("330 kV</li>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("750 kV", html, StringComparison.Ordinal);
        foreach (var audience in new[] { Audience.Public, Audience.Donor, Audience.Coordination })
        {
            await using var narrower = await Serve(audience, s_placed);
            foreach (var page in s_pages)
            {
                var text = await Read(narrower, $"/en/{page}");
                Assert.DoesNotContain("data-island=\"map\"", text, StringComparison.Ordinal);
                Assert.DoesNotMatch("North 330|North 110|Old town|Harbour|branch:|bus:", text);
            }
        }
    }

    [Fact]
    public async Task Every_page_stands_at_every_step_and_where_nothing_is_damaged()
    {
        await using var entered = await Serve(Audience.Operator, database => Enter(database, Entry(places: true), opens: true, plans: false));
        await using var whole = await Serve(Audience.Operator, database => Enter(database, Entry(places: true, _ => false), opens: true, plans: true));
        foreach (var register in new[] { entered, whole })
            foreach (var page in s_pages)
                await Read(register, $"/en/{page}");
        Assert.Contains("Nothing is damaged in this scenario", await Read(whole, "/en/situation"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_an_older_scenario_says_that_there_is_a_newer_one()
    {
        await using var register = await ServedRegister.Start(Audience.Coordination, async folder =>
        {
            var database = await s_placed.Into(folder);
            await Enter(database, Entry(places: true, repair => repair.Element.Number != 1), opens: false, plans: false);
            return database;
        });
        foreach (var page in new[] { "situation", "plan" })
            Assert.Contains("This plan is of another scenario than the one entered last", await Read(register, $"/en/{page}"), StringComparison.Ordinal);
    }
}

using Microsoft.EntityFrameworkCore;
using Relight.Plans;
using Relight.Storage;

namespace Relight.Tests.Cli;

/// <summary><c>relight grid</c> brings files into a register: a grid, its damage, its places and its plan.</summary>
public class GridCommandTests
{
    private static readonly string s_scenario = Repository.At("samples", "own-operation", "scenario.json");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string[] Enter(ScratchFolder folder, params string[] more) =>
        ["grid", "enter", s_scenario, "--data", folder.At("data"), "--operation", "Town", "--country", "UA", "--hour-zero", "2026-11-26T06:00Z", .. more];

    [Fact]
    public async Task A_grid_opens_its_operation_and_the_same_one_again_enters_nothing()
    {
        using var folder = new ScratchFolder();
        var first = CommandRun.Of(Enter(folder, "--places", Repository.At("samples", "own-operation", "places.csv"), "--area", "UA63"));
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Equal(
            "Operation Town: opened\n"
            + "Network town, 8 buses, 8 branches, 8 placed: entered\n"
            + "Scenario Town, the transformer burnt out, 6 damaged elements, 2 crews, hour 0 at 2026-11-26 06:00 UTC: entered\n"
            + "There is no plan yet. Make one: relight grid plan\n",
            first.Out.ReplaceLineEndings("\n"));
        var again = CommandRun.Of(Enter(folder, "--places", Repository.At("samples", "own-operation", "places.csv"), "--area", "UA63"));
        Assert.Equal(2, again.Out.Split("the same as before").Length - 1);
        await using var db = Database.InFolder(folder.At("data")).Open();
        Assert.Equal((1, 1, 1), (await db.Operations.CountAsync(Cancel), await db.GridModels.CountAsync(Cancel), await db.Scenarios.CountAsync(Cancel)));
        var model = (await db.GridModels.SingleAsync(Cancel)).Read();
        Assert.Equal((8, 30_000), (model.Places.Count, model.Places.Single(place => place.Bus == 4).People));
        Assert.All(model.Places, place => Assert.Equal("UA63", place.Oblast?.Code));
        Assert.Contains(model.Names, named => $"{named.Element} {named.Name}" == "branch:6 Old town – Harbour, 110 kV");
        Assert.Contains(model.Names, named => $"{named.Element} {named.Name}" == "branch:2 North 330 – North 110, 330/110 kV");
        Release();
    }

    [Fact]
    public async Task Nothing_is_entered_by_a_dry_run_and_no_operation_is_opened_without_a_country()
    {
        using var folder = new ScratchFolder();
        var dry = CommandRun.Of(Enter(folder, "--dry-run"));
        Assert.Equal((0, ""), (dry.ExitCode, dry.Error));
        Assert.Equal(3, dry.Out.Split("would be ").Length - 1);
        var misspelt = CommandRun.Of("grid", "enter", s_scenario, "--data", folder.At("data"), "--operation", "Twon");
        Assert.Equal((2, ""), (misspelt.ExitCode, misspelt.Out));
        Assert.Contains("error: --country: must be given to open an operation; 'Twon' is no operation of this register", misspelt.Error, StringComparison.Ordinal);
        await using var db = Database.InFolder(folder.At("data")).Open();
        Assert.Equal((0, 0), (await db.Operations.CountAsync(Cancel), await db.Ledger.CountAsync(Cancel)));
        Release();
    }

    [Fact]
    public void Rows_of_places_that_are_wrong_are_told_at_once_by_line_and_column_before_any_data_is_made()
    {
        using var folder = new ScratchFolder();
        var places = folder.Write(
            "places.csv",
            "bus,name,latitude,longitude,area,people\n"
            + "1,,50.1,30.2,UA63,10\n"
            + "9,,50.1,30.2,,\n"
            + "1,,50.1,30.2,,\n"
            + "2,,95,30.2,,\n"
            + "3,,50.1,,,\n"
            + "4,,\"50,1\",30.2,,\n"
            + ",,50.1,30.2,Kharkiv,1.5\n"
            + "5,a\u202Eb,50.1,30.2,,,7\n");
        var run = CommandRun.Of(Enter(folder, "--places", places));
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Equal(
            """
            error: places.csv:3 bus: 9: must be the number of a bus of town
            error: places.csv:4 bus: 1: has a place already, in line 2
            error: places.csv:5 latitude: 95: must be a number from -85 to 85, with a point before its decimals
            error: places.csv:6 longitude: must be given where latitude is
            error: places.csv:7 latitude: 50,1: must be a number from -85 to 85, with a point before its decimals
            error: places.csv:8 bus: must be given
            error: places.csv:8 people: 1.5: must be a whole number from 0 to 1000000000, with a point before its decimals
            error: places.csv:8 area: Kharkiv: must be a P-code such as UA32
            error: places.csv:9: 7: stands under no heading, in column 7
            error: places.csv:9 name: a·b: must not hold the control character U+202E (at character 2)

            """.ReplaceLineEndings("\n"),
            run.Error.ReplaceLineEndings("\n"));
        Assert.Equal(["places.csv"], folder.Files);
    }

    [Theory]
    [InlineData("bus,x\n1,2\n", "places.csv:1 y: must be one of the headings where x is")]
    [InlineData("number,x,y\n1,2,3\n", "places.csv:1: number: must be one of the columns bus, name, latitude, longitude, x, y, area, people")]
    [InlineData("bus,x,y,latitude,longitude\n1,2,3,4,5\n", "places.csv:1 x: must not stand beside latitude: all buses are on the earth, or all on a drawing")]
    [InlineData("bus,x,y,x\n1,2,3,4\n", "places.csv:1: x: is the heading of two columns")]
    [InlineData("", "places.csv:1: must have headings in its first row, and a bus in each row below")]
    [InlineData("bus,x,y\n1,\"2,3\n", "places.csv: cannot be read from line 2 on: the cell that begins with a quotation mark in line 2, character 3, is never closed")]
    public void A_table_of_places_that_is_none_is_told(string text, string told)
    {
        using var folder = new ScratchFolder();
        var run = CommandRun.Of(Enter(folder, "--places", folder.Write("places.csv", text)));
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--area", "Kharkiv")]
    [InlineData("--country", "Ukraine")]
    [InlineData("--hour-zero", "yesterday")]
    public void Options_that_are_wrong_are_told_by_their_names(string option, string value)
    {
        using var folder = new ScratchFolder();
        var run = CommandRun.Of("grid", "enter", s_scenario, "--data", folder.At("data"), "--operation", "Town", option, value);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains($"{option} must be ", run.Error, StringComparison.Ordinal);
        Assert.Contains(value, run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData("raw")]
    [InlineData("json")]
    public async Task Every_format_of_networks_is_taken(string ending)
    {
        using var folder = new ScratchFolder();
        Assert.Equal(0, CommandRun.Of("network", "convert", Repository.At("samples", "town", "town.m"), folder.At($"town.{ending}")).ExitCode);
        var scenario = folder.Write("scenario.json", (await File.ReadAllTextAsync(s_scenario, Cancel)).Replace("../town/town.m", $"town.{ending}", StringComparison.Ordinal));
        var run = CommandRun.Of("grid", "enter", scenario, "--data", folder.At("data"), "--operation", "Town", "--country", "UA");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("8 buses, 8 branches, 0 placed: entered", run.Out, StringComparison.Ordinal);
        Release();
    }

    [Fact]
    public async Task A_plan_is_made_and_kept_and_another_scenario_leaves_it_in_force_until_it_is_planned()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(2, CommandRun.Of("grid", "plan", "--data", folder.At("data")).ExitCode);
        Assert.Equal(0, CommandRun.Of(Enter(folder)).ExitCode);
        var planned = CommandRun.Of("grid", "plan", "--data", folder.At("data"), "--states", "500");
        Assert.Equal((0, ""), (planned.ExitCode, planned.Error));
        Assert.Contains("The plan is kept, and the pages show it: Best plan found.", planned.Out, StringComparison.Ordinal);

        var other = folder.Write("other.json", (await File.ReadAllTextAsync(s_scenario, Cancel)).Replace("../town/town.m", Repository.At("samples", "town", "town.m"), StringComparison.Ordinal).Replace("\"hours\": 12", "\"hours\": 20", StringComparison.Ordinal));
        var entered = CommandRun.Of("grid", "enter", other, "--data", folder.At("data"), "--hour-zero", "2026-11-26T06:00Z");
        Assert.Contains("Network town, 8 buses, 8 branches, 0 placed: the same as before", entered.Out, StringComparison.Ordinal);
        Assert.Contains("In force stays the plan of ", entered.Out, StringComparison.Ordinal);
        Assert.Contains("which is of another scenario", entered.Out, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of("grid", "plan", "--data", folder.At("data"), "--states", "500").ExitCode);
        Assert.Contains("The plan in force is of this scenario.", CommandRun.Of("grid", "enter", other, "--data", folder.At("data")).Out, StringComparison.Ordinal);
        Release();
    }

    [Fact]
    public async Task A_plan_file_is_taken_in_once_it_holds_for_the_scenario()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(0, CommandRun.Of(Enter(folder)).ExitCode);
        Assert.Equal(0, CommandRun.Of("plan", s_scenario, "--states", "500", "--out", folder.At("plan.json")).ExitCode);
        Assert.Equal(0, CommandRun.Of("plan", Repository.At("samples", "town", "scenario.json"), "--states", "500", "--out", folder.At("other.json")).ExitCode);
        var wrong = CommandRun.Of("grid", "plan", "--data", folder.At("data"), "--take", folder.At("other.json"));
        Assert.Equal((2, ""), (wrong.ExitCode, wrong.Out));
        Assert.Contains("It is not kept.", wrong.Error, StringComparison.Ordinal);
        await using (var db = Database.InFolder(folder.At("data")).Open())
            Assert.Equal(0, await db.Plans.CountAsync(Cancel));
        var taken = CommandRun.Of("grid", "plan", "--data", folder.At("data"), "--take", folder.At("plan.json"));
        Assert.Equal((0, ""), (taken.ExitCode, taken.Error));
        await using (var db = Database.InFolder(folder.At("data")).Open())
            Assert.Equal([MakePlan.ListOrderName, TakePlan.Name], await db.Plans.Select(row => row.Name).Order().ToListAsync(Cancel));
        Release();
    }

    private static void Release() => Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
}

using Microsoft.EntityFrameworkCore;
using Relight.Grid;
using Relight.Intake;
using Relight.Ledger;
using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;
using Relight.Tests.Storage;

namespace Relight.Tests.Plans;

/// <summary>An operation that begins with nothing but files: a grid, and tables of needs and offers.</summary>
public class OwnGridTests
{
    private static readonly Operation s_operation = new(Id<Operation>.Named("town"), "Town", [Country.Parse("UA", null)]);
    private static readonly DateTimeOffset s_hourZero = new(2026, 11, 26, 6, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Sample(string name) => Repository.At("samples", "own-operation", name);

    private static GridEntry Entry()
    {
        var problem = ScenarioReader.Read(Sample("scenario.json")).Value!;
        return new GridEntry { Problem = problem, Places = BusPlaceTable.Read(Sample("places.csv"), problem.Network).Value!, HourZero = s_hourZero };
    }

    private static async Task Import(Database database, ImportKind kind, string file)
    {
        var report = await new ImportFile(database, TimeProvider.System).Run(
            Sample(file), new ImportRequest(s_operation.Id, kind, ColumnChoice.None, false, "test", Relight.Access.SitesSeen.All), cancel: Cancel);
        Assert.Equal(([], true), (report.Faults.Select(fault => fault.ToString()).ToArray(), report.Written));
    }

    private static async Task<TestDatabases> Begun(string kind)
    {
        var test = await TestDatabases.Make(kind);
        Assert.Empty((await new EnterGrid(test.Database, TimeProvider.System).Run(s_operation, true, Entry(), "test", cancel: Cancel)).Refusals);
        await Import(test.Database, ImportKind.Organisations, "organisations.csv");
        await Import(test.Database, ImportKind.Needs, "needs.csv");
        await Import(test.Database, ImportKind.Offers, "offers.csv");
        return test;
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task From_files_alone_a_repair_waits_for_the_unit_that_fits_its_need(string kind)
    {
        await using var test = await Begun(kind);
        var made = await new MakePlan(test.Database, TimeProvider.System).Run(
            s_operation.Id, await EnteredId(test.Database), new PlannerOptions { States = 500 }, "test", stop: Cancel);
        Assert.Empty(made.Refusals);
        await using var db = test.Database.Open();
        var reading = (await ReadPlan.Latest(db, s_operation.Id, Cancel))!;
        var unit = Assert.Single(reading.Units);
        Assert.Equal((new ElementId(ElementKind.Branch, 2), "Autotransformer 330/115 kV, 125 MVA"), (unit.Element, unit.Title));
        Assert.InRange(reading.Scenario.Problem.Repairs.Single(repair => repair.Element == unit.Element).AvailableFrom, 1, 400);
        Assert.Equal(await EnteredId(test.Database), reading.Scenario.Scenario.Of);

        // The loop closes: values from the plan, an allocation by them, and a plan together with it.
        Assert.Empty((await new ValueNeeds(test.Database, TimeProvider.System).Run(s_operation.Id, null, new PlannerOptions { States = 500 }, "test", stop: Cancel)).Refusals);
        var proposed = await ProposeAllocation.Run(db, s_operation.Id, s_hourZero, new ProposalOptions(), null, Cancel);
        Assert.Equal(2, proposed.Proposal!.Gifts.Count);
        Assert.Empty((await new PlanJointly(test.Database, TimeProvider.System).Run(s_operation.Id, null, new PlannerOptions { States = 500 }, "test", stop: Cancel)).Refusals);
        Assert.Empty((await LedgerVerification.Run(db, Cancel)).Tampered);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task What_another_grid_leaves_loose_is_told_and_nothing_of_it_is_changed()
    {
        await using var test = await Begun(TestDatabases.Sqlite);
        var enter = new EnterGrid(test.Database, TimeProvider.System);
        var (whole, town) = (Entry(), Entry().Problem.Network);
        RestorationProblem Without(ElementId repaired) => new(
            whole.Problem.Name, town, [.. whole.Problem.Repairs.Where(repair => repair.Element != repaired)], whole.Problem.Crews, null, null, whole.Problem.People);
        var undamaged = await enter.Run(s_operation, false, whole with { Problem = Without(new ElementId(ElementKind.Branch, 2)) }, "test", cancel: Cancel);
        Assert.Equal((false, true), (undamaged.IsNewNetwork, undamaged.IsNewScenario));
        Assert.Equal(
            ["Autotransformer 330/110 kV, 125 MVA: branch:2: is not damaged in this scenario, so no repair waits for this need"],
            undamaged.Ties.Select(tie => $"{tie.Title}: {tie.Part}: {tie.Says}"));

        // The same row is another branch, and the hospital's bus is gone.
        var renumbered = new Network(
            "town", 100,
            [.. town.Buses.Select(bus => bus.Id == 4 ? bus with { Id = 40 } : bus)],
            [.. town.Branches.Select(branch => branch.Row switch { 2 => town.Branches[4] with { Row = 2 }, 5 => town.Branches[1] with { Row = 5 }, _ => branch })
                .Select(branch => branch with { From = branch.From == 4 ? 40 : branch.From, To = branch.To == 4 ? 40 : branch.To })],
            town.Generators);
        var entry = new GridEntry { Problem = new RestorationProblem("Town", renumbered, whole.Problem.Repairs, whole.Problem.Crews), HourZero = s_hourZero };
        var other = await enter.Run(s_operation, false, entry, "test", cancel: Cancel);
        Assert.Empty(other.Refusals);
        Assert.Equal(
            [
                "Autotransformer 330/110 kV, 125 MVA: branch:2: is at buses 3 and 6 in this network, and was at buses 2 and 3",
                "Hospital, 200 kW: bus:4: is no bus of this network",
            ],
            other.Ties.Select(tie => $"{tie.Title}: {tie.Part}: {tie.Says}"));
        await using var db = test.Database.Open();
        Assert.Equal((2, 3), (await db.GridModels.CountAsync(Cancel), await db.Scenarios.CountAsync(Cancel)));
    }

    [Fact]
    public async Task What_is_refused_enters_nothing_not_even_the_operation()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var entered = await new EnterGrid(test.Database, TimeProvider.System).Run(
            s_operation with { Name = "" }, true, Entry() with { Label = "a\u0007b" }, "test", cancel: Cancel);
        Assert.Equal(["operation.name", "model.label"], entered.Refusals.Select(refusal => refusal.Field));
        await using var db = test.Database.Open();
        Assert.Equal((0, 0), (await db.Operations.CountAsync(Cancel), await db.Ledger.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_search_that_is_stopped_keeps_its_best_plan_and_says_so()
    {
        await using var test = await Begun(TestDatabases.Sqlite);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var made = await new MakePlan(test.Database, TimeProvider.System).Run(
            s_operation.Id, await EnteredId(test.Database), new PlannerOptions(), "test", stop: stop.Token);
        Assert.NotNull(made.Best);
        await using var db = test.Database.Open();
        Assert.True((await ReadPlan.Latest(db, s_operation.Id, Cancel))!.Best.Plan.Interrupted);
    }

    [Fact]
    public async Task A_row_of_needs_is_held_against_the_network_where_its_author_may_give_places()
    {
        await using var test = await Begun(TestDatabases.Sqlite);
        using var folder = new ScratchFolder();
        var file = folder.Write(
            "needs.csv",
            "title,organisation,kind,priority,high_kv,low_kv,site_oblast,site_name,site_element,site_bus\n"
            + "Transformer,Town grid,transformerBay,high,330,110,UA63,Somewhere,branch:9,\n"
            + "Transformer,Town grid,transformerBay,high,330,110,UA63,Somewhere,line 3,9\n"
            + "Transformer,Town grid,transformerBay,high,330,110,,,branch:2,\n"
            + "Transformer,Town grid,transformerBay,high,330,110,UA63,Elsewhere,branch:4,\n");
        var report = await new ImportFile(test.Database, TimeProvider.System).Run(
            file, new ImportRequest(s_operation.Id, ImportKind.Needs, ColumnChoice.None, false, "test", Relight.Access.SitesSeen.All), cancel: Cancel);
        Assert.Equal(
            [
                "row 2, site_element: 'branch:9': must be an element of the network that was entered last, town",
                "row 3, site_bus: '9': must be a bus of the network that was entered last, town",
                "row 3, site_element: 'line 3': must be an element such as branch:17, bus:12 or gen:3",
                "row 4, site_name: must be given where its part of the network is",
            ],
            report.Faults.Select(fault => fault.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["row 5, site_element: 'branch:4': is not damaged in the scenario that was entered last, so no repair waits for this need"],
            report.Warnings.Select(warning => warning.ToString()));
    }

    private static async Task<Id<Scenario>> EnteredId(Database database)
    {
        await using var db = database.Open();
        return (await EnteredScenario.Latest(db, s_operation.Id, Cancel))!.Id;
    }
}

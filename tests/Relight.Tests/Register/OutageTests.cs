using Relight.Grid;
using Relight.Ledger;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Sample;
using Relight.Tests.Storage;

namespace Relight.Tests.Register;

/// <summary>What is reported of outages is kept as claims, and stands beside what the grid model says.</summary>
public class OutageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static OutageReport Report(RegisterFixture register, string name, Bounds people) => new()
    {
        Id = Id<OutageReport>.Named(name),
        Source = register.Source.Id,
        Area = AreaCode.Parse("UA32"),
        Service = Service.Electricity,
        People = people,
        From = RegisterFixture.Start.AddHours(-6),
        Until = RegisterFixture.Start.AddHours(-1),
        Quote = "France gives 100 generators",
    };

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_report_is_kept_as_it_was_said_and_a_later_one_takes_its_place(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var first = Report(register, "first", Bounds.About(100_000));
        var later = Report(register, "later", Bounds.Exactly(80_000)) with { Supersedes = first.Id, From = first.From.AddHours(1), Note = "corrected the same day" };
        var heat = Report(register, "heat", Bounds.Unspecified) with { Service = Service.Heat };
        foreach (var report in new[] { first, later, heat })
            await register.Do(new RecordOutageReport(report));

        await using var db = test.Database.Open();
        var page = await OutageList.Read(db, register.Operation, new(Service: Service.Electricity), new(), Cancel);
        Assert.Equal([later.Id, first.Id], page.Items.Select(r => r.Id));
        Assert.Equal([null, later.Id], page.Items.Select(r => r.SupersededBy));
        Assert.All(page.Items, item => Assert.Equal((Agreement.NotComparable, null), (item.Agreement, item.Model)));
        Assert.Equal(2, (await OutageList.Read(db, register.Operation, new(AreaCode.Parse("UA32")), new(1, 2), Cancel)).Items.Count);
        Assert.Empty((await OutageList.Read(db, register.Operation, new(AreaCode.Parse("UA99")), new(), Cancel)).Items);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task Each_refusal_names_its_field()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var report = Report(register, "r", Bounds.Exactly(1000));
        async Task Refused(OutageReport wrong, params string[] fields) =>
            Assert.Equal(fields, (await register.Send(new RecordOutageReport(wrong))).Refusals.Select(r => r.Field));
        await Refused(report with { Source = Id<Source>.Named("none") }, "report.source");
        await Refused(report with { Quote = "never said" }, "report.quote");
        await Refused(report with { Until = report.From.AddHours(-1) }, "report.until");
        await Refused(report with { Until = RegisterFixture.Start.AddHours(1) }, "report.until");
        await Refused(report with { Service = (Service)7 }, "report.service");
        await Refused(report with { People = Bounds.Exactly(0.5m) }, "report.people");
        await Refused(report with { Supersedes = Id<OutageReport>.Named("none") }, "report.supersedes");
        await Refused(report with { Note = "\u0007" }, "report.note");
        await register.Do(new RecordOutageReport(report));
        await Refused(report, "report.id");
        await Refused(report with { Id = Id<OutageReport>.Named("s"), Service = Service.Water, Supersedes = report.Id }, "report.supersedes");
        var whole = await register.Do(new RecordOutageReport(report with { Id = Id<OutageReport>.Named("w"), People = Bounds.AtLeast(12_000_000) }));
        Assert.Equal("report.people", Assert.Single(whole.Warnings).Field);
    }

    [Fact]
    public async Task A_number_that_the_source_gives_as_about_is_taken_though_a_tenth_of_it_is_not_whole()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        await register.Do(new RecordOutageReport(Report(register, "about", Bounds.About(1_005))));
        Assert.Equal("report.people", Assert.Single((await register.Send(new RecordOutageReport(Report(register, "half", Bounds.About(1_005.5m))))).Refusals).Field);
    }

    [Fact]
    public async Task What_was_true_after_its_source_was_read_is_doubted()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var source = register.Source with { Id = Id<Source>.Named("early"), Address = new Uri("https://example.org/early"), Retrieved = RegisterFixture.Start.AddDays(-9) };
        await register.Do(new RecordSource(source));
        Assert.Equal("report.from", Assert.Single((await register.Do(new RecordOutageReport(Report(register, "later", Bounds.Exactly(5)) with { Source = source.Id }))).Warnings).Field);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_report_that_was_entered_wrongly_is_taken_back(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var first = Report(register, "first", Bounds.Exactly(100_000));
        var later = first with { Id = Id<OutageReport>.Named("later"), Supersedes = first.Id };
        await register.Do(new RecordOutageReport(first));
        await register.Do(new RecordOutageReport(later));
        Assert.Equal("report", Assert.Single((await register.Send(new RetractOutageReport(first.Id, "of another oblast"))).Refusals).Field);
        await register.Do(new RetractOutageReport(later.Id, "of another oblast"));
        await using var db = test.Database.Open();
        var left = Assert.Single((await OutageList.Read(db, register.Operation, new(), new(), Cancel)).Items);
        Assert.Equal((first.Id, null), (left.Id, left.SupersededBy));
        Assert.Single((await Relight.Publication.PublicRegister.Read(db, register.Operation, RegisterFixture.Start.AddDays(1), Cancel)).OutageReports);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task The_grid_model_stands_beside_the_reports_of_an_area()
    {
        await using var test = await TestDatabases.WithSample();
        var operation = LoadSample.Operation.Id;
        await new MakePlan(test.Database, TimeProvider.System).Run(
            operation, LoadSample.ScenarioId, new PlannerOptions { States = 200 }, LoadSample.By, stop: Cancel);
        await using var db = test.Database.Open();
        var plan = (await ReadPlan.Latest(db, operation, Cancel))!;

        // The areas together are the grid: their people are the people of the plan's curve.
        var hours = plan.Best.Plan.Curve.Select(stage => stage.FromHours).ToList();
        var states = BusService.At(plan.Scenario.Problem, plan.Best.Plan, hours);
        Assert.All(plan.Best.Plan.Curve.Zip(states), pair =>
        {
            Assert.Equal(pair.First.ServedMegawatts, pair.Second.Sum(bus => bus.ServedMegawatts), 1e-3);
            Assert.Equal(pair.First.PeopleWithoutPower, pair.Second.Sum(bus => bus.PeopleWithoutPower), Math.Max(1, pair.First.PeopleWithoutPower * 1e-6));
        });

        var needs = db.Needs.Where(row => row.Operation == operation).ToList().ConvertAll(row => row.Read());
        var outages = new AreaOutages(plan, needs);
        var worst = states[0].MaxBy(bus => bus.PeopleWithoutPower)!;
        var area = AreaCode.Parse(plan.Scenario.OblastOf(new ElementId(ElementKind.Bus, worst.Bus))!, null);
        OutageReport At(Service service, double from, double until) => new()
        {
            Id = Id<OutageReport>.Named("r"),
            Source = Id<Source>.Named("s"),
            Area = area,
            Service = service,
            People = Bounds.Unspecified,
            From = plan.Scenario.At(from),
            Until = plan.Scenario.At(until),
            Quote = "",
        };
        var start = outages.Of(At(Service.Electricity, 0, 0))!;
        Assert.Equal(start.PeopleLeast, start.PeopleMost);
        Assert.True(start.PeopleMost >= worst.PeopleWithoutPower);
        var whole = outages.Of(At(Service.Electricity, 0, hours[^1]))!;
        Assert.True(whole.PeopleLeast < start.PeopleLeast && whole.PeopleMost >= start.PeopleMost);
        Assert.Null(outages.Of(At(Service.Electricity, -10, -1)));
        Assert.Null(outages.Of(At(Service.Electricity, 1e5, 2e5)));
        var heat = outages.Of(At(Service.Heat, 0, 0))!;
        Assert.InRange(heat.FacilitiesOut, 0, heat.Facilities);
    }
}

using Microsoft.Data.Sqlite;
using Relight.Funds;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Sample;
using Relight.Storage;

namespace Relight.Tests.Sample;

/// <summary>One loaded sample for all tests of the class: loading it is what takes time.</summary>
public sealed class LoadedSample : IAsyncLifetime
{
    private readonly SqliteConnection _connection = new("DataSource=:memory:");

    public Database Database { get; private set; } = null!;

    public List<LoadProgress> Progress { get; } = [];

    public SampleLoaded First { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await _connection.OpenAsync();
        Database = Database.InMemory(_connection);
        First = await new LoadSample(Database, TimeProvider.System).Run(new Collected(Progress));
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private sealed class Collected(List<LoadProgress> into) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => into.Add(value);
    }
}

public class LoadSampleTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loads_once_and_says_so_the_second_time()
    {
        Assert.Equal(SampleLoaded.Now, sample.First);
        Assert.Equal(SampleLoaded.Before, await new LoadSample(sample.Database, TimeProvider.System).Run(cancel: Cancel));
        Assert.All(sample.Progress.GroupBy(p => p.What), steps => Assert.Equal(steps.Last().Of, steps.Last().Done));
    }

    [Fact]
    public async Task United_kingdom_is_one_contribution_of_900_not_2250()
    {
        var reached = (await Contribution("uk-sets")).Reached().ToList();
        Assert.Equal(Bounds.Exactly(900), Of(reached, ItemKind.GeneratingSet, GoodsStage.Announced));
        Assert.Equal(Bounds.Exactly(900), Of(reached, ItemKind.GeneratingSet, GoodsStage.Dispatched));
        Assert.Equal(Bounds.Exactly(850), Of(reached, ItemKind.GeneratingSet, GoodsStage.Received));
        Assert.Single(await OfDonor("uk"));
    }

    [Fact]
    public async Task The_forty_sets_of_the_union_count_once()
    {
        var sets = (await OfDonor("eu")).SelectMany(c => c.Items.Select(i => i.Value))
            .Where(item => item.Item.Kind == ItemKind.GeneratingSet)
            .Select(item => item.Quantity.Bounds)
            .ToList();
        Assert.Single(sets, Bounds.Exactly(40));
        Assert.Equal([Bounds.Exactly(40), Bounds.Exactly(100), Bounds.Exactly(1000)], sets.OrderBy(b => b.Lower));
    }

    [Fact]
    public async Task Germany_bought_about_480_and_delivered_196()
    {
        var reached = (await Contribution("de-sets")).Reached().ToList();
        Assert.Equal(Bounds.About(480), Of(reached, ItemKind.GeneratingSet, GoodsStage.Committed));
        Assert.Equal(Bounds.Exactly(196), Of(reached, ItemKind.GeneratingSet, GoodsStage.Received));
        Assert.Equal(Bounds.Exactly(19_500_000), Of(reached, ItemKind.Money, GoodsStage.Announced));
    }

    [Fact]
    public async Task The_energy_fund_holds_what_was_reported_and_does_not_owe()
    {
        await using var db = sample.Database.Open();
        var fund = Assert.Single(await FundList.ReadForCoordination(db, LoadSample.Operation.Id, DateTimeOffset.MaxValue, Cancel));
        var pot = Assert.Single(fund.Pots);
        Assert.Equal((129_500_000, 0, 119_200_000, 3_600_000, 6_700_000), (pot.Pot.PaidIn.Number, pot.Pot.Reserved.Number, pot.Pot.Contracted.Number, pot.Pot.Spent.Number, pot.Available.Number));
    }

    [Fact]
    public async Task Appeals_show_what_answers_them_and_no_more_than_is_known()
    {
        await using var db = sample.Database.Open();
        var appeals = (await AppealList.ReadForCoordination(db, LoadSample.Operation.Id, new(), Cancel)).Items;
        var sets = appeals.Single(appeal => appeal.Target is GoodsTarget);
        Assert.Equal("226", sets.Progress.Stages[0].Total.ToString());
        Assert.Equal(226 / 18_700m, sets.Progress.Stages[0].ShareAtLeast);
        Assert.Equal(226 / 15_300m, sets.Progress.Stages[0].ShareAtMost);
        var paris = appeals.Single(appeal => appeal.Target is MoneyTarget);
        Assert.Equal("264,500,000, and 1 unspecified", paris.Progress.Stages[0].Total.ToString());
        Assert.Equal("115,000,000 CAD", Assert.Single(paris.Progress.NotConvertible).Amount);
        Assert.Null(paris.Progress.Stages[0].ShareAtLeast);
    }

    [Fact]
    public async Task The_headline_of_180_is_a_sum_and_counts_nowhere()
    {
        var headline = SamplePledges.ClaimId("P17b");
        var parts = SamplePledges.Default.Links.Where(l => l.To == headline && l.Kind == LinkKind.PartOf).Select(l => l.From);
        Assert.Equal([SamplePledges.ClaimId("P15"), SamplePledges.ClaimId("P17a")], parts);
        Assert.DoesNotContain(await All(), c => c.Claims.Contains(headline));
    }

    [Fact]
    public async Task Three_countries_give_ten_tonnes_jointly()
    {
        var joint = await Contribution("joint-hydro");
        Assert.Equal(3, joint.Donors.Value.Members.Count);
        var funnel = await Funnel();
        var group = Assert.Single(funnel.Donors, donor => donor.Jointly);
        Assert.Contains(group.Lines, line => line.Measure == "t" && line.Stages[0].Total.Lower == 9);
        Assert.DoesNotContain(funnel.Donors.Where(d => !d.Jointly).SelectMany(d => d.Lines), line => line.Measure == "t" && line.Stages[0].Total.Lower == 9);
    }

    [Fact]
    public async Task What_was_unspecified_became_at_least_53_million_the_next_day()
    {
        var reached = (await Contribution("us-grid")).Reached().ToList();
        Assert.Equal(Bounds.AtLeast(53_000_000), Of(reached, ItemKind.Money, GoodsStage.Announced));
        Assert.Equal(Bounds.Exactly(13_000_000), Of(reached, ItemKind.Money, GoodsStage.Dispatched));
        Assert.DoesNotContain(await All(), c => c.Claims.Contains(SamplePledges.ClaimId("P22")));
    }

    [Theory]
    [InlineData("P16", "P15")]
    [InlineData("A43b", "P43b")]
    [InlineData("A54", "P54")]
    [InlineData("A55", "P55")]
    public void Contradictions_are_kept_as_such(string one, string other) => Assert.Contains(
        SamplePledges.Default.Links,
        l => l.Kind == LinkKind.Contradicts && l.From == SamplePledges.ClaimId(one) && l.To == SamplePledges.ClaimId(other));

    [Fact]
    public async Task Both_convoys_of_azerbaijan_make_45_transformers_and_50_sets()
    {
        var first = (await Contribution("az-first")).Reached().ToList();
        var second = (await Contribution("az-second")).Reached().ToList();
        Assert.Equal(Bounds.Exactly(45), Of(first, ItemKind.PowerTransformer, GoodsStage.Received));
        Assert.Equal(50, Of(first, ItemKind.GeneratingSet, GoodsStage.Received).Lower + Of(second, ItemKind.GeneratingSet, GoodsStage.Received).Lower);
    }

    [Fact]
    public async Task The_second_batch_of_the_emirates_adds_nothing_while_it_is_unresolved()
    {
        var reached = (await Contribution("ae-sets")).Reached().ToList();
        Assert.Equal(Bounds.About(2500), Of(reached, ItemKind.GeneratingSet, GoodsStage.Announced));
        Assert.Equal(Bounds.Exactly(1300), Of(reached, ItemKind.GeneratingSet, GoodsStage.Received));
        var second = SamplePledges.ClaimId("P48");
        Assert.DoesNotContain(SamplePledges.Default.Links, l => l.From == second || l.To == second);
    }

    [Fact]
    public async Task Instrument_transformers_are_none_of_the_power_transformers()
    {
        var danish = await Contribution("dk-current-transformers");
        Assert.Equal(ItemKind.InstrumentTransformer, Assert.Single(danish.Items).Value.Item.Kind);
    }

    [Fact]
    public async Task A_loan_and_the_grant_beside_it_are_apart()
    {
        Assert.Equal(Bounds.Exactly(300_000_000), (await Contribution("ebrd-grid-loan")).Reached().First().Bounds);
        Assert.Equal(Bounds.AtMost(72_000_000), (await Contribution("nl-grid-grant")).Reached().First().Bounds);
        Assert.Equal(Bounds.Exactly(195_000_000), (await Contribution("no-gas")).Reached().First().Bounds);
    }

    [Fact]
    public async Task Currencies_stand_apart()
    {
        var currencies = (await Funnel()).Lines.Where(line => line.Item == ItemKind.Money).Select(line => line.Measure);
        Assert.Superset(new HashSet<string> { "EUR", "USD", "CHF", "CAD", "AZN", "UAH" }, currencies.ToHashSet());
    }

    [Fact]
    public async Task Totals_are_those_of_the_contributions()
    {
        var funnel = await Funnel();
        var sets = Assert.Single(funnel.Lines, line => line.Item == ItemKind.GeneratingSet && line.Measure == "pcs");
        var announced = sets.Stages[0].Total;
        Assert.Null(announced.Upper);
        Assert.Equal(2, announced.OpenParts);
        Assert.Equal(0, announced.UnspecifiedParts);
        // UK 900, Japan 25, Kazakhstan 41, Sweden 1, Germany 432, Switzerland 70, Union 40 + 100 + 1,000, France 100,
        // US 1,700, Korea 20, Lithuania 252, Israel 20, Latvia 200, Azerbaijan 5 + 45, Emirates 2,250, foundation 169, Slovenia 1
        Assert.Equal(7_371, announced.Lower);
        var euros = Assert.Single(funnel.Lines, line => line.Item == ItemKind.Money && line.IsMoney && line.Measure == "EUR").Stages[0].Total;
        Assert.Equal(1, euros.UnspecifiedParts);
        Assert.Equal((1_092_000_000m, 1_164_000_000m), (euros.Lower, euros.Upper!.Value));
    }

    [Fact]
    public async Task The_scenario_kept_is_the_problem_of_the_sample()
    {
        await using var db = sample.Database.Open();
        var open = await ReadScenario.Run(db, LoadSample.Operation.Id, LoadSample.ScenarioId, Cancel);
        var problem = SampleProblem.Default.ToProblem();
        Assert.Equal(problem.Network.Buses.Count, open!.Problem.Network.Buses.Count);
        Assert.Equal(problem.Network.Branches.Select(b => b.Reactance), open.Problem.Network.Branches.Select(b => b.Reactance));
        Assert.Equal(problem.Repairs.Select(r => (r.Element, r.Hours, r.Skill, r.AvailableFrom)), open.Problem.Repairs.Select(r => (r.Element, r.Hours, r.Skill, r.AvailableFrom)));
        Assert.Equal(problem.Travel, open.Problem.Travel);
        Assert.Equal(problem.Weights, open.Problem.Weights);
        Assert.Equal(problem.People, open.Problem.People);
        Assert.Equal(SampleGrid.Label, open.Model.Label);
        Assert.Equal(SampleGrid.Default.NameOf(problem.Repairs[0].Element), open.NameOf(problem.Repairs[0].Element));
    }

    [Fact]
    public async Task A_plan_is_made_checked_kept_and_better_than_the_list()
    {
        var made = await new MakePlan(sample.Database, TimeProvider.System)
            .Run(LoadSample.Operation.Id, LoadSample.ScenarioId, new PlannerOptions { States = 200 }, LoadSample.By, stop: Cancel);
        Assert.Empty(made.Refusals);
        await using var db = sample.Database.Open();
        var reading = await ReadPlan.Latest(db, LoadSample.Operation.Id, Cancel);
        Assert.Equal(made.Best, reading!.Best.Stored.Id);
        Assert.True(PlanCheck.Check(reading.Scenario.Problem, reading.Best.Plan).Passed);
        Assert.True(reading.Comparison!.SavedMegawattHours > 0);
        Assert.NotEmpty(reading.Units);

        var summary = await ReadSummary.Run(db, LoadSample.Operation.Id, Cancel);
        Assert.Equal(ReadSummary.Repairs, summary.FirstRepairs.Count);
        Assert.True(summary.Given.Count > 40);
        Assert.Contains(summary.Given, row => row.Donors.Count == 3);
        Assert.Contains(summary.Matches, row => row is { Kind: ItemKind.PowerTransformer, Fits: > 0, FitsWithWork: > 0, CannotTellYet: > 0, DoesNotFit: > 0 });
        Assert.NotEmpty(summary.Questions);
    }

    private static Bounds Of(List<Reached> reached, ItemKind kind, Stage stage) =>
        Assert.Single(reached, r => r.Item == kind && r.Stage == stage).Bounds;

    private async Task<List<Contribution>> All()
    {
        await using var db = sample.Database.Open();
        return [.. db.Contributions.AsEnumerable().Select(row => row.Read())];
    }

    private async Task<Contribution> Contribution(string key) =>
        Assert.Single(await All(), c => c.Id == SamplePledges.ContributionId(key));

    private async Task<List<Contribution>> OfDonor(string key) =>
        [.. (await All()).Where(c => c.Donors.Value.Equals(DonorGroup.Of(SamplePledges.OrganisationId(key))))];

    private async Task<Relight.Register.Funnel> Funnel()
    {
        await using var db = sample.Database.Open();
        return await Relight.Register.Funnel.Read(db, LoadSample.Operation.Id, Cancel);
    }
}

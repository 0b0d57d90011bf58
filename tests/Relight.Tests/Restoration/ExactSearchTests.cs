using System.Globalization;
using CsCheck;
using Relight.Grid;
using Relight.Restoration;
using Relight.Restoration.Exact;
using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Tests.Restoration;

/// <summary>What the exact search calls optimal is the least of all schedules, and what it calls a bound is below it.</summary>
public class ExactSearchTests
{
    [Fact]
    public void Finds_the_least_of_all_schedules_and_proves_it_where_no_repair_can_do_harm() =>
        Gen.Int.Sample(
            seed =>
            {
                var problem = ExactCases.Small(seed, most: 5);
                var (result, _) = Run(problem);
                var best = ExactCases.BestOfAll(problem);
                var rounding = 1e-4 * Hours(problem);
                Assert.InRange(result.Best.Unserved, best - rounding, best + rounding);
                Assert.InRange(result.Bound, 0, result.Best.Unserved);
                Assert.True(result.IsProven ? result.Bound == result.Best.Unserved : !result.Served.IsMonotone);
            },
            iter: 100,
            threads: 1);

    [Fact]
    public void A_bus_that_does_harm_is_left_until_after_the_horizon_by_a_crew_that_has_other_work_until_then()
    {
        var problem = ExactCases.Small(2136, most: 5);
        Assert.Equal([ElementKind.Branch, ElementKind.Bus], problem.Repairs.Select(r => r.Element.Kind));
        Assert.Equal(6, problem.HorizonHours);
        var (result, start) = Run(problem);
        Assert.Equal(267.0795, start, 1e-3);
        Assert.Equal(180, result.Best.Unserved, 1e-9);
        Assert.True(result.IsProven);
    }

    [Fact]
    public void Six_repairs_are_the_least_of_all_schedules()
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var problem = ExactCases.Public("case14_ieee", 6, crews: 2, seed, mixed: true);
            var (result, _) = Run(problem);
            Assert.True(result.IsProven);
            Assert.Equal(ExactCases.BestOfAll(problem), result.Best.Unserved, 1e-4 * Hours(problem));
        }
    }

    [Fact]
    public void Every_set_serves_what_the_textbook_serves_with_its_branches_left_open() =>
        Gen.Int.Sample(
            seed =>
            {
                var problem = ExactCases.Small(seed, most: 5);
                var served = ServedTable.Of(new DeliveryModel(problem), () => false)!;
                using var plain = new ThetaLoadDelivery(problem.Network, problem.Weights);
                List<ElementId> switched = [.. problem.Repairs.Select(r => r.Element), .. problem.Repaired];
                double Plain(int closed) => plain.Evaluate(switched.Where((_, s) => (closed >> s & 1) == 0).ToHashSet()).WeightedServed;
                var branches = switched.Select((element, s) => element.Kind == ElementKind.Branch ? 1 << s : 0).Sum();
                var back = (1 << switched.Count) - (1 << problem.Repairs.Count);
                for (var repaired = 0; repaired < 1 << problem.Repairs.Count; repaired++)
                {
                    var set = repaired | back;
                    var most = Plain(set);
                    for (var open = set & branches; open != 0; open = (open - 1) & set & branches)
                        most = Math.Max(most, Plain(set & ~open));
                    Assert.Equal(most, served.Worth(repaired), 1e-3);
                    Assert.Equal(0, served.Open(repaired) & ~(set & branches));
                    Assert.Equal(most, Plain(set & ~served.Open(repaired)), 1e-3);
                }
            },
            iter: 15,
            threads: 1);

    [Fact]
    public void A_search_that_ends_early_has_a_bound_below_the_least_of_all() =>
        Gen.Select(Gen.Int, Gen.Int[1, 40]).Sample(
            (seed, labels) =>
            {
                var problem = ExactCases.Small(seed, most: 5);
                var (result, _) = Run(problem, labels);
                var (whole, _) = Run(problem);
                Assert.InRange(result.Bound, 0, whole.Best.Unserved * (1 + 1e-9));
                Assert.InRange(result.Best.Unserved, whole.Best.Unserved * (1 - 1e-9), double.PositiveInfinity);
            },
            iter: 60,
            threads: 1);

    [Theory]
    [InlineData("case14_ieee", 1, false)]
    [InlineData("case14_ieee", 3, false)]
    [InlineData("case14_ieee", 3, true)]
    [InlineData("case30_ieee", 1, false)]
    [InlineData("case30_ieee", 3, false)]
    [InlineData("case30_ieee", 2, true)]
    [InlineData("case118_ieee", 3, true)]
    public void Twelve_repairs_of_a_public_network_are_proven(string name, int crews, bool mixed)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var problem = ExactCases.Public(name, 12, crews, seed, mixed, horizon: seed == 3 ? 30 : null);
            var (result, start) = Run(problem);
            Assert.True(result.IsProven);
            Assert.InRange(result.Labels, 0, 1_000_000);
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, {crews} crews{(mixed ? ", mixed" : "")}, draw {seed}: {result.Best.Unserved:F1} of {start:F1} MWh, {result.Served.Computed} states, {result.Labels} labels"));
        }
    }

    /// <summary>The exact search from the order of the damage list, with that order's own value.</summary>
    private static (ExactResult Result, double Start) Run(RestorationProblem problem, long labels = ExactSearch.DefaultLabels)
    {
        var board = new JobBoard(problem);
        var model = new DeliveryModel(problem);
        var values = new StateValues(model);
        var start = Candidate.Of(Enumerable.Range(0, board.Count), new Schedule(board), new Evaluation(board, values));
        var result = new ExactSearch(board, model).Run(start, () => 0, labels);
        Assert.NotNull(result);
        return (result, start.Unserved);
    }

    private static double Hours(RestorationProblem problem) =>
        1 + problem.Repairs.Sum(r => r.Hours + r.AvailableFrom) + (problem.HorizonHours ?? 0);
}

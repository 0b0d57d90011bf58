using System.Text;
using CsCheck;
using Relight.Grid;
using Relight.Grid.Import;
using Relight.Restoration;
using Relight.Restoration.Exact;
using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;
using Relight.Tests.Grid;

namespace Relight.Tests.Restoration;

/// <summary>The search finds the best plan where all can be tried, no plan is below the bound, and nothing depends on the machine.</summary>
public class PlannerTests
{
    [Fact]
    public void Finds_the_best_of_all_schedules_and_never_a_bound_above_it() =>
        SmallProblem.Sample(
            problem =>
            {
                var best = BestOfAll(problem);
                var plan = Planner.Plan(problem, new PlannerOptions { States = 1500 }, null, TestContext.Current.CancellationToken);
                Assert.Empty(PlanCheck.Check(problem, plan).Errors());
                Assert.Equal(best, plan.Objective.WeightedUnservedMegawattHours, 1e-3);
                Assert.InRange(plan.Objective.LowerBoundMegawattHours, 0, best + 1e-3);
            },
            iter: 25,
            threads: 1);

    [Fact]
    public void The_same_states_give_the_same_plan_whatever_the_threads()
    {
        var problem = Case("case30_ieee", 20, crews: 2, seed: 3);
        string Text(int threads)
        {
            using var stream = new MemoryStream();
            var plan = Planner.Plan(problem, new PlannerOptions { States = 3000, Threads = threads }, null, TestContext.Current.CancellationToken);
            PlanFile.Write(plan with { Solver = plan.Solver with { Seconds = 0 } }, stream);
            return Encoding.UTF8.GetString(stream.ToArray());
        }

        Assert.Equal(Text(1), Text(2));
        Assert.Equal(Text(2), Text(4));
    }

    [Fact]
    public void Every_method_gives_a_plan_that_holds_and_none_beats_the_search()
    {
        var problem = Case("case30_ieee", 25, crews: 3, seed: 5);
        var search = Planner.Plan(problem, new PlannerOptions { States = 8000 }, null, TestContext.Current.CancellationToken);
        foreach (var method in PlanMethods.All)
        {
            var plan = Planner.Plan(problem, new PlannerOptions { Method = method, States = 8000 }, null, TestContext.Current.CancellationToken);
            Assert.Empty(PlanCheck.Check(problem, plan).Errors());
            Assert.True(plan.Objective.WeightedUnservedMegawattHours >= search.Objective.WeightedUnservedMegawattHours - 1e-6, method);
        }
    }

    [Fact]
    public void A_cancelled_search_gives_the_best_plan_so_far_and_says_so()
    {
        var problem = Case("case118_ieee", 60, crews: 2, seed: 1);
        using var cancel = new CancellationTokenSource();
        var plan = Planner.Plan(problem, new PlannerOptions { States = long.MaxValue }, new Told(_ => cancel.Cancel()), cancel.Token);
        Assert.True(plan.Interrupted);
        Assert.Empty(PlanCheck.Check(problem, plan).Errors());
    }

    /// <summary>The shares of the rounds add up to 1 but for rounding, which depends on how long the start took.</summary>
    [Fact]
    public void A_search_by_time_ends_whatever_the_start_took()
    {
        var problem = Case("case14_ieee", 8, crews: 1, seed: 4);
        for (var k = 0; k < 30; k++)
        {
            var options = new PlannerOptions { Time = TimeSpan.FromMilliseconds(20 + k) };
            Assert.False(Planner.Plan(problem, options, null, TestContext.Current.CancellationToken).Interrupted);
        }
    }

    [Theory]
    [InlineData(PlanMethods.Search)]
    [InlineData(PlanMethods.Greedy)]
    [InlineData(PlanMethods.LookAhead)]
    public void A_plan_is_there_however_little_may_be_computed_for_a_long_list(string method)
    {
        var problem = LoadDeliveryTests.AllDamaged(MatpowerReader.Read(SharedData.Network("pglib_opf_case30_ieee")).Value!, []);

        var plan = Planner.Plan(problem, new PlannerOptions { Method = method, States = 1 }, null, TestContext.Current.CancellationToken);

        Assert.Empty(PlanCheck.Check(problem, plan).Errors());
    }

    [Fact]
    public void Putting_jobs_where_they_cost_least_never_costs_more_and_tells_its_worth_rightly()
    {
        var problem = Case("case30_ieee", 30, crews: 3, seed: 6);
        var board = new JobBoard(problem);
        var model = new DeliveryModel(problem);
        SearchStream Stream() => new(board, model, 1, new Budget(null, null, TestContext.Current.CancellationToken));
        var from = Stream().Of(Enumerable.Range(0, board.Count));

        var placed = Stream().Insert(from, () => 0);

        Assert.True(placed.Unserved < from.Unserved);
        Assert.Equal(Enumerable.Range(0, board.Count), placed.Order.Order());
        Assert.Equal(Stream().Of(placed.Order).Unserved, placed.Unserved, 1e-6);
    }

    [Fact]
    public void A_reason_is_what_the_state_without_the_repair_delivers_less()
    {
        var problem = Case("case14_ieee", 20, crews: 1, seed: 2);
        var plan = Planner.Plan(problem, new PlannerOptions { States = 3000 }, null, TestContext.Current.CancellationToken);
        using var plain = new ThetaLoadDelivery(problem.Network, problem.Weights);
        double Served(double hour, ElementId? without) => plain.Evaluate(
            plan.Repairs.Where(r => r.End > hour || r.Element == without).Select(r => r.Element).ToHashSet()).WeightedServed;
        foreach (var repair in plan.Repairs.Where(r => plan.Curve.All(s => s.Open.Count == 0) && r.Reason!.GainMegawatts > 0))
            Assert.Equal(Served(repair.End, null) - Served(repair.End, repair.Element), repair.Reason!.GainMegawatts, 1e-3);
        foreach (var repair in plan.Repairs.Where(r => r.Reason!.PathMegawatts > 0))
        {
            var hour = repair.Reason!.PathHour;
            Assert.Equal(Served(hour, null) - Served(hour, repair.Element), repair.Reason.PathMegawatts, 1e-3);
            Assert.All(repair.Reason.With, other => Assert.True(Served(hour, null) - Served(hour, other) > 0));
        }
    }

    /// <summary>So many branches and generators of a public network damaged, hours mixed.</summary>
    private static RestorationProblem Case(string name, int damaged, int crews, int seed)
    {
        var network = MatpowerReader.Read(SharedData.Network("pglib_opf_" + name)).Value!;
        var random = new Random(seed);
        var elements = LoadDeliveryTests.AllDamaged(network, []).Repairs.Select(r => r.Element)
            .OrderBy(_ => random.Next()).Take(damaged);
        return new RestorationProblem(
            name,
            network,
            [.. elements.Select(e => new Repair { Element = e, Hours = 1 + random.Next(12) })],
            [.. Enumerable.Range(1, crews).Select(c => new Crew { Name = $"Crew {c}" })]);
    }

    /// <summary>The least over all orders and crews of what the schedule leaves unserved.</summary>
    internal static double BestOfAll(RestorationProblem problem)
    {
        var board = new JobBoard(problem);
        var schedule = new Schedule(board);
        var model = new DeliveryModel(problem);
        var evaluation = new Evaluation(board, new StateValues(model, table: ServedTable.Of(model, () => false)));
        var best = double.PositiveInfinity;
        void Extend(List<int> order, int[] crew)
        {
            if (order.Count == board.Count)
            {
                schedule.Place(order.ToArray(), crew);
                best = Math.Min(best, evaluation.Unserved(schedule));
                return;
            }
            for (var job = 0; job < board.Count; job++)
            {
                if (order.Contains(job))
                    continue;
                foreach (var c in board.Crews[job])
                {
                    crew[job] = c;
                    Extend([.. order, job], crew);
                }
            }
        }

        Extend([], new int[board.Count]);
        return best;
    }

    /// <summary>Four or five damaged lines and generators of a ring, two crews with skills, arrivals, precedence, travel.</summary>
    internal static Gen<RestorationProblem> SmallProblem { get; } = Gen.Int.Select(seed =>
    {
        var random = new Random(seed);
        var buses = Enumerable.Range(1, 5).Select(id => new Bus { Id = id, DemandMegawatts = 10 * random.Next(6) }).ToList();
        var branches = Enumerable.Range(0, 6).Select(k => new Branch
        {
            Row = k + 1,
            From = k < 5 ? k + 1 : 1,
            To = k < 5 ? ((k + 1) % 5) + 1 : 3,
            Reactance = 0.1,
            RatingMegavoltAmperes = random.Next(3) * 40,
        }).ToList();
        Generator[] generators =
        [
            new Generator { Row = 1, Bus = 1, MaxMegawatts = 100 },
            new Generator { Row = 2, Bus = 3, MaxMegawatts = 50 },
        ];
        var network = new Network("ring", 100, buses, branches, generators);
        var elements = LoadDeliveryTests.AllDamaged(network, []).Repairs.Select(r => r.Element)
            .OrderBy(_ => random.Next()).Take(4 + random.Next(2)).ToList();
        var repairs = elements.Select((e, i) => new Repair
        {
            Element = e,
            Hours = 1 + random.Next(6),
            Skill = random.Next(3) == 0 ? "line" : null,
            AvailableFrom = random.Next(3) == 0 ? random.Next(10) : 0,
            After = i > 0 && random.Next(4) == 0 ? [elements[random.Next(i)]] : [],
        });
        return new RestorationProblem(
            "small",
            network,
            [.. repairs],
            [new Crew { Name = "North", Skills = ["line"] }, new Crew { Name = "South", AvailableFrom = random.Next(3) }],
            random.Next(2) == 0 ? [new Travel(elements[0], elements[1], 2)] : []);
    });

    private sealed class Told(Action<PlanProgress> tell) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => tell(value);
    }
}

/// <summary>What a check refuses.</summary>
internal static class CheckReports
{
    public static IEnumerable<Finding> Errors(this PlanCheckReport report) => report.Findings.Where(f => f.Severity == Severity.Error);
}

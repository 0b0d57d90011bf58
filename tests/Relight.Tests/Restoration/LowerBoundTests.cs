using Relight.Grid.Import;
using Relight.Restoration;
using Relight.Restoration.Bounds;
using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;
using Relight.Tests.Grid;

namespace Relight.Tests.Restoration;

/// <summary>No bound is above the best plan, and what it is made of holds in every state of the grid.</summary>
public class LowerBoundTests
{
    [Fact]
    public void No_bound_is_above_the_best_of_all_schedules()
    {
        double bounds = 0, all = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = ExactCases.Small(seed, most: 5);
            var best = ExactCases.BestOfAll(problem);
            var bound = Raise(problem, seconds: null, steps: 60).MegawattHours;
            Assert.True(bound <= (best * (1 + 1e-9)) + 1e-6, $"seed {seed}: the bound {bound} is above the best, {best}");
            (bounds, all) = (bounds + bound, all + best);
        }
        Assert.True(bounds > 0.9 * all, $"The bounds add up to {bounds}, the best to {all}");
    }

    [Theory]
    [InlineData("case14_ieee", 10, 1, false)]
    [InlineData("case14_ieee", 10, 2, true)]
    [InlineData("case30_ieee", 11, 1, false)]
    [InlineData("case118_ieee", 12, 3, true)]
    public void No_bound_is_above_what_is_proven_to_be_the_best(string name, int damaged, int crews, bool mixed)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var problem = ExactCases.Public(name, damaged, crews, seed, mixed);
            var best = Planner.Plan(problem, new PlannerOptions { States = 100_000 }, null, TestContext.Current.CancellationToken);
            Assert.Equal(0, best.Objective.Gap);
            var bound = Raise(problem, seconds: null, steps: 60).MegawattHours;
            Assert.InRange(bound, 0, (best.Objective.WeightedUnservedMegawattHours * (1 + 1e-9)) + 1e-6);
        }
    }

    [Theory]
    [InlineData("case14_ieee")]
    [InlineData("case24_ieee_rts")]
    [InlineData("case118_ieee")]
    public void No_part_is_served_more_than_the_ways_to_it_allow(string name)
    {
        var problem = SomeDamaged(name, 20);
        var model = new DeliveryModel(problem);
        var parts = new GridParts(model);
        var supply = new SupplyCuts(model, parts);
        var random = new Random(3);
        var open = new double[supply.Gates];
        List<SupplyCut> cuts = [];
        for (var k = 0; k < 40; k++)
        {
            for (var gate = 0; gate < open.Length; gate++)
                open[gate] = Math.Round(random.NextDouble(), 2);
            for (var part = 0; part < parts.Count; part++)
                if (supply.Find(part, Demand(model, parts, part), open) is { } cut)
                {
                    Assert.True(cut.Violation(Demand(model, parts, part), open) > 0);
                    cuts.Add(cut);
                }
        }
        Assert.NotEmpty(cuts);

        var delivery = new LoadDelivery(model);
        foreach (var state in LoadDeliveryTests.States(problem, random, 200))
        {
            delivery.Evaluate(state);
            for (var job = 0; job < state.Count; job++)
                open[job] = state[job] ? 1 : 0;
            for (var branch = 0; branch < model.BranchCount; branch++)
            {
                open[supply.Forth(branch)] = delivery.Flow(branch) > 0 ? 1 : 0;
                open[supply.Back(branch)] = delivery.Flow(branch) < 0 ? 1 : 0;
            }
            var served = new double[parts.Count];
            for (var s = 0; s < model.SegmentBus.Length; s++)
                served[parts.Of[model.SegmentBus[s]]] += delivery.Served[s];
            foreach (var cut in cuts)
                Assert.True(cut.Violation(served[cut.Part], open) < 1e-6, $"{cut.Part} is served {served[cut.Part]}");
        }
    }

    [Theory]
    [InlineData("case14_ieee")]
    [InlineData("case118_ieee")]
    [InlineData("case300_ieee")]
    public void Flows_inside_a_part_follow_from_what_is_put_into_it(string name)
    {
        var problem = SomeDamaged(name, 12);
        var model = new DeliveryModel(problem);
        var parts = new GridParts(model);
        var lines = new RigidLines(model, parts);
        var delivery = new LoadDelivery(model);
        var rigid = Enumerable.Range(0, model.BranchCount).Where(b => parts.IsRigid(b) && lines.Knows(b)).ToList();
        Assert.NotEmpty(rigid);
        foreach (var state in LoadDeliveryTests.States(problem, new Random(5), 20))
        {
            delivery.Evaluate(state);
            // What rigid branches carry away from a bus was put in there.
            var putIn = new double[model.BusCount];
            foreach (var b in rigid)
            {
                putIn[model.BranchFrom[b]] += delivery.Flow(b);
                putIn[model.BranchTo[b]] -= delivery.Flow(b);
            }
            var angles = lines.Angles(putIn);
            foreach (var b in rigid.Where(b => rigid.TrueForAll(o => delivery.Flow(o) != 0) || delivery.Flow(b) != 0))
            {
                var (constant, slope) = lines.Row(b);
                Assert.Equal(delivery.Flow(b), lines.Flow(b, angles), 1e-4);
                Assert.Equal(delivery.Flow(b), constant + slope.Zip(putIn, (s, p) => s * p).Sum(), 1e-4);
            }
        }
    }

    [Theory]
    [InlineData("case14_ieee", 20)]
    [InlineData("case24_ieee_rts", 40)]
    [InlineData("case39_epri", 40)]
    [InlineData("case118_ieee", 60)]
    [InlineData("case118_ieee", 150)]
    public void Across_an_open_branch_the_angles_are_as_near_as_is_said(string name, int damaged)
    {
        var problem = SomeDamaged(name, damaged);
        var model = new DeliveryModel(problem);
        var parts = new GridParts(model);
        var open = new OpenBranches(model, parts, new RigidLines(model, parts));
        var delivery = new LoadDelivery(model);
        var measured = 0;
        foreach (var state in LoadDeliveryTests.States(problem, new Random(9), 60))
        {
            delivery.Evaluate(state);
            bool IsClosed(int b) => new[] { model.BranchRepair[b], model.BusRepair[model.BranchFrom[b]], model.BusRepair[model.BranchTo[b]] }
                .All(r => r < 0 || state[r]);
            var (angle, island) = (new double[model.BusCount], new int[model.BusCount]);
            for (var first = 0; first < model.BusCount; first++)
                if (island[first] == 0)
                    Walk(first, first + 1);
            for (var b = 0; b < model.BranchCount; b++)
                if (!IsClosed(b) && island[model.BranchFrom[b]] == island[model.BranchTo[b]] && double.IsFinite(open.Most(b)))
                {
                    var apart = angle[model.BranchFrom[b]] - angle[model.BranchTo[b]] - model.Shift[b];
                    Assert.InRange(Math.Abs(model.Susceptance[b] * apart), 0, open.Most(b) * (1 + 1e-6));
                    measured++;
                }

            void Walk(int bus, int number)
            {
                island[bus] = number;
                for (var a = model.AdjacencyStart[bus]; a < model.AdjacencyStart[bus + 1]; a++)
                {
                    var b = model.AdjacencyBranch[a];
                    var other = model.BranchFrom[b] ^ model.BranchTo[b] ^ bus;
                    if (island[other] != 0 || !IsClosed(b))
                        continue;
                    var drop = (delivery.Flow(b) / model.Susceptance[b]) + model.Shift[b];
                    angle[other] = angle[bus] - (model.BranchFrom[b] == bus ? drop : -drop);
                    Walk(other, number);
                }
            }
        }
        Assert.True(measured > 20, $"{measured} measured");
    }

    [Theory]
    [InlineData("case14_ieee", 20, false)]
    [InlineData("case14_ieee", 39, true)]
    [InlineData("case24_ieee_rts", 40, true)]
    [InlineData("case39_epri", 40, true)]
    [InlineData("case118_ieee", 60, false)]
    [InlineData("case118_ieee", 60, true)]
    [InlineData("case118_ieee", 150, true)]
    public void No_state_serves_more_than_the_relaxed_grid(string name, int damaged, bool switched)
    {
        var problem = SomeDamaged(name, damaged);
        var (board, model) = (new JobBoard(problem), new DeliveryModel(problem));
        var (served, values) = (new ServedBound(board, model, () => false), new StateValues(model));
        foreach (var state in LoadDeliveryTests.States(problem, new Random(4), 8))
        {
            // Each repair counts for so much, or so little, that no other set of them can be worth more.
            var rewards = Enumerable.Range(0, board.Count).Select(j => (state[j] ? 1 : -1) * model.WeightedDemand).ToArray();
            var counted = Enumerable.Range(0, board.Count).Where(j => state[j]).Sum(j => rewards[j]);
            var most = served.Most(1e6, new SolveLimits(null, 200, 1e-6), state, switched, rewards).Most - counted;
            Assert.True(most >= values.Get(values.Key(state), state) - 1e-3, $"{most}");
        }
    }

    [Fact]
    public void Phase_shifters_that_cannot_run_do_not_make_a_bound_of_nothing()
    {
        // A ring of three whose shifter drives more round it than its lines carry serves nothing; the load behind the
        // damaged line at bus 4 has a generator of its own.
        var network = new Relight.Grid.Network(
            "ring",
            100,
            [.. Enumerable.Range(1, 4).Select(id => new Relight.Grid.Bus { Id = id, DemandMegawatts = 10 })],
            [
                new Relight.Grid.Branch { Row = 1, From = 1, To = 2, Reactance = 0.1, RatingMegavoltAmperes = 20, ShiftDegrees = 30 },
                new Relight.Grid.Branch { Row = 2, From = 2, To = 3, Reactance = 0.1, RatingMegavoltAmperes = 20 },
                new Relight.Grid.Branch { Row = 3, From = 3, To = 1, Reactance = 0.1, RatingMegavoltAmperes = 20 },
                new Relight.Grid.Branch { Row = 4, From = 3, To = 4, Reactance = 0.1, RatingMegavoltAmperes = 20 },
            ],
            [
                new Relight.Grid.Generator { Row = 1, Bus = 1, MaxMegawatts = 50 },
                new Relight.Grid.Generator { Row = 2, Bus = 4, MaxMegawatts = 50 },
            ]);
        var problem = new RestorationProblem(
            "ring",
            network,
            [
                new Repair { Element = new Relight.Grid.ElementId(Relight.Grid.ElementKind.Branch, 4), Hours = 2 },
                new Repair { Element = new Relight.Grid.ElementId(Relight.Grid.ElementKind.Generator, 2), Hours = 3 },
            ],
            [new Crew { Name = "North" }]);

        Assert.InRange(Raise(problem, null, 20).MegawattHours, 0, ExactCases.BestOfAll(problem) + 1e-6);
    }

    [Fact]
    public void Tied_instants_leave_little_between_the_bound_and_the_best_of_a_small_grid()
    {
        var problem = ExactCases.Public("case14_ieee", 14, 1, 3, mixed: false);
        var best = Planner.Plan(problem, new PlannerOptions { States = 100_000 }, null, TestContext.Current.CancellationToken);
        Assert.Equal(0, best.Objective.Gap);
        var value = best.Objective.WeightedUnservedMegawattHours;
        Assert.InRange(Raise(problem, seconds: null, steps: 200, best).MegawattHours, 0.98 * value, (value * (1 + 1e-9)) + 1e-6);
    }

    [Fact]
    public void Repairs_that_fit_into_the_time_of_a_crew_never_take_more_than_all_of_it()
    {
        var random = new Random(2);
        for (var k = 0; k < 2000; k++)
        {
            var time = random.Next(4, 30);
            List<double> fit = [];
            for (double left = time; left >= 1; left -= fit[^1])
                fit.Add(random.Next(4) == 0 ? left : random.Next(1, (int)left + 1));
            foreach (var shares in WholeRepairs.Shares([.. fit], time))
                Assert.InRange(shares.Sum(), 0, 1 + 1e-9);
        }

        // Three repairs of 6 hours are not done in 10 hours by two crews, though 18 hours are no more than 20.
        Assert.Contains(WholeRepairs.Shares([6, 6, 6], 10), shares => shares.Sum() > 2);
    }

    [Fact]
    public void A_bound_that_is_stopped_holds_and_comes_at_once()
    {
        var problem = SomeDamaged("case118_ieee", 100);
        var board = new JobBoard(problem);
        var model = new DeliveryModel(problem);
        var bound = new LowerBound(board, model, 0, () => true);
        for (var step = 0; step < 20; step++)
            bound.Improve(null, null);
        Assert.InRange(bound.MegawattHours, 0, problem.Repairs.Sum(r => r.Hours) * model.WeightedDemand);
    }

    /// <summary>The bound after so many steps, or when there is none left, with the plan of the list as the best where no other is given.</summary>
    private static LowerBound Raise(RestorationProblem problem, double? seconds, int steps, Plan? plan = null)
    {
        var board = new JobBoard(problem);
        var model = new DeliveryModel(problem);
        var values = new StateValues(model);
        var nothing = new RepairSet(board.Count);
        var bound = new LowerBound(board, model, values.Get(values.Key(nothing), nothing) + StateValues.MostRounded, () => false);
        var order = plan is null ? Enumerable.Range(0, board.Count)
            : plan.Repairs.Select(done => problem.Repairs.ToList().FindIndex(r => r.Element == done.Element));
        var best = new Incumbent(board, Candidate.Unvalued(order), values);
        for (var step = 0; step < steps && bound.Improve(seconds, best); step++)
        {
        }
        return bound;
    }

    private static double Demand(DeliveryModel model, GridParts parts, int part) => Enumerable.Range(0, model.SegmentBus.Length)
        .Where(s => parts.Of[model.SegmentBus[s]] == part).Sum(s => model.SegmentMegawatts[s]);

    /// <summary>So many elements of a public network damaged, an hour each.</summary>
    private static RestorationProblem SomeDamaged(string name, int damaged)
    {
        var network = MatpowerReader.Read(SharedData.Network("pglib_opf_" + name)).Value!;
        var random = new Random(damaged);
        var all = LoadDeliveryTests.AllDamaged(network, []);
        return new RestorationProblem(
            name, network, [.. all.Repairs.OrderBy(_ => random.Next()).Take(damaged)], all.Crews);
    }
}

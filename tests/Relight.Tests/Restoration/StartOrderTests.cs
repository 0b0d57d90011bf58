using CsCheck;
using Relight.Grid;
using Relight.Grid.Import;
using Relight.Restoration;
using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;
using Relight.Tests.Grid;

namespace Relight.Tests.Restoration;

/// <summary>The orders that a search starts from, and what they know of a grid state.</summary>
public class StartOrderTests
{
    [Theory]
    [InlineData("case14_ieee")]
    [InlineData("case118_ieee")]
    [InlineData("case240_pserc")]
    public void What_takes_no_part_in_a_state_changes_nothing_that_it_serves(string name)
    {
        var problem = LoadDeliveryTests.AllDamaged(MatpowerReader.Read(SharedData.Network("pglib_opf_" + name)).Value!, []);
        var model = new DeliveryModel(problem);
        var (live, delivery) = (new LiveElements(model), new LoadDelivery(model));
        Gen.Select(Gen.Int, Gen.Double[0.3, 1]).Sample(
            (seed, share) =>
            {
                var random = new Random(seed);
                var repaired = new RepairSet(problem.Repairs.Count);
                for (var repair = 0; repair < repaired.Count; repair++)
                    repaired[repair] = random.NextDouble() < share;
                var served = delivery.Evaluate(repaired).Weighted;
                live.Enter(repaired);
                for (var repair = 0; repair < repaired.Count; repair++)
                    repaired[repair] &= live[repair];
                Assert.Equal(served, delivery.Evaluate(repaired).Weighted, 1e-4);
            },
            iter: 40,
            threads: 1);
    }

    /// <summary>
    /// 30 MW lie behind a line of one hour and a bus of nine: 3 MW for each hour of both. A line of five hours leads to
    /// 20 MW, 4 for each hour, and so comes first, though the short line alone seems to be missed most.
    /// </summary>
    [Fact]
    public void Built_from_its_end_an_order_counts_the_work_on_what_is_cut_off_as_well()
    {
        var network = new Network(
            "two ways",
            100,
            [new Bus { Id = 1 }, new Bus { Id = 2, DemandMegawatts = 30 }, new Bus { Id = 3, DemandMegawatts = 20 }],
            [new Branch { Row = 1, From = 1, To = 2, Reactance = 0.1 }, new Branch { Row = 2, From = 1, To = 3, Reactance = 0.1 }],
            [new Generator { Row = 1, Bus = 1, MaxMegawatts = 100 }]);
        var (line, bus, other) = (new ElementId(ElementKind.Branch, 1), new ElementId(ElementKind.Bus, 2), new ElementId(ElementKind.Branch, 2));
        var problem = new RestorationProblem(
            "two ways",
            network,
            [new Repair { Element = line, Hours = 1 }, new Repair { Element = bus, Hours = 9 }, new Repair { Element = other, Hours = 5 }],
            [new Crew { Name = "North" }]);
        var model = new DeliveryModel(problem);

        var order = ReverseGreedy.Order(new JobBoard(problem), model, new StateValues(model), () => false);

        Assert.Equal(2, order[0]);
    }

    [Fact]
    public void Every_order_holds_all_jobs_each_after_what_it_waits_for() =>
        PlannerTests.SmallProblem.Sample(
            problem =>
            {
                var (board, model) = (new JobBoard(problem), new DeliveryModel(problem));
                foreach (var order in new[] { ReverseGreedy.Order(board, model, new StateValues(model), () => false), LazyGreedy.Order(board, model, new StateValues(model), () => false) })
                {
                    Assert.Equal(Enumerable.Range(0, board.Count), order.Order());
                    Assert.All(order, job => Assert.All(board.Before[job], before => Assert.True(Array.IndexOf(order, before) < Array.IndexOf(order, job))));
                }
            },
            iter: 100,
            threads: 1);

    /// <summary>A list of a dozen is short enough to compute anew what all repairs bring at every place.</summary>
    [Fact]
    public void On_a_short_list_the_lazy_order_is_that_of_the_greedy_rule() =>
        PlannerTests.SmallProblem.Sample(
            problem =>
            {
                var (board, model) = (new JobBoard(problem), new DeliveryModel(problem));
                Assert.Equal(
                    SimpleRules.Greedy(board, new StateValues(model), () => false),
                    LazyGreedy.Order(board, model, new StateValues(model), () => false));
            },
            iter: 100,
            threads: 1);
}

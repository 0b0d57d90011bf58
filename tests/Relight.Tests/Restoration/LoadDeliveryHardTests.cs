using CsCheck;
using Relight.Grid;
using Relight.Restoration;
using Relight.Restoration.LoadDelivery;

namespace Relight.Tests.Restoration;

/// <summary>What might break the fast load delivery: ties, numbers of very different size, what earlier states left behind.</summary>
public class LoadDeliveryHardTests
{
    [Fact]
    public void Ties_do_not_stall_it() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            Compare(Meshed(random, reactance: () => 0.1, megawatts: () => 10 * random.Next(0, 4), limit: () => 5 * random.Next(1, 4)), seed);
        },
        iter: Draws.Of(300));

    [Fact]
    public void Numbers_of_very_different_size_do_not_mislead_it() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            double Of(double low, double high) => Math.Pow(10, low + ((high - low) * random.NextDouble()));
            Compare(Meshed(random, reactance: () => Of(-4, 1), megawatts: () => Of(-2, 3), limit: () => Of(-1, 3)), seed);
        },
        iter: Draws.Of(300));

    [Fact]
    public void A_state_delivers_the_same_whatever_was_computed_before() => Gen.Select(LoadDeliveryTests.SmallNetwork, Gen.Int).Sample(
        (sample, seed) =>
        {
            var problem = LoadDeliveryTests.AllDamaged(sample.Network, sample.Weights);
            var model = new DeliveryModel(problem);
            var walked = new LoadDelivery(model);
            var random = new Random(seed);
            foreach (var state in LoadDeliveryTests.States(problem, random, 30))
            {
                var open = new RepairSet(state.Count);
                for (var r = 0; r < open.Count; r++)
                    open[r] = problem.Repairs[r].Element.Kind == ElementKind.Branch && random.Next(10) == 0;
                var fresh = new LoadDelivery(model);
                var expected = fresh.Evaluate(state, open);
                var actual = walked.Evaluate(state, open);
                Assert.Equal(expected.Weighted, actual.Weighted, 1e-6 * Math.Max(1, expected.Weighted));
                Assert.Equal(fresh.Congested, walked.Congested);
            }
        },
        iter: Draws.Of(300));

    [Fact]
    public void What_it_serves_obeys_the_equations() => Gen.Select(LoadDeliveryTests.SmallNetwork, Gen.Int).Sample(
        (sample, seed) =>
        {
            var network = sample.Network;
            if (network.DcLines.Count > 0)
                return; // their flows are not told
            var problem = LoadDeliveryTests.AllDamaged(network, sample.Weights);
            var model = new DeliveryModel(problem);
            var delivery = new LoadDelivery(model);
            foreach (var state in LoadDeliveryTests.States(problem, new Random(seed), 12))
            {
                var worth = delivery.Evaluate(state).Weighted;
                Assert.Equal(worth, model.SegmentWeight.Zip(delivery.Served.ToArray(), (w, mw) => w * mw).Sum(), 1e-9 * Math.Max(1, worth));
                RequireBalance(model, delivery, state);
                for (var k = 0; k < model.BranchCount; k++)
                    Assert.True(Math.Abs(delivery.Flow(k)) <= model.Limit[k] * (1 + 2e-6), $"branch {k} carries {delivery.Flow(k)} MW");
            }
        },
        iter: Draws.Of(300));

    /// <summary>What flows into a bus, less what is served there, lies in the range of what the bus itself can give.</summary>
    private static void RequireBalance(DeliveryModel model, LoadDelivery delivery, RepairSet state)
    {
        bool IsBack(int repair) => repair < 0 || state[repair];
        var needed = new double[model.BusCount];
        for (var s = 0; s < model.SegmentBus.Length; s++)
        {
            Assert.InRange(delivery.Served[s], -1e-6, model.SegmentMegawatts[s] + 1e-6);
            needed[model.SegmentBus[s]] += delivery.Served[s];
        }
        for (var k = 0; k < model.BranchCount; k++)
        {
            needed[model.BranchFrom[k]] += delivery.Flow(k);
            needed[model.BranchTo[k]] -= delivery.Flow(k);
        }
        for (var bus = 0; bus < model.BusCount; bus++)
        {
            var up = IsBack(model.BusRepair[bus]);
            var (low, high) = up ? (model.FixedLow[bus], model.FixedHigh[bus]) : (0, 0);
            for (var g = 0; g < model.GeneratorBus.Length; g++)
                if (up && model.GeneratorBus[g] == bus && IsBack(model.GeneratorRepair[g]))
                    (low, high) = (low + model.GeneratorLow[g], high + model.GeneratorHigh[g]);
            Assert.InRange(needed[bus], low - 1e-4, high + 1e-4);
        }
    }

    private static void Compare(RestorationProblem problem, int seed) =>
        LoadDeliveryTests.Compare(problem, LoadDeliveryTests.States(problem, new Random(seed), 12));

    /// <summary>A grid of three by four buses with diagonals; half of the buses generate, some loads weigh more.</summary>
    private static RestorationProblem Meshed(Random random, Func<double> reactance, Func<double> megawatts, Func<double> limit)
    {
        var buses = Enumerable.Range(1, 12).Select(id => new Bus { Id = id, DemandMegawatts = megawatts() }).ToList();
        var ends = Enumerable.Range(1, 12).SelectMany(id => new[] { (id, id + 1), (id, id + 4), (id, id + 5) })
            .Where(e => e.Item2 <= 12 && !(e.Item1 % 4 == 0 && e.Item2 != e.Item1 + 4));
        var branches = ends.Select((e, k) => new Branch
        {
            Row = k + 1,
            From = e.Item1,
            To = e.Item2,
            Reactance = reactance(),
            RatingMegavoltAmperes = limit(),
        }).ToList();
        var generators = Enumerable.Range(1, 6).Select(row => new Generator { Row = row, Bus = random.Next(1, 13), MaxMegawatts = megawatts() });
        var weights = buses.Where(bus => bus.DemandMegawatts > 0 && random.Next(3) == 0)
            .Select(bus => new WeightedLoad(bus.Id, bus.DemandMegawatts / 2, random.Next(0, 4)));
        return LoadDeliveryTests.AllDamaged(new Network("mesh", 100, buses, branches, [.. generators]), [.. weights]);
    }
}

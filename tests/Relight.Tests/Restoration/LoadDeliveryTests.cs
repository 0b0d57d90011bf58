using CsCheck;
using Relight.Grid;
using Relight.Grid.Import;
using Relight.Restoration;
using Relight.Restoration.LoadDelivery;
using Relight.Tests.Grid;

namespace Relight.Tests.Restoration;

/// <summary>The fast load delivery gives what the textbook program in angles gives, whatever the state before was.</summary>
public class LoadDeliveryTests
{
    public static TheoryData<string> Networks() => SharedData.Networks();

    [Theory]
    [MemberData(nameof(Networks))]
    public void Serves_what_the_textbook_serves_on_public_networks(string name)
    {
        var network = MatpowerReader.Read(SharedData.Network(name)).Value!;
        var problem = AllDamaged(network, []);
        var states = network.Buses.Count > 1000 ? 6 : network.Buses.Count > 200 ? 45 : 300;
        Compare(problem, States(problem, new Random(states), states));
    }

    [Fact]
    public void Serves_what_the_textbook_serves_on_any_small_network() =>
        Gen.Select(SmallNetwork, Gen.Int).Sample(
            (sample, seed) => Compare(AllDamaged(sample.Network, sample.Weights), States(AllDamaged(sample.Network, []), new Random(seed), 8)),
            iter: Draws.Of(1000));

    [Fact]
    public void A_branch_left_open_carries_nothing()
    {
        var problem = GoldenCase.Problem("stays-open");
        var model = new DeliveryModel(problem);
        var all = new RepairSet(problem.Repairs.Count);
        for (var r = 0; r < all.Count; r++)
            all[r] = true;
        var open = new RepairSet(all.Count);
        var fast = new LoadDelivery(model);
        using var plain = new ThetaLoadDelivery(problem.Network, problem.Weights);
        for (var r = 0; r < all.Count; r++)
        {
            open.Clear();
            open[r] = problem.Repairs[r].Element.Kind == ElementKind.Branch;
            var outOfService = open[r] ? new HashSet<ElementId> { problem.Repairs[r].Element } : [];
            Assert.Equal(plain.Evaluate(outOfService).WeightedServed, fast.Evaluate(all, open).Weighted, 1e-6);
        }
    }

    /// <summary>Everything in service damaged, so that any state can be made.</summary>
    internal static RestorationProblem AllDamaged(Network network, IReadOnlyList<WeightedLoad> weights)
    {
        var elements = network.Buses.Select(b => new ElementId(ElementKind.Bus, b.Id))
            .Concat(network.Branches.Select(b => new ElementId(ElementKind.Branch, b.Row)))
            .Concat(network.Generators.Select(g => new ElementId(ElementKind.Generator, g.Row)))
            .Where(network.IsInService);
        return new RestorationProblem(
            network.Name,
            network,
            [.. elements.Select(e => new Repair { Element = e, Hours = 1 })],
            [new Crew { Name = "North" }],
            weights: weights);
    }

    /// <summary>States far from one another, each followed by two neighbours.</summary>
    internal static IEnumerable<RepairSet> States(RestorationProblem problem, Random random, int count)
    {
        var state = new RepairSet(problem.Repairs.Count);
        for (var k = 0; k < count; k++)
        {
            if (k % 3 == 0)
            {
                var share = 0.5 + (0.5 * random.NextDouble());
                for (var r = 0; r < state.Count; r++)
                    state[r] = random.NextDouble() < share;
            }
            else
            {
                var repair = random.Next(state.Count);
                state[repair] = !state[repair];
            }
            yield return state;
        }
    }

    internal static void Compare(RestorationProblem problem, IEnumerable<RepairSet> states)
    {
        var fast = new LoadDelivery(new DeliveryModel(problem));
        using var plain = new ThetaLoadDelivery(problem.Network, problem.Weights);
        foreach (var state in states)
        {
            var outOfService = problem.Repairs.Where((_, r) => !state[r]).Select(r => r.Element).ToHashSet();
            var expected = plain.Evaluate(outOfService).WeightedServed;
            var actual = fast.Evaluate(state).Weighted;
            // A warm CLP can itself be off by more than the tolerance; a cold one decides.
            if (Math.Abs(expected - actual) > 1e-6 * Math.Max(1, expected))
            {
                using var cold = new ThetaLoadDelivery(problem.Network, problem.Weights);
                expected = cold.Evaluate(outOfService).WeightedServed;
            }
            Assert.Equal(expected, actual, 1e-6 * Math.Max(1, expected));
        }
    }

    /// <summary>Six buses in a ring with chords: taps, shifts, negative reactance, loads of several weights, injections, shunts, DC lines.</summary>
    internal static Gen<(Network Network, IReadOnlyList<WeightedLoad> Weights)> SmallNetwork { get; } = Gen.Int.Select(seed =>
    {
        var random = new Random(seed);
        double Between(double low, double high) => low + ((high - low) * random.NextDouble());
        bool Rarely(double share) => random.NextDouble() < share;
        var buses = Enumerable.Range(1, 6).Select(id => new Bus
        {
            Id = id * 10,
            DemandMegawatts = Rarely(0.2) ? -Between(0, 30) : Between(0, 100),
            ShuntMegawatts = Rarely(0.2) ? Between(-5, 5) : 0,
        }).ToList();
        var ends = Enumerable.Range(0, 6).Select(i => (i, (i + 1) % 6)).Append((0, 3)).Append((1, 4)).Append((0, 1));
        var branches = ends.Select((e, k) => new Branch
        {
            Row = k + 1,
            From = buses[e.Item1].Id,
            To = buses[e.Item2].Id,
            Reactance = Rarely(0.08) ? -Between(0.01, 0.03) : Between(0.02, 0.2),
            RatingMegavoltAmperes = Rarely(0.2) ? 0 : Between(10, 90),
            Tap = Rarely(0.3) ? Between(0.9, 1.1) : 0,
            ShiftDegrees = Rarely(0.1) ? Between(-1, 1) : 0,
        }).ToList();
        var generators = Enumerable.Range(1, 3).Select(row => new Generator
        {
            Row = row,
            Bus = buses[random.Next(6)].Id,
            MaxMegawatts = Between(0, 200),
            MinMegawatts = Rarely(0.2) ? -Between(0, 20) : 10,
        }).ToList();
        DcLine[] lines = Rarely(0.4)
            ? [new DcLine { Row = 1, From = buses[2].Id, To = buses[5].Id, MinMegawatts = -Between(0, 40), MaxMegawatts = Between(0, 40) }]
            : [];
        var weights = buses.Where(b => b.DemandMegawatts > 1 && Rarely(0.3))
            .Select(b => new WeightedLoad(b.Id, b.DemandMegawatts * Between(0.1, 1), Math.Round(Between(0, 10))))
            .ToList();
        return (new Network("ring", 100, buses, branches, generators, lines), (IReadOnlyList<WeightedLoad>)weights);
    });
}

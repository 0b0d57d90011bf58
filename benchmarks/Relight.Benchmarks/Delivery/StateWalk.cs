using Relight.Grid;
using Relight.Grid.Import;
using Relight.Restoration;
using Relight.Restoration.LoadDelivery;

namespace Relight.Benchmarks.Delivery;

/// <summary>A network with damage drawn at random, and sequences of its states.</summary>
internal static class StateWalk
{
    /// <summary>Reads a network and damages elements of all kinds that are in service, drawn without preference.</summary>
    /// <param name="path">A MATPOWER case.</param>
    /// <param name="elements">How many; all there are where that is less.</param>
    /// <param name="random">Where chance comes from.</param>
    public static RestorationProblem Damaged(string path, int elements, Random random)
    {
        var network = Read(path);
        var all = Elements(network);
        random.Shuffle(all);
        return Problem(network, all.Take(elements), []);
    }

    /// <summary>Reads a MATPOWER case.</summary>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public static Network Read(string path) =>
        MatpowerReader.Read(path).Value ?? throw new ArgumentException($"{path} cannot be read as a MATPOWER case");

    /// <summary>A problem with these elements damaged.</summary>
    public static RestorationProblem Problem(Network network, IEnumerable<ElementId> damaged, IReadOnlyList<WeightedLoad> weights) => new(
        network.Name, network, [.. damaged.Select(e => new Repair { Element = e, Hours = 1 })], [new Crew { Name = "North" }], weights: weights);

    /// <summary>Every element that is in service.</summary>
    public static ElementId[] Elements(Network network) =>
    [
        .. network.Buses.Select(b => new ElementId(ElementKind.Bus, b.Id))
            .Concat(network.Branches.Select(b => new ElementId(ElementKind.Branch, b.Row)))
            .Concat(network.Generators.Select(g => new ElementId(ElementKind.Generator, g.Row)))
            .Where(network.IsInService),
    ];

    /// <summary>
    /// Stretches of states along random orders of repair, each state with one element more repaired than the one
    /// before; the stretches begin at shares of repaired elements spread evenly from none to nearly all.
    /// </summary>
    /// <returns>The states; the first of a stretch is no neighbour of the one before.</returns>
    public static List<(RepairSet State, bool IsNeighbour)> Neighbours(int repairs, int states, int stretches, Random random)
    {
        var walk = new List<(RepairSet, bool)>();
        var length = Math.Min(repairs, states / stretches);
        for (var stretch = 0; stretch < stretches; stretch++)
        {
            var order = Enumerable.Range(0, repairs).ToArray();
            random.Shuffle(order);
            var first = stretches == 1 ? 0 : (repairs - length) * stretch / (stretches - 1);
            var state = new RepairSet(repairs);
            foreach (var repair in order[..first])
                state[repair] = true;
            walk.Add((state.Copy(), false));
            foreach (var repair in order[first..(first + length)])
            {
                state[repair] = true;
                walk.Add((state.Copy(), true));
            }
        }
        return walk;
    }

    /// <summary>States in which each element is back with one chance, drawn anew for every state.</summary>
    public static List<(RepairSet State, bool IsNeighbour)> Random(int repairs, int states, Random random) =>
    [
        .. Enumerable.Range(0, states).Select(_ =>
        {
            var chance = random.NextDouble();
            var state = new RepairSet(repairs);
            for (var r = 0; r < repairs; r++)
                state[r] = random.NextDouble() < chance;
            return (state, true);
        }),
    ];

    /// <summary>
    /// States each of which differs from the one before in one element, back or lost, but for a jump now and then to
    /// where half to all of the elements are back.
    /// </summary>
    public static IEnumerable<RepairSet> Jumping(int repairs, int states, int between, Random random)
    {
        var state = new RepairSet(repairs);
        for (var k = 0; k < states; k++)
        {
            if (k % between == 0)
            {
                var share = 1 - (0.5 * Math.Pow(random.NextDouble(), 2));
                for (var r = 0; r < repairs; r++)
                    state[r] = random.NextDouble() < share;
            }
            else
            {
                var repair = random.Next(repairs);
                state[repair] = !state[repair];
            }
            yield return state;
        }
    }
}

using CsCheck;
using Relight.Grid.Flow;

namespace Relight.Tests.Grid;

public class SparseTests
{
    [Fact]
    public void Solves_what_was_multiplied() =>
        Systems().Sample(
            system =>
            {
                var pattern = new SparsePattern(system.Size, system.Edges);
                var entries = Entries(pattern, system.Values);
                var solver = new SparseBlockLu(pattern, new SparseElimination(pattern));

                Assert.Equal(SparseBlockLu.Regular, solver.Factor(entries));
                var right = Multiply(pattern, entries, system.Values);
                solver.Solve(right);

                for (var i = 0; i < system.Size; i++)
                {
                    Assert.Equal(system.Values[2 * i % system.Values.Length], right[i].X, tolerance: 1e-9);
                    Assert.Equal(system.Values[(2 * i + 1) % system.Values.Length], right[i].Y, tolerance: 1e-9);
                }
            },
            iter: Draws.Of(300));

    [Fact]
    public void Orders_every_node_once_and_a_tree_without_fill()
    {
        var star = new SparsePattern(9, Enumerable.Range(1, 8).Select(leaf => (0, leaf)));
        var elimination = new SparseElimination(star);

        Assert.Equal(Enumerable.Range(0, 9), elimination.NodeAt.Order());
        Assert.Equal(8, elimination.FactorEntryCount);
    }

    [Fact]
    public void Names_the_node_at_which_a_block_is_singular()
    {
        var pattern = new SparsePattern(3, []);
        var solver = new SparseBlockLu(pattern, new SparseElimination(pattern));

        Assert.Equal(1, solver.Factor([SparseBlock.Identity, new SparseBlock(1, 2, 2, 4), SparseBlock.Identity]));
    }

    private static Gen<(int Size, (int, int)[] Edges, double[] Values)> Systems() =>
        from size in Gen.Int[1, 25]
        from edges in Gen.Select(Gen.Int[0, size - 1], Gen.Int[0, size - 1]).Array[0, 3 * size]
        from values in Gen.Double[-1, 1].Array[40, 90]
        select (size, edges.Where(e => e.Item1 != e.Item2).ToArray(), values);

    /// <summary>Blocks from the values in turn, the diagonal made heavy enough that no pivoting is needed.</summary>
    private static SparseBlock[] Entries(SparsePattern pattern, double[] values)
    {
        var entries = new SparseBlock[pattern.EntryCount];
        for (var row = 0; row < pattern.Size; row++)
            for (var entry = pattern.Start(row); entry < pattern.End(row); entry++)
            {
                var weight = entry == pattern.Start(row) ? 4 * (pattern.End(row) - entry) + 1 : 0;
                entries[entry] = new SparseBlock(weight + Value(4 * entry), Value(4 * entry + 1), Value(4 * entry + 2), weight + Value(4 * entry + 3));
            }
        return entries;

        double Value(int i) => values[i % values.Length];
    }

    private static (double X, double Y)[] Multiply(SparsePattern pattern, SparseBlock[] entries, double[] values)
    {
        var product = new (double X, double Y)[pattern.Size];
        for (var row = 0; row < pattern.Size; row++)
            for (var entry = pattern.Start(row); entry < pattern.End(row); entry++)
            {
                var column = 2 * pattern.Column(entry);
                var (x, y) = entries[entry] * (values[column % values.Length], values[(column + 1) % values.Length]);
                product[row] = (product[row].X + x, product[row].Y + y);
            }
        return product;
    }
}

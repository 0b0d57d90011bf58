namespace Relight.Grid.Flow;

/// <summary>
/// Angles of the buses where no power flows: 0, but for what phase shifts turn. Transformers with clock numbers turn by up
/// to 180 degrees, far more than Newton's method could make up for from no angle at all.
/// </summary>
internal static class FlatStart
{
    /// <summary>
    /// Angles in radians against a bus of each island: those of the DC form where nothing is given or taken. All 0 where
    /// no branch that is on turns, or the DC form has no answer.
    /// </summary>
    public static double[] AnglesOf(GridState state, SparsePattern pattern, SparseElimination elimination, Islands islands)
    {
        var network = state.Network;
        if (state.BranchesOn.All(branch => branch.ShiftDegrees == 0))
            return new double[pattern.Size];
        var matrix = new SparseBlock[pattern.EntryCount];
        var angles = new (double X, double Y)[pattern.Size];
        for (var bus = 0; bus < pattern.Size; bus++)
            matrix[pattern.Start(bus)] = new SparseBlock(0, 0, 0, 1);
        foreach (var branch in state.BranchesOn)
        {
            var (from, to) = (network.IndexOf(branch.From), network.IndexOf(branch.To));
            var susceptance = 1 / (branch.Reactance * branch.Ratio);
            Add(pattern.EntryOf(from, to), -susceptance);
            Add(pattern.EntryOf(to, from), -susceptance);
            Add(pattern.Start(from), susceptance);
            Add(pattern.Start(to), susceptance);
            var pushed = susceptance * branch.ShiftDegrees * Math.PI / 180;
            angles[from].X += pushed;
            angles[to].X -= pushed;
        }
        for (var bus = 0; bus < pattern.Size; bus++)
            if (islands.Of(bus) is var island && (island == Islands.None || islands.Buses(island)[0] == bus))
                Hold(bus);
        var factors = new SparseBlockLu(pattern, elimination);
        if (factors.Factor(matrix) != SparseBlockLu.Regular)
            return new double[pattern.Size];
        factors.Solve(angles);
        return angles.All(angle => double.IsFinite(angle.X)) ? [.. angles.Select(angle => angle.X)] : new double[pattern.Size];

        void Add(int entry, double susceptance) => matrix[entry] = matrix[entry] with { A = matrix[entry].A + susceptance };

        void Hold(int bus)
        {
            for (var entry = pattern.Start(bus); entry < pattern.End(bus); entry++)
                matrix[entry] = default;
            matrix[pattern.Start(bus)] = SparseBlock.Identity;
            angles[bus] = default;
        }
    }
}

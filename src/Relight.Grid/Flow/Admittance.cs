using System.Numerics;

namespace Relight.Grid.Flow;

/// <summary>The four admittances of a branch in the π model, in p.u.: current at each end owed to the voltage at each end.</summary>
internal readonly record struct BranchAdmittance(Complex FromFrom, Complex FromTo, Complex ToFrom, Complex ToTo)
{
    /// <summary>Those of a branch with its tap and shift at the from end (MATPOWER's manual, section 3.2).</summary>
    public static BranchAdmittance Of(Branch branch)
    {
        var series = 1 / new Complex(branch.Resistance, branch.Reactance);
        var own = series + new Complex(0, branch.Susceptance / 2);
        var tap = Complex.FromPolarCoordinates(branch.Ratio, branch.ShiftDegrees * Math.PI / 180);
        return new BranchAdmittance(own / (branch.Ratio * branch.Ratio), -series / Complex.Conjugate(tap), -series / tap, own);
    }
}

/// <summary>The admittance matrix of a grid state on the pattern of its network, in p.u.; rows of buses that are out are zero.</summary>
internal static class Admittance
{
    /// <summary>The pattern that serves every state of a network.</summary>
    public static SparsePattern PatternOf(Network network) => new(
        network.Buses.Count,
        network.Branches.Where(branch => branch.InService).Select(branch => (network.IndexOf(branch.From), network.IndexOf(branch.To))));

    /// <summary>The entries of a state, in the order of the pattern, with shares of its shunts connected.</summary>
    /// <param name="state">The state.</param>
    /// <param name="pattern">The pattern of its network.</param>
    /// <param name="branches">The admittances of each branch of the network.</param>
    /// <param name="shuntShares">Share of each bus's shunt; null connects all.</param>
    public static Complex[] Of(GridState state, SparsePattern pattern, BranchAdmittance[] branches, IReadOnlyList<double>? shuntShares)
    {
        var network = state.Network;
        var entries = new Complex[pattern.EntryCount];
        for (var i = 0; i < network.Buses.Count; i++)
            if (state.BusIsOn(i))
                entries[pattern.Start(i)] = (shuntShares?[i] ?? 1) / network.BaseMegavoltAmperes
                    * new Complex(network.Buses[i].ShuntMegawatts, network.Buses[i].ShuntMegavars);
        foreach (var branch in state.BranchesOn)
        {
            var (from, to) = (network.IndexOf(branch.From), network.IndexOf(branch.To));
            var of = branches[branch.Row - 1];
            entries[pattern.Start(from)] += of.FromFrom;
            entries[pattern.Start(to)] += of.ToTo;
            entries[pattern.EntryOf(from, to)] += of.FromTo;
            entries[pattern.EntryOf(to, from)] += of.ToFrom;
        }
        return entries;
    }
}

using System.Runtime.Intrinsics;

namespace Relight.Restoration.LoadDelivery;

/// <summary>
/// The factor LDLᵀ of the susceptance matrix of one grid state. Going from one state to the next recomputes only the
/// rows on the way from the changed branches to the roots of the elimination tree. In every island one bus is pinned
/// to angle zero; its row and column are left out. Solves go over the buses of one island, or of several.
/// </summary>
internal sealed class SusceptanceFactor(SusceptancePattern pattern)
{
    private const double LeastPivot = 1e-10;

    private readonly double[] _entry = new double[pattern.SlotCount];
    private readonly double[] _diagonal = new double[pattern.BusCount];
    private readonly double[] _lower = new double[pattern.ColumnRow.Length];
    private readonly double[] _pivot = Enumerable.Repeat(1.0, pattern.BusCount).ToArray();
    private readonly double[] _work = new double[pattern.BusCount];
    private readonly Vector512<double>[] _many = new Vector512<double>[pattern.BusCount];
    private readonly bool[] _pinned = Enumerable.Repeat(true, pattern.BusCount).ToArray();
    private readonly bool[] _stale = new bool[pattern.BusCount];

    /// <summary>
    /// Sets the entry of the matrix that a branch adds to, the sum of susceptances between its buses, to zero, or adds
    /// to it. Both buses must be set anew afterwards: that is what marks the rows to recompute.
    /// </summary>
    public void ClearEntry(int branch) => _entry[pattern.BranchSlot[branch]] = 0;

    /// <inheritdoc cref="ClearEntry"/>
    public void AddEntry(int branch, double susceptance) => _entry[pattern.BranchSlot[branch]] += susceptance;

    /// <summary>Sets the sum of susceptances at a bus, and whether the bus is pinned.</summary>
    public void SetBus(int bus, double susceptance, bool pinned)
    {
        _diagonal[bus] = susceptance;
        _pinned[bus] = pinned;
        _stale[bus] = true;
    }

    /// <summary>Recomputes what is stale.</summary>
    /// <returns>False where a pivot vanishes: the angles of the state are not determined.</returns>
    public bool Refactor()
    {
        var sound = true;
        for (var k = 0; k < _stale.Length; k++)
        {
            var next = _stale.AsSpan(k).IndexOf(true);
            if (next < 0)
                break;
            k += next;
            _stale[k] = false;
            if (pattern.Parent[k] >= 0)
                _stale[pattern.Parent[k]] = true;
            sound &= ComputeRow(k);
        }
        return sound;
    }

    /// <summary>Turns the injections (MW) at the buses of whole islands into their angles (radians); pinned buses get 0.</summary>
    public void Solve(ReadOnlySpan<int> buses, double[] x)
    {
        var start = pattern.ColumnStart;
        var row = pattern.ColumnRow;
        var lower = _lower;
        foreach (var k in buses)
        {
            if (_pinned[k])
                x[k] = 0;
            var value = x[k];
            if (value == 0)
                continue;
            for (var p = start[k]; p < start[k + 1]; p++)
                x[row[p]] -= lower[p] * value;
            x[k] = value / _pivot[k];
        }
        for (var b = buses.Length - 1; b >= 0; b--)
        {
            var k = buses[b];
            var value = x[k];
            for (var p = start[k]; p < start[k + 1]; p++)
                value -= lower[p] * x[row[p]];
            x[k] = value;
        }
    }

    /// <summary>
    /// Solves for several sides at once: in lane l, power pushed from one bus to another. The result holds the angles
    /// at the buses given, and until the next call.
    /// </summary>
    /// <param name="buses">Buses of whole islands, rising in each.</param>
    /// <param name="pushes">Lane, from where, to where, how much (MW).</param>
    public ReadOnlySpan<Vector512<double>> Solve(ReadOnlySpan<int> buses, ReadOnlySpan<(int Lane, int From, int To, double Megawatts)> pushes)
    {
        var start = pattern.ColumnStart;
        var row = pattern.ColumnRow;
        var lower = _lower;
        var x = _many;
        foreach (var k in buses)
            x[k] = Vector512<double>.Zero;
        foreach (var (lane, from, to, megawatts) in pushes)
        {
            x[from] = x[from].WithElement(lane, megawatts);
            x[to] = x[to].WithElement(lane, -megawatts);
        }
        foreach (var k in buses)
        {
            if (_pinned[k])
                x[k] = Vector512<double>.Zero;
            var value = x[k];
            if (value == Vector512<double>.Zero)
                continue;
            for (var p = start[k]; p < start[k + 1]; p++)
                x[row[p]] -= lower[p] * value;
            x[k] = value / _pivot[k];
        }
        for (var b = buses.Length - 1; b >= 0; b--)
        {
            var k = buses[b];
            var value = x[k];
            for (var p = start[k]; p < start[k + 1]; p++)
                value -= lower[p] * x[row[p]];
            x[k] = value;
        }
        return x;
    }

    /// <summary>One row of L and its pivot, from the rows before it.</summary>
    private bool ComputeRow(int k)
    {
        int first = pattern.RowStart[k], last = pattern.RowStart[k + 1];
        if (_pinned[k])
        {
            for (var e = first; e < last; e++)
                _lower[pattern.RowPlace[e]] = 0;
            _pivot[k] = 1;
            return true;
        }

        var y = _work;
        for (var s = pattern.RowSlotStart[k]; s < pattern.RowSlotStart[k + 1]; s++)
        {
            var slot = pattern.RowSlot[s];
            if (!_pinned[pattern.SlotColumn[slot]])
                y[pattern.SlotColumn[slot]] = -_entry[slot];
        }
        var pivot = _diagonal[k];
        for (var e = first; e < last; e++)
        {
            var i = pattern.RowColumn[e];
            var place = pattern.RowPlace[e];
            var value = y[i];
            y[i] = 0;
            if (value == 0)
            {
                _lower[place] = 0;
                continue;
            }
            for (var p = pattern.ColumnStart[i]; p < place; p++)
                y[pattern.ColumnRow[p]] -= _lower[p] * value;
            var l = value / _pivot[i];
            _lower[place] = l;
            pivot -= l * value;
        }
        _pivot[k] = pivot;
        if (Math.Abs(pivot) > LeastPivot * Math.Abs(_diagonal[k]) && pivot != 0)
            return true;
        _pivot[k] = Math.CopySign(Math.Max(LeastPivot * Math.Abs(_diagonal[k]), 1e-12), pivot);
        return false;
    }
}

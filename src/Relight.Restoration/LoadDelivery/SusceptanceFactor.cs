namespace Relight.Restoration.LoadDelivery;

/// <summary>
/// The factor LDLᵀ of the susceptance matrix of one grid state. Going from one state to the next recomputes only the
/// rows on the way from the changed branches to the roots of the elimination tree. In every island one bus is pinned
/// to angle zero; its row and column are left out.
/// </summary>
internal sealed class SusceptanceFactor(SusceptancePattern pattern)
{
    private readonly double[] _entry = new double[pattern.SlotCount];
    private readonly double[] _diagonal = new double[pattern.Order.Length];
    private readonly double[] _lower = new double[pattern.ColumnRow.Length];
    private readonly double[] _pivot = Enumerable.Repeat(1.0, pattern.Order.Length).ToArray();
    private readonly double[] _work = new double[pattern.Order.Length];
    private readonly bool[] _pinned = Enumerable.Repeat(true, pattern.Order.Length).ToArray();
    private readonly bool[] _stale = new bool[pattern.Order.Length];

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
        var k = pattern.Position[bus];
        _diagonal[k] = susceptance;
        _pinned[k] = pinned;
        _stale[k] = true;
    }

    /// <summary>Recomputes what is stale.</summary>
    /// <returns>False where a pivot vanishes: the angles of the state are not determined.</returns>
    public bool Refactor()
    {
        var sound = true;
        for (var k = 0; k < _stale.Length; k++)
        {
            if (!_stale[k])
                continue;
            _stale[k] = false;
            if (pattern.Parent[k] >= 0)
                _stale[pattern.Parent[k]] = true;
            sound &= ComputeRow(k);
        }
        return sound;
    }

    /// <summary>Solves for the angles (radians) of injections (MW); pinned buses get 0.</summary>
    public void Solve(ReadOnlySpan<double> injection, Span<double> angle)
    {
        var w = _work;
        var order = pattern.Order;
        var start = pattern.ColumnStart;
        var row = pattern.ColumnRow;
        var lower = _lower;
        for (var k = 0; k < w.Length; k++)
            w[k] = _pinned[k] ? 0 : injection[order[k]];
        for (var k = 0; k < w.Length; k++)
        {
            var x = w[k];
            if (x == 0)
                continue;
            for (var p = start[k]; p < start[k + 1]; p++)
                w[row[p]] -= lower[p] * x;
            w[k] = x / _pivot[k];
        }
        for (var k = w.Length - 1; k >= 0; k--)
        {
            var x = w[k];
            for (var p = start[k]; p < start[k + 1]; p++)
                x -= lower[p] * w[row[p]];
            w[k] = x;
            angle[order[k]] = x;
        }
        Array.Clear(w);
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
        if (Math.Abs(pivot) > 1e-10 * Math.Abs(_diagonal[k]) && pivot != 0)
            return true;
        _pivot[k] = Math.CopySign(Math.Max(1e-10 * Math.Abs(_diagonal[k]), 1e-12), pivot);
        return false;
    }
}

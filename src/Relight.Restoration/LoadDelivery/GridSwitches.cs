using System.Numerics;

namespace Relight.Restoration.LoadDelivery;

/// <summary>
/// What of the network is up in a grid state, kept from one state to the next: buses, branches, and the ranges of the
/// free injections.
/// </summary>
internal sealed class GridSwitches
{
    private readonly DeliveryModel _model;
    private readonly RepairSet _repaired, _open;
    private readonly int[] _bus, _branch;
    private readonly bool[] _isTouched;
    private readonly List<int> _touched = [];

    /// <summary>Starts with nothing repaired.</summary>
    public GridSwitches(DeliveryModel model)
    {
        _model = model;
        var repairs = model.Problem.Repairs.Count;
        _repaired = new RepairSet(repairs);
        _open = new RepairSet(repairs);
        _bus = Inverse(model.BusRepair, repairs);
        _branch = Inverse(model.BranchRepair, repairs);
        _isTouched = new bool[model.BusCount];
        FreeLow = new double[model.BusCount];
        FreeHigh = new double[model.BusCount];
        BusUp = [.. model.BusRepair.Select(r => r < 0)];
        BranchUp = new bool[model.BranchCount];
        for (var k = 0; k < model.BranchCount; k++)
            BranchUp[k] = IsUp(k);
        for (var i = 0; i < model.BusCount; i++)
            Touch(i);
        SetFree();
    }

    /// <summary>Buses that are up.</summary>
    public bool[] BusUp { get; }

    /// <summary>Branches that are closed, both buses up.</summary>
    public bool[] BranchUp { get; }

    /// <summary>Lowest and highest free injection of each bus, MW: shunts, negative loads and generators that are back.</summary>
    public double[] FreeLow { get; }

    /// <inheritdoc cref="FreeLow"/>
    public double[] FreeHigh { get; }

    /// <summary>Buses whose branches changed since this was last cleared.</summary>
    public IReadOnlyList<int> Touched => _touched;

    /// <summary>Notes that a bus's rows must be made anew.</summary>
    public void Touch(int bus)
    {
        if (_isTouched[bus])
            return;
        _isTouched[bus] = true;
        _touched.Add(bus);
    }

    /// <summary>Forgets what changed.</summary>
    public void ClearTouched()
    {
        foreach (var bus in _touched)
            _isTouched[bus] = false;
        _touched.Clear();
    }

    /// <summary>Goes to another state.</summary>
    public void Apply(RepairSet repaired, RepairSet? open)
    {
        Span<ulong> changes = stackalloc ulong[repaired.Words.Length];
        for (var w = 0; w < changes.Length; w++)
            changes[w] = (repaired.Words[w] ^ _repaired.Words[w]) | ((open is null ? 0 : open.Words[w]) ^ _open.Words[w]);
        _repaired.Assign(repaired);
        if (open is null)
            _open.Clear();
        else
            _open.Assign(open);

        for (var w = 0; w < changes.Length; w++)
            for (var bits = changes[w]; bits != 0; bits &= bits - 1)
            {
                var repair = (w << 6) + BitOperations.TrailingZeroCount(bits);
                if (_bus[repair] >= 0)
                    SwitchBus(_bus[repair]);
                if (_branch[repair] >= 0)
                    SwitchBranch(_branch[repair]);
            }
        SetFree();
    }

    private static int[] Inverse(int[] repairOf, int repairs)
    {
        var element = new int[repairs];
        Array.Fill(element, -1);
        for (var i = 0; i < repairOf.Length; i++)
            if (repairOf[i] >= 0)
                element[repairOf[i]] = i;
        return element;
    }

    private void SwitchBus(int bus)
    {
        BusUp[bus] = _repaired[_model.BusRepair[bus]];
        Touch(bus);
        for (var a = _model.AdjacencyStart[bus]; a < _model.AdjacencyStart[bus + 1]; a++)
            SwitchBranch(_model.AdjacencyBranch[a]);
    }

    private void SwitchBranch(int branch)
    {
        var up = IsUp(branch);
        if (up == BranchUp[branch])
            return;
        BranchUp[branch] = up;
        Touch(_model.BranchFrom[branch]);
        Touch(_model.BranchTo[branch]);
    }

    private bool IsUp(int branch)
    {
        var own = _model.BranchRepair[branch];
        return IsBack(own) && !(own >= 0 && _open[own])
            && IsBack(_model.BusRepair[_model.BranchFrom[branch]]) && IsBack(_model.BusRepair[_model.BranchTo[branch]]);
    }

    private bool IsBack(int repair) => repair < 0 || _repaired[repair];

    private void SetFree()
    {
        _model.FixedLow.CopyTo(FreeLow, 0);
        _model.FixedHigh.CopyTo(FreeHigh, 0);
        for (var g = 0; g < _model.GeneratorBus.Length; g++)
        {
            if (!IsBack(_model.GeneratorRepair[g]))
                continue;
            FreeLow[_model.GeneratorBus[g]] += _model.GeneratorLow[g];
            FreeHigh[_model.GeneratorBus[g]] += _model.GeneratorHigh[g];
        }
    }
}

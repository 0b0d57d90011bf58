using System.Numerics;

namespace Relight.Restoration.LoadDelivery;

/// <summary>
/// What of the network is up in a grid state, kept from one state to the next, and what changed with the last step:
/// only that is looked at again.
/// </summary>
internal sealed class GridSwitches
{
    private readonly DeliveryModel _model;
    private readonly RepairSet _repaired, _open;
    private readonly int[] _bus, _branch, _generator;
    private readonly int[][] _generatorsAt;
    private readonly List<int> _risen = [], _fallen = [], _closed = [], _opened = [], _supply = [];

    /// <summary>
    /// Starts with nothing repaired, all that was back before being open, everything that is up being new: from there no
    /// first state takes away what is new.
    /// </summary>
    public GridSwitches(DeliveryModel model)
    {
        _model = model;
        _repaired = new RepairSet(model.Problem.Repairs.Count);
        _open = model.NothingOpen();
        for (var back = _repaired.Count; back < _open.Count; back++)
            _open[back] = true;
        _bus = Inverse(model.BusRepair, _open.Count);
        _branch = Inverse(model.BranchSwitch, _open.Count);
        _generator = Inverse(model.GeneratorRepair, _open.Count);
        var at = Enumerable.Range(0, model.GeneratorBus.Length).ToLookup(g => model.GeneratorBus[g]);
        _generatorsAt = [.. Enumerable.Range(0, model.BusCount).Select(bus => at[bus].ToArray())];
        FreeLow = new double[model.BusCount];
        FreeHigh = new double[model.BusCount];
        BusUp = [.. model.BusRepair.Select(r => r < 0)];
        BranchUp = [.. Enumerable.Range(0, model.BranchCount).Select(IsUp)];
        for (var bus = 0; bus < model.BusCount; bus++)
        {
            SetFree(bus);
            if (BusUp[bus])
                _risen.Add(bus);
        }
        _closed.AddRange(Enumerable.Range(0, model.BranchCount).Where(k => BranchUp[k]));
    }

    /// <summary>Buses that are up.</summary>
    public bool[] BusUp { get; }

    /// <summary>Branches that are closed, both buses up.</summary>
    public bool[] BranchUp { get; }

    /// <summary>Lowest and highest free injection of each bus, MW: shunts, negative loads and generators that are back.</summary>
    public double[] FreeLow { get; }

    /// <inheritdoc cref="FreeLow"/>
    public double[] FreeHigh { get; }

    /// <summary>Buses that came up, or went down, since <see cref="Forget"/>.</summary>
    public IReadOnlyList<int> Risen => _risen;

    /// <inheritdoc cref="Risen"/>
    public IReadOnlyList<int> Fallen => _fallen;

    /// <summary>Branches that closed, or opened, since <see cref="Forget"/>.</summary>
    public IReadOnlyList<int> Closed => _closed;

    /// <inheritdoc cref="Closed"/>
    public IReadOnlyList<int> Opened => _opened;

    /// <summary>Buses whose free injection has another range since <see cref="Forget"/>.</summary>
    public IReadOnlyList<int> Supply => _supply;

    /// <summary>Forgets what changed.</summary>
    public void Forget()
    {
        _risen.Clear();
        _fallen.Clear();
        _closed.Clear();
        _opened.Clear();
        _supply.Clear();
    }

    /// <summary>Goes to another state.</summary>
    public void Apply(RepairSet repaired, RepairSet? open)
    {
        Span<ulong> changes = stackalloc ulong[_open.Words.Length];
        for (var w = 0; w < changes.Length; w++)
            changes[w] = (open is null ? 0 : open.Words[w]) ^ _open.Words[w];
        for (var w = 0; w < repaired.Words.Length; w++)
            changes[w] |= repaired.Words[w] ^ _repaired.Words[w];
        _repaired.Assign(repaired);
        if (open is null)
            _open.Clear();
        else
            _open.Assign(open);

        for (var w = 0; w < changes.Length; w++)
            for (var bits = changes[w]; bits != 0; bits &= bits - 1)
                Switch((w << 6) + BitOperations.TrailingZeroCount(bits));
    }

    private static int[] Inverse(int[] switchOf, int switches)
    {
        var element = new int[switches];
        Array.Fill(element, -1);
        for (var i = 0; i < switchOf.Length; i++)
            if (switchOf[i] >= 0)
                element[switchOf[i]] = i;
        return element;
    }

    private void Switch(int number)
    {
        if (_bus[number] >= 0)
            SwitchBus(_bus[number]);
        if (_branch[number] >= 0)
            SwitchBranch(_branch[number]);
        if (_generator[number] < 0)
            return;
        var bus = _model.GeneratorBus[_generator[number]];
        SetFree(bus);
        _supply.Add(bus);
    }

    private void SwitchBus(int bus)
    {
        var up = _repaired[_model.BusRepair[bus]];
        if (up == BusUp[bus])
            return;
        BusUp[bus] = up;
        (up ? _risen : _fallen).Add(bus);
        for (var a = _model.AdjacencyStart[bus]; a < _model.AdjacencyStart[bus + 1]; a++)
            SwitchBranch(_model.AdjacencyBranch[a]);
    }

    private void SwitchBranch(int branch)
    {
        var up = IsUp(branch);
        if (up == BranchUp[branch])
            return;
        BranchUp[branch] = up;
        (up ? _closed : _opened).Add(branch);
    }

    private bool IsUp(int branch)
    {
        var own = _model.BranchSwitch[branch];
        return IsBack(_model.BranchRepair[branch]) && !(own >= 0 && _open[own])
            && IsBack(_model.BusRepair[_model.BranchFrom[branch]]) && IsBack(_model.BusRepair[_model.BranchTo[branch]]);
    }

    private bool IsBack(int repair) => repair < 0 || _repaired[repair];

    private void SetFree(int bus)
    {
        var (low, high) = (_model.FixedLow[bus], _model.FixedHigh[bus]);
        foreach (var g in _generatorsAt[bus])
            if (IsBack(_model.GeneratorRepair[g]))
                (low, high) = (low + _model.GeneratorLow[g], high + _model.GeneratorHigh[g]);
        (FreeLow[bus], FreeHigh[bus]) = (low, high);
    }
}

using System.Numerics;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Exact;

/// <summary>
/// What every set of repairs serves at most, for a damage list short enough to compute all of its sets. Sets are bit
/// masks in the order of the damage list; further bits stand for the branches that were back before and are closed. See
/// docs/method/exact.md.
/// </summary>
internal sealed class ServedTable
{
    private const int MostSwitches = 14;
    private const long MostWork = 16_000_000;

    private readonly DeliveryModel _model;
    private readonly double[] _worth;
    private readonly double[] _ceiling;
    private readonly int[] _closed;
    private readonly int _back;
    private readonly int _branches;

    private ServedTable(DeliveryModel model)
    {
        _model = model;
        Count = model.Problem.Repairs.Count;
        _worth = new double[1 << model.Switched.Count];
        _ceiling = new double[_worth.Length];
        _closed = new int[_worth.Length];
        _back = _worth.Length - (1 << Count);
        _branches = model.BranchSwitch.Where(s => s >= 0).Aggregate(0, (mask, s) => mask | (1 << s));
    }

    /// <summary>How many repairs there are.</summary>
    public int Count { get; }

    /// <summary>Grid states whose load delivery was computed.</summary>
    public long Computed { get; private set; }

    /// <summary>Weighted demand of the intact grid, MW, rounded as the worths are.</summary>
    public double WeightedDemand { get; private init; }

    /// <summary>
    /// True where no set serves more than a larger one, so that what is back earlier is never worth less. Only a damaged
    /// bus can break this: with it come branches that are not damaged and cannot stay open.
    /// </summary>
    public bool IsMonotone { get; private set; }

    /// <summary>
    /// True where all sets can be computed in seconds: up to 14 repairs and branches that were back before, fewer on
    /// networks of thousands of buses.
    /// </summary>
    public static bool IsShort(DeliveryModel model) =>
        model.Switched.Count <= MostSwitches && (model.BusCount + 100L) << model.Switched.Count <= MostWork;

    /// <summary>Computes all sets; null where it was to stop before it was through.</summary>
    /// <param name="model">The network, short enough.</param>
    /// <param name="stop">Asked before each state.</param>
    public static ServedTable? Of(DeliveryModel model, Func<bool> stop)
    {
        var table = new ServedTable(model) { WeightedDemand = Rounded(model.WeightedDemand) };
        if (!table.Deliver(stop))
            return null;
        table.OpenBranches();
        table.Raise();
        return table;
    }

    /// <summary>Most weighted MW over which of the repaired branches stay open.</summary>
    public double Worth(int repaired) => _worth[repaired | _back];

    /// <summary>Most weighted MW that the set or any part of it is worth: what no schedule can exceed once it has done these and no others.</summary>
    public double Ceiling(int repaired) => _ceiling[repaired | _back];

    /// <summary>Switches that stay open so that the set is worth <see cref="Worth"/>.</summary>
    public int Open(int repaired) => (repaired | _back) & ~_closed[repaired | _back];

    /// <summary>The mask of a set.</summary>
    public static int Mask(RepairSet repaired) => (int)repaired.Words[0];

    /// <summary>Rounds away the last digits, which depend on the states computed before.</summary>
    private static double Rounded(double megawatts) => Math.Round(megawatts, 4);

    /// <summary>All that is repaired closed, in an order in which neighbours differ by one switch (Gray 1953).</summary>
    private bool Deliver(Func<bool> stop)
    {
        var delivery = new LoadDelivery.LoadDelivery(_model);
        var (repaired, open) = (new RepairSet(Count), _model.NothingOpen());
        for (var back = Count; back < open.Count; back++)
            open[back] = true;
        var done = new bool[_worth.Length];
        for (var k = 0; k < _worth.Length; k++)
        {
            var set = k ^ (k >> 1);
            if (k > 0)
            {
                var changed = BitOperations.TrailingZeroCount(k);
                if (changed < Count)
                    repaired[changed] = !repaired[changed];
                else
                    open[changed] = !open[changed];
            }
            var same = Effective(set);
            if (done[same])
            {
                _worth[set] = _worth[same];
            }
            else
            {
                if (stop())
                    return false;
                _worth[set] = Math.Min(WeightedDemand, Rounded(delivery.Evaluate(repaired, open).Weighted));
                Computed++;
                _worth[same] = _worth[set];
                done[same] = true;
            }
            done[set] = true;
        }
        return true;
    }

    /// <summary>The set without the branches of which an end, and the generators of which the bus, is not back.</summary>
    private int Effective(int set)
    {
        bool IsBack(int repair) => repair < 0 || (set >> repair & 1) != 0;
        var effective = set;
        for (var k = 0; k < _model.BranchCount; k++)
            if (_model.BranchSwitch[k] is >= 0 and var own
                && !(IsBack(_model.BusRepair[_model.BranchFrom[k]]) && IsBack(_model.BusRepair[_model.BranchTo[k]])))
                effective &= ~(1 << own);
        for (var g = 0; g < _model.GeneratorBus.Length; g++)
            if (_model.GeneratorRepair[g] is >= 0 and var repair && !IsBack(_model.BusRepair[_model.GeneratorBus[g]]))
                effective &= ~(1 << repair);
        return effective;
    }

    /// <summary>The maximum over all ways to leave repaired branches open, one branch after the other.</summary>
    private void OpenBranches()
    {
        for (var set = 0; set < _closed.Length; set++)
            _closed[set] = set;
        for (var bits = _branches; bits != 0; bits &= bits - 1)
        {
            var branch = bits & -bits;
            for (var set = 0; set < _worth.Length; set++)
                if ((set & branch) != 0 && _worth[set ^ branch] > _worth[set])
                    (_worth[set], _closed[set]) = (_worth[set ^ branch], _closed[set ^ branch]);
        }
    }

    private void Raise()
    {
        _worth.CopyTo(_ceiling, 0);
        for (var repair = 1; repair < 1 << Count; repair <<= 1)
            for (var set = 0; set < _ceiling.Length; set++)
                if ((set & repair) != 0)
                    _ceiling[set] = Math.Max(_ceiling[set], _ceiling[set ^ repair]);
        IsMonotone = _ceiling.AsSpan(_back).SequenceEqual(_worth.AsSpan(_back));
    }
}

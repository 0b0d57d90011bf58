using Relight.Restoration.Exact;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>
/// What grid states deliver, remembered. The worth of a state is the most over which of its repaired branches stay open;
/// those that should are looked for where lines are at their limits.
/// </summary>
internal sealed class StateValues
{
    /// <summary>Branches tried for opening, one after the other, where the answer is to be shown.</summary>
    public const int ThoroughTries = 3;

    /// <summary>MW by which rounding may make a state worth less than it is.</summary>
    public const double MostRounded = 0.5e-4;

    private const int Digits = 4;
    private const int MostStates = 4_000_000;
    private const int Evaluators = 16;

    private readonly DeliveryModel _model;
    private readonly DeliveryPool _delivery;
    private readonly UInt128[] _key;
    private readonly StateTable _worth = new();
    private readonly Dictionary<UInt128, int[]> _opened = [];
    private readonly List<(double Loss, int Switch)> _ranked = [];
    private readonly RepairSet _open;

    private readonly int _tries;
    private readonly ServedTable? _table;

    /// <summary>Remembers nothing yet.</summary>
    /// <param name="model">The network.</param>
    /// <param name="tries">How many branches to try for opening before a state is left as it is.</param>
    /// <param name="table">What every state is worth, where that has been computed.</param>
    public StateValues(DeliveryModel model, int tries = ThoroughTries, ServedTable? table = null)
    {
        _table = table;
        _model = model;
        _tries = tries;
        _delivery = new DeliveryPool(model, Evaluators);
        _open = model.NothingOpen();
        var random = new Random(20221010);
        _key = new UInt128[model.Problem.Repairs.Count];
        for (var r = 0; r < _key.Length; r++)
            _key[r] = new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64());
    }

    /// <summary>Weighted demand of the intact grid, MW.</summary>
    public double WeightedDemand => _model.WeightedDemand;

    /// <summary>States whose load delivery was computed.</summary>
    public long Computed => _delivery.Count;

    /// <summary>What a repair adds to the name of a state: names are combined by exclusive or (Zobrist 1970).</summary>
    public UInt128 Key(int repair) => _key[repair];

    /// <summary>Name of a state.</summary>
    public UInt128 Key(RepairSet repaired)
    {
        UInt128 key = 0;
        for (var r = 0; r < repaired.Count; r++)
            if (repaired[r])
                key ^= _key[r];
        return key;
    }

    /// <summary>Worth of a state if it is remembered: weighted MW served; otherwise not a number.</summary>
    public double Known(UInt128 key) => _worth[key];

    /// <summary>Worth of a state: weighted MW served.</summary>
    public double Get(UInt128 key, RepairSet repaired)
    {
        var worth = _worth[key];
        if (!double.IsNaN(worth))
            return worth;
        if (_worth.Count >= MostStates)
            Forget();
        worth = Compute(key, repaired);
        _worth.Set(key, worth);
        return worth;
    }

    /// <summary>Forgets all states, and gives their memory back.</summary>
    public void Forget()
    {
        _worth.Clear();
        _opened.Clear();
    }

    /// <summary>Switches of the repaired branches that stay open in a state so that it is worth what <see cref="Get"/> says.</summary>
    public IReadOnlyList<int> Open(RepairSet repaired)
    {
        var key = Key(repaired);
        Get(key, repaired);
        return _opened.GetValueOrDefault(key) ?? [];
    }

    private double Compute(UInt128 key, RepairSet repaired)
    {
        if (_table is not null)
            return LookUp(key, ServedTable.Mask(repaired));
        var worth = Rounded(_delivery.Evaluate(repaired).Weighted);
        if (_tries == 0 || !_delivery.Last.Congested || worth >= _model.WeightedDemand - 1e-3)
            return worth;
        _delivery.Last.RankOpenings(_ranked);
        if (_ranked.Count == 0)
            return worth;
        _open.Clear();
        var opened = new List<int>();
        while (TryOpen(repaired, ref worth) is var branch and >= 0)
            opened.Add(branch);
        if (opened.Count > 0)
            _opened[key] = [.. opened.Order()];
        return worth;
    }

    private double LookUp(UInt128 key, int repaired)
    {
        if (_table!.Open(repaired) is not 0 and var open)
            _opened[key] = [.. Enumerable.Range(0, _model.Switched.Count).Where(s => (open >> s & 1) != 0)];
        return _table.Worth(repaired);
    }

    /// <summary>Opens the first of the most promising branches that gains something; −1 where none does.</summary>
    private int TryOpen(RepairSet repaired, ref double worth)
    {
        var tries = Math.Min(_tries, _ranked.Count);
        Span<int> candidates = stackalloc int[tries];
        for (var c = 0; c < tries; c++)
            candidates[c] = _ranked[c].Switch;
        foreach (var branch in candidates)
        {
            _open[branch] = true;
            var with = Rounded(_delivery.Evaluate(repaired, _open).Weighted);
            if (with > worth + 1e-3)
            {
                worth = with;
                _delivery.Last.RankOpenings(_ranked);
                return branch;
            }
            _open[branch] = false;
        }
        return -1;
    }

    /// <summary>Rounds away the last digits, which depend on the states computed before.</summary>
    private static double Rounded(double megawatts) => Math.Round(megawatts, Digits);
}

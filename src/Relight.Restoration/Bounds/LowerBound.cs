using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>
/// A lower bound on what every plan leaves unserved: the integral of demand less the most that can be served. First the
/// most is found for single instants, each where most is open; it never falls with time, so it also holds for every hour
/// before. Then instants are tied together, since what is done at one is still done at the later ones, and no plan can be
/// the best at all of them.
/// </summary>
internal sealed class LowerBound
{
    private const double WorthRefining = 0.0005;
    private const double MostShare = 0.25, ShareOfTying = 0.5;
    private const int MostSteps = 40;
    private const double WorthTying = 1e-5;
    private const int MostSlots = 400, MostTied = 160;
    // Instants after one at which the bound is above the plan: they hold back those before.
    private const int ReachOfTies = 4;

    private readonly JobBoard _board;
    private readonly DeliveryModel _model;
    private readonly ServedBound _served;
    private readonly TimeSlots _slots;
    private readonly List<(int Slot, double Most, bool IsSwitched)> _computed = [];
    private readonly List<(int Slot, ServedSet Set)> _found = [];
    private Queue<int>? _toSwitch;
    private TiedInstants? _tied;
    private bool _endIsKnown;

    /// <summary>Starts from what is served before any repair can end, and after all have.</summary>
    /// <param name="board">The jobs.</param>
    /// <param name="model">The network.</param>
    /// <param name="servedAtFirst">Weighted MW served with nothing repaired.</param>
    /// <param name="stop">Ends a computation that is under way.</param>
    /// <param name="tell">Is told of every set of repairs that is found, and of the hour by which it can be done; null where nobody asks.</param>
    public LowerBound(
        JobBoard board, DeliveryModel model, double servedAtFirst, Func<bool> stop, Action<double, RepairSet>? tell = null)
    {
        (_board, _model) = (board, model);
        _served = new ServedBound(board, model, stop, tell);
        _slots = new TimeSlots(board, MostSlots);
        if (_slots.Count == 0)
            return;
        var first = -1;
        while (first + 1 < _slots.Count && _slots.Hour(first + 1) < board.EarliestEnd.Min() - 1e-9)
            first++;
        if (first >= 0)
            _computed.Add((first, servedAtFirst, false));
        if (first < _slots.Count - 1)
            _computed.Add((_slots.Count - 1, model.WeightedDemand, false));
    }

    /// <summary>The bound, weighted MWh; it only rises.</summary>
    public double MegawattHours
    {
        get
        {
            var served = _tied?.MegawattHours ?? Enumerable.Range(0, _computed.Count).Sum(i => Length(i) * _computed[i].Most);
            return Math.Max(0, ((_slots.End * _model.WeightedDemand) - served) * (1 - 1e-9));
        }
    }

    /// <summary>Takes the next step.</summary>
    /// <param name="seconds">Time to spend on it at most; null to count nodes instead.</param>
    /// <param name="best">The best plan so far, to see where the bound is furthest from it, and to start from.</param>
    /// <returns>False where no step is left that could raise the bound.</returns>
    public bool Improve(double? seconds, Incumbent? best)
    {
        if (_computed.Count == 0)
            return false;
        if (!_endIsKnown)
        {
            _endIsKnown = true;
            Refine(_computed.Count - 1, _slots.Count - 1, seconds, best);
            return true;
        }
        var (index, slot, open) = WidestGap(best);
        if (_toSwitch is null && open > WorthRefining * Math.Max(1e-3, MegawattHours))
        {
            Refine(index, slot, seconds, best);
            return true;
        }
        if (best is null)
            return false;
        _toSwitch ??= new Queue<int>(ToSwitch(best));
        if (_toSwitch.TryDequeue(out var at))
        {
            Refine(at, _computed[at].Slot, seconds, best, switched: true);
            return true;
        }
        _tied ??= Tied(best);
        var least = WorthTying * MegawattHours;
        return _tied.Improve(Limits(seconds, least), best, least);
    }

    /// <summary>Of the time left, what the next step is to take at most, so that the later ones are not left without.</summary>
    public double ShareOfNext => _tied is not null ? ShareOfTying
        : _toSwitch is { Count: > 0 and var count } ? Math.Min(MostShare, 2.0 / count)
        : Math.Min(MostShare, 2.0 / Math.Clamp(SlotsOpen(), 1, MostSteps));

    /// <summary>Solves for one slot; what is found holds for all slots after the computed one before it.</summary>
    private void Refine(int index, int slot, double? seconds, Incumbent? best, bool switched = false)
    {
        var (known, most) = (_computed[index].Most, _computed[index].Most);
        var limits = Limits(seconds, 0.001 * (_model.WeightedDemand - most));
        var (megawatts, found) = _served.Most(_slots.Hour(slot), limits, best?.DoneBy(_slots.Hour(slot)), switched);
        most = Math.Min(most, megawatts);
        if (found is not null)
            _found.Add((slot, found));
        if (slot == _computed[index].Slot)
            _computed[index] = (slot, most, switched && most < known);
        else
            _computed.Insert(index, (slot, most, false));
        for (var earlier = index - 1; earlier >= 0 && _computed[earlier].Most > most; earlier--)
            _computed[earlier] = _computed[earlier] with { Most = most };
    }

    private SolveLimits Limits(double? seconds, double gap) =>
        new(seconds, seconds is null ? Math.Clamp(20_000 / _model.BusCount, 1, 200) : null, Math.Max(1e-6, gap));

    private double Length(int index) => _slots.Length(index == 0 ? -1 : _computed[index - 1].Slot, _computed[index].Slot);

    /// <summary>
    /// The middle of the stretch before a computed slot over which most may still be gained: down to what is served before
    /// the stretch, and to what the best plan serves in it.
    /// </summary>
    private (int Index, int Slot, double Open) WidestGap(Incumbent? best)
    {
        var widest = (Index: -1, Slot: 0, Open: 0.0);
        for (var i = 0; i < _computed.Count; i++)
        {
            var (before, served) = i == 0 ? (-1, 0) : (_computed[i - 1].Slot, _computed[i - 1].Most);
            var middle = (before + _computed[i].Slot) / 2;
            if (middle <= before || middle >= _computed[i].Slot || Least(before, middle) <= widest.Open)
                continue;
            var open = best is null ? Least(before, middle) : Enumerable.Range(before + 1, middle - before)
                .Sum(slot => _slots.Length(slot - 1, slot) * (_computed[i].Most - Math.Max(served, best.ServedAt(_slots.Hour(slot)))));
            if (open > widest.Open)
                widest = (i, middle, open);

            double Least(int after, int to) => _slots.Length(after, to) * (_computed[i].Most - served);
        }
        return widest;
    }

    /// <summary>Slots not computed before the first one at which all may be served.</summary>
    private int SlotsOpen()
    {
        var all = _computed.Find(c => c.Most >= _model.WeightedDemand * (1 - 1e-9)).Slot;
        return all - _computed.Count(c => c.Slot < all);
    }

    /// <summary>
    /// Instants at which repaired branches held to Ohm's law may bring the bound down: it is above the best plan, and the
    /// grid does not serve as much with the set found. Where the grid serves with every set found what the relaxed grid
    /// does, Ohm's law does not matter.
    /// </summary>
    private IEnumerable<int> ToSwitch(Incumbent best)
    {
        if (!_served.CanSwitch || !_found.Exists(f => f.Set.Megawatts > Served(f.Set)))
            return [];
        return Enumerable.Range(0, _computed.Count)
            .Select(i => (Index: i, Open: Length(i) * (_computed[i].Most - best.ServedAt(_slots.Hour(_computed[i].Slot)))))
            .Where(i => i.Open > WorthTying * MegawattHours)
            .Where(i => !_found.Exists(f => f.Slot == _computed[i.Index].Slot && _computed[i.Index].Most <= Served(f.Set)))
            .OrderByDescending(i => i.Open)
            .Select(i => i.Index);

        double Served(ServedSet set) => best.Worth(set.Done) + (WorthTying * _model.WeightedDemand);
    }

    /// <summary>
    /// The instants, ready to be tied. Where the bound is above the plan each slot is an instant of its own: what is done by
    /// its hour says more than what is done some hours later, though as much may be served at both.
    /// </summary>
    private TiedInstants Tied(Incumbent best)
    {
        List<TiedInstant> instants = [];
        var least = WorthTying * MegawattHours;
        var (before, inReach) = (-1, 0);
        foreach (var (slot, most, isSwitched) in _computed)
        {
            if (_slots.Length(before, slot) * (most - best.ServedAt(_slots.Hour(slot))) > least)
                inReach = ReachOfTies;
            var divide = inReach-- > 0 && instants.Count + slot - before < MostTied;
            for (var s = divide ? before + 1 : slot; s <= slot; s++)
                instants.Add(new TiedInstant(_slots.Hour(s), _slots.Length(divide ? s - 1 : before, s), most, isSwitched));
            before = slot;
        }
        var tied = new TiedInstants(_board, _served, _model.WeightedDemand, instants);
        foreach (var (slot, set) in _found)
            tied.Learn(instants.FindIndex(i => i.Hour >= _slots.Hour(slot) - 1e-9), set);
        return tied;
    }
}

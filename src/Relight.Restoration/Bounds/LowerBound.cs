using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>
/// A lower bound on what every plan leaves unserved: the integral of demand less the most that can be served. First the
/// most is found for single instants, each where most is open; it never falls with time, so it also holds for every hour
/// before. Then several instants are taken together, since what is done at one must still be done at the later ones, and
/// no plan can be the best at all of them.
/// </summary>
internal sealed class LowerBound
{
    private const double WorthRefining = 0.002;
    private const double MostShare = 0.25;
    private const int MostSteps = 40;
    private const double WorthJoining = 1e-5;
    private const int MostSlots = 400;

    private readonly JobBoard _board;
    private readonly DeliveryModel _model;
    private readonly ServedBound _served;
    private readonly TimeSlots _slots;
    private readonly List<(int Slot, double Most)> _computed = [];
    private readonly List<InstantSet> _sets = [];
    private Queue<Step>? _untried;
    private bool _endIsKnown;

    /// <summary>Starts from what is served before any repair can end, and after all have.</summary>
    /// <param name="board">The jobs.</param>
    /// <param name="model">The network.</param>
    /// <param name="servedAtFirst">Weighted MW served with nothing repaired.</param>
    /// <param name="stop">Ends a computation that is under way.</param>
    public LowerBound(JobBoard board, DeliveryModel model, double servedAtFirst, Func<bool> stop)
    {
        (_board, _model) = (board, model);
        _served = new ServedBound(board, model, stop);
        _slots = new TimeSlots(board, MostSlots);
        if (_slots.Count == 0)
            return;
        var first = -1;
        while (first + 1 < _slots.Count && _slots.Hour(first + 1) < board.EarliestEnd.Min() - 1e-9)
            first++;
        if (first >= 0)
            _computed.Add((first, servedAtFirst));
        if (first < _slots.Count - 1)
            _computed.Add((_slots.Count - 1, model.WeightedDemand));
    }

    /// <summary>The bound, weighted MWh; it only rises.</summary>
    public double MegawattHours
    {
        get
        {
            var served = Enumerable.Range(0, _computed.Count).Sum(Alone) - _sets.Sum(Gain);
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
        var (index, slot, open) = WidestGap();
        if (_untried is null && open > WorthRefining * Math.Max(1e-3, MegawattHours))
        {
            Refine(index, slot, seconds, best);
            return true;
        }
        if (best is null)
            return false;
        _untried ??= new Queue<Step>(StepsTogether(best));
        if (!_untried.TryDequeue(out var step))
            return false;
        if (step.Switched)
            Refine(step.Items[0], _computed[step.Items[0]].Slot, seconds, best, switched: true);
        else
            Join(step.Items, seconds, best);
        return true;
    }

    /// <summary>Of the time left, what the next step is to take at most, so that the later ones are not left without.</summary>
    public double ShareOfNext => _untried is { Count: > 0 and var count }
        ? Math.Min(MostShare, 1.0 / count)
        : Math.Min(MostShare, 0.5 / Math.Clamp(SlotsOpen(), 1, MostSteps));

    /// <summary>Solves for one slot; what is found holds for all slots after the computed one before it.</summary>
    private void Refine(int index, int slot, double? seconds, Incumbent? best, bool switched = false)
    {
        var most = _computed[index].Most;
        var limits = Limits(seconds, 0.001 * (_model.WeightedDemand - most));
        var start = best is null ? null : new[] { best.DoneBy(_slots.Hour(slot)) };
        most = Math.Min(most, _served.Most([new Instant(_slots.Hour(slot), 1)], limits, start, switched: switched));
        if (slot == _computed[index].Slot)
            _computed[index] = (slot, most);
        else
            _computed.Insert(index, (slot, most));
        for (var earlier = index - 1; earlier >= 0 && _computed[earlier].Most > most; earlier--)
            _computed[earlier] = (_computed[earlier].Slot, most);
    }

    private SolveLimits Limits(double? seconds, double gap) =>
        new(seconds, seconds is null ? Math.Clamp(20_000 / _model.BusCount, 1, 200) : null, Math.Max(1e-6, gap));

    /// <summary>Weighted MWh served at most over the slots that a computed one stands for.</summary>
    private double Alone(int index) => Length(index) * _computed[index].Most;

    private double Length(int index) => _slots.Length(index == 0 ? -1 : _computed[index - 1].Slot, _computed[index].Slot);

    private Instant InstantOf(int index) => new(_slots.Hour(_computed[index].Slot), Length(index));

    /// <summary>The middle of the stretch before a computed slot over which most may still be gained.</summary>
    private (int Index, int Slot, double Open) WidestGap()
    {
        var best = (Index: -1, Slot: 0, Open: 0.0);
        for (var i = 0; i < _computed.Count; i++)
        {
            var (before, served) = i == 0 ? (-1, 0) : _computed[i - 1];
            var middle = (before + _computed[i].Slot) / 2;
            var open = _slots.Length(before, middle) * (_computed[i].Most - served);
            if (middle > before && middle < _computed[i].Slot && open > best.Open)
                best = (i, middle, open);
        }
        return best;
    }

    /// <summary>Slots not computed before the first one at which all may be served.</summary>
    private int SlotsOpen()
    {
        var all = _computed.Find(c => c.Most >= _model.WeightedDemand * (1 - 1e-9)).Slot;
        return all - _computed.Count(c => c.Slot < all);
    }

    /// <summary>
    /// What is worth trying once single instants are known: each of those at which the bound is above the best plan, with
    /// repaired branches held to Ohm's law; then neighbouring ones together where most is open, which see that a step can
    /// only add to the one before, and evenly spread ones, which see that early and late choices conflict.
    /// </summary>
    private IEnumerable<Step> StepsTogether(Incumbent best)
    {
        double[] open =
        [
            .. Enumerable.Range(0, _computed.Count)
                .Select(i => Length(i) * Math.Max(0, _computed[i].Most - best.ServedAt(InstantOf(i).Hour))),
        ];
        var least = WorthJoining * MegawattHours;
        int[] above = [.. Enumerable.Range(0, open.Length).Where(i => open[i] > least)];
        if (above.Length == 0)
            yield break;
        foreach (var i in above.Where(_ => _served.CanSwitch).OrderByDescending(i => open[i]))
            yield return new Step([i], Switched: true);
        var last = Math.Min(above[^1] + 1, open.Length - 1);
        foreach (var (size, spread) in new[] { (3, false), (5, false), (4, true), (8, false), (6, true) })
            if (_served.CanNest(size))
                foreach (var items in spread ? Spread(above[0], last, size) : Neighbours(open, least, last, size))
                    yield return new Step(items, Switched: false);
    }

    /// <summary>Stretches of one size, none of which share instants, that with most open first. The last instant of each may be one at which the plan is the best: it holds back those before.</summary>
    private static IEnumerable<int[]> Neighbours(double[] open, double least, int last, int size)
    {
        var free = Enumerable.Repeat(true, open.Length).ToArray();
        while (true)
        {
            var best = Enumerable.Range(0, Math.Max(0, last - size + 2))
                .Where(s => free.AsSpan(s, size).IndexOf(false) < 0)
                .Select(s => (Start: s, Open: open.AsSpan(s, size - 1).ToArray().Sum()))
                .OrderByDescending(s => s.Open)
                .FirstOrDefault();
            if (best.Open <= least)
                yield break;
            free.AsSpan(best.Start, size).Clear();
            yield return [.. Enumerable.Range(best.Start, size)];
        }
    }

    private static IEnumerable<int[]> Spread(int first, int last, int size)
    {
        var sets = (last - first + size) / size;
        for (var s = 0; s < sets; s++)
        {
            int[] items = [.. Enumerable.Range(0, size).Select(k => first + s + (k * sets)).Where(i => i <= last)];
            if (items.Length > 1)
                yield return items;
        }
    }

    /// <summary>Bounds some instants together; kept where that gains more than the sets with which it shares instants.</summary>
    private void Join(int[] items, double? seconds, Incumbent best)
    {
        Instant[] instants = [.. items.Select(InstantOf)];
        double[] most = [.. items.Select(i => _computed[i].Most)];
        var joined = new InstantSet(items, _served.Most(
            instants, Limits(seconds, 1e-4 * MegawattHours), [.. instants.Select(i => best.DoneBy(i.Hour))], most));
        var shared = _sets.FindAll(s => s.Items.Intersect(items).Any());
        if (Gain(joined) <= shared.Sum(Gain))
            return;
        _sets.RemoveAll(shared.Contains);
        _sets.Add(joined);
    }

    /// <summary>Weighted MWh less that can be served at some instants together than at each of them alone.</summary>
    private double Gain(InstantSet set) => Math.Max(0, set.Items.Sum(Alone) - set.Most);

    /// <summary>Some instants taken together.</summary>
    /// <param name="Items">Their places among the computed ones.</param>
    /// <param name="Most">Weighted MWh served at them at most.</param>
    private sealed record InstantSet(int[] Items, double Most);

    /// <summary>Something to try.</summary>
    /// <param name="Items">Places of instants among the computed ones.</param>
    /// <param name="Switched">True for one instant with branches held to Ohm's law; false for several together.</param>
    private sealed record Step(int[] Items, bool Switched);
}

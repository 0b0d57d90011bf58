using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>
/// A lower bound on what every plan leaves unserved: the integral of demand less the most that can be served. First the
/// most is found for single instants, each where most is open; it never falls with time, so it also holds for every hour
/// before. Then several instants are taken together, since what is done at one must still be done at the later ones, and
/// no plan can be the best at all of them.
/// </summary>
internal sealed class LowerBound : IDisposable
{
    private const double WorthRefining = 0.002;
    private const int MostSlots = 400;

    private readonly JobBoard _board;
    private readonly DeliveryModel _model;
    private readonly ServedBound _served;
    private readonly TimeSlots _slots;
    private readonly List<(int Slot, double Most)> _computed = [];
    private readonly List<InstantSet> _sets = [];
    private Queue<int[]>? _untried;
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
            var served = Enumerable.Range(0, _computed.Count).Sum(Alone) - _sets.Sum(s => s.Gain);
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
        if (best is null || !_served.CanNest(2))
            return false;
        _untried ??= new Queue<int[]>(SetsToTry(best));
        if (!_untried.TryDequeue(out var items))
            return false;
        if (_served.CanNest(items.Length))
            Join(items, seconds, best);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _served.Dispose();

    /// <summary>Solves for one slot; what is found holds for all slots after the computed one before it.</summary>
    private void Refine(int index, int slot, double? seconds, Incumbent? best)
    {
        var most = _computed[index].Most;
        var limits = Limits(seconds, 0.001 * (_model.WeightedDemand - most));
        var start = best is null ? null : new[] { best.DoneBy(_slots.Hour(slot)) };
        most = Math.Min(most, _served.Most([new Instant(_slots.Hour(slot), 1)], limits, start));
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

    /// <summary>
    /// Sets of computed instants worth looking at together, those between the first and the last at which the bound is
    /// above the best plan: evenly spread ones see that early and late choices conflict, neighbouring ones that each step
    /// can only add to the one before.
    /// </summary>
    private IEnumerable<int[]> SetsToTry(Incumbent best)
    {
        var above = Enumerable.Range(0, _computed.Count)
            .Where(i => Length(i) * (_computed[i].Most - best.ServedAt(InstantOf(i).Hour)) > 1e-5 * MegawattHours).ToArray();
        if (above.Length == 0)
            yield break;
        int first = above[0], count = above[^1] - above[0] + 1;
        foreach (var (size, spread) in new[] { (4, true), (3, false), (6, true), (5, false), (8, true) })
        {
            var sets = (count + size - 1) / size;
            for (var s = 0; s < sets; s++)
            {
                int[] items = [.. Enumerable.Range(0, size).Select(k => spread ? s + (k * sets) : (s * size) + k)
                    .Where(k => k < count).Select(k => first + k)];
                if (items.Length > 1)
                    yield return items;
            }
        }
    }

    /// <summary>Bounds some instants together; kept where that gains more than the sets with which it shares instants.</summary>
    private void Join(int[] items, double? seconds, Incumbent best)
    {
        Instant[] instants = [.. items.Select(InstantOf)];
        double[] most = [.. items.Select(i => _computed[i].Most)];
        var gain = items.Sum(Alone) - _served.Most(
            instants, Limits(seconds, 1e-4 * MegawattHours), [.. instants.Select(i => best.DoneBy(i.Hour))], most);
        var shared = _sets.Where(s => s.Items.Intersect(items).Any()).ToList();
        if (gain <= shared.Sum(s => s.Gain))
            return;
        _sets.RemoveAll(shared.Contains);
        _sets.Add(new InstantSet(items, gain));
    }

    /// <summary>Some instants taken together.</summary>
    /// <param name="Items">Their places among the computed ones.</param>
    /// <param name="Gain">Weighted MWh less that can be served than at each of them alone.</param>
    private sealed record InstantSet(int[] Items, double Gain);
}

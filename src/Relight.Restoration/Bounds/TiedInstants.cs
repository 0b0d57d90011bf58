using System.Diagnostics;
using System.Runtime.InteropServices;
using Relight.Restoration.Search;

namespace Relight.Restoration.Bounds;

/// <summary>
/// Ties instants together: a repair that is done at one is done at the next. For each repair and pair of neighbouring
/// instants that has a price, which the earlier instant pays and the later one is paid where it has the repair done. No
/// plan loses by that, so at any prices what the instants serve at most, each for itself, with what they are paid, bounds
/// what a plan serves (Lagrangian decomposition, Guignard and Kim 1987). Prices are sought for some neighbouring instants
/// at a time, with those of the others fixed: where the sets known so far leave least (Kelley 1960), in a box around the
/// best prices so far (Marsten, Hogan and Blankenship 1975).
/// </summary>
internal sealed class TiedInstants
{
    private const int FirstSize = 12;
    private const int MostRounds = 24, MostRoundsUntimed = 6;
    private const int MostFailed = 3;
    private const double FirstBox = 0.1, Wider = 1.5, Narrower = 0.5;

    private readonly JobBoard _board;
    private readonly ServedBound _served;
    private readonly double _demand;
    private readonly TiedInstant[] _instants;
    private readonly double[] _most;
    private readonly double[][] _price;
    private readonly List<KnownSet> _known = [];
    private readonly Dictionary<string, int> _place = [];
    private readonly Queue<(int First, int Last)> _windows = new();
    private int _size = FirstSize / 2;
    private double _mostBefore = double.PositiveInfinity;

    /// <summary>Starts without prices: each instant for itself.</summary>
    /// <param name="board">The jobs.</param>
    /// <param name="served">Bounds of single instants.</param>
    /// <param name="demand">Weighted demand of the grid, MW.</param>
    /// <param name="instants">The instants, in order.</param>
    public TiedInstants(JobBoard board, ServedBound served, double demand, IReadOnlyList<TiedInstant> instants)
    {
        (_board, _served, _demand, _instants) = (board, served, demand, [.. instants]);
        _most = [.. _instants.Select(i => i.Length * i.Megawatts)];
        // A price stands between an instant and the next one; nobody pays before the first nor after the last.
        _price = [.. Enumerable.Range(0, _instants.Length + 1).Select(_ => new double[board.Count])];
    }

    /// <summary>Weighted MWh served at all instants together at most; it only falls.</summary>
    public double MegawattHours => _most.Sum();

    /// <summary>Adds a set that is known to be done at an instant, or can be then.</summary>
    public void Learn(int instant, ServedSet set)
    {
        var name = Convert.ToHexString(MemoryMarshal.AsBytes(set.Done.Words));
        if (_place.TryGetValue(name, out var place))
        {
            // The same set may have been found in the relaxed grid, where it serves more.
            _known[place] = _known[place] with
            {
                First = Math.Min(_known[place].First, instant),
                Megawatts = Math.Max(_known[place].Megawatts, set.Megawatts),
            };
            return;
        }
        _place.Add(name, _known.Count);
        _known.Add(new KnownSet([.. Enumerable.Range(0, _board.Count).Where(j => set.Done[j])], instant, set.Megawatts));
    }

    /// <summary>Seeks better prices for some neighbouring instants.</summary>
    /// <param name="limits">When to end.</param>
    /// <param name="best">The best plan so far.</param>
    /// <param name="least">Weighted MWh that are not worth looking for.</param>
    /// <returns>False where there is nothing left that would gain anything.</returns>
    public bool Improve(SolveLimits limits, Incumbent best, double least)
    {
        if (_windows.Count == 0 && !Refill(best, least))
            return false;
        var (first, last) = _windows.Dequeue();
        for (var i = first; i <= last; i++)
            Learn(i, new ServedSet(best.DoneBy(_instants[i].Hour), best.ServedAt(_instants[i].Hour)));
        Seek(first, last, limits, best, least);
        return true;
    }

    /// <summary>Windows of one size over all instants at which the bound is above the plan, twice as many instants with each pass.</summary>
    private bool Refill(Incumbent best, double least)
    {
        double[] open = [.. Enumerable.Range(0, _instants.Length).Select(i => Open(i, best))];
        var first = Array.FindIndex(open, o => o > least);
        // Instants at which the plan is the best hold back those before them.
        var last = Math.Min(Array.FindLastIndex(open, o => o > least) + FirstSize, _instants.Length - 1);
        if (first < 0 || last == first)
            return false;
        var all = last - first + 1;
        if (_size >= all && _mostBefore - MegawattHours <= least)
            return false;
        _mostBefore = _size >= all ? MegawattHours : double.PositiveInfinity;
        _size = Math.Min(2 * _size, all);
        var windows = Enumerable.Range(0, all)
            .Where(s => s % Math.Max(1, _size / 2) == 0 && (s == 0 || s + (_size / 2) < all))
            .Select(s => (First: first + s, Last: Math.Min(first + s + _size - 1, last)))
            .Select(w => (Window: w, Open: open[w.First..(w.Last + 1)].Sum()))
            .Where(w => w.Open > least)
            .OrderByDescending(w => w.Open);
        foreach (var (window, _) in windows)
            _windows.Enqueue(window);
        return _windows.Count > 0;
    }

    /// <summary>Weighted MWh by which an instant's bound is above what the plan has there.</summary>
    private double Open(int instant, Incumbent best)
    {
        var has = _instants[instant].Length * best.ServedAt(_instants[instant].Hour);
        var done = best.DoneBy(_instants[instant].Hour);
        for (var job = 0; job < _board.Count; job++)
            if (done[job])
                has += _price[instant][job] - _price[instant + 1][job];
        return _most[instant] - has;
    }

    private void Seek(int first, int last, SolveLimits limits, Incumbent best, double least)
    {
        var clock = Stopwatch.StartNew();
        double Left() => limits.Seconds is { } s ? s - clock.Elapsed.TotalSeconds : double.PositiveInfinity;
        using var program = new PriceProgram(_instants, _price, first, last);
        var above = new double[_instants.Length];
        var (box, failed) = (FirstBox, 0);
        var rounds = limits.Seconds is null ? MostRoundsUntimed : MostRounds;
        for (var round = 0; round < rounds && Left() > 0; round++)
        {
            var now = _most.AsSpan(first, last - first + 1).ToArray().Sum();
            program.SetBox(_price, box * _demand);
            if (!program.Solve(_known, least / (last - first + 1)) || program.MegawattHours >= now - least)
                return;
            if (Try(program, first, last, now - least, limits with { Seconds = limits.Seconds is null ? null : Left() / 2 }, best, above) is { } most)
            {
                for (var i = first; i <= last; i++)
                    _most[i] = most[i - first];
                for (var i = first; i < last; i++)
                    program.Price(i).CopyTo(_price[i + 1], 0);
                (box, failed) = (box * Wider, 0);
            }
            else if (++failed % MostFailed == 0)
                box *= Narrower;
        }
    }

    /// <summary>What the instants serve at most at the prices of a program; null as soon as they are not less than a number together.</summary>
    /// <param name="program">The prices.</param>
    /// <param name="first">The first instant.</param>
    /// <param name="last">The last one.</param>
    /// <param name="enough">Weighted MWh that they have to be below.</param>
    /// <param name="limits">When to end with one of them.</param>
    /// <param name="best">The best plan so far.</param>
    /// <param name="above">How far each was above what the program expected the last time: the worst come first.</param>
    private double[]? Try(PriceProgram program, int first, int last, double enough, SolveLimits limits, Incumbent best, double[] above)
    {
        var most = new double[last - first + 1];
        var expected = program.MegawattHours;
        foreach (var i in Enumerable.Range(first, most.Length).OrderByDescending(i => above[i]).ToArray())
        {
            var instant = _instants[i];
            var paid = program.Paid(i);
            for (var job = 0; job < paid.Length; job++)
                paid[job] /= instant.Length;
            var (megawatts, found) = _served.Most(
                instant.Hour, limits with { Gap = limits.Gap / instant.Length }, best.DoneBy(instant.Hour), instant.IsSwitched, paid, instant.Megawatts);
            if (found is not null)
                Learn(i, found);
            most[i - first] = instant.Length * megawatts;
            above[i] = most[i - first] - program.Expected(i);
            expected += above[i];
            if (!(expected < enough))
                return null;
        }
        return most;
    }
}

/// <summary>An instant of a plan, for which it is known what can be served at most.</summary>
/// <param name="Hour">The hour by which what is done then must have ended.</param>
/// <param name="Length">Hours for which the instant stands.</param>
/// <param name="Megawatts">Weighted MW served at most.</param>
/// <param name="IsSwitched">True where repaired branches are held to Ohm's law.</param>
internal readonly record struct TiedInstant(double Hour, double Length, double Megawatts, bool IsSwitched);

/// <summary>A set of repairs that can be done from some instant on.</summary>
/// <param name="Jobs">The repairs.</param>
/// <param name="First">The first instant at which it is known that they can be.</param>
/// <param name="Megawatts">Weighted MW that the grid, or the relaxed grid, serves with them.</param>
internal readonly record struct KnownSet(int[] Jobs, int First, double Megawatts);

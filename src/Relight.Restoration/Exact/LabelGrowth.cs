using System.Numerics;

namespace Relight.Restoration.Exact;

/// <summary>
/// How one label follows from another: a job is added, by one crew, as early as crew, way, equipment and the jobs that it
/// waits for allow. The times of a label are brought to one form, so that crews that can do the same are not told apart.
/// </summary>
internal sealed class LabelGrowth
{
    private readonly ExactBoard _board;
    private readonly double[] _rate;
    private readonly RestBound _rest;
    private readonly bool _inOrder;
    private readonly long _horizon;
    private readonly long[] _first;
    private readonly long[] _numbers;

    /// <summary>Prepares the first label: no job has ended.</summary>
    /// <param name="board">The jobs.</param>
    /// <param name="rate">Weighted MWh unserved in a tick while exactly the set is back.</param>
    /// <param name="rest">What goes unserved after a label, at least.</param>
    /// <param name="inOrder">
    /// True to add jobs only in the order of their ends, and to compare labels in nothing but their cost: needed where a
    /// larger set may be worth less.
    /// </param>
    public LabelGrowth(ExactBoard board, double[] rate, RestBound rest, bool inOrder)
    {
        _board = board;
        _rate = rate;
        _rest = rest;
        _inOrder = inOrder;
        _horizon = board.Horizon ?? long.MaxValue;
        _numbers = new long[LabelLayer.NumbersOf(board)];
        _first = new long[_numbers.Length];
        for (var slot = 0; slot < board.Crews; slot++)
        {
            _first[slot] = board.CrewFree[board.Slots[slot]];
            _first[board.Crews + slot] = board.HasTravel ? board.Board.FirstPlace(board.Slots[slot]) : 0;
        }
        CrewOfFirst = [.. board.Slots];
        BringInOrder(_first, board.All, CrewOfFirst, -1);
        First = new Label(0, 0, 0, Bound(0, 0, 0, _first), -1, -1, -1, -1);
        // Without these, all labels of a set have used the same hours of work, and none is ahead everywhere.
        CanBeAhead = !inOrder && (board.HasTravel || board.CanDo.Distinct().Count() > 1
            || board.Available.Any(t => t > 0) || board.Before.Any(b => b != 0) || board.UnderWay != 0);
    }

    /// <summary>The label of the empty set.</summary>
    public Label First { get; }

    /// <summary>Its times.</summary>
    public ReadOnlySpan<long> FirstNumbers => _first;

    /// <summary>Crew of each of its slots.</summary>
    public int[] CrewOfFirst { get; }

    /// <summary>True where a label may stand for another of its set that is nowhere ahead of it.</summary>
    public bool CanBeAhead { get; }

    /// <summary>
    /// True where nothing that happens after the label is counted. In order, jobs that are left at the horizon must be
    /// added too: whether the crews can leave them until then is not known before.
    /// </summary>
    public bool IsGoal(in Label label) =>
        label.Set == _board.All || (!_inOrder && (label.Tick >= _horizon || _rate[label.Set] == 0));

    /// <summary>Weighted MWh unserved between two ticks while exactly the set is back.</summary>
    public double Waiting(int set, long from, long to) =>
        Math.Max(0, Math.Min(_horizon, to) - Math.Min(_horizon, from)) * _rate[set];

    /// <summary>Adds all labels that follow and may leave less than a limit; gives how many were looked at.</summary>
    public int Extend(LabelLayer layer, int at, double limit, LabelLayer next)
    {
        var label = layer[at];
        var numbers = layer.Numbers(at);
        var looked = 0;
        for (var jobs = _board.All & ~label.Set; jobs != 0; jobs &= jobs - 1)
        {
            var job = BitOperations.TrailingZeroCount(jobs);
            if ((_board.Before[job] & ~label.Set) != 0)
                continue;
            if ((_board.UnderWay & (1 << job)) != 0)
            {
                looked++;
                Add(label, numbers, at, job, -1, limit, next);
                continue;
            }
            for (var slot = 0; slot < _board.Crews; slot++)
            {
                if ((_board.CanDo[_board.Slots[slot]] & (1 << job)) == 0 || IsTwin(slot, numbers))
                    continue;
                looked++;
                Add(label, numbers, at, job, slot, limit, next);
            }
        }
        return looked;
    }

    /// <summary>Adds a job to a label's times.</summary>
    /// <param name="numbers">The times, changed in place.</param>
    /// <param name="set">Jobs that have ended before.</param>
    /// <param name="job">The job.</param>
    /// <param name="slot">Slot of its crew; −1 for a job under way.</param>
    /// <param name="crewOf">Crew of each slot, sorted with the slots; may be empty.</param>
    /// <returns>Tick of its end, or the horizon where that comes first, and the slot where its crew is now.</returns>
    public (long End, int Slot) Apply(Span<long> numbers, int set, int job, int slot, Span<int> crewOf)
    {
        var end = End(numbers, job, slot);
        if (slot >= 0)
        {
            numbers[slot] = end;
            numbers[_board.Crews + slot] = _board.HasTravel && end < _horizon ? job : 0;
        }
        var rest = _board.All & ~set & ~(1 << job);
        var waits = 2 * _board.Crews;
        numbers[waits + job] = 0;
        for (var jobs = rest; jobs != 0; jobs &= jobs - 1)
        {
            var later = BitOperations.TrailingZeroCount(jobs);
            if ((_board.Before[later] & (1 << job)) != 0)
                numbers[waits + later] = Math.Max(numbers[waits + later], end);
        }
        return (end, BringInOrder(numbers, rest, crewOf, slot));
    }

    private void Add(in Label label, ReadOnlySpan<long> numbers, int at, int job, int slot, double limit, LabelLayer next)
    {
        var early = End(numbers, job, slot) < label.Tick;
        if (early && (_inOrder || (label.Last >= 0 && (_board.CanDo[_board.Slots[label.Last]] & ~label.Set & ~(1 << job)) != 0)))
            return;
        var set = label.Set | (1 << job);
        numbers.CopyTo(_numbers);
        var (end, last) = Apply(_numbers, label.Set, job, slot, []);
        var tick = Math.Max(label.Tick, end);
        var cost = label.Cost + Waiting(label.Set, label.Tick, tick);
        var bound = Math.Max(label.Bound, Bound(set, tick, cost, _numbers));
        if (bound < limit)
            next.Add(new Label(set, tick, cost, bound, at, (sbyte)job, (short)slot, (short)(early ? -1 : last)), _numbers);
    }

    /// <summary>Tick of the end of a job; all ends from the horizon on are the same, since nothing counts after it.</summary>
    private long End(ReadOnlySpan<long> numbers, int job, int slot)
    {
        if (slot < 0)
            return Math.Min(_horizon, _board.Hours[job]);
        var there = numbers[slot] + (_board.HasTravel ? _board.Travel((int)numbers[_board.Crews + slot], job) : 0);
        var start = Math.Max(Math.Max(_board.Available[job], numbers[(2 * _board.Crews) + job]), there);
        return Math.Min(_horizon, start + _board.Hours[job]);
    }

    /// <summary>
    /// What goes unserved in all: nothing more is back before the first of the jobs that are left can end; from then on
    /// the bound for the rest holds.
    /// </summary>
    private double Bound(int set, long tick, double cost, ReadOnlySpan<long> numbers)
    {
        if (set == _board.All)
            return cost + _rest.AfterAll(tick);
        var next = long.MaxValue;
        for (var jobs = _board.All & ~set; jobs != 0 && next > tick; jobs &= jobs - 1)
        {
            var job = BitOperations.TrailingZeroCount(jobs);
            if ((_board.Before[job] & ~set) != 0)
                continue;
            if ((_board.UnderWay & (1 << job)) != 0)
                next = Math.Min(next, _board.Hours[job]);
            else
                for (var slot = 0; slot < _board.Crews; slot++)
                    if ((_board.CanDo[_board.Slots[slot]] & (1 << job)) != 0)
                        next = Math.Min(next, End(numbers, job, slot));
        }
        next = Math.Max(tick, next);
        return cost + Waiting(set, tick, next) + _rest.At(set, next);
    }

    /// <summary>True where the slot before stands for a crew that can do the same, as early and from the same place.</summary>
    private bool IsTwin(int slot, ReadOnlySpan<long> numbers) =>
        slot > 0 && IsAlike(slot) && numbers[slot] == numbers[slot - 1]
        && numbers[_board.Crews + slot] == numbers[_board.Crews + slot - 1];

    private bool IsAlike(int slot) => _board.CanDo[_board.Slots[slot]] == _board.CanDo[_board.Slots[slot - 1]];

    /// <summary>
    /// Forgets the times of crews that can do nothing of the rest, and sorts those of crews that can do the same; gives
    /// the slot to which one has gone.
    /// </summary>
    private int BringInOrder(Span<long> numbers, int rest, Span<int> crewOf, int follow)
    {
        var crews = _board.Crews;
        for (var slot = 0; slot < crews; slot++)
        {
            if ((_board.CanDo[_board.Slots[slot]] & rest) == 0)
                numbers[slot] = numbers[crews + slot] = 0;
            for (var at = slot; at > 0 && IsAlike(at) && IsBefore(at, at - 1, numbers); at--)
            {
                (numbers[at], numbers[at - 1]) = (numbers[at - 1], numbers[at]);
                (numbers[crews + at], numbers[crews + at - 1]) = (numbers[crews + at - 1], numbers[crews + at]);
                if (crewOf.Length > 0)
                    (crewOf[at], crewOf[at - 1]) = (crewOf[at - 1], crewOf[at]);
                follow = follow == at ? at - 1 : follow == at - 1 ? at : follow;
            }
        }
        return follow;
    }

    private bool IsBefore(int a, int b, ReadOnlySpan<long> numbers) => numbers[a] != numbers[b]
        ? numbers[a] < numbers[b]
        : numbers[_board.Crews + a] < numbers[_board.Crews + b];
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace Relight.Restoration.Exact;

/// <summary>
/// Labels of as many ended jobs. A label is a way to have done a set of jobs: when each crew is free and where it stands,
/// when the jobs have ended that others wait for, the tick of the last end, and what has gone unserved until then. Of
/// labels that differ in nothing else, the one that has left least unserved stays.
/// </summary>
internal sealed class LabelLayer
{
    private const int MostCompared = 100;

    private readonly ExactBoard _board;
    private readonly int _width;
    private readonly Dictionary<ulong, int> _byHash = [];
    private readonly List<long> _numbers = [];
    private readonly List<Label> _labels = [];

    /// <summary>An empty layer.</summary>
    public LabelLayer(ExactBoard board)
    {
        _board = board;
        _width = NumbersOf(board);
    }

    /// <summary>How many labels there are.</summary>
    public int Count => _labels.Count;

    /// <summary>A label.</summary>
    public Label this[int label] => _labels[label];

    /// <summary>
    /// How many times a label keeps: for each slot when its crew is free, then for each where it stands, then for each
    /// job when the last of those that it waits for has ended.
    /// </summary>
    public static int NumbersOf(ExactBoard board) => (2 * board.Crews) + board.Count;

    /// <summary>The times of a label, as in <see cref="NumbersOf"/>.</summary>
    public ReadOnlySpan<long> Numbers(int label) => CollectionsMarshal.AsSpan(_numbers).Slice(label * _width, _width);

    /// <summary>Takes a label in, unless one that is as good is there.</summary>
    public void Add(in Label label, ReadOnlySpan<long> numbers)
    {
        ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(_byHash, Hash(label, numbers), out var known);
        if (known && (_labels[at].Set != label.Set || _labels[at].Tick != label.Tick || !Numbers(at).SequenceEqual(numbers)))
        {
            Append(label, numbers);
        }
        else if (!known)
        {
            at = _labels.Count;
            Append(label, numbers);
        }
        else if (label.Cost < _labels[at].Cost)
        {
            _labels[at] = label;
        }
    }

    /// <summary>Takes a label in as it is.</summary>
    public void Append(in Label label, ReadOnlySpan<long> numbers)
    {
        _labels.Add(label);
        _numbers.AddRange(numbers);
    }

    /// <summary>Keeps only what the way back from a later label needs.</summary>
    public void Forget()
    {
        _byHash.Clear();
        _byHash.TrimExcess();
        _numbers.Clear();
        _numbers.TrimExcess();
    }

    /// <summary>
    /// The labels to go on from, the most promising first: those under a limit that no other of their set is ahead of,
    /// as many as wanted.
    /// </summary>
    /// <param name="growth">How labels go on.</param>
    /// <param name="limit">What leaves this much or more is of no use.</param>
    /// <param name="most">How many to keep.</param>
    /// <param name="open">Lowered to the least bound of those that are left out for their number.</param>
    public List<int> Kept(LabelGrowth growth, double limit, int most, ref double open)
    {
        var kept = Enumerable.Range(0, Count).Where(k => _labels[k].Bound < limit).ToList();
        if (growth.CanBeAhead)
            kept = [.. kept.GroupBy(k => _labels[k].Set).SelectMany(set => NotBehind(growth, set))];
        kept.Sort(ByBound);
        if (kept.Count <= most)
            return kept;
        open = Math.Min(open, _labels[kept[most]].Bound);
        kept.RemoveRange(most, kept.Count - most);
        return kept;
    }

    private List<int> NotBehind(LabelGrowth growth, IEnumerable<int> set)
    {
        var kept = new List<int>();
        foreach (var label in set.Order(Comparer<int>.Create(ByBound)))
        {
            var ahead = false;
            for (var k = 0; k < Math.Min(kept.Count, MostCompared) && !ahead; k++)
                ahead = IsAhead(growth, kept[k], label);
            if (!ahead)
                kept.Add(label);
        }
        return kept;
    }

    private int ByBound(int a, int b) =>
        _labels[a].Bound != _labels[b].Bound ? _labels[a].Bound.CompareTo(_labels[b].Bound) : a.CompareTo(b);

    /// <summary>True where whatever follows the second label of a set could as well follow the first, and cost no more.</summary>
    private bool IsAhead(LabelGrowth growth, int a, int b)
    {
        var (first, second) = (_labels[a], _labels[b]);
        if (first.Tick > second.Tick
            || first.Cost + growth.Waiting(first.Set, first.Tick, second.Tick) > second.Cost)
            return false;
        var rest = _board.All & ~first.Set;
        var ofFirst = Numbers(a);
        var ofSecond = Numbers(b);
        for (var slot = 0; slot < _board.Crews; slot++)
            if (!IsNoLater(slot, rest, ofFirst, ofSecond))
                return false;
        for (var job = 2 * _board.Crews; job < _width; job++)
            if (ofFirst[job] > ofSecond[job])
                return false;
        return true;
    }

    private bool IsNoLater(int slot, int rest, ReadOnlySpan<long> a, ReadOnlySpan<long> b)
    {
        var (freeA, freeB) = (a[slot], b[slot]);
        var (placeA, placeB) = ((int)a[_board.Crews + slot], (int)b[_board.Crews + slot]);
        if (placeA == placeB)
            return freeA <= freeB;
        for (var jobs = rest & _board.CanDo[_board.Slots[slot]]; jobs != 0; jobs &= jobs - 1)
        {
            var job = BitOperations.TrailingZeroCount(jobs);
            if (freeA + _board.Travel(placeA, job) > freeB + _board.Travel(placeB, job))
                return false;
        }
        return true;
    }

    /// <summary>FNV-1a over whole numbers, each turned so that its high bits count too.</summary>
    private static ulong Hash(in Label label, ReadOnlySpan<long> numbers)
    {
        const ulong Prime = 1099511628211;
        var hash = (14695981039346656037 ^ (ulong)label.Set) * Prime;
        hash = BitOperations.RotateLeft((hash ^ (ulong)label.Tick) * Prime, 23);
        foreach (var number in numbers)
            hash = BitOperations.RotateLeft((hash ^ (ulong)number) * Prime, 23);
        return hash;
    }
}

/// <summary>How a set of jobs has been done, in short.</summary>
/// <param name="Set">The jobs.</param>
/// <param name="Tick">Tick of the last end.</param>
/// <param name="Cost">Weighted MWh unserved until then.</param>
/// <param name="Bound">Weighted MWh that go unserved in all, at least.</param>
/// <param name="Parent">Place of the label before in its layer; −1 for the first.</param>
/// <param name="Job">Job that was added to it; −1 for the first.</param>
/// <param name="Slot">Slot of that job's crew in the label before; −1 for a job under way.</param>
/// <param name="Last">Slot, in this label, of the crew that ended last; −1 where the job added last is not the last to end.</param>
internal readonly record struct Label(
    int Set, long Tick, double Cost, double Bound, int Parent, sbyte Job, short Slot, short Last);

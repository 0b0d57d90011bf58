using System.Runtime.Intrinsics;

namespace Relight.Matching;

/// <summary>
/// A number of the offers of a group, as the place that it has among the numbers of them all: 16 bits each, so that one
/// instruction compares many. Where a range begins and ends among them is looked up once for each need, in the numbers
/// themselves; a range that is not sharp is doubtful for a billionth to either side of its limits.
/// </summary>
internal sealed class RankedColumn
{
    /// <summary>How many offers a group may have, so that places and the two marks below fit into 16 bits.</summary>
    public const int Most = 60_000;

    private const ushort Unknown = ushort.MaxValue;
    private const ushort Nowhere = ushort.MaxValue - 1;
    private const decimal Slack = 1e-9m;

    private readonly decimal[] _numbers;
    private readonly ushort[] _ranks;

    /// <summary>Takes the number of each offer; null where it is not known.</summary>
    public RankedColumn(decimal?[] numbers)
    {
        var places = Enumerable.Range(0, numbers.Length).Where(place => numbers[place] is not null).ToArray();
        var ordered = Array.ConvertAll(places, place => numbers[place]!.Value);
        Array.Sort(ordered, places);
        _ranks = new ushort[Padded(numbers.Length)];
        Array.Fill(_ranks, Unknown);
        var distinct = 0;
        for (var i = 0; i < ordered.Length; i++)
        {
            if (i == 0 || ordered[i] != ordered[distinct - 1])
                ordered[distinct++] = ordered[i];
            _ranks[places[i]] = (ushort)(distinct - 1);
        }
        _numbers = ordered[..distinct];
    }

    /// <summary>So many, and what is lacking to whole blocks.</summary>
    public static int Padded(int count) => (count + Vector256<ushort>.Count - 1) / Vector256<ushort>.Count * Vector256<ushort>.Count;

    /// <summary>What a range says of each offer, ready to be compared.</summary>
    public Cut In(Bound bound)
    {
        var (least, most) = (bound.Least ?? decimal.MinValue, bound.Most ?? decimal.MaxValue);
        var (below, above) = bound.IsSharp ? (0, 0) : (Math.Abs(bound.Least ?? 0) * Slack, Math.Abs(bound.Most ?? 0) * Slack);
        return new Cut(
            _ranks, Ranks(least + below, most - above), bound.IsSharp ? null : Ranks(least - below, most + above), (ushort)bound.Outside, (ushort)bound.Unknown);
    }

    // First rank of a range, and how many more it has; a rank that nothing has where it holds no number.
    private (ushort From, ushort More) Ranks(decimal least, decimal most)
    {
        var (from, to) = (FirstFrom(least, including: true), FirstFrom(most, including: false));
        return from < to ? ((ushort)from, (ushort)(to - from - 1)) : (Nowhere, (ushort)0);
    }

    // Rank of the first number that is at least (or above) a limit.
    private int FirstFrom(decimal limit, bool including)
    {
        var (low, high) = (0, _numbers.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (including ? _numbers[middle] < limit : _numbers[middle] <= limit)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>What a range says of a block of offers by their ranks.</summary>
    public readonly struct Cut
    {
        private readonly ushort[] _ranks;
        private readonly Vector256<ushort> _from;
        private readonly Vector256<ushort> _more;
        private readonly Vector256<ushort> _wideFrom;
        private readonly Vector256<ushort> _wideMore;
        private readonly Vector256<ushort> _outside;
        private readonly Vector256<ushort> _unknown;
        private readonly bool _tellsUnknown;
        private readonly bool _doubts;

        /// <summary>Takes the ranks that lie inside, those that do with doubt (null where there is none), and what is said of the others.</summary>
        public Cut(ushort[] ranks, (ushort From, ushort More) inside, (ushort From, ushort More)? wide, ushort outside, ushort unknown)
        {
            _ranks = ranks;
            (_from, _more) = (Vector256.Create(inside.From), Vector256.Create(inside.More));
            (_outside, _unknown, _tellsUnknown) = (Vector256.Create(outside), Vector256.Create(unknown), unknown != outside);
            // Mostly no number lies that near to a limit.
            _doubts = wide is { } doubtful && doubtful != inside;
            (_wideFrom, _wideMore) = (Vector256.Create(wide?.From ?? 0), Vector256.Create(wide?.More ?? 0));
        }

        /// <summary>What it says of the offers from a place on; marks those of which it is in doubt, and says of them that they fit.</summary>
        public Vector256<ushort> Says(int place, ref Vector256<ushort> doubt)
        {
            var ranks = Vector256.LoadUnsafe(ref _ranks[0], (nuint)place);
            var inside = IsIn(ranks, _from, _more);
            if (_doubts)
            {
                var maybe = Vector256.AndNot(IsIn(ranks, _wideFrom, _wideMore), inside);
                doubt |= maybe;
                inside |= maybe;
            }
            var says = _tellsUnknown ? Vector256.ConditionalSelect(Vector256.Equals(ranks, Vector256<ushort>.AllBitsSet), _unknown, _outside) : _outside;
            return Vector256.AndNot(says, inside);
        }

        // One comparison for both ends: what is below the first wraps around to above the last.
        private static Vector256<ushort> IsIn(Vector256<ushort> ranks, Vector256<ushort> from, Vector256<ushort> more)
        {
            var beyond = ranks - from;
            return Vector256.Equals(Vector256.Min(beyond, more), beyond);
        }
    }
}

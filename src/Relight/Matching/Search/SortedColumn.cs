namespace Relight.Matching;

/// <summary>
/// A number of the offers of a group: by place, and in order. Numbers are searched as doubles, with a range widened by a
/// billionth; at its limit the numbers themselves decide, or the rule, where it computes with them in another way.
/// </summary>
internal sealed class SortedColumn
{
    private const double Slack = 1e-9;

    private readonly decimal?[] _exact;
    private readonly double[] _values;
    private readonly double[] _ordered;
    private readonly int[] _places;
    private readonly int[] _unknown;

    /// <summary>Takes the number of each place; null where it is not known.</summary>
    public SortedColumn(decimal?[] exact)
    {
        _exact = exact;
        var values = Array.ConvertAll(exact, number => (double?)number ?? double.NaN);
        _values = values;
        _places = [.. Enumerable.Range(0, values.Length).Where(place => !double.IsNaN(values[place]))];
        _ordered = [.. _places.Select(place => values[place])];
        Array.Sort(_ordered, _places);
        _unknown = [.. Enumerable.Range(0, values.Length).Where(place => double.IsNaN(values[place]))];
    }

    /// <summary>The places whose number may lie in a range: those where it does, and those where it is not known.</summary>
    public Slice In(decimal? least, decimal? most)
    {
        var (low, high) = (Moved(least, -1) ?? double.NegativeInfinity, Moved(most, 1) ?? double.PositiveInfinity);
        var (lowSure, highSure) = (Moved(least, 1) ?? double.NegativeInfinity, Moved(most, -1) ?? double.PositiveInfinity);
        var from = FirstFrom(low, including: true);
        return new Slice(this, (least, most), (low, high), (lowSure, highSure), from, Math.Max(from, FirstFrom(high, including: false)));
    }

    private static double? Moved(decimal? limit, int sign) => limit is { } number ? (double)number + (sign * Math.Abs((double)number) * Slack) : null;

    // Place in the order of the first number that is at least (or above) a limit.
    private int FirstFrom(double limit, bool including)
    {
        var (low, high) = (0, _ordered.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (including ? _ordered[middle] < limit : _ordered[middle] <= limit)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>How a number lies to a range.</summary>
    public enum Lie
    {
        /// <summary>Outside.</summary>
        Outside,

        /// <summary>Inside.</summary>
        Inside,

        /// <summary>At its limit, where rounding could decide.</summary>
        AtLimit,

        /// <summary>The number is not known.</summary>
        Unknown,
    }

    /// <summary>The places whose number may lie in a range.</summary>
    public readonly struct Slice(
        SortedColumn column, (decimal? Least, decimal? Most) range, (double Low, double High) wide, (double Low, double High) sure, int from, int to)
    {
        /// <summary>How many they are.</summary>
        public int Count => to - from + column._unknown.Length;

        /// <summary>How the number of a place lies to the range, without a doubt at its limit.</summary>
        public Lie ExactlyOf(int place) => Of(place) is not Lie.AtLimit and var lie ? lie
            : column._exact[place] < range.Least || column._exact[place] > range.Most ? Lie.Outside
            : Lie.Inside;

        /// <summary>How the number of a place lies to the range.</summary>
        public Lie Of(int place)
        {
            var value = column._values[place];
            if (value >= sure.Low && value <= sure.High)
                return Lie.Inside;
            return double.IsNaN(value) ? Lie.Unknown : value < wide.Low || value > wide.High ? Lie.Outside : Lie.AtLimit;
        }

        /// <summary>Those with a number.</summary>
        public ReadOnlySpan<int> Known => column._places.AsSpan(from, to - from);

        /// <summary>Those without.</summary>
        public ReadOnlySpan<int> Unknown => column._unknown;
    }
}

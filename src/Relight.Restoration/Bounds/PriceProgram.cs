namespace Relight.Restoration.Bounds;

/// <summary>
/// The prices between neighbouring instants at which the sets of repairs that are known serve least. Sets are added where
/// they serve more than the program expects. What it expects is never more than what the instants really serve at most.
/// </summary>
internal sealed class PriceProgram : IDisposable
{
    private const int MostLoops = 60, MostSetsAtOnce = 3;
    private const int None = -1;

    private readonly IReadOnlyList<TiedInstant> _instants;
    private readonly double[][] _outer;
    private readonly int _first, _last;
    private readonly LinearProgram _program = new(() => false);
    private readonly int[] _most;
    private readonly int[][] _price;

    /// <summary>Knows no set yet.</summary>
    /// <param name="instants">All instants.</param>
    /// <param name="price">All prices so far, MWh: entry i stands between instants i−1 and i.</param>
    /// <param name="first">The first instant that prices are sought for.</param>
    /// <param name="last">The last one.</param>
    public PriceProgram(IReadOnlyList<TiedInstant> instants, double[][] price, int first, int last)
    {
        (_instants, _outer, _first, _last) = (instants, price, first, last);
        _most = [.. Enumerable.Range(first, last - first + 1).Select(_ => _program.AddColumn(0, double.PositiveInfinity, -1))];
        _price = new int[last - first][];
        for (var k = 0; k < _price.Length; k++)
            _price[k] = [.. price[first + k + 1].Select(p => _program.AddColumn(p, p))];
    }

    /// <summary>Weighted MWh that the known sets serve at most at these prices.</summary>
    public double MegawattHours { get; private set; }

    /// <summary>Lets prices move by so many MW, for as long as the earlier instant stands.</summary>
    public void SetBox(double[][] around, double megawatts)
    {
        for (var k = 0; k < _price.Length; k++)
        {
            var by = megawatts * _instants[_first + k].Length;
            for (var job = 0; job < _price[k].Length; job++)
                _program.SetBounds(_price[k][job], Math.Max(0, around[_first + k + 1][job] - by), around[_first + k + 1][job] + by);
        }
    }

    /// <summary>Finds the prices, adding sets until none is left that serves more than is expected.</summary>
    /// <param name="known">The sets.</param>
    /// <param name="least">Weighted MWh that do not count.</param>
    /// <returns>False where the solver found none.</returns>
    public bool Solve(IReadOnlyList<KnownSet> known, double least)
    {
        for (var loop = 0; loop < MostLoops; loop++)
        {
            var value = _program.Maximize(new SolveLimits(null, null, 0));
            if (!_program.Found)
                return false;
            MegawattHours = -value;
            var added = 0;
            for (var i = _first; i <= _last; i++)
            {
                var (paid, expected, length) = (Paid(i), Expected(i), _instants[i].Length);
                var above = known
                    .Where(s => s.First <= i)
                    .Select(s => (Set: s, By: (length * s.Megawatts) + s.Jobs.Sum(j => paid[j]) - expected))
                    .Where(s => s.By > least)
                    .OrderByDescending(s => s.By)
                    .Take(MostSetsAtOnce)
                    .ToArray();
                foreach (var (set, _) in above)
                    Add(set, i);
                added += above.Length;
            }
            if (added == 0)
                return true;
        }
        return true;
    }

    /// <summary>Weighted MWh that the known sets serve at most at an instant, with what it is paid.</summary>
    public double Expected(int instant) => _program.Value[_most[instant - _first]];

    /// <summary>What an instant is paid for each repair that is done, MWh: the price before it, less the one after it.</summary>
    public double[] Paid(int instant)
    {
        var paid = new double[_outer[0].Length];
        for (var job = 0; job < paid.Length; job++)
            paid[job] = Value(instant, job) - Value(instant + 1, job);
        return paid;
    }

    /// <summary>The prices between an instant and the next one, MWh.</summary>
    public double[] Price(int instant) => [.. Enumerable.Range(0, _outer[0].Length).Select(job => Value(instant + 1, job))];

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    private double Value(int between, int job) =>
        Column(between, job) is var column and not None ? Math.Max(0, _program.Value[column]) : _outer[between][job];

    private int Column(int between, int job) => between > _first && between <= _last ? _price[between - _first - 1][job] : None;

    private void Add(KnownSet set, int instant)
    {
        var fixedPart = _instants[instant].Length * set.Megawatts;
        List<(int, double)> row = [(_most[instant - _first], 1)];
        foreach (var job in set.Jobs)
            foreach (var (between, sign) in new[] { (instant, 1), (instant + 1, -1) })
                if (Column(between, job) is var column and not None)
                    row.Add((column, -sign));
                else
                    fixedPart += sign * _outer[between][job];
        _program.AddRow(fixedPart, double.PositiveInfinity, [.. row]);
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Relight.Restoration.LoadDelivery;

/// <summary>
/// The load delivery of one group of islands as a linear program in injections: the angles are eliminated, so that a
/// balance row for each island and a row for each line that is at its limit are all that is left. Solved by a bounded
/// dual simplex with bound flipping (Koberstein 2005, "The dual simplex method", chapters 3 and 6) and an explicit
/// inverse of the small basis. Every column has finite bounds, so any basis can be made dual feasible, and any basis
/// of a neighbouring state is a start.
/// </summary>
/// <remarks>
/// Columns, by number: for each bus its free injection (generators, negative loads, shunts) and then the parts of its
/// load; each DC line; then the slack of each row. Costs carry a perturbation so that ties do not stall the simplex: up
/// to 3e-7 for each MW of load by the people who live on it, so that of all ways to serve the most the one that leaves
/// the fewest without power is taken, and a hundredth of that by number. The value moves by less than 1e-6 of what is
/// served. Coefficients are kept bus by bus, eight rows in a vector, zero where there is no row: whatever the simplex
/// asks for then is a short product with one stretch of memory.
/// </remarks>
internal sealed partial class InjectionProgram
{
    private const sbyte AtLow = 0, AtHigh = 1, Basic = 2;
    private const int Lanes = 8;

    private readonly DeliveryModel _model;
    private readonly int _dcColumn, _slackColumn;
    private readonly int[] _firstColumn, _busOf;
    private readonly double[] _low, _high, _cost, _basicValue;
    private readonly sbyte[] _status;
    private readonly bool[] _isDcEnd;

    // The buses of the group that have something to inject or to take, by place, and the place of each bus.
    private readonly int[] _bus, _local;
    private int _busCount;
    private readonly List<int> _ends = [];
    private int[] _dc = [];

    // Coefficients at place i: the vectors _coefficient[i·_stride ..], of which _blocks are in use.
    private Vector512<double>[] _coefficient = [];
    private int _stride, _blocks;
    private double[] _rowLow = [], _rowHigh = [];
    private sbyte[] _rowStatus = [];
    private int[] _rowBranch = [];
    private int _rows;

    /// <summary>Makes a program without buses; every bus can inject nothing until <see cref="SetFree"/>.</summary>
    public InjectionProgram(DeliveryModel model)
    {
        _model = model;
        _firstColumn = [.. Enumerable.Range(0, model.BusCount + 1).Select(bus => bus + model.SegmentStart[bus])];
        _dcColumn = _firstColumn[^1];
        _slackColumn = _dcColumn + model.DcFrom.Length;
        _busOf = new int[_dcColumn];
        _low = new double[_slackColumn];
        _high = new double[_slackColumn];
        _cost = new double[_slackColumn];
        _basicValue = new double[_slackColumn];
        _status = new sbyte[_slackColumn];
        _isDcEnd = new bool[model.BusCount];
        _bus = new int[model.BusCount];
        _local = new int[model.BusCount];
        _price = new double[model.BusCount];
        _pivotRow = new double[model.BusCount];
        for (var j = 0; j < _slackColumn; j++)
            _cost[j] = 3e-9 * (1 + (j * 0.6180339887498949 % 1));
        for (var bus = 0; bus < model.BusCount; bus++)
            _busOf.AsSpan(_firstColumn[bus].._firstColumn[bus + 1]).Fill(bus);
        var most = Math.Max(1e-9, model.PeoplePerMegawatt.DefaultIfEmpty().Max());
        for (var s = 0; s < model.SegmentMegawatts.Length; s++)
        {
            _cost[Column(s)] -= model.SegmentWeight[s] + (3e-7 * model.PeoplePerMegawatt[model.SegmentBus[s]] / most);
            _high[Column(s)] = model.SegmentMegawatts[s];
        }
        for (var d = 0; d < model.DcFrom.Length; d++)
        {
            (_low[_dcColumn + d], _high[_dcColumn + d]) = (model.DcLow[d], model.DcHigh[d]);
            (_isDcEnd[model.DcFrom[d]], _isDcEnd[model.DcTo[d]]) = (true, true);
        }
        GrowRows();
    }

    /// <summary>Rows in the program: the balance of each island, then limits of lines.</summary>
    public int Rows => _rows;

    /// <summary>Branch whose limit a row is; −1 for a balance.</summary>
    public int RowBranch(int row) => _rowBranch[row];

    /// <summary>True where the program holds the limit of a branch.</summary>
    public bool HasRow(int branch) => Array.IndexOf(_rowBranch, branch, 0, _rows) >= 0;

    /// <summary>True where the row holds its line at a limit.</summary>
    public bool IsBinding(int row) => _rowStatus[row] != Basic;

    /// <summary>
    /// What one more megawatt on the right-hand side of a row would add to the weighted load served: for the balance of
    /// an island, what a megawatt at its reference would. With the perturbation of costs exact to about 1e-6.
    /// </summary>
    public double Dual(int row) => _dual[row];

    /// <summary>Sets the range of the free injection of a bus, MW: 0 must lie in it.</summary>
    public void SetFree(int bus, double low, double high) => (_low[_firstColumn[bus]], _high[_firstColumn[bus]]) = (low, high);

    /// <summary>How much of a part of a load is served, MW.</summary>
    public double Served(int segment) => Value(Column(segment));

    /// <summary>Free injection of a bus of the group, MW; its only value where it has but one, and so is left out.</summary>
    public double Free(int bus) =>
        _low[_firstColumn[bus]] == _high[_firstColumn[bus]] ? _low[_firstColumn[bus]] : Value(_firstColumn[bus]);

    /// <summary>MW that enter a DC line of the group at its from end.</summary>
    public double DcFlow(int line) => Value(_dcColumn + line);

    /// <summary>Forgets the last basis.</summary>
    public void Reset() => Array.Fill(_status, AtLow);

    /// <summary>Begins a group of islands that DC lines tie together, or a single island.</summary>
    public void Begin(IReadOnlyList<Island> islands, int[] dcLines)
    {
        _dc = dcLines;
        (_rows, _busCount) = (0, 0);
        _ends.Clear();
        foreach (var island in islands)
        {
            AddRow(-1, 0, 0);
            foreach (var bus in island.Buses)
            {
                var free = _firstColumn[bus];
                if (_firstColumn[bus + 1] == free + 1 && _low[free] == _high[free] && !_isDcEnd[bus])
                    continue;
                _local[bus] = _busCount;
                _bus[_busCount++] = bus;
            }
            _ends.Add(_busCount);
        }
        for (int row = 0, i = 0; row < _rows; row++)
            for (; i < _ends[row]; i++)
            {
                Coefficients(i).Clear();
                Coefficients(i)[row / Lanes] = Vector512<double>.Zero.WithElement(row % Lanes, 1);
            }
    }

    /// <summary>
    /// Adds the limits of lines: low ≤ Σ sensitivity · injection ≤ high, MW. They must fit into the vector that the last
    /// row is in, or into the next.
    /// </summary>
    /// <param name="limits">Branch, and what the sum may be.</param>
    /// <param name="sensitivity">By bus; in the lanes that <see cref="NextLane"/> and those after it name.</param>
    public void AddRows(ReadOnlySpan<(int Branch, double Low, double High)> limits, ReadOnlySpan<Vector512<double>> sensitivity)
    {
        var isNew = NextLane == 0;
        foreach (var (branch, low, high) in limits)
            AddRow(branch, low, high);
        for (var i = 0; i < _busCount; i++)
        {
            ref var last = ref Coefficients(i)[^1];
            last = isNew ? sensitivity[_bus[i]] : last + sensitivity[_bus[i]];
        }
    }

    /// <summary>Lane of the next row in its vector.</summary>
    public int NextLane => _rows % Lanes;

    /// <summary>Writes the net injection of the buses of the group, MW; those that cannot inject are left as they are.</summary>
    public void NetInjection(double[] injection)
    {
        for (var i = 0; i < _busCount; i++)
        {
            var column = _firstColumn[_bus[i]];
            var net = Value(column);
            while (++column < _firstColumn[_bus[i] + 1])
                net -= Value(column);
            injection[_bus[i]] = net;
        }
        foreach (var d in _dc)
        {
            var flow = Value(_dcColumn + d);
            injection[_model.DcFrom[d]] -= flow;
            injection[_model.DcTo[d]] += flow;
        }
    }

    private int Column(int segment) => _model.SegmentBus[segment] + segment + 1;

    private double Value(int column) => _status[column] switch
    {
        AtLow => _low[column],
        AtHigh => _high[column],
        _ => _basicValue[column],
    };

    /// <summary>Coefficients at a place, eight rows in a vector.</summary>
    private Span<Vector512<double>> Coefficients(int place) => _coefficient.AsSpan(place * _stride, _blocks);

    private Span<Vector512<double>> Blocks(Span<double> values) => MemoryMarshal.Cast<double, Vector512<double>>(values)[.._blocks];

    private bool IsInGroup(int bus) => _local[bus] < _busCount && _bus[_local[bus]] == bus;

    private void AddRow(int branch, double low, double high)
    {
        if (_rows == _rowBranch.Length)
            GrowRows();
        (_rowBranch[_rows], _rowLow[_rows], _rowHigh[_rows], _rowStatus[_rows]) = (branch, low, high, Basic);
        _blocks = (_rows++ / Lanes) + 1;
    }

    private void GrowRows()
    {
        var (old, oldStride) = (_rowBranch.Length, _stride);
        _stride = Math.Max(4, 2 * oldStride);
        var size = _stride * Lanes;
        var coefficient = new Vector512<double>[_model.BusCount * _stride];
        for (var i = 0; i < _busCount; i++)
            Array.Copy(_coefficient, i * oldStride, coefficient, i * _stride, oldStride);
        _coefficient = coefficient;
        Array.Resize(ref _rowLow, size);
        Array.Resize(ref _rowHigh, size);
        Array.Resize(ref _rowStatus, size);
        Array.Resize(ref _rowBranch, size);
        Array.Resize(ref _basic, size);
        Array.Resize(ref _value, size);
        Array.Resize(ref _dual, size);
        Array.Resize(ref _direction, size);
        Array.Resize(ref _change, size);
        var inverse = new double[size * size];
        for (var r = 0; r < old; r++)
            Array.Copy(_inverse, r * old, inverse, r * size, old);
        _inverse = inverse;
        Array.Resize(ref _candidate, _slackColumn + size);
        Array.Resize(ref _ratio, _slackColumn + size);
        Array.Resize(ref _gain, _slackColumn + size);
    }
}

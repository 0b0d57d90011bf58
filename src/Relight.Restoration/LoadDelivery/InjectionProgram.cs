namespace Relight.Restoration.LoadDelivery;

/// <summary>
/// The load delivery of one group of islands as a linear program in injections: the angles are eliminated, so that a
/// balance row for each island and a row for each line that is at its limit are all that is left. Solved by a bounded
/// dual simplex with bound flipping (Koberstein 2005, "The dual simplex method", chapters 3 and 6) and an explicit
/// inverse of the small basis. Every column has finite bounds, so any basis can be made dual feasible, and any basis
/// of a neighbouring state is a start.
/// </summary>
/// <remarks>
/// Columns, by number: the free injection of each bus (generators, negative loads, shunts), each part of a load, each
/// DC line, then the slack of each row. Costs carry a perturbation so that ties do not stall the simplex: up to 3e-7 for
/// each MW of load by the people who live on it, so that of all ways to serve the most the one that leaves the fewest
/// without power is taken, and a hundredth of that by number. The value moves by less than 1e-6 of what is served.
/// </remarks>
internal sealed partial class InjectionProgram
{
    private const sbyte AtLow = 0, AtHigh = 1, Basic = 2;

    private readonly DeliveryModel _model;
    private readonly int _segmentColumn, _dcColumn, _slackColumn;
    private readonly double[] _low, _high, _cost, _basicValue;
    private readonly sbyte[] _status;
    private readonly int[] _local;

    private readonly int[] _bus;
    private int _busCount;
    private int[] _dc = [];
    private double[][] _row = [];
    private double[] _rowLow = [], _rowHigh = [];
    private sbyte[] _rowStatus = [];
    private int[] _rowBranch = [];
    private int _rows;

    public InjectionProgram(DeliveryModel model)
    {
        _model = model;
        _segmentColumn = model.BusCount;
        _dcColumn = _segmentColumn + model.SegmentMegawatts.Length;
        _slackColumn = _dcColumn + model.DcFrom.Length;
        _low = new double[_slackColumn];
        _high = new double[_slackColumn];
        _cost = new double[_slackColumn];
        _basicValue = new double[_slackColumn];
        _status = new sbyte[_slackColumn];
        _local = new int[model.BusCount];
        _bus = new int[model.BusCount];
        _price = new double[model.BusCount];
        _pivotRow = new double[model.BusCount];
        _candidate = new int[_slackColumn + 1];
        _ratio = new double[_slackColumn + 1];
        _gain = new double[_slackColumn + 1];
        for (var j = 0; j < _slackColumn; j++)
            _cost[j] = 3e-9 * (1 + (j * 0.6180339887498949 % 1));
        var most = Math.Max(1e-9, model.PeoplePerMegawatt.DefaultIfEmpty().Max());
        for (var s = 0; s < model.SegmentMegawatts.Length; s++)
        {
            _cost[_segmentColumn + s] -= model.SegmentWeight[s] + (3e-7 * model.PeoplePerMegawatt[model.SegmentBus[s]] / most);
            _high[_segmentColumn + s] = model.SegmentMegawatts[s];
        }
        for (var d = 0; d < model.DcFrom.Length; d++)
            (_low[_dcColumn + d], _high[_dcColumn + d]) = (model.DcLow[d], model.DcHigh[d]);
    }

    /// <summary>Rows in the program: the balance of each island, then limits of lines.</summary>
    public int Rows => _rows;

    /// <summary>Branch whose limit a row is; −1 for a balance.</summary>
    public int RowBranch(int row) => _rowBranch[row];

    /// <summary>True where the program holds the limit of a branch.</summary>
    public bool HasRow(int branch) => Array.IndexOf(_rowBranch, branch, 0, _rows) >= 0;

    /// <summary>True where the row holds its line at a limit.</summary>
    public bool IsBinding(int row) => _rowStatus[row] != Basic;

    /// <summary>What one more megawatt on the line of a limit row would add to the weighted load served.</summary>
    public double LimitPrice(int row) => Math.Abs(_dual[row]);

    /// <summary>
    /// What one more megawatt injected at a bus of the group would add to the weighted load served; 0 where there is
    /// power to spare. Without the perturbation it is exact; with it, to about 1e-6.
    /// </summary>
    public double Price(int bus) => _price[_local[bus]];

    /// <summary>Sets the range of the free injection of a bus, MW.</summary>
    public void SetFree(int bus, double low, double high) => (_low[bus], _high[bus]) = (low, high);

    /// <summary>How much of a part of a load is served, MW.</summary>
    public double Served(int segment) => Value(_segmentColumn + segment);

    /// <summary>Forgets the last basis.</summary>
    public void Reset() => Array.Fill(_status, AtLow);

    /// <summary>Buses of the group, by place.</summary>
    public ReadOnlySpan<int> Buses => _bus.AsSpan(0, _busCount);

    /// <summary>
    /// Begins a group of islands.
    /// </summary>
    /// <param name="buses">Its buses, island by island.</param>
    /// <param name="islandEnds">Place after the last bus of each island.</param>
    /// <param name="dcLines">DC lines that tie the islands together.</param>
    public void Begin(ReadOnlySpan<int> buses, ReadOnlySpan<int> islandEnds, int[] dcLines)
    {
        _dc = dcLines;
        _rows = 0;
        _busCount = buses.Length;
        buses.CopyTo(_bus);
        for (var i = 0; i < buses.Length; i++)
            _local[buses[i]] = i;
        var start = 0;
        foreach (var end in islandEnds)
        {
            var row = AddRow(-1);
            row.Clear();
            row[start..end].Fill(1);
            start = end;
        }
    }

    /// <summary>
    /// Adds the limit of a line: low ≤ Σ sensitivity · injection ≤ high, MW. The caller fills in the sensitivities, by
    /// place in the group, and sets the limits.
    /// </summary>
    public Span<double> AddRow(int branch)
    {
        if (_rows == _row.Length)
            GrowRows();
        (_rowBranch[_rows], _rowLow[_rows], _rowHigh[_rows], _rowStatus[_rows]) = (branch, 0, 0, Basic);
        return _row[_rows++].AsSpan(0, _busCount);
    }

    /// <summary>Sets the bounds of the newest row.</summary>
    public void SetLimits(double low, double high) => (_rowLow[_rows - 1], _rowHigh[_rows - 1]) = (low, high);

    /// <summary>Writes the net injection of every bus of the group, MW.</summary>
    public void NetInjection(Span<double> injection)
    {
        foreach (var bus in Buses)
        {
            var net = Value(bus);
            for (var s = _model.SegmentStart[bus]; s < _model.SegmentStart[bus + 1]; s++)
                net -= Value(_segmentColumn + s);
            injection[bus] = net;
        }
        foreach (var d in _dc)
        {
            var flow = Value(_dcColumn + d);
            injection[_model.DcFrom[d]] -= flow;
            injection[_model.DcTo[d]] += flow;
        }
    }

    private double Value(int column) => _status[column] switch
    {
        AtLow => _low[column],
        AtHigh => _high[column],
        _ => _basicValue[column],
    };

    /// <summary>Coefficient of a column in a row.</summary>
    private double Coefficient(int column, int row)
    {
        if (column < _segmentColumn)
            return _row[row][_local[column]];
        if (column < _dcColumn)
            return -_row[row][_local[_model.SegmentBus[column - _segmentColumn]]];
        if (column < _slackColumn)
            return _row[row][_local[_model.DcTo[column - _dcColumn]]]
                - _row[row][_local[_model.DcFrom[column - _dcColumn]]];
        return column - _slackColumn == row ? -1 : 0;
    }

    private void GrowRows()
    {
        var old = _row.Length;
        var size = Math.Max(16, 2 * old);
        Array.Resize(ref _row, size);
        for (var r = old; r < size; r++)
            _row[r] = new double[_model.BusCount];
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
            Array.Copy(_inverse, r * _stride, inverse, r * size, old);
        (_inverse, _stride) = (inverse, size);
        Array.Resize(ref _candidate, _slackColumn + size);
        Array.Resize(ref _ratio, _slackColumn + size);
        Array.Resize(ref _gain, _slackColumn + size);
    }
}

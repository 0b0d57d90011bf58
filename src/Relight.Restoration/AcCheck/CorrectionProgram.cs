using System.Runtime.Intrinsics;
using Relight.Grid.Flow;

namespace Relight.Restoration;

/// <summary>A change of a setting as a column of the program: from 0 to a most, at a cost.</summary>
/// <param name="Bus">Position of the bus at which it acts.</param>
/// <param name="Active">Active power that a unit of it injects, MW.</param>
/// <param name="Reactive">Reactive power that a unit of it injects, Mvar.</param>
/// <param name="Voltage">Relative change of the voltage given at the bus.</param>
/// <param name="IsBeside">True where it is not the generators of the bus that inject it.</param>
/// <param name="Most">How far it may go.</param>
/// <param name="Cost">What a unit costs.</param>
internal readonly record struct CorrectionColumn(int Bus, double Active, double Reactive, double Voltage, bool IsBeside, double Most, double Cost);

/// <summary>A limit as a row of the program: the change of a quantity, which may pass its bounds at a price.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Low">Least change.</param>
/// <param name="High">Greatest change.</param>
/// <param name="Price">What each unit beyond costs.</param>
/// <param name="Scale">By what the row is multiplied, so that all are of one size.</param>
/// <param name="HasLow">True where it may be below its least at a price; false where never.</param>
internal readonly record struct CorrectionRow(AcQuantity Quantity, double Low, double High, double Price, double Scale, bool HasLow);

/// <summary>
/// The program of a correction: the cheapest changes that bring each row between its bounds, or as near as is worth the
/// price. Few rows and thousands of columns, all with finite bounds: a bounded dual simplex with an explicit inverse, as in
/// the load delivery. Rows come eight at a time, one in each lane. Columns that cost as much as shed load enter the program
/// only where their reduced cost says so, which at the end it does for none.
/// </summary>
internal sealed partial class CorrectionProgram
{
    private const int Lanes = AcGradients.Lanes;
    private const double Unlimited = 1e12;
    private const double Perturbation = 1e-6;
    private const double GoldenRatio = 0.6180339887498949;

    // Columns at least this dear wait until they are asked for; so many are let in at a time.
    private const double CostThatWaits = 0.01;
    private const int MostLetIn = 60;

    private readonly CorrectionColumn[] _columns;
    private readonly double[] _cost;

    // Columns that have entered the program by place, the place of each, and their coefficients: the vectors [place * _stride ..].
    private readonly int[] _entered;
    private readonly int[] _placeOf;
    private int _enteredCount;
    private Vector512<double>[] _coefficient;
    private readonly double[] _reduced;

    private readonly List<Block> _blocks = [];
    private readonly List<CorrectionRow> _row = [];
    private int _stride = 16;

    /// <summary>A program without rows.</summary>
    public CorrectionProgram(CorrectionColumn[] columns)
    {
        _columns = columns;
        _cost = [.. columns.Select((column, j) => column.Cost * (1 + (Perturbation * (j * GoldenRatio % 1))))];
        _entered = new int[columns.Length];
        _placeOf = new int[columns.Length];
        Array.Fill(_placeOf, -1);
        _reduced = new double[columns.Length];
        _pivotRow = new double[columns.Length];
        _coefficient = [];
        GrowRows();
        for (var j = 0; j < columns.Length; j++)
            if (columns[j].Cost < CostThatWaits)
                Enter(j);
    }

    private int Rows => _row.Count;

    private int Blocks => _blocks.Count;

    /// <summary>How far a column goes in the answer.</summary>
    public double ValueOf(int column) => _status[column] switch
    {
        AtHigh => _columns[column].Most,
        Basic => _basicValue[column],
        _ => 0,
    };

    /// <summary>What the answer changes a row by.</summary>
    public double Change(int row)
    {
        var sum = 0.0;
        for (var place = 0; place < _enteredCount; place++)
            if (ValueOf(_entered[place]) is var value and not 0)
                sum += value * _coefficient[(place * _stride) + (row / Lanes)][row % Lanes];
        return sum / _row[row].Scale;
    }

    /// <summary>Adds up to eight rows with the derivatives of their quantities; gives the number of the first.</summary>
    public int AddRows(IReadOnlyList<CorrectionRow> rows, AcGradients gradients)
    {
        var first = Rows;
        _row.AddRange(rows.Take(Lanes));
        // What is left of the lanes are rows without coefficients that nothing bounds.
        while (_row.Count % Lanes != 0)
            _row.Add(new CorrectionRow(new AcQuantity(ViolationKind.NoSource, -1), -Unlimited, Unlimited, Unlimited, 1, true));
        _blocks.Add(new Block(gradients, _row[first..]));
        if (Blocks > _stride)
            GrowRows();
        for (var place = 0; place < _enteredCount; place++)
            _coefficient[(place * _stride) + Blocks - 1] = CoefficientsIn(Blocks - 1, _entered[place]);
        ExtendBasis(first);
        return first;
    }

    /// <summary>Solves; false where the arithmetic gave out.</summary>
    public bool Solve()
    {
        do
        {
            Refresh();
            if (!RunSimplex())
                return false;
        }
        while (LetIn());
        return true;
    }

    /// <summary>Coefficients of a column in eight rows.</summary>
    private Vector512<double> CoefficientsIn(int block, int column)
    {
        var (of, at) = (_columns[column], _blocks[block]);
        var sum = of.Voltage != 0
            ? of.Voltage * at.Gradients.ByVoltage(of.Bus)
            : (of.Active * at.Gradients.ByMegawatts(of.Bus)) + (of.Reactive * at.Gradients.ByMegavars(of.Bus));
        // What generators of a bus give is what it injects less what loads and shunts inject beside them.
        if (of.IsBeside)
            foreach (var (lane, quantity) in at.Injections)
                if (quantity.Index == of.Bus)
                    sum = sum.WithElement(lane, sum[lane] - (quantity.Kind == ViolationKind.ActivePower ? of.Active : of.Reactive));
        return sum * at.Scale;
    }

    private void Enter(int column)
    {
        _placeOf[column] = _enteredCount;
        _entered[_enteredCount] = column;
        if ((_enteredCount + 1) * _stride > _coefficient.Length)
            Array.Resize(ref _coefficient, Math.Max(2 * _coefficient.Length, 256 * _stride));
        for (var block = 0; block < Blocks; block++)
            _coefficient[(_enteredCount * _stride) + block] = CoefficientsIn(block, column);
        _enteredCount++;
    }

    /// <summary>Lets in the columns that would gain most; false where none would.</summary>
    private bool LetIn()
    {
        var gains = new List<(double Reduced, int Column)>();
        var binding = Enumerable.Range(0, Rows).Where(row => Dual(row) != 0).GroupBy(row => row / Lanes).Select(rows => rows.Key).ToList();
        for (var column = 0; column < _columns.Length; column++)
        {
            if (_placeOf[column] >= 0)
                continue;
            var sum = Vector512<double>.Zero;
            foreach (var block in binding)
                sum += _dual[block] * CoefficientsIn(block, column);
            var reduced = _cost[column] - Vector512.Sum(sum);
            if (reduced < -DualTolerance * _cost[column])
                gains.Add((reduced, column));
        }
        foreach (var (_, column) in gains.Order().Take(MostLetIn))
            Enter(column);
        return gains.Count > 0;
    }

    private void GrowRows()
    {
        var old = _basic.Length == 0 ? 0 : _stride;
        if (old > 0)
            _stride *= 2;
        var coefficient = new Vector512<double>[Math.Max(256, _enteredCount) * _stride];
        for (var place = 0; place < _enteredCount; place++)
            Array.Copy(_coefficient, place * old, coefficient, place * _stride, old);
        _coefficient = coefficient;
        var inverse = new Vector512<double>[_stride * Lanes * _stride];
        for (var slot = 0; slot < old * Lanes; slot++)
            Array.Copy(_inverse, slot * old, inverse, slot * _stride, old);
        _inverse = inverse;
        Array.Resize(ref _status, _columns.Length + (3 * _stride * Lanes));
        Array.Resize(ref _basicValue, _status.Length);
        Array.Resize(ref _basic, _stride * Lanes);
        Array.Resize(ref _value, _stride * Lanes);
        Array.Resize(ref _direction, _stride * Lanes);
        Array.Resize(ref _dual, _stride);
        Array.Resize(ref _change, _stride);
        Array.Resize(ref _candidates, _columns.Length + (3 * _stride * Lanes));
    }

    /// <summary>Eight rows.</summary>
    private sealed class Block(AcGradients gradients, IReadOnlyList<CorrectionRow> rows)
    {
        public AcGradients Gradients { get; } = gradients;

        public Vector512<double> Scale { get; } = Vector512.Create<double>([.. rows.Select(row => row.Scale)]);

        /// <summary>Rows of what generators of a bus give.</summary>
        public (int Lane, AcQuantity Quantity)[] Injections { get; } =
            [.. rows.Select((row, lane) => (lane, row.Quantity)).Where(at => at.Quantity.Kind is ViolationKind.ActivePower or ViolationKind.ReactivePower)];
    }
}

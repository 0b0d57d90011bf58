using Relight.Grid;
using Relight.Grid.Flow;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration;

/// <summary>What a correction does.</summary>
/// <param name="Length">Share of the longest steps that it takes, at most the radius.</param>
/// <param name="Gain">Load by weight, MW, that it takes back as far as all is linear; below 0 what it sheds.</param>
internal sealed record CorrectionStep(double Length, double Gain);

/// <summary>
/// One linear program for an island: the cheapest small changes of what an operator can set that bring every known limit
/// to where it holds, by the derivatives at the present solution. Load shed costs its weight, load taken back brings it;
/// everything else costs a little, so that nothing moves without need.
/// </summary>
internal sealed partial class Correction
{
    // More than shedding could ever cost, for each MW, MVA or Mvar, and for each p.u. of voltage.
    private const double PriceOfPower = 1e3;
    private const double PriceOfVoltage = 1e6;

    // Steps are judged by less than that: what passes a limit a little and serves much more is a good place to go on from.
    private const double JudgedBy = 0.03;

    private const int MostLooks = 5;

    private readonly DeliveryModel _model;
    private readonly Network _network;
    private readonly AcFlowResult _result;
    private readonly AcSensitivities _sensitivities;
    private readonly IslandParts _parts;
    private readonly OperatingPoint _point;
    private readonly OperatingPoint _most;
    private readonly double _radius;
    private readonly double _heaviest;
    private readonly List<Column> _columns = [];
    private readonly double[] _megawatts, _given, _output;
    private readonly bool[] _free;
    private double _referenceChange;
    private double[] _solution = [];
    private BusVoltage[] _voltages = [];

    private Correction(
        DeliveryModel model, AcFlowResult result, AcSensitivities sensitivities, IslandParts parts, OperatingPoint point, OperatingPoint most, double radius)
    {
        (_model, _network) = (model, model.Problem.Network);
        (_result, _sensitivities, _parts, _point, _most, _radius) = (result, sensitivities, parts, point, most, radius);
        (_megawatts, _given, _output, _free) = (new double[_network.Buses.Count], new double[_network.Buses.Count], new double[_network.Buses.Count], new bool[_network.Buses.Count]);
        _heaviest = parts.Segments.Select(s => model.SegmentWeight[s]).DefaultIfEmpty(1).Max();
    }

    /// <summary>What it costs that limits are passed, in units of shed load by weight.</summary>
    public static double Price(IEnumerable<LimitRow> rows, double heaviest) =>
        rows.Sum(row => row.Excess * PriceOf(row.Kind)) * JudgedBy * Math.Max(1, heaviest);

    /// <summary>Applies the correction to the point.</summary>
    /// <returns>What it does; null where the program has no answer.</returns>
    /// <param name="model">The model of the loads.</param>
    /// <param name="result">The present solution.</param>
    /// <param name="sensitivities">Its derivatives.</param>
    /// <param name="parts">The island.</param>
    /// <param name="rows">The limits to reckon with.</param>
    /// <param name="point">The present point, which is changed.</param>
    /// <param name="most">The point beyond which no load is served.</param>
    /// <param name="radius">Share of the longest steps that is allowed, up to 1.</param>
    public static CorrectionStep? Apply(
        DeliveryModel model,
        AcFlowResult result,
        AcSensitivities sensitivities,
        IslandParts parts,
        CorrectionRows rows,
        OperatingPoint point,
        OperatingPoint most,
        double radius)
    {
        var correction = new Correction(model, result, sensitivities, parts, point, most, radius);
        correction.AddColumns();
        return correction.Solve(rows, result.Islands.Of(parts.Buses[0])) ? new CorrectionStep(correction.Used(), correction.Gain()) : null;
    }

    /// <summary>What it costs in a program that a limit of a kind is passed, for each unit of it.</summary>
    public static double PriceOf(ViolationKind kind) => kind == ViolationKind.LowVoltage ? PriceOfVoltage : PriceOfPower;

    /// <summary>Solves with the limits known, and again with those that the answer would pass, until it passes none.</summary>
    private bool Solve(CorrectionRows limits, int island)
    {
        var program = new CorrectionProgram([.. _columns.Select(ColumnOf)]);
        var rows = limits.At(_result, island, _parts);
        var present = new HashSet<(ViolationKind Kind, int Index)>();
        var reference = -1;
        for (var look = 0; rows.Count > 0; look++)
        {
            present.UnionWith(rows.Select(row => (row.Kind, row.Index)));
            foreach (var some in rows.Chunk(AcGradients.Lanes))
            {
                var first = program.AddRows([.. some.Select(RowOf)], _sensitivities.Of([.. some.Select(row => new AcQuantity(row.Kind, row.Index))]));
                if (reference < 0 && Array.FindIndex(some, row => row.Kind == ViolationKind.ActivePower && _sensitivities.IsReference(row.Index)) is >= 0 and var at)
                    reference = first + at;
            }
            if (!program.Solve())
                return false;
            _solution = [.. Enumerable.Range(0, _columns.Count).Select(program.ValueOf)];
            Measure();
            rows = look < MostLooks ? limits.PassedAt(_result, island, _parts, _voltages, _sensitivities, present) : [];
        }
        _referenceChange = program.Change(reference);
        Apply();
        return true;
    }

    private CorrectionColumn ColumnOf(Column column)
    {
        var isBeside = column.Setting is not (Setting.Generation or Setting.Reactive);
        if (column.Setting == Setting.Voltage)
            return new CorrectionColumn(column.Bus, 0, 0, column.Sign, isBeside, column.Most, column.Cost);
        var (active, reactive) = PowerOf(column);
        return new CorrectionColumn(column.Bus, column.Sign * active, column.Sign * reactive, 0, isBeside, column.Most, column.Cost);
    }

    private CorrectionRow RowOf(LimitRow row) => new(
        new AcQuantity(row.Kind, row.Index),
        row.Low - row.Value,
        row.High - row.Value,
        PriceOf(row.Kind) * Math.Max(1, _heaviest),
        PriceOf(row.Kind) / PriceOfPower,
        HasLow: row.Kind is not ViolationKind.Overload);

    private double Used() => _radius * Enumerable.Range(0, _columns.Count).Select(j => _solution[j] / _columns[j].Most).DefaultIfEmpty().Max();

    /// <summary>Load by weight that the step takes back, as far as all is linear; below 0 what it sheds.</summary>
    private double Gain() => Enumerable.Range(0, _columns.Count)
        .Where(j => _columns[j].Setting == Setting.Served)
        .Sum(j => _model.SegmentWeight[_columns[j].Index] * ValueOf(j));

    private double ValueOf(int column) => _columns[column].Sign * _solution[column];
}

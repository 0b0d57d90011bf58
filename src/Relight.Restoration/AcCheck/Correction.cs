using Google.OrTools.LinearSolver;
using Relight.Grid;
using Relight.Grid.Flow;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration;

/// <summary>
/// One linear program for an island: the cheapest small changes of what an operator can set that bring every known limit
/// to where it holds, by the derivatives at the present solution. Load shed costs its weight, load taken back brings it;
/// everything else costs a little, so that nothing moves without need.
/// </summary>
internal sealed class Correction
{
    // Costs beside those of shed load, each for its unit: they only order what is done before load is shed.
    private const double CostOfMegawatt = 1e-3;
    private const double CostOfMegavar = 2e-4;
    private const double CostOfVoltage = 5;
    private const double CostOfShuntMegavar = 2e-3;
    private const double LeastWeight = 0.05;

    // More than shedding could ever cost, for each MW, MVA or Mvar, and for each p.u. of voltage.
    private const double PriceOfPower = 1e3;
    private const double PriceOfVoltage = 1e6;

    // Steps are judged by less than that: what passes a limit a little and serves much more is a good place to go on from.
    private const double JudgedBy = 0.03;

    private const double MostVoltageStep = 0.04;
    private const double MostShareStep = 0.5;
    private const double LeastEffect = 3e-5;
    private const int MostLooks = 5;

    // By how much a bus at a reactive limit aims beyond its voltage, in p.u., so that it does not leave the limit by chance.
    private const double KeptAway = 0.004;

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
    private readonly List<Variable> _variables = [];
    private readonly double[] _megawatts, _given, _output;
    private readonly bool[] _free;
    private double[] _reference = [];
    private double[] _solution = [];
    private BusVoltage[] _voltages = [];

    /// <summary>One kind of change of one setting, at least 0.</summary>
    private readonly record struct Column(Setting Setting, int Index, int Bus, double Sign, double Most, double Cost);

    private enum Setting
    {
        Generation,
        Reactive,
        Voltage,
        Served,
        Injected,
        Shunt,
    }

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
    /// <returns>Share of the longest steps that it takes, at most the radius; null where the program has no answer.</returns>
    /// <param name="model">The model of the loads.</param>
    /// <param name="result">The present solution.</param>
    /// <param name="sensitivities">Its derivatives.</param>
    /// <param name="parts">The island.</param>
    /// <param name="rows">The limits to reckon with.</param>
    /// <param name="point">The present point, which is changed.</param>
    /// <param name="most">The point beyond which no load is served.</param>
    /// <param name="radius">Share of the longest steps that is allowed, up to 1.</param>
    public static double? Apply(
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
        return correction.Solve(rows, result.Islands.Of(parts.Buses[0])) ? correction.Used() : null;
    }

    private static double PriceOf(ViolationKind kind) => kind == ViolationKind.LowVoltage ? PriceOfVoltage : PriceOfPower;

    private void AddColumns()
    {
        foreach (var at in _parts.Generators.GroupBy(generator => _network.IndexOf(_network.Generators[generator].Bus)))
            AddGenerators(at.Key, [.. at]);
        foreach (var s in _parts.Segments)
        {
            var weight = Math.Max(LeastWeight, _model.SegmentWeight[s]);
            var bus = _point.BusOf[_model.SegmentBus[s]];
            Add(Setting.Served, s, bus, -1, _point.Served[s], weight);
            Add(Setting.Served, s, bus, 1, Math.Min(_most.Served[s] - _point.Served[s], Math.Max(1, _radius * _most.Served[s])), -weight);
        }
        foreach (var bus in _parts.Buses)
        {
            AddBoth(Setting.Injected, bus, bus, _point.Injected[bus], Math.Max(0, -_network.Buses[bus].DemandMegawatts) - _point.Injected[bus], CostOfMegawatt);
            if (_network.Buses[bus] is { ShuntMegavars: 0, ShuntMegawatts: 0 })
                continue;
            var size = Math.Abs(_network.Buses[bus].ShuntMegavars) + Math.Abs(_network.Buses[bus].ShuntMegawatts);
            Add(Setting.Shunt, bus, bus, -1, Math.Min(_point.ShuntShare[bus], MostShareStep * _radius), CostOfShuntMegavar * size);
            Add(Setting.Shunt, bus, bus, 1, Math.Min(1 - _point.ShuntShare[bus], MostShareStep * _radius), CostOfShuntMegavar * size / 2);
        }
    }

    private void AddGenerators(int bus, IReadOnlyList<int> generators)
    {
        if (!_sensitivities.IsReference(bus))
        {
            var output = generators.Sum(g => _point.Generation[g]);
            var (low, high) = (generators.Sum(g => Math.Min(0, _network.Generators[g].MinMegawatts)), generators.Sum(g => Math.Max(0, _network.Generators[g].MaxMegawatts)));
            var longest = Math.Max(1, _radius * (high - low));
            AddBoth(Setting.Generation, bus, bus, Math.Min(longest, output - low), Math.Min(longest, high - output), CostOfMegawatt);
        }
        var voltage = _result.Voltages[bus].Magnitude;
        var (lowest, highest) = (_network.Buses[bus].MinVoltage, _network.Buses[bus].MaxVoltage);
        if (_sensitivities.VoltageIsGiven(bus))
        {
            AddBoth(
                Setting.Voltage,
                bus,
                bus,
                Math.Min(MostVoltageStep * _radius, voltage / lowest - 1),
                Math.Min(MostVoltageStep * _radius, highest / voltage - 1),
                CostOfVoltage);
            return;
        }
        var (least, most) = (generators.Sum(g => _network.Generators[g].MinMegavars), generators.Sum(g => _network.Generators[g].MaxMegavars));
        var reactive = generators.Sum(g => _result.Generators[g].Megavars);
        var step = Math.Max(1, _radius * (most - least) / 2);
        if (_result.HeldAt[bus] > 0)
            Add(Setting.Reactive, bus, bus, -1, Math.Min(step, reactive - least), CostOfMegavar);
        else if (_result.HeldAt[bus] < 0)
            Add(Setting.Reactive, bus, bus, 1, Math.Min(step, most - reactive), CostOfMegavar);
    }

    private void AddBoth(Setting setting, int index, int bus, double down, double up, double cost)
    {
        Add(setting, index, bus, -1, down, cost);
        Add(setting, index, bus, 1, up, cost);
    }

    private void Add(Setting setting, int index, int bus, double sign, double most, double cost)
    {
        if (most > 1e-9)
            _columns.Add(new Column(setting, index, bus, sign, most, cost));
    }

    /// <summary>Solves with the limits known, and again with those that the answer would pass, until it passes none.</summary>
    private bool Solve(CorrectionRows limits, int island)
    {
        using var solver = Solver.CreateSolver("CLP") ?? throw new InvalidOperationException("the solver CLP is missing");
        var objective = solver.Objective();
        foreach (var column in _columns)
        {
            var variable = solver.MakeNumVar(0, column.Most, "");
            objective.SetCoefficient(variable, column.Cost);
            _variables.Add(variable);
        }
        objective.SetMinimization();
        using var parameters = new MPSolverParameters();
        parameters.SetIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE, (int)MPSolverParameters.PresolveValues.PRESOLVE_OFF);
        parameters.SetIntegerParam(MPSolverParameters.IntegerParam.LP_ALGORITHM, (int)MPSolverParameters.LpAlgorithmValues.DUAL);
        var rows = limits.At(_result, island, _parts);
        for (var look = 0; rows.Count > 0; look++)
        {
            foreach (var row in rows)
                AddRow(solver, objective, row);
            if (solver.Solve(parameters) != Solver.ResultStatus.OPTIMAL)
                return false;
            _solution = [.. _variables.Select(variable => variable.SolutionValue())];
            Measure();
            rows = look < MostLooks ? limits.PassedAt(_result, island, _parts, _voltages, _sensitivities) : [];
        }
        Apply();
        return true;
    }

    private void AddRow(Solver solver, Objective objective, LimitRow row)
    {
        var gradient = row.Kind switch
        {
            ViolationKind.ActivePower => _sensitivities.OfActiveInjection(row.Index),
            ViolationKind.ReactivePower => _sensitivities.OfReactiveInjection(row.Index),
            ViolationKind.Overload => _sensitivities.OfApparentPower(row.Index),
            _ => _sensitivities.OfVoltage(row.Index),
        };
        var price = PriceOf(row.Kind) * Math.Max(1, _heaviest);
        var constraint = solver.MakeConstraint(row.Low - row.Value, row.High - row.Value);
        AddSlack(row.Value < row.Low ? 1 : -1);
        if (row.Kind is not ViolationKind.Overload)
            AddSlack(row.Value < row.Low ? -1 : 1);
        var coefficients = new double[_columns.Count];
        for (var j = 0; j < coefficients.Length; j++)
            coefficients[j] = _columns[j].Sign * CoefficientOf(_columns[j], gradient, row);
        var least = LeastEffect * coefficients.Select((coefficient, j) => Math.Abs(coefficient) * _columns[j].Most).DefaultIfEmpty().Max();
        if (row.Kind == ViolationKind.ActivePower && _sensitivities.IsReference(row.Index))
            _reference = coefficients;
        for (var j = 0; j < coefficients.Length; j++)
            if (Math.Abs(coefficients[j]) * _columns[j].Most > least)
                constraint.SetCoefficient(_variables[j], coefficients[j]);

        void AddSlack(double sign)
        {
            var slack = solver.MakeNumVar(0, double.PositiveInfinity, "");
            objective.SetCoefficient(slack, price);
            constraint.SetCoefficient(slack, sign);
        }
    }

    private double CoefficientOf(in Column column, in AcGradient gradient, in LimitRow row)
    {
        if (column.Setting == Setting.Voltage)
            return gradient.ByVoltage(column.Bus);
        var (active, reactive) = PowerOf(column);
        var effect = active * gradient.ByMegawatts(column.Bus) + reactive * gradient.ByMegavars(column.Bus);
        // What generators of a bus give is what it injects less what is injected beside them.
        return (row.Kind, column.Bus == row.Index) switch
        {
            (ViolationKind.ActivePower, true) => effect - active,
            (ViolationKind.ReactivePower, true) => effect - reactive,
            _ => effect,
        };
    }

    /// <summary>What the answer changes at each bus, and the voltages that it would bring.</summary>
    private void Measure()
    {
        Array.Clear(_megawatts);
        Array.Clear(_given);
        Array.Clear(_output);
        Array.Clear(_free);
        for (var j = 0; j < _columns.Count; j++)
        {
            var (column, value) = (_columns[j], ValueOf(j));
            if (value == 0)
                continue;
            var (active, reactive) = PowerOf(column);
            _megawatts[column.Bus] += value * active;
            if (column.Setting == Setting.Voltage || !_sensitivities.VoltageIsGiven(column.Bus))
                _given[column.Bus] += value * reactive;
            if (column.Setting == Setting.Generation)
                _output[column.Bus] += value;
            _free[column.Bus] |= column.Setting is Setting.Voltage or Setting.Reactive;
        }
        _voltages = _sensitivities.VoltagesAfter(_megawatts, _given);
    }

    private double Used() => _radius * Enumerable.Range(0, _columns.Count).Select(j => _solution[j] / _columns[j].Most).DefaultIfEmpty().Max();

    private double ValueOf(int column) => _columns[column].Sign * _solution[column];

    /// <summary>Active and reactive power that a unit of a setting injects; of a voltage, the relative change itself.</summary>
    private (double Active, double Reactive) PowerOf(in Column column)
    {
        var bus = _network.Buses[column.Bus];
        var square = _result.Voltages[column.Bus].Magnitude * _result.Voltages[column.Bus].Magnitude;
        return column.Setting switch
        {
            Setting.Generation => (1, 0),
            Setting.Served => (-1, -bus.DemandMegavars / bus.DemandMegawatts),
            Setting.Injected => (1, bus.DemandMegavars / bus.DemandMegawatts),
            Setting.Shunt => (-bus.ShuntMegawatts * square, bus.ShuntMegavars * square),
            _ => (0, 1),
        };
    }

    private void Apply()
    {
        for (var j = 0; j < _columns.Count; j++)
        {
            var (index, value) = (_columns[j].Index, ValueOf(j));
            switch (_columns[j].Setting)
            {
                case Setting.Served:
                    _point.Served[index] = Math.Clamp(_point.Served[index] + value, 0, _most.Served[index]);
                    break;
                case Setting.Injected:
                    _point.Injected[index] = Math.Max(0, _point.Injected[index] + value);
                    break;
                case Setting.Shunt:
                    _point.ShuntShare[index] = Math.Clamp(_point.ShuntShare[index] + value, 0, 1);
                    break;
                default:
                    break;
            }
        }
        // The reference follows: what it is to give is foreseen, so that it need not be shared out again.
        var reference = _network.IndexOf(_result.IslandFlows[_result.Islands.Of(_parts.Buses[0])].ReferenceBus!.Value);
        for (var j = 0; j < _columns.Count; j++)
            _output[reference] += _reference[j] * _solution[j];
        foreach (var at in _parts.Generators.GroupBy(generator => _network.IndexOf(_network.Generators[generator].Bus)))
        {
            ShareOut([.. at], _output[at.Key]);
            var bus = _network.Buses[at.Key];
            if (!_free[at.Key] && _sensitivities.VoltageIsGiven(at.Key))
                continue;
            var aim = _voltages[at.Key].Magnitude + (_free[at.Key] ? 0 : _result.HeldAt[at.Key] * KeptAway);
            foreach (var generator in at)
                _point.SetPoint[generator] = Math.Clamp(aim, bus.MinVoltage, bus.MaxVoltage);
        }
    }

    /// <summary>Shares a change among the generators of a bus in proportion to the range that each has left.</summary>
    private void ShareOut(IReadOnlyList<int> generators, double change)
    {
        var room = generators.Sum(Room);
        if (change == 0 || room <= 0)
            return;
        var share = Math.Min(1, Math.Abs(change) / room) * Math.Sign(change);
        foreach (var generator in generators)
            _point.Generation[generator] += share * Room(generator);

        double Room(int generator) => Math.Max(0, change > 0
            ? Math.Max(0, _network.Generators[generator].MaxMegawatts) - _point.Generation[generator]
            : _point.Generation[generator] - Math.Min(0, _network.Generators[generator].MinMegawatts));
    }
}

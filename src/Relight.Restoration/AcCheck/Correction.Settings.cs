namespace Relight.Restoration;

/// <summary>What a correction may change, how far in one step, and what that costs.</summary>
internal sealed partial class Correction
{
    // Costs beside those of shed load, each for its unit: they only order what is done before load is shed.
    private const double CostOfMegawatt = 1e-3;
    private const double CostOfMegavar = 2e-4;
    private const double CostOfVoltage = 5;
    private const double CostOfShuntMegavar = 2e-3;
    private const double LeastWeight = 0.05;

    private const double MostVoltageStep = 0.04;
    private const double MostShareStep = 0.5;

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

    private void AddColumns()
    {
        foreach (var (bus, generators) in _parts.GeneratorsAt)
            AddGenerators(bus, generators);
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
}

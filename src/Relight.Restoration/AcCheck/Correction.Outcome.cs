namespace Relight.Restoration;

/// <summary>What the answer of the program comes to: foreseen voltages, and the point that it moves to.</summary>
internal sealed partial class Correction
{
    // By how much a bus at a reactive limit aims beyond its voltage, in p.u., so that it does not leave the limit by chance.
    private const double KeptAway = 0.004;

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
        _output[reference] += _referenceChange;
        foreach (var (index, generators) in _parts.GeneratorsAt)
        {
            ShareOut(generators, _output[index]);
            var bus = _network.Buses[index];
            if (!_free[index] && _sensitivities.VoltageIsGiven(index))
                continue;
            var aim = _voltages[index].Magnitude + (_free[index] ? 0 : _result.HeldAt[index] * KeptAway);
            foreach (var generator in generators)
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

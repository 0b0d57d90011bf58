using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Relight.Grid.Import;

/// <summary>
/// Writes a network as the JSON of a pandapower net. Branches without tap and shift between buses of one nominal voltage
/// are lines, the others transformers. Index of a bus is its number less 1. What <see cref="PandapowerReader"/> reads back
/// delivers the same and flows the same; rows of branches count anew, lines first.
/// </summary>
internal sealed class PandapowerWriter(Network network, FindingList lost, string fileName)
{
    private const double Hertz = 50;

    private readonly PandapowerFrame _bus = new(
        ("name", "object"), ("vn_kv", "float64"), ("type", "object"), ("zone", "object"), ("in_service", "bool"), ("max_vm_pu", "float64"), ("min_vm_pu", "float64"));

    private readonly PandapowerFrame _load = new(
        ("name", "object"), ("bus", "uint32"), ("p_mw", "float64"), ("q_mvar", "float64"), ("const_z_percent", "float64"), ("const_i_percent", "float64"),
        ("sn_mva", "float64"), ("scaling", "float64"), ("in_service", "bool"), ("type", "object"));

    private readonly PandapowerFrame _shunt = new(
        ("bus", "uint32"), ("name", "object"), ("q_mvar", "float64"), ("p_mw", "float64"), ("vn_kv", "float64"), ("step", "uint32"), ("max_step", "uint32"), ("in_service", "bool"));

    private readonly PandapowerFrame _gen = new(
        ("name", "object"), ("bus", "uint32"), ("p_mw", "float64"), ("vm_pu", "float64"), ("sn_mva", "float64"), ("min_q_mvar", "float64"), ("max_q_mvar", "float64"),
        ("scaling", "float64"), ("slack", "bool"), ("in_service", "bool"), ("slack_weight", "float64"), ("type", "object"), ("min_p_mw", "float64"), ("max_p_mw", "float64"), ("controllable", "bool"));

    private readonly PandapowerFrame _sgen = new(
        ("name", "object"), ("bus", "int64"), ("p_mw", "float64"), ("q_mvar", "float64"), ("sn_mva", "float64"), ("scaling", "float64"), ("in_service", "bool"),
        ("type", "object"), ("current_source", "bool"), ("min_p_mw", "float64"), ("max_p_mw", "float64"), ("min_q_mvar", "float64"), ("max_q_mvar", "float64"),
        ("vm_pu", "float64"), ("controllable", "bool"));

    private readonly PandapowerFrame _line = new(
        ("name", "object"), ("std_type", "object"), ("from_bus", "uint32"), ("to_bus", "uint32"), ("length_km", "float64"), ("r_ohm_per_km", "float64"), ("x_ohm_per_km", "float64"),
        ("c_nf_per_km", "float64"), ("g_us_per_km", "float64"), ("max_i_ka", "float64"), ("df", "float64"), ("parallel", "uint32"), ("type", "object"), ("in_service", "bool"), ("max_loading_percent", "float64"));

    private readonly PandapowerFrame _trafo = new(
        ("name", "object"), ("std_type", "object"), ("hv_bus", "uint32"), ("lv_bus", "uint32"), ("sn_mva", "float64"), ("vn_hv_kv", "float64"), ("vn_lv_kv", "float64"), ("vk_percent", "float64"),
        ("vkr_percent", "float64"), ("pfe_kw", "float64"), ("i0_percent", "float64"), ("shift_degree", "float64"), ("tap_side", "object"), ("tap_neutral", "float64"), ("tap_min", "float64"), ("tap_max", "float64"),
        ("tap_step_percent", "float64"), ("tap_step_degree", "float64"), ("tap_pos", "float64"), ("tap_phase_shifter", "bool"), ("parallel", "uint32"), ("df", "float64"), ("in_service", "bool"),
        ("max_loading_percent", "float64"));

    private readonly PandapowerFrame _dcLine = new(
        ("name", "object"), ("from_bus", "uint32"), ("to_bus", "uint32"), ("p_mw", "float64"), ("loss_percent", "float64"), ("loss_mw", "float64"), ("vm_from_pu", "float64"),
        ("vm_to_pu", "float64"), ("max_p_mw", "float64"), ("min_q_from_mvar", "float64"), ("min_q_to_mvar", "float64"), ("max_q_from_mvar", "float64"), ("max_q_to_mvar", "float64"), ("in_service", "bool"));

    /// <summary>Writes all of it.</summary>
    public void Write(TextWriter writer)
    {
        foreach (var bus in network.Buses)
            AddBus(bus);
        foreach (var generator in network.Generators)
            AddGenerator(generator);
        foreach (var branch in network.Branches)
            if (IsLine(branch))
                AddLine(branch);
            else
                AddTransformer(branch);
        foreach (var line in network.DcLines)
            AddDcLine(line);
        TellWhatIsLost();
        writer.Write(Json());
        writer.Write('\n');
    }

    private string Json()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, IndentSize = 2, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("_module", "pandapower.auxiliary");
            json.WriteString("_class", "pandapowerNet");
            json.WriteStartObject("_object");
            (PandapowerFrame Frame, string Name)[] tables =
                [(_bus, "bus"), (_load, "load"), (_sgen, "sgen"), (_gen, "gen"), (_shunt, "shunt"), (_line, "line"), (_trafo, "trafo"), (_dcLine, "dcline")];
            foreach (var (frame, name) in tables.Where(table => table.Frame.Count > 0))
                frame.Write(json, name);
            json.WriteString("version", "2.14.11");
            json.WriteString("format_version", "2.14.0");
            json.WriteString("name", network.Name);
            json.WriteNumber("f_hz", Hertz);
            json.WriteNumber("sn_mva", network.BaseMegavoltAmperes);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private void AddBus(Bus bus)
    {
        var isOn = bus.Type != BusType.Isolated;
        _bus.AddAt(bus.Id - 1, bus.Name, Kilovolts(bus.Id), "b", null, isOn, bus.MaxVoltage, bus.MinVoltage);
        if (bus.DemandMegawatts != 0 || bus.DemandMegavars != 0)
            _load.Add(null, bus.Id - 1, bus.DemandMegawatts, bus.DemandMegavars, 0.0, 0.0, null, 1.0, true, null);
        if (bus.ShuntMegawatts != 0 || bus.ShuntMegavars != 0)
            _shunt.Add(bus.Id - 1, null, -bus.ShuntMegavars, bus.ShuntMegawatts, Kilovolts(bus.Id), 1, 1, true);
    }

    /// <summary>
    /// A generator that holds the voltage of its bus, or, at a load bus, a static one. That has no voltage in pandapower, which
    /// lets further columns be; here it is what an island is held at that has no other source.
    /// </summary>
    private void AddGenerator(Generator generator)
    {
        var type = network.Buses[network.IndexOf(generator.Bus)].Type;
        double? machine = generator.MachineBase > 0 ? generator.MachineBase : null;
        if (type == BusType.Load)
            _sgen.Add(
                null, generator.Bus - 1, generator.OutputMegawatts, generator.OutputMegavars, machine, 1.0, generator.InService, null, true, generator.MinMegawatts, generator.MaxMegawatts,
                generator.MinMegavars, generator.MaxMegavars, generator.VoltageSetPoint, true);
        else
            _gen.Add(
                null, generator.Bus - 1, generator.OutputMegawatts, generator.VoltageSetPoint, machine, generator.MinMegavars, generator.MaxMegavars,
                1.0, type == BusType.Reference, generator.InService, type == BusType.Reference ? 1.0 : 0.0, null, generator.MinMegawatts, generator.MaxMegawatts, true);
    }

    private bool IsLine(Branch branch) => !branch.IsTransformer && Kilovolts(branch.From) == Kilovolts(branch.To);

    private void AddLine(Branch branch)
    {
        var kilovolts = Kilovolts(branch.From);
        var ohms = kilovolts * kilovolts / network.BaseMegavoltAmperes;
        var amperes = branch.RatingMegavoltAmperes == 0 ? PandapowerLimits.None : branch.RatingMegavoltAmperes / kilovolts / Math.Sqrt(3);
        _line.Add(
            null, null, branch.From - 1, branch.To - 1, 1.0, branch.Resistance * ohms, branch.Reactance * ohms, branch.Susceptance / ohms / (2 * Math.PI * Hertz) * 1e9,
            0.0, amperes, 1.0, 1, "ol", branch.InService, 100.0);
    }

    /// <summary>The high side of a transformer is its from end, whatever the voltages are: there the ideal transformer stands.</summary>
    private void AddTransformer(Branch branch)
    {
        var rated = branch.RatingMegavoltAmperes == 0 ? PandapowerLimits.None : branch.RatingMegavoltAmperes;
        var scale = rated / network.BaseMegavoltAmperes;
        var (z, y) = AsT(new Complex(branch.Resistance, branch.Reactance), new Complex(0, branch.Susceptance));
        _trafo.Add(
            null, null, branch.From - 1, branch.To - 1, rated, Kilovolts(branch.From) * branch.Ratio, Kilovolts(branch.To), Math.CopySign(z.Magnitude, z.Imaginary) * scale * 100,
            z.Real * scale * 100, y.Real / scale * rated * 1000, -Math.CopySign(y.Magnitude, y.Imaginary) / scale * 100, branch.ShiftDegrees,
            null, null, null, null, null, null, null, false, 1, 1.0, branch.InService, 100.0);
    }

    /// <summary>The π of a branch as the T by which pandapower computes transformers: impedance, and admittance in its middle.</summary>
    private static (Complex Impedance, Complex Middle) AsT(Complex series, Complex ends)
    {
        if (ends == 0)
            return (series, 0);
        var end = 2 / ends;
        return (2 * series * end / (series + 2 * end), (series + 2 * end) / (end * end));
    }

    private void AddDcLine(DcLine line) => _dcLine.Add(
        null, line.From - 1, line.To - 1, line.FlowMegawatts, line.ProportionalLoss * 100, line.ConstantLoss, line.FromVoltage, line.ToVoltage, line.MaxMegawatts,
        line.FromMegavarLimits.Min, line.ToMegavarLimits.Min, line.FromMegavarLimits.Max, line.ToMegavarLimits.Max, line.InService);

    /// <summary>Nominal voltage of a bus; where it is not known 1 kV, which leaves every quantity in p.u. as it is.</summary>
    private double Kilovolts(int bus) => network.Buses[network.IndexOf(bus)].BaseKilovolts is > 0 and var known ? known : 1;

    private void TellWhatIsLost()
    {
        if (network.Branches.Take(_line.Count).Any(branch => !IsLine(branch)))
            Tell(network.Branches.Count, Severity.Warning, "branches", "rows of branches count anew: lines first, then transformers");
        if (_sgen.Count > 0 && _gen.Count > 0)
            Tell(_sgen.Count, Severity.Warning, "generators", "those at load buses are static generators; rows of generators count anew, these last");
        Tell(network.Buses.Count(b => b.BaseKilovolts <= 0), Severity.Warning, "buses", "their nominal voltage is not known; 1 kV is written");
        Tell(network.Branches.Count(b => b.ShortTermRating != 0 || b.EmergencyRating != 0), Severity.Notice, "branches", "ratings B and C are not written");
        Tell(network.Branches.Count(b => b.MinAngleDegrees is > -360 and not 0 || b.MaxAngleDegrees is < 360 and not 0), Severity.Notice, "branches", "limits of angle differences are not written");
        Tell(network.DcLines.Count(d => d.MinMegawatts != Math.Min(0, d.FlowMegawatts)), Severity.Warning, "DC lines", "the least that a DC line carries is not written");
        Tell(network.Buses.Count, Severity.Notice, "buses", "areas, zones and start values of voltages are not written");
    }

    private void Tell(int count, Severity severity, string what, string rule)
    {
        if (count > 0)
            lost.Add(severity, 0, () => fileName, $"{count} {what}", rule);
    }
}

using System.Globalization;

namespace Relight.Grid.Import;

/// <summary>
/// Writes a network as a PSS/E RAW file of revision 33. Branches with a tap or a phase shift are transformers of two
/// windings, the others lines; DC lines are pairs of voltage source converters. What <see cref="PsseReader"/> reads back
/// delivers the same and flows the same; rows of branches count anew, lines first.
/// </summary>
internal sealed class PsseWriter(Network network, TextWriter writer, FindingList lost, string fileName)
{
    private const int LongestName = 12;
    private const int HighestBus = 999_997;
    private const double Unlimited = 9999;

    private readonly PsseIdentifiers _circuits = new();
    private readonly Dictionary<int, (double Megawatts, double Megavars)> _shunts = [];

    /// <summary>Writes all of it.</summary>
    public void Write()
    {
        CollectShunts();
        Line($"0, {Text(network.BaseMegavoltAmperes)}, 33, 0, 0, 50.0 / PSS(R)E 33 RAW, written by Relight");
        Line(OneLine(network.Name));
        Line("");
        Section(network.Buses.Select(Bus), "BUS", "LOAD");
        Section(network.Buses.Where(b => b.DemandMegawatts != 0 || b.DemandMegavars != 0).Select(Load), "LOAD", "FIXED SHUNT");
        Section(network.Buses.Where(b => _shunts.ContainsKey(b.Id)).Select(Shunt), "FIXED SHUNT", "GENERATOR");
        var machines = new PsseIdentifiers();
        Section(network.Generators.Select(g => Generator(g, machines.Next(g.Bus, g.Bus))), "GENERATOR", "BRANCH");
        Section(network.Branches.Where(b => !b.IsTransformer).Select(Branch), "BRANCH", "TRANSFORMER");
        Section(network.Branches.Where(b => b.IsTransformer).Select(Transformer), "TRANSFORMER", "AREA");
        Section([], "AREA", "TWO-TERMINAL DC");
        Section([], "TWO-TERMINAL DC", "VOLTAGE SOURCE CONVERTER");
        Section(network.DcLines.Select(Converters), "VOLTAGE SOURCE CONVERTER", "IMPEDANCE CORRECTION");
        string[] empty = ["IMPEDANCE CORRECTION", "MULTI-TERMINAL DC", "MULTI-SECTION LINE", "ZONE", "INTER-AREA TRANSFER", "OWNER", "FACTS DEVICE", "SWITCHED SHUNT", "GNE"];
        for (var i = 0; i < empty.Length; i++)
            Section([], empty[i], i + 1 < empty.Length ? empty[i + 1] : null);
        Line("Q");
        TellWhatIsLost();
    }

    /// <summary>Shunts of the buses, and the charging of transformers, which a RAW file can hold on their buses alone.</summary>
    private void CollectShunts()
    {
        foreach (var bus in network.Buses)
            Add(bus.Id, bus.ShuntMegawatts, bus.ShuntMegavars);
        var charging = network.Branches.Where(b => b is { IsTransformer: true, Susceptance: not 0 }).ToList();
        foreach (var branch in charging.Where(b => network.IsInService(new ElementId(ElementKind.Branch, b.Row))))
        {
            var half = branch.Susceptance / 2 * network.BaseMegavoltAmperes;
            Add(branch.From, 0, half / (branch.Ratio * branch.Ratio));
            Add(branch.To, 0, half);
        }
        Tell(charging.Count, Severity.Notice, "transformers", "a transformer has no charging in this format; it is put on its buses as fixed shunts");

        void Add(int bus, double megawatts, double megavars)
        {
            var (p, q) = _shunts.GetValueOrDefault(bus);
            if (megawatts != 0 || megavars != 0)
                _shunts[bus] = (p + megawatts, q + megavars);
        }
    }

    private string Bus(Bus bus) => Record(
        bus.Id, Name(bus.Name), bus.BaseKilovolts, (int)bus.Type, bus.Area, bus.Zone, 1, bus.VoltageMagnitude, bus.VoltageAngleDegrees,
        Bounded(bus.MaxVoltage), Bounded(bus.MinVoltage), Bounded(bus.MaxVoltage), Bounded(bus.MinVoltage));

    private static string Load(Bus bus) =>
        Record(bus.Id, "'1 '", 1, bus.Area, bus.Zone, bus.DemandMegawatts, bus.DemandMegavars, 0, 0, 0, 0, 1, 1, 0);

    private string Shunt(Bus bus) => Record(bus.Id, "'1 '", 1, _shunts[bus.Id].Megawatts, _shunts[bus.Id].Megavars);

    private string Generator(Generator generator, string id) => Record(
        generator.Bus, id, generator.OutputMegawatts, generator.OutputMegavars, Bounded(generator.MaxMegavars), Bounded(generator.MinMegavars),
        generator.VoltageSetPoint, 0, generator.MachineBase, 0, 1, 0, 0, 1, Status(generator.InService), 100,
        generator.MaxMegawatts, generator.MinMegawatts, 1, 1);

    private string Branch(Branch branch) => Record(
        branch.From, branch.To, _circuits.Next(branch.From, branch.To), branch.Resistance, branch.Reactance, branch.Susceptance,
        branch.RatingMegavoltAmperes, branch.ShortTermRating, branch.EmergencyRating, 0, 0, 0, 0, Status(branch.InService), 1, 0, 1, 1);

    private string Transformer(Branch branch) => string.Join('\n',
        Record(branch.From, branch.To, 0, _circuits.Next(branch.From, branch.To), 1, 1, 1, 0, 0, 2, Name(null), Status(branch.InService), 1, 1),
        Record(branch.Resistance, branch.Reactance, network.BaseMegavoltAmperes),
        Record(
            branch.Ratio, 0, branch.ShiftDegrees, branch.RatingMegavoltAmperes, branch.ShortTermRating, branch.EmergencyRating,
            0, 0, 1.1, 0.9, 1.1, 0.9, 33, 0, 0, 0, 0),
        Record(1, 0));

    private string Converters(DcLine line)
    {
        var most = Math.Max(Math.Abs(line.MinMegawatts), Math.Abs(line.MaxMegawatts));
        return string.Join('\n',
            Record(Name($"DC {line.Row}"), Status(line.InService), 0, 1, 1),
            Converter(line.From, 1, line.FromVoltage, line.FromVoltage, most, line.FromMegavarLimits),
            Converter(line.To, 2, line.FlowMegawatts, line.ToVoltage, most, line.ToMegavarLimits));
    }

    private static string Converter(int bus, int type, double setPoint, double voltage, double most, (double Min, double Max) megavars) =>
        Record(bus, type, 1, setPoint, voltage, 0, 0, 0, most, 0, 1, Bounded(megavars.Max), Bounded(megavars.Min), 0, 100);

    private void TellWhatIsLost()
    {
        var lines = network.Branches.Count(b => !b.IsTransformer);
        if (network.Branches.Take(lines).Any(b => b.IsTransformer))
            Tell(network.Branches.Count, Severity.Warning, "branches", "rows of branches count anew: lines first, then transformers");
        Tell(network.Branches.Count(b => b.MinAngleDegrees is > -360 and not 0 || b.MaxAngleDegrees is < 360 and not 0), Severity.Notice, "branches", "limits of angle differences are not written");
        Tell(network.Buses.Count(b => b.Name?.Length > LongestName), Severity.Notice, "names", $"a name has {LongestName} characters at most; the rest is cut off");
        Tell(network.Buses.Count(b => b.Id > HighestBus), Severity.Warning, "buses", $"PSS/E itself knows no bus number above {HighestBus}");
        Tell(network.DcLines.Count(d => d.MinMegawatts != -d.MaxMegawatts), Severity.Warning, "DC lines", "a DC line of this format carries as much either way; the greater of the two limits is written");
        Tell(network.DcLines.Count(d => d.ConstantLoss != 0 || d.ProportionalLoss != 0), Severity.Notice, "DC lines", "losses of DC lines are not written");
    }

    private void Tell(int count, Severity severity, string what, string rule)
    {
        if (count > 0)
            lost.Add(severity, 0, () => fileName, $"{count} {what}", rule);
    }

    private void Section(IEnumerable<string> records, string name, string? next)
    {
        foreach (var record in records)
            Line(record);
        Line($"0 / END OF {name} DATA{(next is null ? "" : $", BEGIN {next} DATA")}");
    }

    private static string Record(params object[] fields) =>
        string.Join(",", fields.Select(field => field switch
        {
            string text => text,
            int number => number.ToString(CultureInfo.InvariantCulture),
            _ => Text(Convert.ToDouble(field, CultureInfo.InvariantCulture)),
        }));

    private static string Name(string? name)
    {
        var line = OneLine(name ?? "").Replace('\'', ' ');
        return $"'{(line.Length > LongestName ? line[..LongestName] : line.PadRight(LongestName))}'";
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static double Bounded(double limit) => double.IsInfinity(limit) ? Math.CopySign(Unlimited, limit) : limit;

    private static int Status(bool isOn) => isOn ? 1 : 0;

    /// <summary>A real number, with its point: a line that starts with a plain 0 would end the section for some readers.</summary>
    private static string Text(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }

    private void Line(string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }
}

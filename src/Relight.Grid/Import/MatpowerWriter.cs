using System.Globalization;

namespace Relight.Grid.Import;

/// <summary>
/// Writes a network as a MATPOWER case file, version 2. What <see cref="MatpowerReader"/> reads back is the same network,
/// number by number, but for control characters in names, which become blanks.
/// </summary>
public static class MatpowerWriter
{
    /// <summary>Writes the case.</summary>
    public static void Write(Network network, TextWriter writer)
    {
        var isIdentifier = IsIdentifier(network.Name);
        Line(writer, $"function mpc = {(isIdentifier ? network.Name : "network")}");
        if (!isIdentifier)
            Line(writer, $"mpc.name = {Quoted(network.Name)};");
        Line(writer, "mpc.version = '2';");
        Line(writer, $"mpc.baseMVA = {Number(network.BaseMegavoltAmperes)};");
        WriteTable(writer, "bus", MatpowerColumns.Bus, network.Buses.Select(Values));
        WriteTable(writer, "gen", MatpowerColumns.Generator, network.Generators.Select(Values));
        WriteTable(writer, "branch", MatpowerColumns.Branch, network.Branches.Select(Values));
        if (network.DcLines.Count > 0)
            WriteTable(writer, "dcline", MatpowerColumns.DcLine, network.DcLines.Select(Values));
        if (network.Buses.Any(bus => bus.Name is not null))
            WriteNames(writer, network.Buses);
    }

    /// <summary>Writes the case with its damage, in PowerModelsRestoration's tables.</summary>
    public static void Write(DamagedNetwork damaged, TextWriter writer)
    {
        var network = damaged.Network;
        Write(network, writer);
        var damage = damaged.Damage.ToDictionary(d => d.Element, d => d.Hours);
        var hasHours = damaged.Damage.Any(d => d.Hours is not null);
        WriteDamage(writer, MatpowerDamage.Buses, network.Buses.Select(bus => new ElementId(ElementKind.Bus, bus.Id)), damage, hasHours);
        WriteDamage(writer, MatpowerDamage.Branches, network.Branches.Select(branch => new ElementId(ElementKind.Branch, branch.Row)), damage, hasHours);
        WriteDamage(writer, MatpowerDamage.Generators, network.Generators.Select(generator => new ElementId(ElementKind.Generator, generator.Row)), damage, hasHours);
    }

    private static void WriteDamage(TextWriter writer, string name, IEnumerable<ElementId> elements, Dictionary<ElementId, double?> damage, bool hasHours)
    {
        Line(writer, "");
        Line(writer, hasHours ? "%column_names%\tdamaged\trepair_time" : "%column_names%\tdamaged");
        Line(writer, $"mpc.{name} = [");
        foreach (var element in elements)
        {
            var isDamaged = damage.TryGetValue(element, out var hours);
            Line(writer, $"\t{(isDamaged ? 1 : 0)}" + (hasHours ? $"\t{Number(hours ?? 0)};" : ";"));
        }
        Line(writer, "];");
    }

    private static double[] Values(Bus bus) =>
    [
        bus.Id, (int)bus.Type, bus.DemandMegawatts, bus.DemandMegavars, bus.ShuntMegawatts, bus.ShuntMegavars, bus.Area,
        bus.VoltageMagnitude, bus.VoltageAngleDegrees, bus.BaseKilovolts, bus.Zone, bus.MaxVoltage, bus.MinVoltage,
    ];

    private static double[] Values(Generator generator) =>
    [
        generator.Bus, generator.OutputMegawatts, generator.OutputMegavars, generator.MaxMegavars, generator.MinMegavars,
        generator.VoltageSetPoint, generator.MachineBase, generator.InService ? 1 : 0, generator.MaxMegawatts, generator.MinMegawatts,
    ];

    private static double[] Values(Branch branch) =>
    [
        branch.From, branch.To, branch.Resistance, branch.Reactance, branch.Susceptance, branch.RatingMegavoltAmperes,
        branch.ShortTermRating, branch.EmergencyRating, branch.Tap, branch.ShiftDegrees, branch.InService ? 1 : 0,
        branch.MinAngleDegrees, branch.MaxAngleDegrees,
    ];

    private static double[] Values(DcLine line) =>
    [
        line.From, line.To, line.InService ? 1 : 0, line.FlowMegawatts,
        line.FlowMegawatts - line.ConstantLoss - line.ProportionalLoss * line.FlowMegawatts,
        line.FromMegavars, line.ToMegavars, line.FromVoltage, line.ToVoltage, line.MinMegawatts, line.MaxMegawatts,
        line.FromMegavarLimits.Min, line.FromMegavarLimits.Max, line.ToMegavarLimits.Min, line.ToMegavarLimits.Max,
        line.ConstantLoss, line.ProportionalLoss,
    ];

    private static void WriteTable(TextWriter writer, string name, MatpowerColumn[] columns, IEnumerable<double[]> rows)
    {
        Line(writer, "");
        Line(writer, "%\t" + string.Join('\t', columns.Select(column => column.Name)));
        Line(writer, $"mpc.{name} = [");
        foreach (var row in rows)
            Line(writer, "\t" + string.Join('\t', row.Select(Number)) + ";");
        Line(writer, "];");
    }

    private static void WriteNames(TextWriter writer, IReadOnlyList<Bus> buses)
    {
        Line(writer, "");
        Line(writer, "mpc.bus_name = {");
        foreach (var bus in buses)
            Line(writer, $"\t{Quoted(bus.Name ?? "")};");
        Line(writer, "};");
    }

    private static void Line(TextWriter writer, string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }

    private static string Quoted(string text)
    {
        var oneLine = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return "'" + oneLine.Replace("'", "''", StringComparison.Ordinal) + "'";
    }

    private static string Number(double value) => double.IsInfinity(value)
        ? value > 0 ? "Inf" : "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}

using System.Globalization;

namespace Relight.Grid.Import;

/// <summary>The lists that make a network.</summary>
internal enum NetworkTable
{
    Case,
    Buses,
    Branches,
    Generators,
    DcLines,
}

/// <summary>Reports a broken rule; the reader turns table, index and field into a place in its file.</summary>
internal delegate void RuleBreach(Severity severity, NetworkTable table, int index, string field, string? value, string rule);

/// <summary>
/// What the elements of a network must satisfy together, whatever format they came from. A reader sees to it that each
/// value by itself is a number of the right kind; then these rules make sure that <see cref="Network"/> can be built
/// and computed with.
/// </summary>
/// <param name="report">Takes what is wrong.</param>
/// <param name="isRead">
/// True where all values could be read, so that one that is not finite has come out of a computation and is reported.
/// </param>
internal sealed class NetworkRules(RuleBreach report, bool isRead)
{
    /// <summary>An integer that could not be read and has been reported.</summary>
    public const int Unread = int.MinValue;

    private readonly HashSet<int> _buses = [];

    /// <summary>Checks all elements against all rules.</summary>
    public void Check(
        double baseMegavoltAmperes,
        IReadOnlyList<Bus> buses,
        IReadOnlyList<Branch> branches,
        IReadOnlyList<Generator> generators,
        IReadOnlyList<DcLine> dcLines)
    {
        if (baseMegavoltAmperes <= 0 || double.IsInfinity(baseMegavoltAmperes))
            report(Severity.Error, NetworkTable.Case, 0, nameof(Network.BaseMegavoltAmperes), Text(baseMegavoltAmperes), "the MVA base must be a positive number");
        if (buses.Count == 0)
            report(Severity.Error, NetworkTable.Buses, 0, "", null, "there must be at least one bus");
        for (var i = 0; i < buses.Count; i++)
            CheckBus(buses[i], i);
        for (var i = 0; i < branches.Count; i++)
            CheckBranch(branches[i], i);
        for (var i = 0; i < generators.Count; i++)
            CheckGenerator(generators[i], i);
        for (var i = 0; i < dcLines.Count; i++)
            CheckDcLine(dcLines[i], i);
    }

    private void CheckBus(Bus bus, int index)
    {
        if (bus.Id == Unread)
            return;
        if (bus.Id <= 0)
            Error(index, nameof(Bus.Id), bus.Id, "a bus number must be 1 or more");
        else if (!_buses.Add(bus.Id))
            Error(index, nameof(Bus.Id), bus.Id, "a bus number may stand only once");
        RequireFinite(NetworkTable.Buses, index, bus.DemandMegawatts, bus.DemandMegavars, bus.ShuntMegawatts, bus.ShuntMegavars);

        void Error(int i, string field, double value, string rule) =>
            report(Severity.Error, NetworkTable.Buses, i, field, Text(value), rule);
    }

    private void CheckBranch(Branch branch, int index)
    {
        CheckEnds(NetworkTable.Branches, index, nameof(Branch.From), branch.From, nameof(Branch.To), branch.To);
        Demand(branch.Reactance != 0, nameof(Branch.Reactance), branch.Reactance, "the reactance of a branch must not be zero");
        RequireFinite(NetworkTable.Branches, index, branch.Resistance, branch.Reactance, branch.Susceptance, branch.Tap, branch.ShiftDegrees);
        const string Rule = "a rating must not be negative; 0 is no limit";
        Demand(!(branch.RatingMegavoltAmperes < 0), nameof(Branch.RatingMegavoltAmperes), branch.RatingMegavoltAmperes, Rule);
        Demand(!(branch.ShortTermRating < 0), nameof(Branch.ShortTermRating), branch.ShortTermRating, Rule);
        Demand(!(branch.EmergencyRating < 0), nameof(Branch.EmergencyRating), branch.EmergencyRating, Rule);

        void Demand(bool holds, string field, double value, string rule)
        {
            if (!holds)
                report(Severity.Error, NetworkTable.Branches, index, field, Text(value), rule);
        }
    }

    private void CheckGenerator(Generator generator, int index)
    {
        CheckBusExists(NetworkTable.Generators, index, nameof(Generator.Bus), generator.Bus);
        RequireFinite(NetworkTable.Generators, index, generator.OutputMegawatts, generator.MinMegawatts, generator.MaxMegawatts);
        var severity = generator.InService ? Severity.Error : Severity.Warning;
        if (generator.MinMegawatts > generator.MaxMegawatts)
            report(severity, NetworkTable.Generators, index, nameof(Generator.MinMegawatts), Text(generator.MinMegawatts),
                $"the least active output must not be above the highest, {Text(generator.MaxMegawatts)} MW");
        if (generator.MinMegavars > generator.MaxMegavars)
            report(severity, NetworkTable.Generators, index, nameof(Generator.MinMegavars), Text(generator.MinMegavars),
                $"the least reactive output must not be above the highest, {Text(generator.MaxMegavars)} Mvar");
    }

    private void CheckDcLine(DcLine line, int index)
    {
        CheckEnds(NetworkTable.DcLines, index, nameof(DcLine.From), line.From, nameof(DcLine.To), line.To);
        RequireFinite(NetworkTable.DcLines, index, line.FlowMegawatts, line.MinMegawatts, line.MaxMegawatts, line.ProportionalLoss);
        if (line.MinMegawatts > line.MaxMegawatts)
            report(line.InService ? Severity.Error : Severity.Warning, NetworkTable.DcLines, index, nameof(DcLine.MinMegawatts), Text(line.MinMegawatts),
                $"the lowest flow must not be above the highest, {Text(line.MaxMegawatts)} MW");
    }

    private void RequireFinite(NetworkTable table, int index, params ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (isRead && !double.IsFinite(value))
            {
                report(Severity.Error, table, index, "", Text(value), "its values must be numbers that can be computed with");
                return;
            }
    }

    private void CheckEnds(NetworkTable table, int index, string fromField, int from, string toField, int to)
    {
        CheckBusExists(table, index, fromField, from);
        CheckBusExists(table, index, toField, to);
        if (from == to && from != Unread)
            report(Severity.Error, table, index, toField, Text(to), "the two ends must be at different buses");
    }

    private void CheckBusExists(NetworkTable table, int index, string field, int bus)
    {
        if (bus != Unread && !_buses.Contains(bus))
            report(Severity.Error, table, index, field, Text(bus), "this bus does not exist");
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Relight.Grid;
using Relight.Grid.Flow;
using Relight.Restoration;
using Spectre.Console;

namespace Relight.Cli;

/// <summary>How a plan does in AC, for people: what is served and lost, and what is wrong until which repair.</summary>
internal static class AcView
{
    /// <summary>Prints it; nothing for a plan that was not checked in AC.</summary>
    public static void Write(Terminal terminal, Plan plan, Func<ElementId, string> name, int findings)
    {
        if (plan.AcInterrupted)
        {
            terminal.Out.WriteLine($"Interrupted: {plan.Curve.Count(stage => stage.Ac is not null)} of {Numbers.Count(plan.Curve.Count, "stage was", "stages were")} run in AC until then.");
            terminal.Out.WriteLine();
        }
        if (plan.Curve.All(stage => stage.Ac is null))
            return;
        WriteWorth(terminal, plan);
        WriteFindings(terminal, plan, name, findings);
    }

    private static void WriteWorth(Terminal terminal, Plan plan)
    {
        var stages = plan.Curve.Where(stage => stage.Ac is not null).ToList();
        var (served, inAc) = (EnergyOf(stages, stage => stage.ServedMegawatts), EnergyOf(stages, stage => stage.Ac!.ServedMegawatts));
        var lost = EnergyOf(stages, stage => stage.Ac!.LossMegawatts);
        terminal.Out.WriteLine(
            $"In AC: {Numbers.Energy(inAc)} MWh served of the {Numbers.Energy(served)} of the DC form, "
            + $"{Share(served - inAc, served)} less; {Numbers.Energy(lost)} MWh lost in the grid, {Share(lost, inAc)} of what is served.");
        var shedding = stages.Where(stage => stage.Ac!.ShedMegawatts > 0.05).ToList();
        terminal.Out.WriteLine(shedding.Count == 0
            ? plan.AcInterrupted ? "These stages hold in AC without shedding." : "Every stage holds in AC without shedding."
            : $"{Numbers.Count(shedding.Count, "stage sheds", "stages shed")} load to hold, at most {Numbers.Energy(shedding.Max(stage => stage.Ac!.ShedMegawatts))} MW "
                + $"(from hour {Numbers.Hours(shedding.MaxBy(stage => stage.Ac!.ShedMegawatts)!.FromHours)}).");
        if (stages.SelectMany(stage => stage.Ac!.SwitchedOff).Distinct().Order().ToList() is { Count: > 0 } off)
            terminal.Out.WriteLine($"Switched off for a time, because no point was found to hold with it: {string.Join(", ", off)}");
        terminal.Out.WriteLine();
    }

    private static void WriteFindings(Terminal terminal, Plan plan, Func<ElementId, string> name, int most)
    {
        var all = LastingAcFinding.Of(plan);
        if (all.Count == 0)
        {
            terminal.Out.WriteLine($"Run unchanged in AC, the DC dispatch is within its limits in {(plan.AcInterrupted ? "these stages" : "every stage")}.");
            terminal.Out.WriteLine();
            return;
        }
        terminal.Out.WriteLine("What is wrong where the DC dispatch is run unchanged in AC, and what clears it:");
        var table = new Table().Border(TableBorder.Simple).AddColumns("Hours", "Where", "What", "Clears with");
        table.Columns[0].NoWrap().RightAligned();
        foreach (var lasting in all.Take(most))
            table.AddRow(new[]
            {
                $"{Numbers.Hours(lasting.FromHours)}–{Numbers.Hours(lasting.ToHours)}",
                name(lasting.Worst.Element),
                What(lasting.Worst),
                lasting.Worst.ClearedAtHour is null ? plan.AcInterrupted ? "not known" : "lasts to the end" : string.Join(", ", lasting.Worst.ClearedBy.Select(name)),
            }.Select(cell => new Text(cell)));
        terminal.Tables.Write(table);
        if (all.Count > most)
            terminal.Out.WriteLine($"… and {Numbers.Count(all.Count - most, "more", "more")}, with --json");
        terminal.Out.WriteLine();
    }

    private static string What(AcFinding finding)
    {
        var (value, limit) = (finding.Value, finding.Limit);
        return finding.Kind switch
        {
            ViolationKind.DoesNotConverge => $"no power flow found for its island of {Numbers.Energy(value)} MW",
            ViolationKind.NoSource => $"its island of {Numbers.Energy(value)} MW has no generator",
            ViolationKind.LowVoltage => string.Create(CultureInfo.InvariantCulture, $"{value:0.000} p.u., below {limit:0.###}"),
            ViolationKind.HighVoltage => string.Create(CultureInfo.InvariantCulture, $"{value:0.000} p.u., above {limit:0.###}"),
            ViolationKind.Overload => $"{Numbers.Energy(value)} MVA, {Share(value - limit, limit)} above its rating",
            ViolationKind.ActivePower => $"{Numbers.Energy(value)} MW, limit {Numbers.Energy(limit)}",
            _ => $"{Numbers.Energy(value)} Mvar, limit {Numbers.Energy(limit)}",
        };
    }

    private static string Share(double part, double whole) => Numbers.Share(whole > 0 ? part / whole : 0);

    private static double EnergyOf(IEnumerable<CurveStage> stages, Func<CurveStage, double> megawatts) =>
        stages.Sum(stage => (stage.ToHours - stage.FromHours) * megawatts(stage));
}

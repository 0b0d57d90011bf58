using System.Globalization;
using Relight.Restoration;
using Spectre.Console;

namespace Relight.Cli;

/// <summary>Two plans side by side for people: the repairs that differ, where one is ahead, both curves, the totals.</summary>
internal static class CompareView
{
    private const int LeadsShown = 12;

    /// <summary>Prints it all.</summary>
    public static void Write(
        Terminal terminal, RestorationProblem problem, PlanComparison comparison, (string Plan, string Other) names, int repairs)
    {
        terminal.Out.WriteLine($"{comparison.Plan.Scenario}: {names.Plan} beside {names.Other}");
        terminal.Out.WriteLine();
        WriteRepairs(terminal, problem, comparison, names, repairs);
        WriteLeads(terminal, comparison, names);
        TotalsTable.Write(terminal, (names.Plan, comparison.Totals), (names.Other, comparison.OtherTotals), problem.Weights.Count > 0);
        terminal.Out.WriteLine(
            $"Counted to hour {Numbers.Hours(comparison.EndHours)}; the last repair ends at hour {Numbers.Hours(comparison.Totals.LastEndHours)} "
            + $"by {names.Plan}, at hour {Numbers.Hours(comparison.OtherTotals.LastEndHours)} by {names.Other}.");
    }

    private static void WriteRepairs(
        Terminal terminal, RestorationProblem problem, PlanComparison comparison, (string Plan, string Other) names, int repairs)
    {
        var all = comparison.Repairs;
        var differ = all.Where(r => r.Differs).ToList();
        if (differ.Count == 0)
        {
            terminal.Out.WriteLine("Both do every repair at the same hours with the same crews.");
            terminal.Out.WriteLine();
            return;
        }
        var table = new Table().Border(TableBorder.Simple).AddColumns("Element", names.Plan, "", names.Other, "", "Back");
        foreach (var hours in new[] { 1, 3 })
            table.Columns[hours].NoWrap().RightAligned();
        foreach (var repair in differ.Take(repairs))
            table.AddRow(new[]
            {
                ElementNames.Of(problem.Network, repair.Element),
                Hours(repair.Plan), repair.Plan?.Crew ?? "",
                Hours(repair.Other), repair.Other?.Crew ?? "",
                Later(repair.HoursLater),
            }.Select(cell => new Text(cell)));
        terminal.Tables.Write(table);
        if (differ.Count > repairs)
            terminal.Out.WriteLine($"… and {Numbers.Count(differ.Count - repairs, "more repair that differs", "more repairs that differ")}");
        if (all.Count > differ.Count)
            terminal.Out.WriteLine($"{Numbers.Count(all.Count - differ.Count, "repair is", "repairs are")} the same in both.");
        terminal.Out.WriteLine();
    }

    private static void WriteLeads(Terminal terminal, PlanComparison comparison, (string Plan, string Other) names)
    {
        var leads = comparison.Leads;
        if (leads.Count == 0)
        {
            terminal.Out.WriteLine("Both serve the same megawatts at every hour.");
            return;
        }
        foreach (var lead in leads.Take(LeadsShown))
            terminal.Out.WriteLine(
                $"Hours {Numbers.Hours(lead.FromHours)}–{Numbers.Hours(lead.ToHours)}: {(lead.OfPlan ? names.Plan : names.Other)} is ahead "
                + $"by {Numbers.Energy(lead.MegawattHours / (lead.ToHours - lead.FromHours))} MW on average, {Numbers.Energy(lead.MegawattHours)} MWh");
        if (leads.Count > LeadsShown)
            terminal.Out.WriteLine($"… and {Numbers.Count(leads.Count - LeadsShown, "more stretch", "more stretches")}");
    }

    private static string Hours(PlannedRepair? repair) =>
        repair is null ? "never" : $"{Numbers.Hours(repair.Start)}–{Numbers.Hours(repair.End)}";

    private static string Later(double? hours) => hours switch
    {
        null => "",
        > 1e-6 => $"{Shown(hours.Value)} h later",
        < -1e-6 => $"{Shown(-hours.Value)} h earlier",
        _ => "same hour",
    };

    private static string Shown(double hours) => hours.ToString("#,0.##", CultureInfo.InvariantCulture);
}

using Relight.Grid;
using Relight.Restoration;
using Spectre.Console;

namespace Relight.Cli;

/// <summary>A plan for people: the first repairs, the curve, what it is worth and against what.</summary>
internal static class PlanView
{
    /// <summary>Prints a plan beside the plan that follows the damage list.</summary>
    public static void Write(Terminal terminal, RestorationProblem problem, Plan plan, Plan listOrder, int repairs)
    {
        var repairsAsked = Numbers.Count(problem.Repairs.Count, "repair", "repairs");
        var crews = Numbers.Count(problem.Crews.Count, "crew", "crews");
        terminal.Out.WriteLine($"{plan.Scenario}: {repairsAsked}, {crews}, network {problem.Network.Name}");
        if (plan.OutOfMemory)
            terminal.Out.WriteLine("Memory ran out: this is the best plan found until then.");
        else if (plan.Interrupted)
            terminal.Out.WriteLine("Interrupted: this is the best plan found until then.");
        terminal.Out.WriteLine();
        WriteRepairs(terminal, plan, repairs, element => ElementNames.Of(problem.Network, element));
        WriteCurve(terminal, plan);
        WriteWorth(terminal, plan, listOrder);
    }

    /// <summary>Prints the first repairs, with a column for their equipment where something is known of it.</summary>
    public static void WriteRepairs(
        Terminal terminal, Plan plan, int repairs, Func<ElementId, string> name, Func<ElementId, string>? equipment = null)
    {
        if (plan.Repairs.Count == 0)
        {
            terminal.Out.WriteLine("Nothing is damaged: there is nothing to repair.");
            terminal.Out.WriteLine();
            return;
        }
        var table = new Table().Border(TableBorder.Simple).AddColumns("Hours", "Crew", "Element");
        if (equipment is not null)
            table.AddColumn("Equipment");
        table.AddColumn("Why");
        table.Columns[0].NoWrap().RightAligned();
        foreach (var repair in plan.Repairs.Take(repairs))
        {
            string[] start = [$"{Numbers.Hours(repair.Start)}–{Numbers.Hours(repair.End)}", repair.Crew, name(repair.Element)];
            string[] cells = equipment is null ? [.. start, repair.Why] : [.. start, equipment(repair.Element), repair.Why];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }
        terminal.Tables.Write(table);
        if (plan.Repairs.Count > repairs)
            terminal.Out.WriteLine($"… and {Numbers.Count(plan.Repairs.Count - repairs, "more repair", "more repairs")}, to hour {Numbers.Hours(plan.Repairs.Max(r => r.End))}");
        terminal.Out.WriteLine();
    }

    /// <summary>Prints the curve, and what stays open.</summary>
    public static void WriteCurve(Terminal terminal, Plan plan)
    {
        foreach (var line in CurveChart.Lines(plan.Curve))
            terminal.Out.WriteLine(line);
        var open = plan.Curve
            .SelectMany(stage => stage.Open.Select((branch, k) => (Branch: branch, Cost: stage.ClosingCosts.ElementAtOrDefault(k))))
            .GroupBy(of => of.Branch, of => of.Cost).OrderBy(of => of.Key)
            .Select(of => $"{of.Key} (closing it would cost {(of.Distinct().Count() > 1 ? "up to " : "")}{Numbers.Energy(of.Max())} MW)").ToList();
        if (open.Count > 0)
            terminal.Out.WriteLine($"Repaired and left open for a time, because closing serves less: {string.Join(", ", open)}");
        terminal.Out.WriteLine();
    }

    /// <summary>Prints what the plan is worth beside the order of the list, and how far from the best it can be at most.</summary>
    public static void WriteWorth(Terminal terminal, Plan plan, Plan listOrder)
    {
        var (worth, list) = (plan.Objective, listOrder.Objective);
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "This plan", "Order of the damage list", "Less by");
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned();
        Row("Unserved, MWh", worth.UnservedMegawattHours, list.UnservedMegawattHours, Numbers.Energy);
        if (worth.WeightedUnservedMegawattHours != worth.UnservedMegawattHours)
            Row("Unserved by weight, MWh", worth.WeightedUnservedMegawattHours, list.WeightedUnservedMegawattHours, Numbers.Energy);
        if (PeopleHours(listOrder) > 0)
            Row("People-hours without power", PeopleHours(plan), PeopleHours(listOrder), Numbers.Rounded);
        terminal.Tables.Write(table);
        WriteBound(terminal, worth);

        void Row(string name, double here, double there, Func<double, string> show) =>
            table.AddRow(name, show(here), show(there), there > 0 ? Numbers.Share(1 - (here / there)) : "");
    }

    /// <summary>Prints how far from the best a plan can be at most.</summary>
    public static void WriteBound(Terminal terminal, PlanObjective worth)
    {
        if (worth.LowerBoundMegawattHours > 0)
            terminal.Out.WriteLine(
                $"No plan leaves less than {Numbers.Energy(worth.LowerBoundMegawattHours)} MWh unserved by weight: "
                + (worth.Gap < 1e-9 ? "this one is proven to be the best." : $"the best possible saves at most {Numbers.Share(worth.Gap)} of what this one leaves."));
    }

    private static double PeopleHours(Plan plan) =>
        plan.Curve.Sum(stage => (stage.ToHours - stage.FromHours) * stage.PeopleWithoutPower);
}

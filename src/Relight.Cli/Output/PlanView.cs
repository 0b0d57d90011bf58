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
        if (plan.Interrupted)
            terminal.Out.WriteLine("Interrupted: this is the best plan found until then.");
        terminal.Out.WriteLine();
        WriteRepairs(terminal, problem, plan, repairs);
        WriteCurve(terminal, plan);
        WriteWorth(terminal, plan, listOrder);
    }

    /// <summary>Prints the first repairs.</summary>
    public static void WriteRepairs(Terminal terminal, RestorationProblem problem, Plan plan, int repairs)
    {
        if (plan.Repairs.Count == 0)
        {
            terminal.Out.WriteLine("Nothing is damaged: there is nothing to repair.");
            return;
        }
        var table = new Table().Border(TableBorder.Simple).AddColumns("Hours", "Crew", "Element", "Why");
        table.Columns[0].NoWrap().RightAligned();
        foreach (var repair in plan.Repairs.Take(repairs))
            table.AddRow(
                new Text($"{Numbers.Hours(repair.Start)}–{Numbers.Hours(repair.End)}"),
                new Text(repair.Crew),
                new Text(ElementNames.Of(problem.Network, repair.Element)),
                new Text(repair.Why));
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
        var open = plan.Curve.SelectMany(stage => stage.Open).Distinct().Order().ToList();
        if (open.Count > 0)
            terminal.Out.WriteLine($"Repaired and left open for a time, because closing serves less: {string.Join(", ", open)}");
        terminal.Out.WriteLine();
    }

    /// <summary>Prints what the plan is worth, how far from the best it can be at most, and what the order of the list would leave.</summary>
    public static void WriteWorth(Terminal terminal, Plan plan, Plan listOrder)
    {
        var worth = plan.Objective;
        var list = listOrder.Objective;
        var grid = new Spectre.Console.Grid().AddColumns(2);
        grid.Columns[1].RightAligned();
        Row("Unserved, MWh", Numbers.Energy(worth.UnservedMegawattHours));
        if (worth.WeightedUnservedMegawattHours != worth.UnservedMegawattHours)
            Row("Unserved by weight, MWh", Numbers.Energy(worth.WeightedUnservedMegawattHours));
        if (worth.LowerBoundMegawattHours > 0)
        {
            Row("No plan leaves less than, MWh", Numbers.Energy(worth.LowerBoundMegawattHours));
            Row("From the best possible at most", Numbers.Share(worth.Gap));
        }
        Row("In the order of the damage list, MWh", Numbers.Energy(list.WeightedUnservedMegawattHours));
        if (list.WeightedUnservedMegawattHours > 0)
            Row("Less than in that order", Numbers.Share(1 - (worth.WeightedUnservedMegawattHours / list.WeightedUnservedMegawattHours)));
        var people = plan.Curve.Sum(stage => (stage.ToHours - stage.FromHours) * stage.PeopleWithoutPower);
        if (people > 0)
            Row("People-hours without power", Numbers.Count(people));
        terminal.Tables.Write(grid);

        void Row(string name, string value) => grid.AddRow(new Text(name), new Text(value));
    }
}

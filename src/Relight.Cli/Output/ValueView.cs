using Relight.Restoration;
using Spectre.Console;

namespace Relight.Cli;

/// <summary>What one more of each thing would save, for people: the wanted list.</summary>
internal static class ValueView
{
    /// <summary>Prints the values, the greatest first.</summary>
    public static void Write(Terminal terminal, RestorationProblem problem, ValueOfOneMore value, int most)
    {
        terminal.Out.WriteLine($"{problem.Name}: what one more would save");
        if (value.Interrupted)
            terminal.Out.WriteLine("Interrupted: not all were searched for as long as they should be, or checked; values may be too small, and some are not listed.");
        if (value.Values.Count == 0)
        {
            terminal.Out.WriteLine("No repair waits for equipment, and there is no crew: nothing to have one more of.");
            return;
        }
        var weighted = problem.Weights.Count > 0;
        var people = problem.People.Count > 0;
        var table = new Table().Border(TableBorder.Simple).AddColumns("One more", "There at hour", "Now");
        if (weighted)
            table.AddColumn("Saves MWh by weight");
        table.AddColumn("Saves MWh");
        if (people)
            table.AddColumn("Saves people-hours");
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned();
        foreach (var one in value.Values.Take(most))
            table.AddRow(Cells(problem, one, weighted, people).Select(cell => new Text(cell)));
        terminal.Tables.Write(table);
        if (value.Values.Count > most)
            terminal.Out.WriteLine($"… and {Numbers.Count(value.Values.Count - most)} more that save no more than the last of these by weight");
        terminal.Out.WriteLine(
            $"Beside a plan that leaves {Numbers.Energy(value.Plan.Objective.WeightedUnservedMegawattHours)} MWh unserved{(weighted ? " by weight" : "")}"
            + (value.PresentPlanImprovedBy > 0.05 ? $"; it is {Numbers.Energy(value.PresentPlanImprovedBy)} MWh better than the present plan, and was found on the way." : "."));
    }

    private static IEnumerable<string> Cells(RestorationProblem problem, OneMoreValue one, bool weighted, bool people)
    {
        var question = one.Question;
        yield return question.Kind switch
        {
            OneMoreKind.Crew when question.Skills.Count == 0 => "crew",
            OneMoreKind.Crew => $"crew with {string.Join(", ", question.Skills)}",
            OneMoreKind.DayEarlier => $"{Name()}: a day earlier",
            OneMoreKind.WeekEarlier => $"{Name()}: a week earlier",
            _ => $"{Name()}: a unit at once",
        };
        yield return Numbers.Hours(question.Hour);
        yield return question.HourNow is { } now ? Numbers.Hours(now) : "";
        if (weighted)
            yield return Numbers.Energy(one.SavedWeightedMegawattHours);
        yield return Numbers.Energy(one.SavedMegawattHours);
        if (people)
            yield return Numbers.Rounded(one.SavedPeopleHours);

        string Name() => ElementNames.Of(problem.Network, question.Element!.Value);
    }
}

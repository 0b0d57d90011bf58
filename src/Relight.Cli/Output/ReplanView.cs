using System.Globalization;
using Relight.Restoration;
using Spectre.Console;

namespace Relight.Cli;

/// <summary>A plan made anew for people: what becomes of each repair and why, the curve, and what it is worth.</summary>
internal static class ReplanView
{
    private const int ElementsNamed = 12;

    /// <summary>Prints it all.</summary>
    public static void Write(Terminal terminal, RestorationProblem problem, Replan replan, int repairs)
    {
        var toDo = replan.Moves.Where(m => m.Kind is not (MoveKind.Ended or MoveKind.FoundDone)).ToList();
        var crews = Numbers.Count(replan.Problem.Crews.Count, "crew", "crews");
        terminal.Out.WriteLine(
            $"{problem.Name}, planned anew from hour {Numbers.Hours(replan.NowHours)}: {Numbers.Count(toDo.Count, "repair", "repairs")}, {crews}");
        if (replan.Plan.Interrupted)
            terminal.Out.WriteLine("Interrupted: this is the best plan found until then.");
        WriteEnded(terminal, "Ended", replan.Moves, MoveKind.Ended);
        WriteEnded(terminal, "Found done", replan.Moves, MoveKind.FoundDone);
        if (toDo.Count == 0)
        {
            terminal.Out.WriteLine("Nothing is left to repair.");
            return;
        }
        terminal.Out.WriteLine();
        WriteMoves(terminal, replan, toDo, repairs);
        PlanView.WriteCurve(terminal, replan.Plan);
        var comparison = replan.Comparison;
        TotalsTable.Write(
            terminal, ("Planned anew", comparison.Totals), ("Carried on as it was", comparison.OtherTotals), problem.Weights.Count > 0);
        PlanView.WriteBound(terminal, replan.Plan.Objective);
    }

    private static void WriteMoves(Terminal terminal, Replan replan, List<RepairMove> moves, int repairs)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Hours", "Crew", "Element", "Before", "Change", "Why");
        foreach (var column in table.Columns.Take(1))
            column.NoWrap().RightAligned();
        table.Columns[3].RightAligned();
        foreach (var move in moves.Take(repairs))
            table.AddRow(new[]
            {
                Hours(move.Now!), move.Now!.Crew, ElementNames.Of(replan.Problem.Network, move.Element),
                Before(move), Change(move), move.Why,
            }.Select(cell => new Text(cell)));
        terminal.Tables.Write(table);
        if (moves.Count > repairs)
            terminal.Out.WriteLine(
                $"… and {Numbers.Count(moves.Count - repairs, "more repair", "more repairs")}, to hour {Numbers.Hours(moves.Max(m => m.Now!.End))}");
        var now = Numbers.Hours(replan.NowHours);
        terminal.Out.WriteLine($"Hours are those of the plan as it was; in the curve below, and in the new files, hour 0 is its hour {now}.");
        terminal.Out.WriteLine(Counted(moves));
        terminal.Out.WriteLine();
    }

    private static string Counted(List<RepairMove> moves)
    {
        var counts = moves.GroupBy(m => m.Kind).OrderBy(g => g.Key)
            .Select(g => $"{Numbers.Count(g.Count())} {Word(g.Key)}");
        return $"Changed: {string.Join(", ", counts)}.";
    }

    private static string Word(MoveKind kind) => kind switch
    {
        MoveKind.GoesOn => "under way",
        MoveKind.New => "new",
        MoveKind.Earlier => "earlier",
        MoveKind.Later => "later",
        MoveKind.OtherCrew => "by another crew at the same hour",
        _ => "as before",
    };

    private static string Hours(PlannedRepair repair) => $"{Numbers.Hours(repair.Start)}–{Numbers.Hours(repair.End)}";

    private static string Before(RepairMove move) => move.Before is not { } before ? ""
        : before.Crew == move.Now!.Crew ? Hours(before)
        : $"{Hours(before)} {before.Crew}";

    private static string Change(RepairMove move)
    {
        var hours = Math.Abs(move.HoursLater ?? 0).ToString("#,0.##", CultureInfo.InvariantCulture);
        return move.Kind switch
        {
            MoveKind.Earlier => $"{hours} h earlier",
            MoveKind.Later => $"{hours} h later",
            MoveKind.GoesOn when move.HoursLater is > 1e-6 or < -1e-6 => $"under way, ends {hours} h {(move.HoursLater > 0 ? "later" : "earlier")}",
            MoveKind.OtherCrew => "other crew",
            var kind => Word(kind),
        };
    }

    private static void WriteEnded(Terminal terminal, string word, IReadOnlyList<RepairMove> moves, MoveKind kind)
    {
        var elements = moves.Where(m => m.Kind == kind).Select(m => m.Element).ToList();
        if (elements.Count == 0)
            return;
        var named = string.Join(", ", elements.Take(ElementsNamed));
        terminal.Out.WriteLine($"{word}: {named}{(elements.Count > ElementsNamed ? $" and {elements.Count - ElementsNamed} more" : "")}.");
    }
}

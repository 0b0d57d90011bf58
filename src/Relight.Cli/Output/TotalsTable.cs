using Relight.Restoration;
using Spectre.Console;

namespace Relight.Cli;

/// <summary>What two plans leave unserved, side by side.</summary>
internal static class TotalsTable
{
    /// <summary>Prints the first beside the second, and by how much it is less.</summary>
    public static void Write(
        Terminal terminal, (string Name, PlanTotals Totals) first, (string Name, PlanTotals Totals) second, bool weighted)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("", first.Name, second.Name, "Less by", "");
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned();
        Row("Unserved, MWh", t => t.UnservedMegawattHours, Numbers.Energy);
        if (weighted)
            Row("Unserved by weight, MWh", t => t.WeightedUnservedMegawattHours, Numbers.Energy);
        if (first.Totals.PeopleHours > 0 || second.Totals.PeopleHours > 0)
            Row("People-hours without power", t => t.PeopleHours, Numbers.Rounded);
        terminal.Tables.Write(table);

        void Row(string name, Func<PlanTotals, double> of, Func<double, string> show)
        {
            var (here, there) = (of(first.Totals), of(second.Totals));
            table.AddRow(name, show(here), show(there), show(there - here), there > 0 ? Numbers.Share(1 - (here / there)) : "");
        }
    }
}

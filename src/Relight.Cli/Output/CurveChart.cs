using Relight.Restoration;

namespace Relight.Cli;

/// <summary>
/// The curve of a plan as a small chart of characters: hours to the right, megawatts upwards. Where the plan was checked
/// in AC, what holds there is solid, and what only the DC form serves lies above it in grey.
/// </summary>
internal static class CurveChart
{
    private const int Columns = 72;
    private const int Rows = 8;
    private const string Eighths = " ▁▂▃▄▅▆▇█";
    private const char DcOnly = '░';

    /// <summary>The lines of the chart; none for a curve without stages or demand.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<CurveStage> curve)
    {
        if (curve.Count == 0 || curve[0].DemandMegawatts <= 0)
            return [];
        var demand = curve[0].DemandMegawatts;
        var horizon = curve[^1].ToHours;
        var isAc = curve.All(stage => stage.Ac is not null);
        var stages = Enumerable.Range(0, Columns).Select(column => StageAt(curve, (column + 0.5) * horizon / Columns)).ToList();
        var heights = stages.ConvertAll(stage => (
            Solid: (isAc ? stage.Ac!.ServedMegawatts : stage.ServedMegawatts) / demand * Rows, All: stage.ServedMegawatts / demand * Rows));
        var labels = Enumerable.Range(0, Rows).ToDictionary(row => row, _ => "");
        labels[Rows - 1] = Numbers.Energy(demand);
        labels[0] = "0";
        var width = labels.Values.Max(label => label.Length);
        var scale = $"0 h{Numbers.Hours(horizon) + " h",Columns - 3}";
        return
        [
            "MW served of " + Numbers.Energy(demand) + " MW demand" + (isAc ? $" (█ holds in AC, {DcOnly} in the DC form only)" : ""),
            .. Enumerable.Range(0, Rows).Reverse().Select(row => $"{labels[row].PadLeft(width)} ┤{Row(heights, row)}"),
            $"{new string(' ', width)} └{new string('─', Columns)}",
            $"{new string(' ', width)}  {scale}",
        ];
    }

    private static string Row(IEnumerable<(double Solid, double All)> heights, int row) =>
        string.Concat(heights.Select(height => Cell(height.Solid, height.All, row))).TrimEnd();

    private static char Cell(double solid, double all, int row)
    {
        var eighths = (int)Math.Clamp(Math.Round((solid - row) * 8), 0, 8);
        return eighths == 0 && all - row >= 0.5 ? DcOnly : Eighths[eighths];
    }

    private static CurveStage StageAt(IReadOnlyList<CurveStage> curve, double hour) =>
        curve.First(stage => hour < stage.ToHours || stage == curve[^1]);
}

using Relight.Restoration;

namespace Relight.Cli;

/// <summary>The curve of a plan as a small chart of characters: hours to the right, megawatts upwards.</summary>
internal static class CurveChart
{
    private const int Columns = 72;
    private const int Rows = 8;
    private const string Eighths = " ▁▂▃▄▅▆▇█";

    /// <summary>The lines of the chart; none for a curve without stages or demand.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<CurveStage> curve)
    {
        if (curve.Count == 0 || curve[0].DemandMegawatts <= 0)
            return [];
        var demand = curve[0].DemandMegawatts;
        var horizon = curve[^1].ToHours;
        var heights = Enumerable.Range(0, Columns)
            .Select(column => ServedAt(curve, (column + 0.5) * horizon / Columns) / demand * Rows)
            .ToList();
        var labels = Enumerable.Range(0, Rows).ToDictionary(row => row, _ => "");
        labels[Rows - 1] = Numbers.Energy(demand);
        labels[0] = "0";
        var width = labels.Values.Max(label => label.Length);
        var scale = $"0 h{Numbers.Hours(horizon) + " h",Columns - 3}";
        return
        [
            "MW served of " + Numbers.Energy(demand) + " MW demand",
            .. Enumerable.Range(0, Rows).Reverse().Select(row => $"{labels[row].PadLeft(width)} ┤{Row(heights, row)}"),
            $"{new string(' ', width)} └{new string('─', Columns)}",
            $"{new string(' ', width)}  {scale}",
        ];
    }

    private static string Row(IEnumerable<double> heights, int row) =>
        string.Concat(heights.Select(height => Eighths[(int)Math.Clamp(Math.Round((height - row) * 8), 0, 8)])).TrimEnd();

    private static double ServedAt(IReadOnlyList<CurveStage> curve, double hour) =>
        curve.First(stage => hour < stage.ToHours || stage == curve[^1]).ServedMegawatts;
}

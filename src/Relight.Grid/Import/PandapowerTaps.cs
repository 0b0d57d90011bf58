namespace Relight.Grid.Import;

/// <summary>What the tap changer of a transformer makes of its winding: a factor on the rated voltage, and a phase shift.</summary>
internal readonly record struct PandapowerTap(double Factor, double ShiftDegrees)
{
    /// <summary>
    /// The tap changer of a row. From version 3 on its type says how it works; before, <c>tap_phase_shifter</c> does. A
    /// position without a neutral one, and a type that is missing or given by a table, change nothing.
    /// </summary>
    public static PandapowerTap Of(PandapowerTable table, int row)
    {
        var neutral = table.Number(row, "tap_neutral");
        var steps = table.Number(row, "tap_pos", neutral) - neutral;
        var (percent, degrees) = (table.Number(row, "tap_step_percent") * steps / 100, table.Number(row, "tap_step_degree"));
        var towardsLow = table.Text(row, "tap_side") == "lv" ? -1 : 1;
        var type = table.Has("tap_changer_type") ? table.Text(row, "tap_changer_type")
            : table.Flag(row, "tap_phase_shifter", absent: false) ? "Ideal" : "Ratio";
        if (type == "Ideal")
            return new PandapowerTap(1, towardsLow * (degrees != 0 ? steps * degrees : 2 * double.RadiansToDegrees(Math.Asin(percent / 2))));
        if (type is not ("Ratio" or "Symmetrical"))
            return new PandapowerTap(1, 0);
        var angle = double.DegreesToRadians(degrees);
        var (along, across) = (1 + percent * Math.Cos(angle), percent * Math.Sin(angle));
        return new PandapowerTap(Math.Sqrt(along * along + across * across), towardsLow * double.RadiansToDegrees(Math.Atan(across / along)));
    }
}

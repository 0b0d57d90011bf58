namespace Relight.Restoration.Bounds;

/// <summary>
/// What whole repairs take of a crew's time. A dual feasible function gives each length a share so that the shares of
/// lengths which fit into one crew's time together are at most 1; so all shares together are at most the number of crews,
/// which says more than the sum of the hours where repairs are long.
/// </summary>
internal static class WholeRepairs
{
    private const int MostSteps = 4;

    /// <summary>Shares of the time by several such functions.</summary>
    /// <param name="hours">Hours of each repair, above 0, no longer than the time.</param>
    /// <param name="time">Hours that a crew has at most.</param>
    /// <remarks>The functions u⁽ᵏ⁾ and U⁽ᵉ⁾ of Fekete and Schepers 2001.</remarks>
    public static IEnumerable<double[]> Shares(double[] hours, double time)
    {
        double[] parts = [.. hours.Select(h => Math.Min(1, h / time))];
        for (var k = 1; k <= MostSteps; k++)
            yield return [.. parts.Select(part => Stepped(part, k))];
        foreach (var least in parts.Where(part => part <= 0.5).Distinct())
            yield return [.. parts.Select(part => part > 1 - least + 1e-9 ? 1 : part < least - 1e-9 ? 0 : part)];
    }

    private static double Stepped(double part, int k)
    {
        var steps = (k + 1) * part;
        return Math.Abs(steps - Math.Round(steps)) < 1e-9 ? part : Math.Floor(steps) / k;
    }
}

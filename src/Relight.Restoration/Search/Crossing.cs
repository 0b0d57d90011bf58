namespace Relight.Restoration.Search;

/// <summary>What one candidate can learn from another.</summary>
internal static class Crossing
{
    private const double LeastMegawatts = 1e-2;

    /// <summary>What the other has done at the hour at which it serves most more, for each stretch of hours in which it serves more.</summary>
    public static IEnumerable<GoodSet> Of(Incumbent one, Incumbent other)
    {
        var (peak, most) = (double.NaN, LeastMegawatts);
        foreach (var hour in other.Ends)
        {
            var more = other.ServedAt(hour) - one.ServedAt(hour);
            if (more > most)
                (peak, most) = (hour, more);
            if (more > LeastMegawatts || double.IsNaN(peak))
                continue;
            yield return other.SetAt(peak);
            (peak, most) = (double.NaN, LeastMegawatts);
        }
        if (!double.IsNaN(peak))
            yield return other.SetAt(peak);
    }
}

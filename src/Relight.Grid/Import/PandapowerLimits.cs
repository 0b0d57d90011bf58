namespace Relight.Grid.Import;

/// <summary>Limits in pandapower nets: its converters write 99999 kA or MVA where there is none.</summary>
internal static class PandapowerLimits
{
    /// <summary>What stands for no limit.</summary>
    public const double None = 99_999;

    /// <summary>The rating of a branch, or 0 where its limit is none.</summary>
    public static double Rating(double limit, double rating) => limit >= None ? 0 : rating;
}

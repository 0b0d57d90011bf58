using System.Globalization;

namespace Relight.Web.Plans;

/// <summary>The hour of the plan that an address names.</summary>
internal static class PlanHour
{
    /// <summary>The hour within the plan that is nearest to what is written; 0 where nothing can be read.</summary>
    public static double Read(string? text, PlanBoard board) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var hour) && double.IsFinite(hour)
            ? Math.Clamp(hour, 0, Math.Ceiling(board.Horizon))
            : 0;
}

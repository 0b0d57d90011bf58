using System.Globalization;
using Relight.Ledger;
using Relight.Register;
using Relight.Web.Api;

namespace Relight.Web.Plans;

/// <summary>The hour of the plan that an address names.</summary>
internal static class PlanHour
{
    /// <summary>The hour within the plan that is nearest to what is written; 0 where nothing is, or it cannot be read, which is told.</summary>
    public static double Read(string? text, PlanBoard board, ICollection<Fault> faults)
    {
        if (string.IsNullOrEmpty(text))
            return 0;
        if (double.TryParse(Numerals.Plain(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var hour) && double.IsFinite(hour))
            return Math.Clamp(hour, 0, Math.Ceiling(board.Horizon));
        faults.Add(new Fault("hour", Checks.Shown(text), "must be a number of hours such as 12.5"));
        return 0;
    }

    /// <summary>The hour of the plan that it is now, to a tenth; 0 where it is over or has not begun, as an old or a made-up plan is.</summary>
    public static double Now(PlanBoard board, TimeProvider time) =>
        (time.GetUtcNow() - board.HourZero).TotalHours is var hours && hours > 0 && hours < board.Horizon ? Math.Floor(hours * 10) / 10 : 0;
}

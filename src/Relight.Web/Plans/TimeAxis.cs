using Relight.Web.Design;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;

namespace Relight.Web.Plans;

/// <summary>Marks along the hours of a plan: whole days, or whole hours where it is short.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Marks">Hour of each mark, and its number.</param>
internal sealed record TimeAxis(Text Unit, IReadOnlyList<(double Hour, double Number)> Marks)
{
    private const double LeastHoursInDays = 72;

    /// <summary>The marks of so many hours, about as many as asked for at most.</summary>
    public static TimeAxis Of(double hours, int most)
    {
        var unit = hours < LeastHoursInDays ? 1 : 24;
        var step = Math.Ceiling(Axis.Step(hours / unit, most));
        return new TimeAxis(
            unit == 1 ? PlanWords.HoursAxis : PlanWords.DaysAxis,
            [.. Enumerable.Range(0, (int)(hours / unit / step) + 1).Select(k => (k * step * unit, k * step))]);
    }
}

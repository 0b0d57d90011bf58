using Relight.Web.Languages.Words;
using Relight.Web.Plans;

namespace Relight.Web.Tests;

/// <summary>Marks along the hours of a plan.</summary>
public class TimeAxisTests
{
    [Theory]
    [InlineData(0, 10, new double[] { 0 })]
    [InlineData(6, 10, new double[] { 0, 1, 2, 3, 4, 5, 6 })]
    [InlineData(71, 10, new double[] { 0, 10, 20, 30, 40, 50, 60, 70 })]
    [InlineData(72, 10, new double[] { 0, 1, 2, 3 })]
    [InlineData(386, 10, new double[] { 0, 2, 4, 6, 8, 10, 12, 14, 16 })]
    [InlineData(600, 10, new double[] { 0, 3, 6, 9, 12, 15, 18, 21, 24 })]
    public void Marks_are_whole_numbers_of_days_or_of_hours_where_a_plan_is_short(double hours, int most, double[] numbers)
    {
        var axis = TimeAxis.Of(hours, most);
        Assert.Equal(numbers, axis.Marks.Select(mark => mark.Number));
        Assert.Same(hours < 72 ? PlanWords.HoursAxis : PlanWords.DaysAxis, axis.Unit);
        Assert.All(axis.Marks, mark => Assert.Equal(mark.Number * (hours < 72 ? 1 : 24), mark.Hour));
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Relight.Web.Design;
using Range = Relight.Web.Design.Range;

namespace Relight.Web.Tests;

public class NumberFilterTests
{
    [Theory]
    [InlineData(">=200 MVA", "MVA", 200, double.PositiveInfinity)]
    [InlineData("≥200000kVA", "MVA", 200, double.PositiveInfinity)]
    [InlineData("<= 1,5 MVA", "MVA", double.NegativeInfinity, 1.5)]
    [InlineData("330", "kV", 330, 330)]
    [InlineData("330 кВ", "kV", 330, 330)]
    [InlineData("٣٣٠", "kV", 330, 330)]
    [InlineData("≥ ١٬٣٠٠٫٥ kV", "kV", 1300.5, double.PositiveInfinity)]
    [InlineData("۲۰۰..۲۵۰ MVA", "MVA", 200, 250)]
    [InlineData("1 300", "kV", 1300, 1300)]
    [InlineData("200..250 MVA", "MVA", 200, 250)]
    [InlineData("400 kV ± 5 %", "kV", 380, 420)]
    public void Reads_conditions_with_units(string words, string unit, double low, double high)
    {
        var range = NumberFilter.Read(words, unit, out var fault);
        Assert.Null(fault);
        Assert.Equal(low, range!.Value.Low, 1e-9);
        Assert.Equal(high, range.Value.High, 1e-9);
    }

    [Theory]
    [InlineData("many", FilterFault.NoNumber)]
    [InlineData("", FilterFault.NoNumber)]
    [InlineData(">= 5 kV", FilterFault.OtherUnit)]
    [InlineData(">= 1,300", FilterFault.TwoWays)]
    [InlineData("200..1,300", FilterFault.TwoWays)]
    public void Says_what_is_wrong(string words, FilterFault expected)
    {
        Assert.Null(NumberFilter.Read(words, "MVA", out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Keeps_only_what_certainly_matches()
    {
        var filter = new Filter<Range?>.Measure(value => value, "MVA");
        var test = filter.Read(">=100", out _)!;
        Assert.True(test(new Range(100, double.PositiveInfinity)));
        Assert.False(test(new Range(90, 110)));
        Assert.False(test(null));
    }

    [Theory]
    [InlineData("?power>=200MVA", "power", ">=200MVA")]
    [InlineData("?power>200MVA", "power", ">200MVA")]
    [InlineData("?power=%3E%3D200+MVA", "power", ">=200 MVA")]
    [InlineData("?sort=-power", "power", null)]
    public void Reads_conditions_from_the_address(string query, string key, string? expected)
    {
        var state = TableState.Of(new QueryCollection(QueryHelpers.ParseQuery(query)));
        Assert.Equal(expected, state.FilterOf(key));
    }

    [Fact]
    public void Sorting_twice_turns_the_order_around_and_starts_at_the_first_page()
    {
        var once = TableState.Of(new QueryCollection(QueryHelpers.ParseQuery("?kind=Goods&sort=power&page=3")));
        Assert.Equal("?kind=Goods&sort=-power", once.WithSort("power"));
    }
}

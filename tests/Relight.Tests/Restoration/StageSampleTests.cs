using Relight.Grid.Import;
using Relight.Restoration;

namespace Relight.Tests.Restoration;

/// <summary>Of a curve too long to be computed anew, the stages that tell most are; the others must lie between them.</summary>
public class StageSampleTests
{
    [Fact]
    public void A_short_curve_is_computed_whole()
    {
        var sample = new StageSample(Curve(8, _ => 5), 8);

        Assert.All(Enumerable.Range(0, 8), stage => Assert.True(sample.Contains(stage)));
        Assert.Empty(sample.Findings("plan"));
    }

    [Fact]
    public void Of_a_long_curve_the_stages_around_a_rise_are_computed_and_what_is_open_is_told()
    {
        // Nothing is open before and after the one rise, so halving ends on both sides of it.
        var sample = new StageSample(Curve(1000, stage => stage < 700 ? 10 : 90), 40);

        Assert.Equal(40, Enumerable.Range(0, 1000).Count(sample.Contains));
        Assert.True(sample.Contains(0) && sample.Contains(699) && sample.Contains(700) && sample.Contains(999));
        var told = Assert.Single(sample.Findings("plan"));
        Assert.Equal(Severity.Warning, told.Severity);
        Assert.Equal("40 of 1000 stages", told.Value);
        Assert.EndsWith("together are off by 0 MWh at most", told.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_be_wrong_between_two_stages_is_their_difference_over_the_hours_between()
    {
        var told = Assert.Single(new StageSample(Curve(11, stage => 4 * stage), 2).Findings("plan"));

        Assert.EndsWith("together are off by 360 MWh at most", told.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_that_serves_more_than_a_later_one_is_an_error()
    {
        var sample = new StageSample(Curve(11, stage => stage == 3 ? 100 : 4 * stage), 2);

        var error = Assert.Single(sample.Findings("plan"), finding => finding.Severity == Severity.Error);
        Assert.Equal("plan $.curve[3].weightedServed", error.Place);
        Assert.Equal("must be from 0 to 40, what is served before and after", error.Rule);
    }

    private static CurveStage[] Curve(int stages, Func<int, double> served) =>
        [.. Enumerable.Range(0, stages).Select(k => new CurveStage(k, k + 1, 200, served(k), served(k), [], 0))];
}

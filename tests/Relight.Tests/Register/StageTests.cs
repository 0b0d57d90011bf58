using Relight.Register;

namespace Relight.Tests.Register;

/// <summary>Stages follow each other one by one; out can follow any; goods and money never mix.</summary>
public class StageTests
{
    [Fact]
    public void Only_the_next_stage_or_out_follows()
    {
        foreach (var way in new[] { Stage.OfGoods, Stage.OfMoney })
            foreach (var (i, stage) in way.Index())
            {
                foreach (var (j, next) in way.Index())
                    Assert.Equal(j == i + 1, stage.WhyNotTo(next) is null);
                Stage withdrawn = stage.IsMoney ? MoneyStage.Withdrawn : GoodsStage.Withdrawn;
                Assert.Null(stage.WhyNotTo(withdrawn));
                Assert.NotNull(withdrawn.WhyNotTo(stage));
            }
        Assert.NotNull(((Stage)GoodsStage.Announced).WhyNotTo(MoneyStage.Signed));
    }

    [Fact]
    public void A_stage_reads_back_from_its_text()
    {
        Stage[] all = [.. Stage.OfGoods, .. Stage.OfMoney, GoodsStage.Lost, MoneyStage.Withdrawn];
        Assert.All(all, stage => Assert.Equal(stage, Stage.Parse(stage.ToString())));
        Assert.False(Stage.TryParse("goods:paid", null, out _));
        Assert.False(Stage.TryParse("6", null, out _));
    }
}

using CsCheck;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Sample;

namespace Relight.Tests.Matching;

/// <summary>The shortest specification refuses what the whole one refuses, and nothing in it could be left out.</summary>
public class ShortestRequirementTests
{
    public static TheoryData<string> Kinds => [.. Draws.Kinds.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_refuses_every_offer_that_the_whole_requirement_refuses(string name)
    {
        var kind = Draws.Kinds.Single(kind => kind.Name == name);
        (from need in kind.Need from specifications in kind.Specification.Array[1, 8] select (need, specifications)).Sample(
            drawn =>
            {
                var offers = drawn.specifications.Select((json, i) => new Offer
                {
                    Id = Id<Offer>.Named($"{i}"),
                    Version = 1,
                    Title = "o",
                    Donor = Id<Organisation>.Named("d"),
                    Specification = LedgerJson.Read<Specification>(json),
                    Units = 1,
                    Condition = UnitCondition.Used,
                }).ToList();
                var shortest = drawn.need with { Requirement = ShortestRequirement.Of(drawn.need, offers, Practice.Default) };
                Assert.All(offers, offer => Assert.Equal(
                    MatchOffers.Weigh(drawn.need, offer, Practice.Default).Verdict == Verdict.DoesNotFit,
                    MatchOffers.Weigh(shortest, offer, Practice.Default).Verdict == Verdict.DoesNotFit));
                Assert.True(LedgerJson.Write(shortest.Requirement).Length <= LedgerJson.Write(drawn.need.Requirement).Length);
            },
            iter: 30);
    }

    [Fact]
    public void What_only_makes_work_or_questions_is_left_out_of_the_sample_s_bays()
    {
        var bay = SampleNeeds.Of(SampleProblem.Default).First(need => need.Requirement is TransformerBay { Parallel: not null });
        var whole = (TransformerBay)bay.Requirement with { StationServiceKilovolts = 10 };
        var shortest = (TransformerBay)ShortestRequirement.Of(bay with { Requirement = whole }, SampleOffers.All, Practice.Default);
        Assert.Null(shortest.StationServiceKilovolts);
        Assert.Equal(
            (whole.HighKilovolts, whole.LowKilovolts, whole.LoadMegavoltamperes, whole.TransportLimitTonnes, whole.HighSystemUm),
            (shortest.HighKilovolts, shortest.LowKilovolts, shortest.LoadMegavoltamperes, shortest.TransportLimitTonnes, shortest.HighSystemUm));
    }
}

using Relight.Grid;
using Relight.Register;
using Relight.Sample;

namespace Relight.Tests.Sample;

public class SampleNeedsAndOffersTests
{
    private static readonly IReadOnlyList<Need> s_needs = SampleNeeds.Of(SampleProblem.Default);

    [Fact]
    public void At_least_25_needs_of_every_kind()
    {
        Assert.True(s_needs.Count >= 25);
        Assert.Equal(Enum.GetValues<NeedKind>(), s_needs.Select(need => need.Requirement.Kind).Distinct().Order());
        Assert.Equal(s_needs.Count, s_needs.Select(need => need.Id).Distinct().Count());
    }

    [Fact]
    public void Every_lost_unit_has_a_need_at_its_place()
    {
        var waiting = s_needs.Where(need => need.Requirement is TransformerBay).Select(need => need.Site!.Exact.Element!.Value).ToHashSet();
        var lost = SampleProblem.Default.Damage.Where(d => d.Grade == DamageGrade.Lost).Select(d => d.Element);
        Assert.Equal(waiting, lost.ToHashSet());
        Assert.All(waiting, element => Assert.Equal(ElementKind.Branch, element.Kind));
    }

    [Fact]
    public void A_title_gives_no_place_away() => Assert.All(
        s_needs.Where(need => need.Site?.Exact.Bus is not null),
        need => Assert.DoesNotContain(SampleGrid.Default.SiteOf(need.Site!.Exact.Bus!.Value).Name.Split(' ')[0], need.Title));

    [Fact]
    public void At_least_30_invented_offers_stand_against_contributions()
    {
        var contributions = SamplePledges.Default.Adoptions.Select(a => a.Contribution).ToHashSet();
        var organisations = SamplePledges.Default.Organisations.Select(o => o.Id).ToHashSet();
        Assert.True(SampleOffers.All.Count >= 30);
        Assert.Equal(SampleOffers.All.Count, SampleOffers.All.Select(offer => offer.Id).Distinct().Count());
        Assert.All(SampleOffers.All, offer =>
        {
            Assert.EndsWith("(invented)", offer.Title);
            Assert.Contains(offer.Contribution!.Value, contributions);
            Assert.Contains(offer.Donor, organisations);
            Assert.NotNull(offer.Arrival);
            Assert.NotNull(offer.DispatchCountry);
        });
    }
}

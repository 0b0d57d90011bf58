using Relight.Register;
using Relight.Sample;

namespace Relight.Tests.Sample;

public class SamplePledgesTests
{
    private static readonly SamplePledges s_sample = SamplePledges.Default;
    private static readonly Dictionary<Id<Claim>, Claim> s_claims = s_sample.Claims.ToDictionary(claim => claim.Id);

    [Fact]
    public void At_least_45_reports_are_there_with_address_date_language_and_a_text_of_our_own()
    {
        Assert.True(s_sample.Sources.Count >= 45);
        Assert.Equal(s_sample.Sources.Count, s_sample.Sources.Select(source => source.Address).Distinct().Count());
        Assert.All(s_sample.Sources, source =>
        {
            Assert.Equal(source.Address.Host, source.Publisher);
            Assert.NotNull(source.Published);
        });
        Assert.True(s_sample.Sources.Select(source => source.Language).Distinct().Count() >= 7);
        var texts = s_sample.Sources.ToDictionary(source => source.Id, source => source.Text);
        Assert.All(s_sample.Claims, claim =>
        {
            Assert.StartsWith(SamplePledges.Mark, claim.Quote);
            Assert.Contains(claim.Quote, texts[claim.Source]);
        });
    }

    [Fact]
    public void Everything_that_is_named_exists_and_nothing_stands_twice()
    {
        var organisations = s_sample.Organisations.Select(o => o.Id).ToHashSet();
        Assert.Equal(s_sample.Organisations.Count, organisations.Count);
        Assert.Equal(s_sample.Claims.Count, s_claims.Count);
        Assert.All(s_sample.Claims, claim =>
        {
            Assert.All(claim.Donors.Members, member => Assert.Contains(member, organisations));
            Assert.Contains(claim.Recipient!.Value, organisations);
            Assert.Equal(claim.Item.Kind == ItemKind.Money, claim.Stage.IsMoney);
        });
        Assert.All(s_sample.Links, link => Assert.True(s_claims.ContainsKey(link.From) && s_claims.ContainsKey(link.To)));
        Assert.Equal(s_sample.Adoptions.Count, s_sample.Adoptions.Select(a => (a.Claim, a.Parts)).Distinct().Count());
        Assert.All(s_sample.Adoptions, a => Assert.True(s_claims.ContainsKey(a.Claim)));
        Assert.True(s_sample.Adoptions.Select(a => a.Contribution).Distinct().Count() >= 30);
    }

    [Fact]
    public void A_contribution_has_one_donor_group_and_one_adoption_for_each_kind_unit_and_stage() =>
        Assert.All(s_sample.Adoptions.GroupBy(a => a.Contribution), contribution =>
        {
            var items = contribution.Where(a => a.Parts.HasFlag(ClaimParts.Quantity))
                .Select(a => s_claims[a.Claim])
                .Where(claim => claim.Quantity is not null)
                .Select(claim => (claim.Item.Kind, claim.Quantity!.Unit, claim.Stage))
                .ToList();
            Assert.Equal(items.Count, items.Distinct().Count());
        });

    [Fact]
    public void What_contains_another_adopted_claim_is_in_the_same_contribution_or_not_adopted()
    {
        var adopted = s_sample.Adoptions.ToLookup(a => a.Claim, a => a.Contribution);
        Assert.All(s_sample.Links.Where(l => Link.SaysSameGift(l.Kind) || Link.SaysContained(l.Kind)), link =>
        {
            if (adopted.Contains(link.From) && adopted.Contains(link.To))
                Assert.Equal(adopted[link.To].First(), adopted[link.From].First());
        });
    }

    [Theory]
    [InlineData("P16")]
    [InlineData("P51b")]
    [InlineData("P51c")]
    public void Where_a_page_prints_kV_for_kVA_the_claim_says_kVA_and_the_note_tells(string key)
    {
        var claim = s_claims[SamplePledges.ClaimId(key)];
        Assert.Contains("kVA", claim.Item.Description);
        Assert.Contains("kV where kVA is meant", claim.Note);
    }

    [Fact]
    public void Amounts_are_read_with_their_words()
    {
        Assert.Equal(Bounds.AtLeast(500), SampleText.Quantity(">=500").Bounds);
        Assert.Equal(Bounds.AtMost(72), SampleText.Quantity("<=72 km").Bounds);
        Assert.Equal(new Quantity(Bounds.About(10), Unit.Tonne), SampleText.Quantity("~10 t"));
        Assert.Equal(new Quantity(Bounds.Unspecified, Unit.Load), SampleText.Quantity("? loads"));
        Assert.Equal(Quantity.Pieces(45), SampleText.Quantity("45"));
    }
}

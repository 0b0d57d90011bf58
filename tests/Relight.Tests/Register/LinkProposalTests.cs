using Relight.Register;
using Relight.Sample;

namespace Relight.Tests.Register;

/// <summary>
/// Proposals on the claims of the sample, against the links that were decided by reading them.
/// A proposal is right where the two claims hang together by the decided links;
/// a decided link is found where its claims hang together by the proposals. The figures stand in docs/method/link-proposals.md.
/// </summary>
public class LinkProposalTests
{
    private static readonly SamplePledges s_sample = SamplePledges.Default;
    private static readonly IReadOnlyDictionary<Id<Organisation>, Organisation> s_organisations = s_sample.Organisations.ToDictionary(o => o.Id);

    [Fact]
    public void On_the_sample_precision_and_recall_are_those_written_down()
    {
        var proposals = LinkProposals.For(s_sample.Claims, [], s_organisations);
        var decided = s_sample.Links.Select(link => (link.From, link.To)).Distinct().ToList();
        var (truly, proposed) = (Together(decided), Together(proposals.Select(p => (p.From, p.To))));
        var right = proposals.Count(p => truly(p.From) == truly(p.To));
        var found = decided.Count(link => proposed(link.From) == proposed(link.To));
        var said = FormattableString.Invariant(
            $"{proposals.Count} proposals, {right} of them right (precision {(double)right / proposals.Count:0.00}); {found} of {decided.Count} decided links found (recall {(double)found / decided.Count:0.00})");
        Assert.Contains(said, File.ReadAllText(Repository.At("docs", "method", "link-proposals.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_linked_already_is_not_proposed_again()
    {
        var decided = s_sample.Links.SelectMany(link => new[] { (link.From, link.To), (link.To, link.From) }).ToHashSet();
        var proposals = LinkProposals.For(s_sample.Claims, s_sample.Links, s_organisations);
        Assert.DoesNotContain(proposals, p => decided.Contains((p.From, p.To)));
    }

    [Fact]
    public void The_order_of_claims_does_not_matter()
    {
        string[] Said(IEnumerable<Claim> claims) =>
            [.. LinkProposals.For([.. claims], [], s_organisations).Select(p => $"{p.From} {p.Kind} {p.To} {p.Score}")];
        Assert.Equal(Said(s_sample.Claims), Said(s_sample.Claims.Reverse()));
    }

    // Which group each claim is in when claims are joined pair by pair.
    private static Func<Id<Claim>, Id<Claim>> Together(IEnumerable<(Id<Claim> One, Id<Claim> Other)> pairs)
    {
        var parent = new Dictionary<Id<Claim>, Id<Claim>>();
        Id<Claim> Find(Id<Claim> claim) => parent.TryGetValue(claim, out var up) && up != claim ? Find(up) : claim;
        foreach (var (one, other) in pairs)
            parent[Find(one)] = Find(other);
        return Find;
    }
}

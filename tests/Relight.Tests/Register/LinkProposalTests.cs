using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Sample;
using Relight.Tests.Storage;

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
        Assert.True(File.ReadAllText(Repository.At("docs", "method", "link-proposals.md")).Contains(said, StringComparison.Ordinal), said);
    }

    /// <summary>
    /// How good weights and limit are on claims that they were not set on: claims that hang together are put into five
    /// parts; for each part the weights and the limit that do best on the others are taken from a grid, and what they
    /// propose for the part's claims is counted.
    /// </summary>
    [Fact]
    public void On_claims_that_the_weights_were_not_set_on_precision_and_recall_are_those_written_down()
    {
        const int parts = 5;
        var truly = Together(s_sample.Links.Select(link => (link.From, link.To)));
        var links = s_sample.Links.Select(link => (link.From, link.To)).Distinct().ToList();
        var part = s_sample.Claims.Select(claim => truly(claim.Id)).Distinct().Order().Index().ToDictionary(pair => pair.Item, pair => pair.Index % parts);
        int PartOf(Id<Claim> claim) => part[truly(claim)];
        var pairs = Likenesses();
        var (proposed, right, found) = (0, 0, 0);
        for (var p = 0; p < parts; p++)
        {
            var (others, rest) = (pairs.FindAll(pair => PartOf(pair.One) != p && PartOf(pair.Other) != p), links.FindAll(link => PartOf(link.From) != p));
            var best = Grid().MaxBy(weights => Measure(Propose(others, weights), rest, truly).F)!;
            var all = Propose(pairs, best);
            var held = all.Where(proposal => PartOf(proposal.From) == p || PartOf(proposal.To) == p).ToList();
            var together = Together(all.Select(proposal => (proposal.From, proposal.To)));
            proposed += held.Count;
            right += held.Count(proposal => truly(proposal.From) == truly(proposal.To));
            found += links.Count(link => PartOf(link.From) == p && together(link.From) == together(link.To));
        }
        var said = FormattableString.Invariant(
            $"{proposed} proposals, {right} of them right (precision {(double)right / proposed:0.00}); {found} of {links.Count} decided links found (recall {(double)found / links.Count:0.00})");
        Assert.True(File.ReadAllText(Repository.At("docs", "method", "link-proposals.md")).Contains(said, StringComparison.Ordinal), said);
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

    [Fact]
    public async Task For_one_claim_the_register_finds_what_comparing_it_with_all_finds()
    {
        await using var test = await TestDatabases.WithSample();
        await using var db = test.Database.Open();
        var cancel = TestContext.Current.CancellationToken;
        var links = (await db.Links.AsNoTracking().ToListAsync(cancel)).ConvertAll(row => row.Read());
        var (claims, onward) = ((await db.Claims.AsNoTracking().ToListAsync(cancel)).ConvertAll(row => row.Read()), LinkCircle.From(links));
        var organisations = (await db.Organisations.AsNoTracking().ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read());
        var found = 0;
        foreach (var one in claims)
        {
            var linked = links.Where(link => link.From == one.Id || link.To == one.Id).SelectMany(link => new[] { link.From, link.To }).Append(one.Id).ToHashSet();
            var all = LinkProposals.InOrder(claims.Where(other => !linked.Contains(other.Id))
                .Select(other => LinkProposals.Propose(one, other, organisations)).OfType<LinkProposal>().Where(proposal => LinkProposals.IsOpen(proposal, onward)));
            var read = (await LinkProposalList.Read(db, LoadSample.Operation.Id, one.Id, cancel))!;
            Assert.Equal(all.Select(p => (p.From, p.Kind, p.To, p.Score)), read.Select(p => (p.From, p.Kind, p.To, p.Score)));
            found += read.Count;
        }
        Assert.True(found > 20);
    }

    private static List<(Id<Claim> One, Id<Claim> Other, decimal[] Scores)> Likenesses() =>
    [
        .. from i in Enumerable.Range(0, s_sample.Claims.Count)
           from j in Enumerable.Range(i + 1, s_sample.Claims.Count - i - 1)
           let one = s_sample.Claims[i]
           let other = s_sample.Claims[j]
           where one.Source != other.Source || one.Item.Kind == other.Item.Kind
           let scores = new[]
           {
               ClaimLikeness.OfDonors(one.Donors, other.Donors, s_organisations).Score, ClaimLikeness.OfItems(one, other).Score,
               ClaimLikeness.OfDates(one, other).Score, ClaimLikeness.OfAmounts(one, other).Score,
           }
           where scores[0] > 0 && scores[1] > 0
           select (one.Id, other.Id, scores),
    ];

    // Weights of donors, item, date and amount, in twentieths, that add up to one, each with a limit.
    private static IEnumerable<(decimal[] Weights, decimal Limit)> Grid() =>
        from donors in new[] { 5, 7, 9 }
        from item in new[] { 3, 5, 7 }
        from date in new[] { 1, 3, 5 }
        where donors + item + date < 20
        from limit in new[] { 0.62m, 0.66m, 0.70m, 0.74m, 0.78m }
        select (new[] { donors / 20m, item / 20m, date / 20m, (20 - donors - item - date) / 20m }, limit);

    private static IReadOnlyList<LinkProposal> Propose(
        IEnumerable<(Id<Claim> One, Id<Claim> Other, decimal[] Scores)> pairs, (decimal[] Weights, decimal Limit) by) =>
        LinkProposals.Choose(LinkProposals.InOrder(pairs
            .Select(pair => new LinkProposal(pair.One, LinkKind.Restates, pair.Other, decimal.Round(pair.Scores.Zip(by.Weights, (score, weight) => score * weight).Sum(), 3), []))
            .Where(proposal => proposal.Score >= by.Limit)));

    private static (int Right, int Found, double F) Measure(
        IReadOnlyList<LinkProposal> proposals, List<(Id<Claim> From, Id<Claim> To)> links, Func<Id<Claim>, Id<Claim>> truly)
    {
        var together = Together(proposals.Select(proposal => (proposal.From, proposal.To)));
        var right = proposals.Count(proposal => truly(proposal.From) == truly(proposal.To));
        var found = links.Count(link => together(link.From) == together(link.To));
        return (right, found, right + found == 0 ? 0 : 2.0 * right * found / ((right * links.Count) + (found * proposals.Count)));
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

using Relight.Access;

namespace Relight.Register;

/// <summary>A link that a coordinator might decide on.</summary>
/// <param name="From">The later claim, or the smaller one.</param>
/// <param name="Kind">How it seems to stand to the other.</param>
/// <param name="To">The other claim.</param>
/// <param name="Score">How alike the two are, 0 to 1.</param>
/// <param name="Reasons">Why it is proposed: donors, item, date, amount.</param>
[View(Audience.Coordination)]
public sealed record LinkProposal(Id<Claim> From, LinkKind Kind, Id<Claim> To, decimal Score, IReadOnlyList<string> Reasons);

/// <summary>
/// Proposes links between claims that look as if they spoke of the same gift. It only proposes: a coordinator decides.
/// How often it is right on the sample is written down in docs/method/link-proposals.md.
/// </summary>
public static class LinkProposals
{
    /// <summary>Pairs less alike than this are not proposed.</summary>
    public const decimal LeastScore = 0.70m;

    /// <summary>How many proposals a claim takes part in, unless it is the best partner of more.</summary>
    public const int MostPerClaim = 2;

    /// <summary>Proposals for claims that are not linked with each other yet, best first; ties by id.</summary>
    /// <param name="claims">The claims of an operation.</param>
    /// <param name="links">The links decided so far.</param>
    /// <param name="organisations">The operation's organisations.</param>
    public static IReadOnlyList<LinkProposal> For(
        IReadOnlyList<Claim> claims, IEnumerable<Link> links, IReadOnlyDictionary<Id<Organisation>, Organisation> organisations)
    {
        var there = links.ToList();
        var (decided, onward) = (there.SelectMany(link => new[] { (link.From, link.To), (link.To, link.From) }).ToHashSet(), LinkCircle.From(there));
        var alike = InOrder(claims
            .SelectMany((one, i) => claims.Skip(i + 1).Select(other => (One: one, Other: other)))
            .Where(pair => !decided.Contains((pair.One.Id, pair.Other.Id)))
            .Select(pair => Propose(pair.One, pair.Other, organisations))
            .OfType<LinkProposal>());
        return Choose(alike.Where(proposal => IsOpen(proposal, onward)));
    }

    /// <summary>Whether a link could be decided on: not where those that are there lead back, so that it would go round in a circle.</summary>
    internal static bool IsOpen(LinkProposal proposal, ILookup<Id<Claim>, Link> onward) => LinkCircle.Way(onward, proposal.To, proposal.From) is null;

    /// <summary>The best proposals for each claim, of some in order.</summary>
    internal static IReadOnlyList<LinkProposal> Choose(IEnumerable<LinkProposal> inOrder)
    {
        var count = new Dictionary<Id<Claim>, int>();
        var chosen = new List<LinkProposal>();
        foreach (var proposal in inOrder)
        {
            var (from, to) = (count.GetValueOrDefault(proposal.From), count.GetValueOrDefault(proposal.To));
            if (from >= MostPerClaim && to >= MostPerClaim)
                continue;
            (count[proposal.From], count[proposal.To]) = (from + 1, to + 1);
            chosen.Add(proposal);
        }
        return chosen;
    }

    /// <summary>Best first; ties by id.</summary>
    internal static IReadOnlyList<LinkProposal> InOrder(IEnumerable<LinkProposal> proposals) =>
        [.. proposals.OrderByDescending(proposal => proposal.Score).ThenBy(proposal => proposal.From).ThenBy(proposal => proposal.To)];

    /// <summary>The proposal for two claims; null where they are not alike enough.</summary>
    internal static LinkProposal? Propose(Claim one, Claim other, IReadOnlyDictionary<Id<Organisation>, Organisation> organisations)
    {
        var (donors, item) = (ClaimLikeness.OfDonors(one.Donors, other.Donors, organisations), ClaimLikeness.OfItems(one, other));
        var sameText = one.Source == other.Source && one.Item.Kind != other.Item.Kind;
        if (donors.Score == 0 || item.Score == 0 || sameText)
            return null;
        var (date, amount) = (ClaimLikeness.OfDates(one, other), ClaimLikeness.OfAmounts(one, other));
        var score = (0.35m * donors.Score) + (0.25m * item.Score) + (0.15m * date.Score) + (0.25m * amount.Score);
        if (score < LeastScore)
            return null;
        var (from, kind, to) = Stand(one, other, organisations);
        return new LinkProposal(from.Id, kind, to.Id, decimal.Round(score, 3), [donors.Reason, item.Reason, date.Reason, amount.Reason]);
    }

    // The later of the two speaks of the earlier: with the same amount it says it again or is its delivery,
    // with more it has taken its place, with less it is a part of it. One country's gift is part of a group's.
    private static (Claim From, LinkKind Kind, Claim To) Stand(
        Claim one, Claim other, IReadOnlyDictionary<Id<Organisation>, Organisation> organisations)
    {
        var (early, late) = (one.Date.Latest, one.Id).CompareTo((other.Date.Latest, other.Id)) <= 0 ? (one, other) : (other, one);
        var (earlyGroup, lateGroup) = (ClaimLikeness.IsGroup(early.Donors, organisations), ClaimLikeness.IsGroup(late.Donors, organisations));
        if (earlyGroup != lateGroup)
            return earlyGroup ? (late, LinkKind.PartOf, early) : (early, LinkKind.PartOf, late);
        return ClaimLikeness.CompareAmounts(early, late) switch
        {
            < 0 => (late, LinkKind.Supersedes, early),
            > 0 => (late, LinkKind.PartOf, early),
            _ when late.Stage.Order > early.Stage.Order => (late, LinkKind.Fulfils, early),
            _ => (late, LinkKind.Restates, early),
        };
    }
}

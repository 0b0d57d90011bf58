using Microsoft.EntityFrameworkCore;
using Relight.Storage;

namespace Relight.Register;

/// <summary>
/// Claims that hang together by links, and which of them count in which contribution.
/// Two claims overlap where counting both would count a gift twice: they say the same gift (restates, supersedes),
/// or one is contained in the other (part of, fulfils), directly or through others.
/// Two parts of one whole do not overlap: they may count apart as long as the whole does not count.
/// </summary>
/// <param name="Links">The links between them.</param>
/// <param name="CountsIn">The contribution that each adopted claim counts in.</param>
public sealed record ClaimNet(IReadOnlyList<Link> Links, IReadOnlyDictionary<Id<Claim>, Id<Contribution>> CountsIn)
{
    /// <summary>The claims that overlap with a claim, itself among them.</summary>
    public IReadOnlySet<Id<Claim>> Overlapping(Id<Claim> claim) => Overlapping(ByEnd(), claim);

    /// <summary>A claim that overlaps with this one and counts in another contribution; null where there is none.</summary>
    public (Id<Claim> Claim, Id<Contribution> Contribution)? CountedElsewhere(Id<Claim> claim, Id<Contribution> contribution) =>
        CountedElsewhere(ByEnd(), claim, contribution);

    /// <summary>Two overlapping claims that count in two contributions; null where nothing is counted twice.</summary>
    public (Id<Claim> One, Id<Claim> Other)? CountedTwice()
    {
        var links = ByEnd();
        foreach (var (claim, contribution) in CountsIn.OrderBy(pair => pair.Key))
            if (CountedElsewhere(links, claim, contribution) is { } other)
                return (claim, other.Claim);
        return null;
    }

    /// <summary>A claim that is part of one that says the same gift, directly or through others; null where there is none.</summary>
    public Id<Claim>? PartOfItself()
    {
        var links = ByEnd();
        foreach (var link in Links.Where(link => link.Kind == LinkKind.PartOf))
            if (Reach(links, [link.To], up: true, down: false).Contains(link.From))
                return link.From;
        return null;
    }

    /// <summary>Loads what hangs together with some claims.</summary>
    public static async Task<ClaimNet> Load(RelightContext db, IEnumerable<Id<Claim>> claims, CancellationToken cancel)
    {
        var seen = claims.ToHashSet();
        var links = new Dictionary<Id<Link>, Link>();
        var edge = seen.ToList();
        while (edge.Count > 0)
        {
            var rows = await db.Links.AsNoTracking()
                .Where(row => edge.Contains(row.From) || edge.Contains(row.To))
                .ToListAsync(cancel);
            edge = [];
            foreach (var link in rows.Select(row => row.Read()).Where(link => Overlaps(link.Kind) && links.TryAdd(link.Id, link)))
                edge.AddRange(new[] { link.From, link.To }.Where(seen.Add));
        }
        var all = seen.ToList();
        var counts = await db.Adoptions.AsNoTracking()
            .Where(row => all.Contains(row.Claim))
            .ToDictionaryAsync(row => row.Claim, row => row.Contribution, cancel);
        return new ClaimNet([.. links.Values], counts);
    }

    private static bool Overlaps(LinkKind kind) => Link.SaysSameGift(kind) || Link.SaysContained(kind);

    private ILookup<Id<Claim>, Link> ByEnd() => Links
        .SelectMany(link => new[] { (End: link.From, Link: link), (End: link.To, Link: link) })
        .ToLookup(pair => pair.End, pair => pair.Link);

    private static HashSet<Id<Claim>> Overlapping(ILookup<Id<Claim>, Link> links, Id<Claim> claim)
    {
        var same = Reach(links, [claim], up: false, down: false);
        return [.. same, .. Reach(links, same, up: true, down: false), .. Reach(links, same, up: false, down: true)];
    }

    private (Id<Claim> Claim, Id<Contribution> Contribution)? CountedElsewhere(ILookup<Id<Claim>, Link> links, Id<Claim> claim, Id<Contribution> contribution)
    {
        foreach (var other in Overlapping(links, claim).Order())
            if (CountsIn.TryGetValue(other, out var counted) && counted != contribution)
                return (other, counted);
        return null;
    }

    private static HashSet<Id<Claim>> Reach(ILookup<Id<Claim>, Link> links, IEnumerable<Id<Claim>> from, bool up, bool down)
    {
        var reached = from.ToHashSet();
        var open = new Queue<Id<Claim>>(reached);
        while (open.TryDequeue(out var claim))
            foreach (var next in links[claim].SelectMany(link => Next(link, claim, up, down)).Where(reached.Add))
                open.Enqueue(next);
        return reached;
    }

    private static IEnumerable<Id<Claim>> Next(Link link, Id<Claim> claim, bool up, bool down)
    {
        var same = Link.SaysSameGift(link.Kind);
        var contained = Link.SaysContained(link.Kind);
        if (link.From == claim && (same || (up && contained)))
            yield return link.To;
        if (link.To == claim && (same || (down && contained)))
            yield return link.From;
    }
}

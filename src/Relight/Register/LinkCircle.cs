using Microsoft.EntityFrameworkCore;
using Relight.Storage;

namespace Relight.Register;

/// <summary>
/// Finds where links would go round in a circle. A claim restates, supersedes or fulfils what was said before it, and is part
/// of, or pays into, what is larger: whoever follows such links never comes back. Contradiction alone is mutual, and leads nowhere.
/// </summary>
internal static class LinkCircle
{
    /// <summary>The claims on a shortest way from one claim to another along links, both included; null where there is none.</summary>
    public static IReadOnlyList<Id<Claim>>? Way(IEnumerable<Link> links, Id<Claim> from, Id<Claim> to) => Way(From(links), from, to);

    /// <summary>The same for many questions about the same links.</summary>
    public static IReadOnlyList<Id<Claim>>? Way(ILookup<Id<Claim>, Link> links, Id<Claim> from, Id<Claim> to)
    {
        var before = new Dictionary<Id<Claim>, Id<Claim>> { [from] = from };
        var open = new Queue<Id<Claim>>([from]);
        while (open.TryDequeue(out var claim))
        {
            if (claim == to)
                return Back(before, from, to);
            foreach (var link in links[claim].Where(link => before.TryAdd(link.To, claim)))
                open.Enqueue(link.To);
        }
        return null;
    }

    /// <summary>Links that lead from somewhere to somewhere, by the claim that they lead from.</summary>
    public static ILookup<Id<Claim>, Link> From(IEnumerable<Link> links) => links.Where(link => !Link.IsMutual(link.Kind)).ToLookup(link => link.From);

    /// <summary>The links of a claim to others, and on from these, as far as they lead.</summary>
    public static async Task<IReadOnlyList<Link>> Onward(RelightContext db, Id<Claim> from, CancellationToken cancel)
    {
        var (seen, found, edge) = (new HashSet<Id<Claim>> { from }, new List<Link>(), new List<Id<Claim>> { from });
        while (edge.Count > 0)
        {
            var rows = await db.Links.AsNoTracking().Where(row => edge.Contains(row.From)).ToListAsync(cancel);
            var links = rows.ConvertAll(row => row.Read());
            found.AddRange(links);
            edge = [.. links.Where(link => !Link.IsMutual(link.Kind)).Select(link => link.To).Where(seen.Add)];
        }
        return found;
    }

    private static List<Id<Claim>> Back(Dictionary<Id<Claim>, Id<Claim>> before, Id<Claim> from, Id<Claim> to)
    {
        var way = new List<Id<Claim>> { to };
        while (way[^1] != from)
            way.Add(before[way[^1]]);
        way.Reverse();
        return way;
    }
}

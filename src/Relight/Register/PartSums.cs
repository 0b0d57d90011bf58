using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Parts that together are more than the whole that they are linked to, however the numbers lie within their bounds.</summary>
/// <param name="Whole">A claim for the whole.</param>
/// <param name="Item">What is counted; <see cref="ItemKind.Money"/> for money, and for the worth of goods.</param>
/// <param name="Measure">Unit of both bounds, or currency.</param>
/// <param name="Least">What the parts are together at least.</param>
/// <param name="Most">What the whole is at most.</param>
/// <param name="Parts">A claim for each part, the largest first; no two of them overlap.</param>
[View(Audience.Coordination)]
public sealed record PartSum(Id<Claim> Whole, ItemKind Item, string Measure, decimal Least, decimal Most, IReadOnlyList<Id<Claim>> Parts)
{
    /// <summary>Those of an operation; with a claim named, those that it is the whole or a part of.</summary>
    /// <param name="db">The register.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="about">The claim; null for all.</param>
    /// <param name="cancel">Breaks the reading off.</param>
    public static Task<IReadOnlyList<PartSum>> Read(RelightContext db, Id<Operation> operation, Id<Claim>? about, CancellationToken cancel = default) =>
        PartSums.Read(db, operation, about, cancel);

    /// <summary>Whether it is the same doubt: the same whole and parts, counted the same way.</summary>
    internal bool IsSameAs(PartSum other) =>
        (Whole, Item, Measure, Least, Most) == (other.Whole, other.Item, other.Measure, other.Least, other.Most) && Parts.SequenceEqual(other.Parts);
}

/// <summary>
/// Finds parts whose sum exceeds their whole, where the bounds prove it: the least that parts can be together is more than the
/// most that the whole can be. Numbers are compared of one kind of item in units of one dimension, and of money in one currency.
/// Claims that say the same gift are one part, and its least is the smallest that any of them says; what a later claim
/// supersedes says nothing any more. Of parts that overlap, one is counted.
/// Somebody settles it by taking back a link or a claim that is wrong, by a claim that supersedes the wrong number, or, where
/// sources disagree, by linking a part and the whole as contradicting each other.
/// </summary>
internal sealed class PartSums
{
    private readonly IReadOnlyDictionary<Id<Claim>, Claim> _claims;
    private readonly Dictionary<Id<Claim>, int> _groupOf = [];
    private readonly List<List<Id<Claim>>> _groups = [];
    private readonly ILookup<int, int> _parts;
    private readonly ILookup<int, int> _contained;
    private readonly ILookup<int, int> _contradicted;
    private readonly HashSet<Id<Claim>> _superseded;

    private PartSums(IReadOnlyCollection<Link> links, IReadOnlyDictionary<Id<Claim>, Claim> claims)
    {
        _claims = claims;
        Group(links.Where(link => Link.SaysSameGift(link.Kind)).ToList(), links.SelectMany(link => new[] { link.From, link.To }).Order());
        ILookup<int, int> Below(Func<LinkKind, bool> isWanted) =>
            links.Where(link => isWanted(link.Kind)).ToLookup(link => _groupOf[link.To], link => _groupOf[link.From]);
        (_parts, _contained) = (Below(kind => kind == LinkKind.PartOf), Below(Link.SaysContained));
        _contradicted = links.Where(link => link.Kind == LinkKind.Contradicts)
            .SelectMany(link => new[] { (One: link.From, Other: link.To), (One: link.To, Other: link.From) })
            .ToLookup(pair => _groupOf[pair.One], pair => _groupOf[pair.Other]);
        _superseded = [.. links.Where(link => link.Kind == LinkKind.Supersedes).Select(link => link.To)];
    }

    /// <summary>Every whole among some claims that its parts exceed, in the order of its claims' ids.</summary>
    /// <param name="links">Links between the claims.</param>
    /// <param name="claims">The claims at the ends of links; one that is not there has no numbers.</param>
    public static IReadOnlyList<PartSum> Of(IReadOnlyCollection<Link> links, IReadOnlyDictionary<Id<Claim>, Claim> claims)
    {
        var sums = new PartSums(links, claims);
        return [.. sums._parts.Select(whole => whole.Key).Order().SelectMany(sums.Beyond)];
    }

    /// <summary>Those of an operation; with a claim named, those that it is the whole or a part of.</summary>
    public static async Task<IReadOnlyList<PartSum>> Read(RelightContext db, Id<Operation> operation, Id<Claim>? about, CancellationToken cancel)
    {
        var links = about is { } claim
            ? (await ClaimNet.Load(db, [claim], cancel)).Links
            : (await db.Links.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel)).ConvertAll(row => row.Read());
        if (links.All(link => link.Kind != LinkKind.PartOf))
            return [];
        // All links of an operation hold those that contradict; what hangs together with a claim holds none.
        IReadOnlyList<Link> all = about is null ? links : [.. links, .. await Contradictions(db, links, cancel)];
        var found = Of(all, await ClaimsOf(db, all, cancel));
        return about is { } id ? [.. found.Where(sum => sum.Whole == id || sum.Parts.Contains(id))] : found;
    }

    /// <summary>Links which say that claims at the ends of some links contradict each other.</summary>
    public static async Task<IReadOnlyList<Link>> Contradictions(RelightContext db, IReadOnlyList<Link> links, CancellationToken cancel)
    {
        var ends = EndsOf(links);
        var rows = await db.Links.AsNoTracking().Where(row => ends.Contains(row.From) && ends.Contains(row.To)).ToListAsync(cancel);
        return [.. rows.Select(row => row.Read()).Where(link => link.Kind == LinkKind.Contradicts)];
    }

    /// <summary>The claims at the ends of links.</summary>
    public static async Task<IReadOnlyDictionary<Id<Claim>, Claim>> ClaimsOf(RelightContext db, IReadOnlyList<Link> links, CancellationToken cancel)
    {
        var ends = EndsOf(links);
        return (await db.Claims.AsNoTracking().Where(row => ends.Contains(row.Id)).ToListAsync(cancel)).Select(row => row.Read()).ToDictionary(claim => claim.Id);
    }

    private static List<Id<Claim>> EndsOf(IEnumerable<Link> links) => [.. links.SelectMany(link => new[] { link.From, link.To }).Distinct()];

    // Claims that say the same gift, directly or through others, are one.
    private void Group(IReadOnlyCollection<Link> same, IEnumerable<Id<Claim>> ids)
    {
        var beside = same.SelectMany(link => new[] { (link.From, link.To), (From: link.To, To: link.From) }).ToLookup(pair => pair.From, pair => pair.To);
        foreach (var first in ids)
        {
            if (!_groupOf.TryAdd(first, _groups.Count))
                continue;
            var group = new List<Id<Claim>> { first };
            for (var i = 0; i < group.Count; i++)
                group.AddRange(beside[group[i]].Where(next => _groupOf.TryAdd(next, _groups.Count)));
            _groups.Add(group);
        }
    }

    private IEnumerable<PartSum> Beyond(int whole)
    {
        var below = Below(_parts, whole);
        below.Remove(whole);
        foreach (var (kind, measure) in Standing(whole).SelectMany(Numbers).Select(number => (number.Kind, number.Measure)).Distinct().ToList())
        {
            if (Most(whole, kind, measure) is not { } most)
                continue;
            var (least, parts) = (0m, new List<int>());
            var taken = new HashSet<int>();
            foreach (var (part, atLeast) in below.Select(part => (Part: part, Least: Least(part, kind, measure))).Where(each => each.Least > 0).OrderByDescending(each => each.Least).ThenBy(each => _groups[each.Part][0]))
            {
                var within = Below(_contained, part);
                if (taken.Overlaps(within))
                    continue;
                taken.UnionWith(within);
                least += atLeast;
                parts.Add(part);
            }
            if (least > most && !parts.Exists(part => _contradicted[whole].Contains(part)))
                yield return new PartSum(ClaimWith(whole, kind, measure), kind, measure.Code, least, most, parts.ConvertAll(part => ClaimWith(part, kind, measure)));
        }
    }

    private static HashSet<int> Below(ILookup<int, int> links, int from)
    {
        var reached = new HashSet<int> { from };
        var open = new Queue<int>(reached);
        while (open.TryDequeue(out var group))
            foreach (var next in links[group].Where(reached.Add))
                open.Enqueue(next);
        return reached;
    }

    private IEnumerable<Claim> Standing(int group) =>
        _groups[group].Where(id => !_superseded.Contains(id)).Select(id => _claims.GetValueOrDefault(id)).OfType<Claim>();

    // The claim that a reader is led to: the first of the group that gives a number of this kind.
    private Id<Claim> ClaimWith(int group, ItemKind kind, Measure measure) =>
        Standing(group).First(claim => Numbers(claim).Any(number => number.Kind == kind && number.Measure.Ratio(measure) is not null)).Id;

    private decimal? Most(int group, ItemKind kind, Measure measure)
    {
        var uppers = Standing(group).SelectMany(claim => In(claim, kind, measure)).Select(number => number.Upper).ToList();
        return uppers.Contains(null) ? null : uppers.Max();
    }

    private decimal Least(int group, ItemKind kind, Measure measure) =>
        Standing(group).SelectMany(claim => In(claim, kind, measure)).Select(number => number.Lower).DefaultIfEmpty().Min();

    private static IEnumerable<(decimal Lower, decimal? Upper)> In(Claim claim, ItemKind kind, Measure measure) => Numbers(claim)
        .Where(number => number.Kind == kind)
        .Select(number => (number.Bounds, Ratio: number.Measure.Ratio(measure)))
        .Where(number => number.Ratio is not null)
        .Select(number => (number.Bounds.Lower * number.Ratio!.Value, number.Bounds.Upper * number.Ratio));

    private static IEnumerable<(ItemKind Kind, Measure Measure, Bounds Bounds)> Numbers(Claim claim)
    {
        // Voltages do not add up, and an unnamed currency may be any.
        if (claim.Quantity is { Bounds.IsSpecified: true, Unit.Dimension: not Dimension.Voltage } quantity)
            yield return (claim.Item.Kind, new Measure(quantity.Unit, null), quantity.Bounds);
        if (claim.Value is { Bounds.IsSpecified: true } value && value.Currency != Currency.Unknown)
            yield return (ItemKind.Money, new Measure(null, value.Currency), value.Bounds);
    }

    private readonly record struct Measure(Unit? Unit, Currency? Currency)
    {
        public string Code => Unit?.Code ?? Currency!.Value.Code;

        // How many of the other one of this is; null where they are not of one kind.
        public decimal? Ratio(Measure other) => (Unit, other.Unit) switch
        {
            (null, null) => Currency == other.Currency ? 1 : null,
            ({ } unit, { } wanted) when unit.Dimension == wanted.Dimension => unit.InBase / wanted.InBase,
            _ => null,
        };
    }
}

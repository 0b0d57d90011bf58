using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Says how two claims stand to each other.</summary>
/// <param name="Link">How they stand.</param>
public sealed record LinkClaims(Link Link) : ICommand
{
    /// <summary>
    /// Both claims must be known and differ, the link be new, go round in no circle, make no claim a part of what says the same
    /// gift, and not show that two contributions count the same gift.
    /// </summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, LinkClaims command)
    {
        var link = command.Link;
        var checks = new Checks()
            .Require(!state.IdTaken, "link.id", link.Id, "is the id of another link")
            .Require(state.From is not null, "link.from", link.From, "must be a claim of this operation")
            .Require(state.To is not null, "link.to", link.To, "must be a claim of this operation")
            .Require(link.From != link.To, "link.to", link.To, "must be another claim")
            .Require(Enum.IsDefined(link.Kind), "link.kind", link.Kind, "must be a kind of link")
            .Text("link.why", link.Why, Checks.Paragraphs)
            .Require(!state.Links.Any(other => other.Kind == link.Kind && (other.From, other.To) == (link.From, link.To)),
                "link", link.Kind, "is there already")
            .Require(!Link.IsMutual(link.Kind) || !state.Links.Any(other => other.Kind == link.Kind && (other.From, other.To) == (link.To, link.From)),
                "link", link.Kind, "is there already from the other claim to this one, which says the same");
        var way = Link.IsMutual(link.Kind) || link.From == link.To ? null : LinkCircle.Way(state.Links, link.To, link.From);
        if (way is not null)
            checks.Refuse("link.to", link.To, $"leads back to the first claim by links that are there already ({string.Join(" → ", way)}): claims cannot stand to each other in a circle");
        var after = state.Net with { Links = [.. state.Net.Links, link] };
        if (way is null && link.From != link.To && state.Net.PartOfItself() is null && after.PartOfItself() is { } within)
            checks.Refuse("link", link.Kind, $"would make claim {within} a part of a claim that says the same gift, by links that are there already");
        if (after.CountedTwice() is var (one, other))
            checks.Refuse("link", link.Kind, $"would show that claims {one} and {other} are one gift, but two contributions count them");
        if (link.Kind == LinkKind.PartOf && state is { From: { } part, To: { } whole })
            WarnOfSizes(checks, part, whole);
        WarnOfSums(checks, state, link);
        return checks.Or(() => new ClaimsLinked(link));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var net = await ClaimNet.Load(db, [Link.From, Link.To], cancel);
        IReadOnlyList<Link> links = [.. net.Links, Link];
        var hasParts = links.Any(link => link.Kind == LinkKind.PartOf);
        return Decide(
            new State(
                await db.Links.AnyAsync(row => row.Id == Link.Id, cancel),
                await Find(db, Link.From, moment, cancel),
                await Find(db, Link.To, moment, cancel),
                net,
                await Beside(db, cancel))
            {
                Claims = hasParts ? await PartSums.ClaimsOf(db, links, cancel) : State.NoClaims,
                Contradictions = hasParts ? await PartSums.Contradictions(db, links, cancel) : [],
            },
            this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether a link of this id is there already.</param>
    /// <param name="From">The one claim; null where it is not known.</param>
    /// <param name="To">The other claim; null where it is not known.</param>
    /// <param name="Net">What hangs together with both.</param>
    /// <param name="Links">The links from the one claim to the other, those from the other, and on from there, of every kind.</param>
    public sealed record State(bool IdTaken, Claim? From, Claim? To, ClaimNet Net, IReadOnlyList<Link> Links)
    {
        internal static readonly IReadOnlyDictionary<Id<Claim>, Claim> NoClaims = new Dictionary<Id<Claim>, Claim>();

        /// <summary>The claims of the net and of the link, for the sums of their parts; none where none is part of another.</summary>
        public IReadOnlyDictionary<Id<Claim>, Claim> Claims { get; init; } = NoClaims;

        /// <summary>Links between them that say that they contradict each other.</summary>
        public IReadOnlyList<Link> Contradictions { get; init; } = [];
    }

    private static void WarnOfSizes(Checks checks, Claim part, Claim whole)
    {
        if (part.Quantity is { } given && whole.Quantity is { } of)
            checks.Warn(given.In(of.Unit) is { } same && same.Bounds.Lower > of.Bounds.Upper, "link.from", given, $"the part is larger than the whole ({of})");
        if (part.Value is { } worth && whole.Value is { } all)
            checks.Warn(worth.Currency == all.Currency && worth.Bounds.Lower > all.Bounds.Upper, "link.from", worth, $"the part is larger than the whole ({all})");
    }

    // A part that is larger than its whole by itself is told in a sentence of its own.
    private static void WarnOfSums(Checks checks, State state, Link link)
    {
        IReadOnlyList<Link> before = [.. state.Net.Links, .. state.Contradictions];
        var known = PartSums.Of(before, state.Claims);
        foreach (var sum in PartSums.Of([.. before, link], state.Claims).Where(sum => !known.Any(sum.IsSameAs) && (sum.Parts.Count > 1 || link.Kind != LinkKind.PartOf)))
            checks.Warn(true, "link", $"{Bounds.Text(sum.Least)} {sum.Measure}", $"so much at least are the parts of claim {sum.Whole} together ({string.Join(", ", sum.Parts)}), more than the whole can be ({Bounds.Text(sum.Most)} {sum.Measure})");
    }

    private static async Task<Claim?> Find(RelightContext db, Id<Claim> id, Moment moment, CancellationToken cancel)
    {
        var row = await db.Claims.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == id && row.Operation == moment.Operation, cancel);
        return row?.Read();
    }

    private async Task<IReadOnlyList<Link>> Beside(RelightContext db, CancellationToken cancel)
    {
        var (from, to) = (Link.From, Link.To);
        var same = await db.Links.AsNoTracking().Where(row => row.From == from && row.To == to).ToListAsync(cancel);
        return [.. same.Select(row => row.Read()), .. await LinkCircle.Onward(db, to, cancel)];
    }
}

/// <summary>Two claims were linked.</summary>
/// <param name="Link">How they stand to each other.</param>
public sealed record ClaimsLinked(Link Link) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.Links.Add(new LinkRow { Id = Link.Id, Operation = moment.Operation }.With(Link));
        return Task.CompletedTask;
    }
}

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
        return checks.Or(() => new ClaimsLinked(link));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        new State(
            await db.Links.AnyAsync(row => row.Id == Link.Id, cancel),
            await Find(db, Link.From, moment, cancel),
            await Find(db, Link.To, moment, cancel),
            await ClaimNet.Load(db, [Link.From, Link.To], cancel),
            await Beside(db, cancel)),
        this);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether a link of this id is there already.</param>
    /// <param name="From">The one claim; null where it is not known.</param>
    /// <param name="To">The other claim; null where it is not known.</param>
    /// <param name="Net">What hangs together with both.</param>
    /// <param name="Links">The links from the one claim to the other, those from the other, and on from there, of every kind.</param>
    public sealed record State(bool IdTaken, Claim? From, Claim? To, ClaimNet Net, IReadOnlyList<Link> Links);

    private static void WarnOfSizes(Checks checks, Claim part, Claim whole)
    {
        if (part.Quantity is { } given && whole.Quantity is { } of)
            checks.Warn(given.In(of.Unit) is { } same && same.Bounds.Lower > of.Bounds.Upper, "link.from", given, $"the part is larger than the whole ({of})");
        if (part.Value is { } worth && whole.Value is { } all)
            checks.Warn(worth.Currency == all.Currency && worth.Bounds.Lower > all.Bounds.Upper, "link.from", worth, $"the part is larger than the whole ({all})");
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

using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Says how two claims stand to each other.</summary>
/// <param name="Link">How they stand.</param>
public sealed record LinkClaims(Link Link) : ICommand
{
    /// <summary>
    /// Both claims must be known and differ, the link be new, go round in no circle,
    /// and not show that two contributions count the same gift.
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
            .Require(!state.Net.Links.Any(l => l.From == link.From && l.To == link.To && l.Kind == link.Kind),
                "link", link.Kind, "is there already")
            .Require(!Link.SaysContained(link.Kind) || !Contains(state.Net, link.From, link.To),
                "link.to", link.To, "is itself contained in the first claim");
        var after = state.Net with { Links = [.. state.Net.Links, link] };
        if (after.CountedTwice() is var (one, other))
            checks.Refuse("link", link.Kind, $"would show that claims {one} and {other} are one gift, but two contributions count them");
        if (link.Kind == LinkKind.PartOf && state is { From.Quantity: { } part, To.Quantity: { } whole })
            checks.Warn(part.In(whole.Unit) is { } same && same.Bounds.Lower > whole.Bounds.Upper,
                "link.from", part, $"the part is larger than the whole ({whole})");
        return checks.Or(() => new ClaimsLinked(link));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        new State(
            await db.Links.AnyAsync(row => row.Id == Link.Id, cancel),
            await Find(db, Link.From, moment, cancel),
            await Find(db, Link.To, moment, cancel),
            await ClaimNet.Load(db, [Link.From, Link.To], cancel)),
        this);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether a link of this id is there already.</param>
    /// <param name="From">The one claim; null where it is not known.</param>
    /// <param name="To">The other claim; null where it is not known.</param>
    /// <param name="Net">What hangs together with both.</param>
    public sealed record State(bool IdTaken, Claim? From, Claim? To, ClaimNet Net);

    private static async Task<Claim?> Find(RelightContext db, Id<Claim> id, Moment moment, CancellationToken cancel)
    {
        var row = await db.Claims.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == id && row.Operation == moment.Operation, cancel);
        return row?.Read();
    }

    private static bool Contains(ClaimNet net, Id<Claim> whole, Id<Claim> part) =>
        net.Links.Any(l => Link.SaysContained(l.Kind) && l.To == whole && (l.From == part || Contains(net, l.From, part)));
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

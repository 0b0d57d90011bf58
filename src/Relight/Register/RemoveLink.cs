using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Takes a link back that was decided wrongly.</summary>
/// <param name="Link">The link.</param>
/// <param name="Why">The reason.</param>
public sealed record RemoveLink(Id<Link> Link, string Why) : ICommand
{
    /// <summary>The link must be there. Fewer links never make anything count twice that did not before.</summary>
    /// <param name="known">Whether the link is there.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(bool known, RemoveLink command) => new Checks()
        .Require(known, "link", command.Link, "must be a link of this operation")
        .Text("why", command.Why, Checks.Paragraphs)
        .Or(() => new LinkRemoved(command.Link, command.Why));

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await db.Links.AnyAsync(row => row.Id == Link && row.Operation == moment.Operation, cancel), this);
}

/// <summary>A link was taken back.</summary>
/// <param name="Link">The link.</param>
/// <param name="Why">The reason.</param>
public sealed record LinkRemoved(Id<Link> Link, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Links.FindAsync([Link], cancel)
            ?? throw new InvalidOperationException($"link {Link} is not in the register");
        db.Links.Remove(row);
    }
}

using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Looks the exact place of a need up. That it was looked at is kept in the ledger.</summary>
/// <param name="Need">The need.</param>
/// <param name="As">As whom the reader looks.</param>
public sealed record ReadSite(Id<Need> Need, Audience As) : ICommand
{
    /// <summary>Operators alone may, and the need must have a place.</summary>
    /// <param name="hasSite">Whether the need is known and has a place.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(bool hasSite, ReadSite command) => command.As < Audience.Operator
        ? new Checks().Refuse("as", command.As, "operators alone see exact places").Or(() => new SiteRead(command.Need))
        : new Checks().Require(hasSite, "need", command.Need, "must be a need of this operation that is at one place")
            .Or(() => new SiteRead(command.Need));

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        await db.Needs.AnyAsync(row => row.Id == Need && row.Operation == moment.Operation && row.Oblast != null, cancel), this);

    /// <summary>Keeps in the ledger that the place is read, and gives it; without it where that is refused.</summary>
    public static async Task<(SiteForOperator? Site, Outcome Outcome)> Run(
        Commands commands, Database database, ReadSite command, Envelope envelope, CancellationToken cancel = default)
    {
        var outcome = await commands.Run(command, envelope, cancel);
        if (!outcome.Done)
            return (null, outcome);
        await using var db = database.Open();
        var row = await db.Needs.AsNoTracking().FirstAsync(row => row.Id == command.Need, cancel);
        var site = row.Read().Site!;
        return (new SiteForOperator(site.Oblast, site.Exact), outcome);
    }
}

/// <summary>The place of a need, for operators.</summary>
/// <param name="Oblast">P-code of its oblast.</param>
/// <param name="Exact">The exact place.</param>
[View(Audience.Operator)]
public sealed record SiteForOperator(AreaCode Oblast, ExactPlace Exact);

/// <summary>The exact place of a need was read.</summary>
/// <param name="Need">The need.</param>
public sealed record SiteRead(Id<Need> Need) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => Task.CompletedTask;
}

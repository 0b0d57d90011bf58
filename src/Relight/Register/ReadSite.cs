using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Looks the exact place of a need up. That it was looked at is kept in the ledger.</summary>
/// <param name="Need">The need.</param>
/// <param name="Seen">Whose places the reader may look up.</param>
public sealed record ReadSite(Id<Need> Need, SitesSeen Seen) : ICommand
{
    /// <summary>The need must have a place, and be of an organisation whose places the reader sees.</summary>
    /// <param name="need">The need; null where the operation has none of this id.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(Need? need, ReadSite command)
    {
        var checks = new Checks();
        if (need?.Site is null)
            checks.Refuse("need", command.Need, "must be a need of this operation that is at one place");
        else
            checks.Require(command.Seen.Include(need.Organisation), "need", command.Need, "is of another organisation: operators see the exact places of their own needs alone");
        return checks.Or(() => new SiteRead(command.Need));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        (await db.Needs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Need && row.Operation == moment.Operation, cancel))?.Read(), this);

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

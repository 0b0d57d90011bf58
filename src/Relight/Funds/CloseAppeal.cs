using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>Closes an appeal: what answers it stays, nothing more is added.</summary>
/// <param name="Appeal">The appeal.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Why">The reason.</param>
public sealed record CloseAppeal(Id<Appeal> Appeal, int ExpectedVersion, string Why) : ICommand
{
    /// <summary>The appeal must be open, and as its author saw it.</summary>
    /// <param name="standing">The appeal as it stands; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(Appeal? standing, CloseAppeal command)
    {
        var checks = new Checks()
            .Require(standing is not null, "appeal", command.Appeal, "must be an appeal of this operation")
            .Text("why", command.Why);
        if (standing is null)
            return checks.Refused();
        if (standing.Version != command.ExpectedVersion)
            checks.Add(new Conflict("expectedVersion", $"{command.ExpectedVersion}", $"{standing.Version}", "the appeal has changed since you read it"));
        return checks
            .Require(standing.Closed is null, "appeal", command.Appeal, $"is closed already: {standing.Closed}")
            .Or(() => new AppealClosed(command.Appeal, command.Why));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Appeals.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Appeal && row.Operation == moment.Operation, cancel);
        return Decide(row?.Read(), this);
    }
}

/// <summary>An appeal was closed.</summary>
/// <param name="Appeal">The appeal.</param>
/// <param name="Why">The reason.</param>
public sealed record AppealClosed(Id<Appeal> Appeal, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Appeals.FindAsync([Appeal], cancel)
            ?? throw new InvalidOperationException($"appeal {Appeal} is not in the register");
        var appeal = row.Read();
        row.With(appeal with { Version = appeal.Version + 1, Closed = Why });
    }
}

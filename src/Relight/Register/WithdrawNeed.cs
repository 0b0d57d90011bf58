using Microsoft.EntityFrameworkCore;
using Relight.Funds;
using Relight.Ledger;
using Relight.Matching;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Takes out of the register a need that is met, or no longer there. The ledger keeps it, with the reason.</summary>
/// <param name="Need">The need.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Why">The reason.</param>
public sealed record WithdrawNeed(Id<Need> Need, int ExpectedVersion, string Why) : ICommand
{
    /// <summary>The need must be there, as its author saw it, and neither money nor units be held for it.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, WithdrawNeed command)
    {
        var checks = new Checks()
            .Require(state.Version is not null, "need", command.Need, "must be a need of this operation")
            .Require(!state.MoneyHeld, "need", command.Need, "money of a fund is reserved for it: release that first")
            .Require(!state.UnitsHeld, "need", command.Need, "units are allocated to it: release them first, or call off the consignments that they are in")
            .Text("why", command.Why, Checks.Paragraphs);
        if (state.Version is { } version && version != command.ExpectedVersion)
            checks.Add(new Conflict("expectedVersion", $"{command.ExpectedVersion}", $"{version}", "the need has changed since you read it"));
        return checks.Or(() => new NeedWithdrawn(command.Need, command.Why));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Needs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Need && row.Operation == moment.Operation, cancel);
        var held = (await db.Reservations.AsNoTracking()
            .Where(r => r.Operation == moment.Operation && r.State == ReservationState.Reserved && r.LapsesAt > moment.At)
            .ToListAsync(cancel)).Exists(r => r.Read().Need == Need);
        var units = (await AllocationsAtMoment.Load(db, Need, null, moment, cancel)).Standing.Count > 0;
        return Decide(new State(row?.Version, held, units), this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Version">The version of the need; null where it is not known.</param>
    /// <param name="MoneyHeld">Whether money of a fund is reserved for it.</param>
    /// <param name="UnitsHeld">Whether units of an offer are held for it, confirmed or not.</param>
    public sealed record State(int? Version, bool MoneyHeld, bool UnitsHeld = false);
}

/// <summary>A need was taken out of the register.</summary>
/// <param name="Need">The need.</param>
/// <param name="Why">The reason.</param>
public sealed record NeedWithdrawn(Id<Need> Need, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Needs.FindAsync([Need], cancel)
            ?? throw new InvalidOperationException($"need {Need} is not in the register");
        db.Needs.Remove(row);
    }
}

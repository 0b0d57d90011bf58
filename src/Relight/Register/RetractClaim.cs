using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>
/// Takes back a claim that was entered wrongly: it does not say what its source says. What a source said and later
/// corrected stays, and the correction is another claim. The ledger keeps both the entry and its end.
/// </summary>
/// <param name="Claim">The claim.</param>
/// <param name="Why">The reason.</param>
public sealed record RetractClaim(Id<Claim> Claim, string Why) : ICommand
{
    /// <summary>The claim must be known, and nothing rest on it.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, RetractClaim command) => new Checks()
        .Require(state.Known, "claim", command.Claim, "must be a claim of this operation")
        .Require(state.Adopted is null, "claim", command.Claim, $"contribution {state.Adopted} rests on it: take it out there first")
        .Require(!state.Linked, "claim", command.Claim, "is linked with other claims: take the links back first")
        .Text("why", command.Why, Checks.Paragraphs)
        .Or(() => new ClaimRetracted(command.Claim, command.Why));

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var adoption = await db.Adoptions.AsNoTracking().FirstOrDefaultAsync(row => row.Claim == Claim, cancel);
        return Decide(
            new State(
                await db.Claims.AnyAsync(row => row.Id == Claim && row.Operation == moment.Operation, cancel),
                adoption?.Contribution,
                await db.Links.AnyAsync(row => row.From == Claim || row.To == Claim, cancel)),
            this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Known">Whether the claim is known.</param>
    /// <param name="Adopted">The contribution that it was adopted into; null for none.</param>
    /// <param name="Linked">Whether it is linked with other claims.</param>
    public sealed record State(bool Known, Id<Contribution>? Adopted, bool Linked);
}

/// <summary>A claim was taken back.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Why">The reason.</param>
public sealed record ClaimRetracted(Id<Claim> Claim, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Claims.FindAsync([Claim], cancel)
            ?? throw new InvalidOperationException($"claim {Claim} is not in the register");
        db.Claims.Remove(row);
    }
}

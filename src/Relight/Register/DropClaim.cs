using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>
/// Takes a claim out of a contribution that it was wrongly adopted into, with every value that rests on it.
/// With its last claim a contribution ends, and with it its answer to an appeal.
/// </summary>
/// <param name="Contribution">The contribution.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Why">The reason.</param>
public sealed record DropClaim(Id<Contribution> Contribution, int ExpectedVersion, Id<Claim> Claim, string Why) : ICommand
{
    /// <summary>The claim must be one of the contribution's; donors that rest on it must be adopted from another first.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, DropClaim command)
    {
        var checks = new Checks()
            .Require(state.Contribution is not null, "contribution", command.Contribution, "must be a contribution of this operation")
            .Text("why", command.Why, Checks.Paragraphs);
        if (state.Contribution is not { } contribution)
            return checks.Refused();
        if (contribution.Version != command.ExpectedVersion)
            checks.Add(new Conflict("expectedVersion", $"{command.ExpectedVersion}", $"{contribution.Version}", "the contribution has changed since you read it"));
        var last = contribution.Claims.Count == 1;
        return checks
            .Require(contribution.Claims.Contains(command.Claim), "claim", command.Claim, "must be one of the contribution's claims")
            .Require(last || contribution.Donors.Claim != command.Claim, "claim", command.Claim, "the donors rest on it: adopt them from another claim first")
            .Require(!last || !state.HasOffers, "claim", command.Claim, "it is the last claim, and offers are tied to the contribution")
            .Or(() => new ClaimDropped(command.Contribution, command.Claim, command.Why));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Contributions.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Contribution && row.Operation == moment.Operation, cancel);
        return Decide(new State(row?.Read(), await db.Offers.AnyAsync(offer => offer.Contribution == Contribution, cancel)), this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Contribution">The contribution as it stands; null where it is not known.</param>
    /// <param name="HasOffers">Whether offers are tied to it.</param>
    public sealed record State(Contribution? Contribution, bool HasOffers);
}

/// <summary>A claim was taken out of a contribution.</summary>
/// <param name="Contribution">The contribution; it ends with its last claim.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Why">The reason.</param>
public sealed record ClaimDropped(Id<Contribution> Contribution, Id<Claim> Claim, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Contributions.FindAsync([Contribution], cancel)
            ?? throw new InvalidOperationException($"contribution {Contribution} is not in the register");
        var adoption = await db.Adoptions.FindAsync([Claim], cancel)
            ?? throw new InvalidOperationException($"claim {Claim} is not adopted");
        db.Adoptions.Remove(adoption);
        var after = After(row.Read());
        await ContributionChange.Save(db, row, after, moment, cancel);
        if (after.Claims.Count > 0)
            return;
        if (await db.Answers.FindAsync([Contribution], cancel) is { } answer)
            db.Answers.Remove(answer);
        db.Contributions.Remove(row);
    }

    /// <summary>The contribution after it.</summary>
    internal Contribution After(Contribution before) => before with
    {
        Version = before.Version + 1,
        Recipient = before.Recipient?.Claim == Claim ? null : before.Recipient,
        Items = [.. before.Items.Where(item => item.Claim != Claim)],
        Values = [.. before.Values.Where(value => value.Claim != Claim)],
        Claims = [.. before.Claims.Where(claim => claim != Claim)],
    };
}

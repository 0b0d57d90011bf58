using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Which values of a claim are adopted.</summary>
[Flags]
public enum ClaimParts
{
    /// <summary>None; not a choice for a command.</summary>
    None = 0,

    /// <summary>Who gives.</summary>
    Donors = 1,

    /// <summary>To whom.</summary>
    Recipient = 2,

    /// <summary>How much of what has come how far.</summary>
    Quantity = 4,

    /// <summary>The money given, or the worth of the goods.</summary>
    Value = 8,

    /// <summary>All that the claim has.</summary>
    All = Donors | Recipient | Quantity | Value,
}

/// <summary>Takes values of a claim over into a contribution, a new one or one that is there.</summary>
/// <param name="Contribution">The contribution.</param>
/// <param name="ExpectedVersion">The version of it that the author saw; 0 for a new one.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Parts">What to take over.</param>
/// <param name="Title">Name of the contribution; null keeps the one that it has.</param>
/// <param name="Why">The reason.</param>
public sealed record AdoptClaim(
    Id<Contribution> Contribution, int ExpectedVersion, Id<Claim> Claim, ClaimParts Parts, string? Title, string Why) : ICommand
{
    /// <summary>
    /// The claim must be known and its gift count in no other contribution;
    /// the contribution must be as its author saw it; a new one needs a title and donors.
    /// </summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, AdoptClaim command)
    {
        var checks = new Checks()
            .Require(state.Claim is not null, "claim", command.Claim, "must be a claim of this operation")
            .Require(!state.IdTakenElsewhere, "contribution", command.Contribution, "is the id of a contribution of another operation")
            .Require((command.Parts & ClaimParts.All) != 0, "parts", command.Parts, "there must be something to adopt")
            .OptionalText("title", command.Title)
            .Text("why", command.Why, Checks.Paragraphs);
        if (state.Net.CountedElsewhere(command.Claim, command.Contribution) is var (other, counted))
            checks.Refuse("claim", command.Claim, $"is one gift with claim {other}, which contribution {counted} counts: adopt it there");
        if (state.Contribution is null)
            checks
                .Require(command.ExpectedVersion == 0, "expectedVersion", command.ExpectedVersion, "must be 0 for a new contribution")
                .Require(!string.IsNullOrWhiteSpace(command.Title), "title", null, "a new contribution needs one")
                .Require(command.Parts.HasFlag(ClaimParts.Donors), "parts", command.Parts, "a new contribution needs donors");
        if (state.Claim is not { } claim)
        {
            if (state.Contribution is { } standing && standing.Version != command.ExpectedVersion)
                AdoptionConflicts.TellVersion(checks, standing, command);
            return checks.Refused();
        }

        var adopted = ClaimAdopted.From(claim, command);
        if (state.Contribution is { } contribution)
        {
            if (contribution.Version != command.ExpectedVersion)
                AdoptionConflicts.Tell(checks, contribution, adopted, command);
            WarnOfDates(checks, contribution, claim);
        }
        return checks.Or(() => adopted);
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var claim = await db.Claims.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Claim && row.Operation == moment.Operation, cancel);
        var contribution = await db.Contributions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Contribution, cancel);
        var elsewhere = contribution is not null && contribution.Operation != moment.Operation;
        var net = await ClaimNet.Load(db, [Claim], cancel);
        return Decide(new State(claim?.Read(), elsewhere ? null : contribution?.Read(), elsewhere, net), this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Claim">The claim; null where it is not known.</param>
    /// <param name="Contribution">The contribution as it stands; null for a new one.</param>
    /// <param name="IdTakenElsewhere">Whether another operation has a contribution of this id.</param>
    /// <param name="Net">What hangs together with the claim.</param>
    public sealed record State(Claim? Claim, Contribution? Contribution, bool IdTakenElsewhere, ClaimNet Net);

    private static void WarnOfDates(Checks checks, Contribution contribution, Claim claim)
    {
        var earlier = contribution.Items.Select(i => (i.Value.Stage, i.Value.Date))
            .Concat(contribution.Values.Select(v => (v.Value.Stage, v.Value.Date)))
            .Where(entry => entry.Stage.IsMoney == claim.Stage.IsMoney && entry.Stage.Order < claim.Stage.Order);
        foreach (var (stage, date) in earlier.Where(entry => claim.Date.Latest < entry.Date.Earliest))
            checks.Warn(true, "claim.date", claim.Date, $"'{claim.Stage.Name}' lies before '{stage.Name}' ({date})");
    }
}

/// <summary>Values of a claim were taken over into a contribution.</summary>
/// <param name="Contribution">The contribution; it begins with the first claim adopted.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Title">New name of the contribution; null where it stays.</param>
/// <param name="Donors">Who gives; null where that was not adopted.</param>
/// <param name="Recipient">To whom; null where that was not adopted.</param>
/// <param name="Item">How much of what has come how far; null where that was not adopted.</param>
/// <param name="Money">Money given or worth of goods; null where that was not adopted.</param>
/// <param name="Why">The reason.</param>
public sealed record ClaimAdopted(
    Id<Contribution> Contribution,
    Id<Claim> Claim,
    string? Title,
    DonorGroup? Donors,
    Id<Organisation>? Recipient,
    ItemAtStage? Item,
    MoneyAtStage? Money,
    string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Contributions.FindAsync([Contribution], cancel);
        await ContributionChange.Save(db, row, ContributionChange.After(row?.Read(), this, moment), moment, cancel);
        if (await db.Adoptions.FindAsync([Claim], cancel) is null)
            db.Adoptions.Add(new AdoptionRow { Claim = Claim, Operation = moment.Operation, Contribution = Contribution });
    }

    // Goods without a quantity count as an unspecified number of pieces, so that totals say that something is missing.
    internal static ClaimAdopted From(Claim claim, AdoptClaim command)
    {
        var parts = command.Parts;
        var quantity = claim.Quantity ?? new Quantity(Bounds.Unspecified, Unit.Piece);
        return new ClaimAdopted(
            command.Contribution,
            command.Claim,
            command.Title,
            parts.HasFlag(ClaimParts.Donors) ? claim.Donors : null,
            parts.HasFlag(ClaimParts.Recipient) ? claim.Recipient : null,
            parts.HasFlag(ClaimParts.Quantity) && !claim.Stage.IsMoney
                ? new ItemAtStage(claim.Item, claim.Stage, quantity, claim.Date) : null,
            parts.HasFlag(ClaimParts.Value) && claim.Value is { } value
                ? new MoneyAtStage(claim.Stage, value, claim.Date) : null,
            command.Why);
    }
}

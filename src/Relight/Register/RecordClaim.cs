using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Enters what a source says.</summary>
/// <param name="Claim">What it says.</param>
public sealed record RecordClaim(Claim Claim) : ICommand
{
    // Nobody reads news of a pledge so late: a spreadsheet gives such days for cells that hold no date.
    private const int YearsBack = 10;

    /// <summary>Source and organisations must be known, the quote stand in the source's text, stage and item go together.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, RecordClaim command)
    {
        var claim = command.Claim;
        var checks = new Checks()
            .Require(!state.IdTaken, "claim.id", claim.Id, "is the id of another claim")
            .Require(state.Source is not null, "claim.source", claim.Source, "must be a source of this operation")
            .Text("claim.item.description", claim.Item.Description)
            .Text("claim.quote", claim.Quote, Checks.Paragraphs)
            .OptionalText("claim.channel", claim.Channel)
            .OptionalText("claim.note", claim.Note, Checks.Paragraphs)
            .Text("claim.date", claim.Date.Text);
        claim.Donors.Check(checks, "claim.donors", state.Known);
        if (claim.Recipient is { } recipient)
            checks.Require(state.Known.Contains(recipient), "claim.recipient", recipient, "must be an organisation of this operation");
        if (state.Source is { } source)
        {
            var read = DateOnly.FromDateTime(source.Retrieved.UtcDateTime);
            checks.Require(source.Says(claim.Quote), "claim.quote", claim.Quote, "must stand in the source's text")
                // A day more, for places that are ahead of UTC.
                .Warn(claim.Date.Earliest.DayNumber > read.DayNumber + 1, "claim.date", claim.Date, $"it lies after the day on which the source was read ({read:yyyy-MM-dd})")
                .Warn(claim.Date.Latest.Year < read.Year - YearsBack, "claim.date", claim.Date, $"it lies more than {YearsBack} years before the source was read ({read:yyyy-MM-dd})");
        }
        CheckAmounts(checks, claim);
        ClaimSlips.Look(checks, claim);
        return checks.Or(() => new ClaimRecorded(claim));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var taken = await db.Claims.AnyAsync(row => row.Id == Claim.Id, cancel);
        var source = await db.Sources.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Claim.Source && row.Operation == moment.Operation, cancel);
        var named = Claim.Donors.Members.Concat(Claim.Recipient is { } recipient ? [recipient] : []).ToList();
        var known = await db.Organisations
            .Where(row => row.Operation == moment.Operation && named.Contains(row.Id))
            .Select(row => row.Id)
            .ToListAsync(cancel);
        return Decide(new State(taken, source?.Read(), known.ToHashSet()), this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether a claim of this id is entered already.</param>
    /// <param name="Source">The source; null where there is none.</param>
    /// <param name="Known">Those of the organisations named that are known.</param>
    public sealed record State(bool IdTaken, Source? Source, IReadOnlySet<Id<Organisation>> Known);

    private static void CheckAmounts(Checks checks, Claim claim)
    {
        var isMoney = claim.Item.Kind == ItemKind.Money;
        checks
            .Require(Enum.IsDefined(claim.Item.Kind), "claim.item.kind", claim.Item.Kind, "must be a kind of item")
            .Require(isMoney == claim.Stage.IsMoney, "claim.stage", claim.Stage,
                isMoney ? "money has a stage of money" : "goods have a stage of goods")
            .Require(!isMoney || claim.Value is not null, "claim.value", null,
                "money has a value; where the source names none it is 'unspecified'")
            .Require(!isMoney || claim.Quantity is null, "claim.quantity", claim.Quantity, "money has a value, no quantity");
    }
}

/// <summary>A claim was entered.</summary>
/// <param name="Claim">The claim.</param>
public sealed record ClaimRecorded(Claim Claim) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var source = await db.Sources.FindAsync([Claim.Source], cancel)
            ?? throw new InvalidOperationException($"source {Claim.Source} is not in the register");
        var names = await DonorNames.Of(db, Claim.Donors, moment.Operation, cancel);
        db.Claims.Add(new ClaimRow { Id = Claim.Id, Operation = moment.Operation }.With(Claim, source.Read(), names));
    }
}

using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>Opens an appeal, or changes one: then its version is one more than the one that the author saw.</summary>
/// <param name="Appeal">The appeal as it is to be.</param>
public sealed record OpenAppeal(Appeal Appeal) : ICommand
{
    /// <summary>Who calls must be known, the target be a number above 0, the period not end before it begins.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, OpenAppeal command)
    {
        var appeal = command.Appeal;
        var checks = new Checks()
            .Require(!state.IdTakenElsewhere, "appeal.id", appeal.Id, "is the id of an appeal of another operation")
            .Text("appeal.title", appeal.Title)
            .Require(state.OrganisationKnown, "appeal.by", appeal.By, "must be an organisation of this operation")
            .Require(appeal.Until is null || appeal.Until >= appeal.From, "appeal.until", appeal.Until, $"must not be before the period begins ({appeal.From:yyyy-MM-dd})")
            .Require(appeal.Closed is null, "appeal.closed", appeal.Closed, "an appeal is closed by closing it, with a reason");
        if (appeal.Conference is { } conference)
            checks.Text("appeal.conference.place", conference.Place).Text("appeal.conference.date", conference.Date.Text);
        CheckTarget(checks, appeal.Target);
        VersionCheck.Check(checks, "appeal", state.Standing, appeal, state.Standing?.Version, appeal.Version);
        if (state.Standing?.Closed is { } closed)
            checks.Refuse("appeal", appeal.Id, $"is closed: {closed}");
        if (state.Standing is { } standing && state.Answered)
            checks.Require(standing.Target.Item == appeal.Target.Item, "appeal.target", appeal.Target.Item, $"must stay what contributions answer already ({standing.Target.Item})");
        return checks.Or(() => new AppealOpened(appeal));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Appeals.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Appeal.Id, cancel);
        var elsewhere = row is not null && row.Operation != moment.Operation;
        return Decide(
            new State(
                elsewhere ? null : row?.Read(),
                elsewhere,
                await db.Organisations.AnyAsync(o => o.Id == Appeal.By && o.Operation == moment.Operation, cancel),
                await db.Answers.AnyAsync(answer => answer.Appeal == Appeal.Id, cancel)),
            this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Standing">The appeal as it stands; null for a new one.</param>
    /// <param name="IdTakenElsewhere">Whether another operation has an appeal of this id.</param>
    /// <param name="OrganisationKnown">Whether who calls is known.</param>
    /// <param name="Answered">Whether contributions answer it already.</param>
    public sealed record State(Appeal? Standing, bool IdTakenElsewhere, bool OrganisationKnown, bool Answered);

    private static void CheckTarget(Checks checks, AppealTarget target)
    {
        checks.Require(target.Bounds.Upper is null or > 0, "appeal.target", target.Bounds, "must be above 0; where no number is named it is 'unspecified'");
        switch (target)
        {
            case GoodsTarget goods:
                checks
                    .Text("appeal.target.goods.description", goods.Goods.Description)
                    .Require(Enum.IsDefined(goods.Goods.Kind) && goods.Goods.Kind != ItemKind.Money, "appeal.target.goods.kind", goods.Goods.Kind, "must be a kind of goods; money has a target of its own");
                break;
            case MoneyTarget money:
                checks.Require(money.Amount.Currency != Currency.Unknown, "appeal.target.amount.currency", money.Amount.Currency, "must be a currency that is known");
                break;
        }
    }
}

/// <summary>An appeal was opened or changed.</summary>
/// <param name="Appeal">The appeal as it is now.</param>
public sealed record AppealOpened(Appeal Appeal) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Appeals.FindAsync([Appeal.Id], cancel)
            ?? db.Appeals.Add(new AppealRow { Id = Appeal.Id, Operation = moment.Operation }).Entity;
        row.With(Appeal);
    }
}
